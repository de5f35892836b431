"""The edge to the bundled encoder."""

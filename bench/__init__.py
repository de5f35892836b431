"""Quality and speed of the project, measured against public data and published peers."""

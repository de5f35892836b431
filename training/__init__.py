"""How the bundled model is made: data, network, training, export."""

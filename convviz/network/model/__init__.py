"""What a network is: layers with their weights, functions, terms of a value; nothing is computed here."""

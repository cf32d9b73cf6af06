"""What a network is: its layers, its functions, its weights; nothing is computed here."""

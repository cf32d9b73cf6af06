"""The sum of a cell, term by term, and the box for a prediction."""

"""What the Network page is made of: columns, strip, filter panel, and a room for each of its panels."""

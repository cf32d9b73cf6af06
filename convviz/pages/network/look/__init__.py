"""Where the network looks, computed beside the window."""

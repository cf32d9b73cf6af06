"""Networks and their reports as files, read without running any code from them."""

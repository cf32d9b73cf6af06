"""The examples of the Step page and the texts that go with them."""

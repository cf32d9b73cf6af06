"""The widgets of the Step page: the film of a convolution, cell by cell."""

"""Files opened and saved beside the window: pictures, experiments, MNIST."""

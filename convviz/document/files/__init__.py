"""Files opened and saved beside the window: pictures, experiments with their state as JSON, MNIST."""

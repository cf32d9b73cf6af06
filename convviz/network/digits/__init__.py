"""From a photo or a drawing to 28x28: finding the digit, framing it, and MNIST itself."""

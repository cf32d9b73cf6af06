"""What is done with the Lab's input: pages of a file, drawing, cropping, resizing, a camera in its place."""

"""What is done with the Lab's input: going through the pages of its file, drawing, cropping, resizing."""

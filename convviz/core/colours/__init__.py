"""Values to colours: the colour tables (`scales`), and which scale each stage is drawn with (`stages`)."""

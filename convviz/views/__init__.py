"""What is drawn and operated: widgets that show values and say what a person does, without a document."""

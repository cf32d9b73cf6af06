"""What every widget uses: theme, style sheet, colours, icons, numbers as text, shared texts."""

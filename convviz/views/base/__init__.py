"""What every widget uses: theme, style sheet, colours, icons, painting and pointing, numbers and texts."""

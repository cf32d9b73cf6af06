"""The application: one window, its appearance, language and preferences."""

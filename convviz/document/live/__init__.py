"""Moving pictures as the Input: cameras and video files, picture by picture. Nothing of them is recorded."""

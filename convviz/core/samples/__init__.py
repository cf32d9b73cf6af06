"""The pictures that come with ConvViz, and the lessons: pictures with settings for the Step page."""

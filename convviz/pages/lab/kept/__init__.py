"""Before and after: a kept result beside the present one, computed, laid on the same ruler, and in words."""

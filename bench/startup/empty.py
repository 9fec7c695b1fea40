"""A Python that does nothing."""

// A Node that does nothing.

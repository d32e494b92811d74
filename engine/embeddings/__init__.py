"""What the encoder says of windows, kept for the next click and the next session."""

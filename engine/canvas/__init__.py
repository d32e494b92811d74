"""What the canvas asks: prepare a view, answer a click."""

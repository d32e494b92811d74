"""The grid cut into tiles, and the stage that segments them."""

"""SAM 2's automatic mask generator: everything in a tile, and a second look at what was missed."""

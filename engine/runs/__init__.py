"""What a run is, its journal and its record."""

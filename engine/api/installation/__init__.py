"""The worker's Python environment: found, made, repaired, removed."""

"""Jobs whose objects a layer points at."""

"""Work on finished objects: their overlaps, their numbers, their pixels."""

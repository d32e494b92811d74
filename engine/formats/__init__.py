"""Masks in the formats of other programs: NPZ, COCO, SA-Co."""

"""SAM 2 on georeferenced rasters, without QGIS.

The words used throughout, one per idea:

raster   what GDAL opens; read once, by one reader (``rasters/raster.py``)
grid     the pixel grid the run works on: the raster's own, or a coarser one (RESOLUTION)
tile     a window of the grid the model sees at once, and its core, the part it answers for
seam     where the cores of two tiles meet; their windows overlap around it
mask     the pixels of one candidate in one tile, cropped to its box
prompt   the point or box that made a mask
piece    the part of an object in one tile's core
object   a thing on the ground: pieces joined across seams
ring     a closed line of grid coordinates; an outline is an object's rings
feature  an outline in map coordinates with its attributes

The flow, shown by ``jobs.py``:

raster -> tiles -> 8-bit RGB + validity -> masks -> objects joined across seams
-> outlines -> features -> the caller's sink

and the folders, in its order:

rasters/      grids, bands, values, stretches, places on the map
tiles/        cutting the grid, the tile stage
model/        SAM 2 itself: checkpoints, encoder, decoder, devices
generator/    automatic masks; the second look at what they missed
seams/        masks of overlapping tiles become objects
outlines/     objects become polygons
runs/         what a run is, its journal and record
cluster/      the tile stage on other computers
prompting/    the jobs a layer points at;  canvas/  the jobs of the map tool
embeddings/   what the encoder says, kept
formats/  evaluation/  object_tools/  jobs on layers and masks

Pixels are (x, y) with the origin at the top left corner of the top left pixel; the centre
of that pixel is (0.5, 0.5). Arrays are (row, column[, band]).
"""

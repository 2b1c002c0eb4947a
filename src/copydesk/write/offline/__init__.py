"""The writer that needs no model: one file per concern, see `writer.py` for the way through them."""

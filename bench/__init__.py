"""Side-by-side measurements against other libraries; each module is run with `python -m`."""

"""The agencies: one module each, found by `vagled_lmi.sources.catalogue`."""

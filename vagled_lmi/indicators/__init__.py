"""Indicators: one module each, found by `vagled_lmi.indicators.catalogue`."""

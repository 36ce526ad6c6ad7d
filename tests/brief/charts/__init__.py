"""Tests of the charts: layout, colours, words, and what a browser makes of them."""

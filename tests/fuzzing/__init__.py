"""Hostile input for everything that reads what an agency, or a user's file, may hold.

A `Target` is one parser with a sound input, and a way to make it unsound. `targets.TARGETS` lists
them all; tests/sources/test_fuzz.py feeds each a few thousand inputs, `python -m bench.fuzz` a few
hundred thousand.
"""

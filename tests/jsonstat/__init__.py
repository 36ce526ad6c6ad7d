"""Tests of JSON-stat 2: reading, the fast path, writing, and recorded answers."""

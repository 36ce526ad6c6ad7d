"""Outlooks that say how sure they are, and hindsight on those who did not."""

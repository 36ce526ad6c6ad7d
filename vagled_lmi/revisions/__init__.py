"""What moved between two vintages of a table: what it said of itself, and its values."""

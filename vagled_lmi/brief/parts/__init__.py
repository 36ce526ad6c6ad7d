"""The parts of a brief: each module makes the blocks of one part, by name in its ``BLOCKS``."""

"""The columnar format against files that a disk has damaged."""

from __future__ import annotations

from tests.fuzzing.pxweb import ANSWERS, ONE
from vagled_lmi import tables
from vagled_lmi.errors import DecodeError
from vagled_lmi.sources import longform, pxweb


def test_a_damaged_byte_anywhere_is_refused_or_a_changed_cell() -> None:
    frame = tables.check(ONE, pxweb.parse(ANSWERS, ONE))
    sound = longform.encode(ONE, frame, {"origin": "exempel"})
    refused = 0
    for at in range(len(sound)):
        damaged = bytearray(sound)
        damaged[at] ^= 0x80  # among others a code that points outside its dictionary
        try:
            read = longform.decode(bytes(damaged), ONE.id)
        except DecodeError:
            refused += 1
        else:
            assert read.shape == longform.decode(sound, ONE.id).shape
    assert refused > len(sound) / 2

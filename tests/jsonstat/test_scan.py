"""The fast path through a long answer gives what the plain one gives, number by number."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import numpy as np
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.jsonstat.answers import small
from vagled_lmi import jsonstat, jsonstat_scan


def fast(payload: bytes) -> Any:
    with patch.object(jsonstat_scan, "SHORT", 1):
        return jsonstat_scan.load(payload)


def outcome(loader: Callable[[bytes], Any], payload: bytes) -> Any:
    """Return the document with its numbers as bits, or that it was refused."""
    try:
        document = loader(payload)
    except orjson.JSONDecodeError:
        return "refused"
    numbers = document.get("value") if isinstance(document, dict) else None
    if isinstance(numbers, list) and {type(n) for n in numbers} <= {int, float, type(None)}:
        numbers = np.array([np.nan if n is None else float(n) for n in numbers])
    if isinstance(numbers, np.ndarray):
        document["value"] = numbers.tobytes()
    return document


SPACE = st.text(" \t\r\n", max_size=3).map(str.encode)
PLAIN_NUMBER = st.one_of(
    st.integers().map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda d: f"{d:f}"),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.from_regex(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["null", "0", "-0", "-0.0", "1e22", "2.2250738585072011e-308", "5e-324"]),
    st.sampled_from(["9007199254740993", "0.1", "18446744073709551616", "123456789.123456789"]),
).map(str.encode)
SHORT_NUMBER = st.one_of(
    st.integers(-9999, 9999).map(str), st.sampled_from(["null", "0.5", "-0.5", "10.25", "-0.0"])
).map(str.encode)
WRONG_NUMBER = st.sampled_from(
    [
        *(b"01", b"-01", b"00", b"1.", b".5", b"-.5", b"1.e5", b"+1", b"-", b"--1", b"1-2", b"1 2"),
        *(
            b"",
            b" ",
            b"nan",
            b"NaN",
            b"inf",
            b"nul",
            b"nullnull",
            b"tru",
            b"true",
            b"1e400",
            b"0x1",
        ),
        *(
            b'"5"',
            b"[1]",
            b"[",
            b"]",
            b"{",
            b"1[2",
            b"1,",
            b"1e",
            b"1.2.3",
            b"9" * 400,
            b"\xc3\xa5",
        ),
    ]
)


@st.composite
def arrays(draw: st.DrawFn, wrong: bool = False) -> bytes:
    number = draw(st.sampled_from([PLAIN_NUMBER, SHORT_NUMBER, SHORT_NUMBER]))
    numbers = draw(st.lists(number, max_size=12))
    if wrong:
        numbers.insert(draw(st.integers(0, len(numbers))), draw(WRONG_NUMBER))
    spaced = draw(st.booleans())
    return b"[" + b",".join(
        draw(SPACE) + n + draw(SPACE) if spaced else n for n in numbers
    ) + b"]"  # fmt: skip


@st.composite
def documents(draw: st.DrawFn, wrong: bool = False) -> bytes:
    """Objects with a value array, and whatever might be taken for it, in any order and spacing."""
    marker = str(jsonstat_scan._MARKER).encode()
    array = draw(arrays(wrong=wrong))
    decoys = [
        (b'"note"', b'"\\"value\\":[1,2]"'),
        (b'"label"', b'"value"'),
        (b'"a"', b'"],\\"value\\": [3,4,5]}"'),
        (b'"extension"', b'{"value":' + draw(arrays()) + b"}"),
        (b'"deep"', b'[{"value" : [1,2,3,4,5,6,7,8,9,10,11,12,13,14]}]'),
        (b'"\\"value"', b"[1,2,3,4,5,6,7,8,9]"),
        (b'"value "', b"[1,2,3,4,5,6,7,8,9]"),
        (b'"\\u0076alue"', draw(arrays())),
        (b'"value"', draw(arrays())),
        (b'"value"', marker),
        (b'"value"', marker + b".0"),
        (b'"other"', marker),
        (b'"status"', b'{"1":"..","2":"value"}'),
        (b'"value"', b'{"0":1}'),
    ]
    chosen = [(b'"value"', array), *draw(st.lists(st.sampled_from(decoys), max_size=4))]
    parts = [
        draw(SPACE) + key + draw(SPACE) + b":" + draw(SPACE) + content
        for key, content in draw(st.permutations(chosen))
    ]
    return b"{" + b",".join(parts) + draw(SPACE) + b"}" + draw(SPACE)


@settings(deadline=None)
@given(documents())
def test_the_fast_path_gives_the_bits_of_the_plain_path(payload: bytes) -> None:
    assert outcome(fast, payload) == outcome(orjson.loads, payload)


@settings(deadline=None)
@given(documents(wrong=True))
def test_the_fast_path_takes_nothing_the_plain_path_refuses(payload: bytes) -> None:
    assert outcome(fast, payload) == outcome(orjson.loads, payload)


@settings(deadline=None)
@given(documents(), st.data())
def test_the_fast_path_agrees_on_damaged_bytes(payload: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(payload)))
    cut = data.draw(st.integers(0, 2))
    put = data.draw(st.text('[]{}:,".-+0123eE nul\\', max_size=2).map(str.encode))
    damaged = payload[:at] + put + payload[at + cut :]
    assert outcome(fast, damaged) == outcome(orjson.loads, damaged)


@settings(deadline=None)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_numbers_are_rounded_correctly(numbers: list[float]) -> None:
    text = ",".join(np.format_float_positional(n, trim="-") for n in numbers).encode()
    parsed = jsonstat_scan.parse_numbers(text)
    if parsed is None:  # -0 is for the plain path
        assert 0.0 in numbers
    else:
        assert parsed.tobytes() == np.array([float(n) for n in text.split(b",")]).tobytes()


def test_every_short_text_is_read_as_orjson_reads_it() -> None:
    taken = 0
    for length in range(1, 5):
        for parts in itertools.product(
            (b"0", b"1", b".", b"-", b"e", b",", b" ", b"null"), repeat=length
        ):
            text = b"".join(parts)
            numbers = jsonstat_scan.parse_numbers(text)
            if numbers is not None:
                taken += 1
                expected = outcome(orjson.loads, b'{"value":[%b]}' % text)
                assert {"value": numbers.tobytes()} == expected
    assert taken > 100


def test_the_fast_path_is_taken() -> None:
    payload = orjson.dumps(small())
    assert isinstance(fast(payload)["value"], np.ndarray)
    assert isinstance(fast(payload.replace(b",", b" ,\n"))["value"], np.ndarray) is False
    assert isinstance(fast(payload.replace(b"null", b"3"))["value"], np.ndarray)
    assert isinstance(jsonstat_scan.load(payload)["value"], list)


@pytest.mark.parametrize("text", [b"1,2,3", b"1,null,3", b"1," * jsonstat_scan._BLOCK + b"2"])
def test_the_numbers_may_be_written_to(text: bytes) -> None:
    numbers = jsonstat_scan.parse_numbers(text)
    assert numbers is not None
    numbers[0] = 7
    assert numbers[0] == 7


@pytest.mark.parametrize("at", range(-3, 4))
def test_the_grammar_holds_across_the_seams_of_the_check(at: int) -> None:
    # Ones and commas to just about the end of the first window, then a forbidden 01.
    before = b"1," * (jsonstat_scan._BLOCK // 2 + at)
    for wrong in (b"01", b"-01", b"1.", b".5", b"-0"):
        assert jsonstat_scan.parse_numbers(before + wrong + b",1") is None
        assert jsonstat_scan.parse_numbers(b"1" + before + wrong + b",1") is None
    numbers = jsonstat_scan.parse_numbers(before + b"10,0.5,0")
    assert numbers is not None
    assert len(numbers) == jsonstat_scan._BLOCK // 2 + at + 3
    assert numbers.sum() == jsonstat_scan._BLOCK // 2 + at + 10.5


def test_a_large_answer_is_the_same_as_through_orjson() -> None:
    random = np.random.default_rng(1)
    values = random.lognormal(6, 3, 40_000).round(2).tolist()
    values[::50] = [None] * 800
    names = [str(i) for i in range(200)]
    document = small(
        id=["a", "b"],
        size=[200, 200],
        role={},
        dimension={name: {"category": {"index": names}} for name in "ab"},
        value=values,
        status={str(i): ".." for i in range(0, 40_000, 50)},
    )
    payload = orjson.dumps(document)
    assert len(payload) > jsonstat_scan.SHORT
    frame = jsonstat.read(payload)
    expected = [np.nan if number is None else number for number in values]
    np.testing.assert_array_equal(frame["value"], expected)
    assert (frame["status"] == "..").sum() == 800
    assert (frame["value"].isna() == (frame["status"] == "..")).all()
    assert frame.loc[200 * 7 + 11, ["a", "b"]].tolist() == ["7", "11"]

"""What to ask a PxWeb table, decided without asking: explicit codes, in as few calls as may be.

Nothing is left to the server's defaults: an omitted dimension would vanish from the answer with its
values summed, and an empty selection would be answered with the agency's default one. So every
dimension is named with its codes, or declared as eliminated, and expressions are worked out here
against the metadata.
"""

from __future__ import annotations

import difflib
import fnmatch
import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, SourceError
from vagled_lmi.jsonstat import Dimension, Metadata
from vagled_lmi.sources.pxweb_extract import Extract, Label, meant
from vagled_lmi.tables import TableSpec

__all__ = ["Extract", "Label", "Selection", "calls", "resolve", "split"]

_EXPRESSION = re.compile(r"(top|bottom|from|to|range)\(([^()]*)\)", re.IGNORECASE)
_NAMED_AT_MOST = 8

Selection = dict[str, tuple[str, ...]]
#: Dimension code to what its code list has, code to label.
Lists = Mapping[str, Mapping[str, str]]


def resolve(
    spec: TableSpec, extract: Extract, metadata: Metadata, lists: Lists | None = None
) -> Selection:
    """Turn a declared selection into codes that the table has.

    Parameters
    ----------
    spec : TableSpec
        For messages.
    extract : Extract
        What is declared.
    metadata : Metadata
        What the table has.
    lists : dict of str to dict, optional
        What the code lists of `Extract.codelists` have.

    Returns
    -------
    dict of str to tuple of str
        Every dimension of the table in its order, save those eliminated; codes in declared order,
        each once.

    Raises
    ------
    SourceError
        The table has a dimension that is not declared, or lacks one, or lacks a code; names the
        nearest. Or it does not allow a dimension to be eliminated.
    ContractError
        A dimension that is to be dropped has several values selected.
    """
    has = tuple(metadata.dimensions)
    for name in (*extract.select, *extract.eliminated):
        if name not in metadata.dimensions:
            raise _refusal(spec, extract, f"har ingen dimension {quote(name)}", _nearest(name, has))
    selection: Selection = {}
    for name, dimension in metadata.dimensions.items():
        if name in extract.eliminated:
            if dimension.extension.get("elimination") is not True:
                said = f"låter inte längre dimensionen {quote(name)} ({dimension.label}) utelämnas"
                raise _refusal(spec, extract, said, "")
            continue
        if name not in extract.select:
            said = (
                f"har fått dimensionen {quote(name)} ({dimension.label}), som urvalet inte nämner"
            )
            raise _refusal(spec, extract, said, "")
        labels = (lists or {}).get(name, dimension.labels)
        is_time = name in metadata.roles.get("time", ())
        selection[name] = _codes(spec, extract, dimension, labels, is_time=is_time)
        dropped = name not in extract.columns and name not in extract.total
        if dropped and len(selection[name]) > 1:
            raise ContractError(
                f'Tabellen {spec.id}: dimensionen "{name}" har {len(selection[name])} värden valda '
                "men ingen kolumn.",
                "Ge den en kolumn i deklarationen, eller välj ett värde.",
            )
    return selection


def _codes(
    spec: TableSpec,
    extract: Extract,
    dimension: Dimension,
    labels: Mapping[str, str],
    *,
    is_time: bool,
) -> tuple[str, ...]:
    there = tuple(labels)
    left_out = extract.leave_out.get(dimension.id, ())
    offered = [code for code in there if code not in left_out]
    found: dict[str, None] = {}
    for item in extract.select[dimension.id]:
        if isinstance(item, Label):
            codes = _labelled(spec, extract, dimension, labels, item)
        elif item in there:
            codes = (item,)
        else:
            codes = _expanded(item, offered, is_time=is_time)
        if not codes:
            said = f"har inte {quote(item)} i dimensionen {quote(dimension.id)} ({dimension.label})"
            raise _refusal(spec, extract, said, _nearest(str(item), there))
        found.update(dict.fromkeys(codes))
    if not found:
        raise _refusal(spec, extract, f"har inget valt värde i {quote(dimension.id)}", "")
    return tuple(found)


def _labelled(
    spec: TableSpec,
    extract: Extract,
    dimension: Dimension,
    labels: Mapping[str, str],
    label: Label,
) -> Sequence[str]:
    found = meant(label, labels)
    if len(found) == 1:
        return found
    where = f"i {quote(dimension.id)}"
    same = meant(Label(label.words), labels) if label.code else found
    some = same or tuple(labels)
    there = "; ".join(f"{code} {labels[code]}" for code in some[:_NAMED_AT_MOST])
    if label.code in labels:
        said = (
            f"kallar {quote(label.code)} {where} {quote(labels[label.code])}, "
            f"inte {quote(label.words)}"
        )
    elif label.code:
        said = f"har inte {quote(label.code)} {quote(label.words)} {where}"
    else:
        many = f"{len(found)} värden" if found else "inget värde"
        said = f"har {many} {where} vars namn innehåller {quote(label.words)}"
    raise _refusal(spec, extract, said, f" Där finns: {there}.")


def _expanded(item: str, codes: Sequence[str], *, is_time: bool) -> Sequence[str]:
    """Return the codes that an expression stands for; none where it fits nothing."""
    if match := _EXPRESSION.fullmatch(item):
        name, arguments = match[1].lower(), [part.strip() for part in match[2].split(",")]
        if name in ("top", "bottom"):
            return _counted(arguments, codes, newest=is_time == (name == "top"))
        return _between(name, arguments, codes, is_time=is_time)
    if "*" in item or "?" in item:
        pattern = re.compile(fnmatch.translate(item.replace("[", "[[]")))
        return [code for code in codes if pattern.fullmatch(code)]
    return ()


def _counted(arguments: Sequence[str], codes: Sequence[str], *, newest: bool) -> Sequence[str]:
    """Return n codes after an offset, counted from the end (`newest`) or from the start.

    PxWebApi counts ``top`` from the end in a time dimension and from the start in any other.
    """
    if not 1 <= len(arguments) <= 2 or not all(part.isdecimal() for part in arguments):
        return ()
    count, offset = (*map(int, arguments), 0)[:2]
    if newest:
        last = max(len(codes) - offset, 0)
        return codes[max(last - count, 0) : last]
    return codes[offset : offset + count]


def _between(
    name: str, arguments: Sequence[str], codes: Sequence[str], *, is_time: bool
) -> Sequence[str]:
    """Return the codes from one to another, both included, in the table's order."""
    if len(arguments) != (2 if name == "range" else 1) or not all(arguments):
        return ()
    if is_time:
        first = min(arguments) if name != "to" else ""
        last = max(arguments) if name != "from" else "~"
        return [code for code in codes if code >= first and code[: len(last)] <= last]
    if not set(arguments) <= set(codes):
        return ()
    places = [codes.index(argument) for argument in arguments]
    start = min(places) if name != "to" else 0
    end = max(places) if name != "from" else len(codes)
    return codes[start : end + 1]


def _nearest(asked: str, there: Sequence[str]) -> str:
    near = difflib.get_close_matches(asked, there, n=3, cutoff=0.5)
    if near:
        return f" Menade du {' eller '.join(map(quote, near))}?"
    more = len(there) - _NAMED_AT_MOST
    shown = ", ".join(map(quote, there[:_NAMED_AT_MOST]))
    return f" Där finns: {shown}{f' och {more} till' if more > 0 else ''}."


def _refusal(spec: TableSpec, extract: Extract, said: str, there: str) -> SourceError:
    return SourceError(
        f"Tabellen {extract.table} hos {spec.agency} {said}.{there}",
        f"Tabellen kan ha ändrats: jämför deklarationen av {spec.id} med {spec.page or 'källan'}.",
    )


def calls(selection: Mapping[str, Sequence[str]], most: int) -> list[Selection]:
    """Split a selection into the fewest calls of at most `most` cells each.

    Parameters
    ----------
    selection : dict of str to sequence of str
        Every dimension with its codes, at least one each.
    most : int
        Cells that one call may ask for, at least one.

    Returns
    -------
    list of dict
        Selections of their own that share no cell and together are the whole, in its order.
    """
    sizes = [len(codes) for codes in selection.values()]
    pieces = [
        list(_chunks(codes, number))
        for codes, number in zip(selection.values(), split(sizes, most), strict=True)
    ]
    return [dict(zip(selection, part, strict=True)) for part in itertools.product(*pieces)]


def split(sizes: Sequence[int], most: int) -> tuple[int, ...]:
    """Return into how many pieces to cut each dimension: the fewest calls within `most` cells.

    Parameters
    ----------
    sizes : sequence of int
        Codes of each dimension, all at least one.
    most : int
        Cells of a call, at least one.

    Returns
    -------
    tuple of int
        Pieces of each dimension. Their product is the number of calls, and the product of the
        largest pieces is at most `most`. No other cut needs fewer calls.
    """
    order = sorted(range(len(sizes)), key=lambda at: sizes[at], reverse=True)
    found = _search([sizes[at] for at in order], most)
    return tuple(found[order.index(at)] for at in range(len(sizes)))


def _search(sizes: Sequence[int], most: int) -> tuple[int, ...]:
    """Branch and bound over the sizes of the largest piece; `sizes` in falling order."""
    rest = [math.prod(sizes[at:]) for at in range(len(sizes) + 1)]
    best = tuple(sizes)  # a call for each cell is always allowed
    fewest = math.prod(best)

    def descend(at: int, cells: int, pieces: tuple[int, ...], number: int) -> None:
        nonlocal best, fewest
        # However the rest is cut, it takes at least so many calls to cover what is left.
        if cells > most or number * -(-cells * rest[at] // most) >= fewest:
            return
        if at == len(sizes):
            best, fewest = pieces, number
            return
        for cut in _cuts(sizes[at]):
            if number * cut >= fewest:
                return
            descend(at + 1, cells * -(-sizes[at] // cut), (*pieces, cut), number * cut)

    descend(0, 1, (), 1)
    return best


def _cuts(size: int) -> Iterator[int]:
    """Yield the useful numbers of pieces of `size` codes: each makes the largest piece smaller."""
    cut = 1
    while True:
        yield cut
        largest = -(-size // cut)
        if largest == 1:
            return
        cut = -(-size // (largest - 1))


def _chunks(codes: Sequence[str], number: int) -> Iterable[tuple[str, ...]]:
    """Cut codes into `number` pieces that differ in length by at most one."""
    for at in range(number):
        yield tuple(codes[len(codes) * at // number : len(codes) * (at + 1) // number])

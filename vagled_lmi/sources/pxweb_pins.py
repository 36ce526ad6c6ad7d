"""In what a table differs from what was pinned of it when its identity was last settled."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi import contracts
from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.sources.pxweb_extract import Extract, Label, meant, plain
from vagled_lmi.tables import TableSpec


def differences(
    spec: TableSpec, extract: Extract, pin: Contract, metadata: Metadata
) -> Iterator[str]:
    """Say in what a table differs from its pin, so that its numbers may mean something else.

    Parameters
    ----------
    spec : TableSpec
        The declaration.
    extract : Extract
        Which measures count: those it selects.
    pin : Contract
        What the table said of itself then.
    metadata : Metadata
        What it says now.

    Yields
    ------
    str
        A Swedish clause each: another title, dimensions come, gone or renamed, a measure gone,
        renamed or in another unit. Codes and periods that come and go are no difference.
    """
    now = contracts.of_metadata(spec, metadata)
    if plain(pin.label) != plain(now.label):
        yield f"namnet var {quote(pin.label, 200)} och är nu {quote(now.label, 200)}"
    for name in pin.variables.keys() - now.variables.keys():
        yield f"dimensionen {quote(name)} finns inte längre"
    for name in now.variables.keys() - pin.variables.keys():
        yield f"dimensionen {quote(name)} har kommit till"
    for name in sorted(pin.variables.keys() & now.variables.keys()):
        was, text = pin.variables[name].label, now.variables[name].label
        if plain(was) != plain(text):
            yield f"dimensionen {quote(name)} hette {quote(was)} och heter nu {quote(text)}"
    before = _measures(extract, metadata, pin)
    after = _measures(extract, metadata, now)
    for code in before:
        if code not in after:
            yield f"måttet {quote(code)} ({before[code][0]}) finns inte längre"
        elif before[code] != after[code]:
            was, text = (" i ".join(filter(None, one[code])) for one in (before, after))
            yield f"måttet {quote(code)} var {quote(was)} och är nu {quote(text)}"


def _measures(
    extract: Extract, metadata: Metadata, contract: Contract
) -> dict[str, tuple[str, str]]:
    """Return the label and unit of each measure that an extract selects."""
    labels = {code: measure.label for code, measure in contract.measures.items()}
    codes: list[str] = []
    for name in metadata.roles.get("metric", ()):
        for item in extract.select.get(name, ()):
            if isinstance(item, Label):
                codes += meant(item, labels)
            else:
                codes += [item] if item in labels else list(labels) if item == "*" else []
    return {code: (plain(labels[code]), contract.measures[code].unit) for code in codes}

"""What a table says of itself, now and before: its variables, measures, periods and notes."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.revisions import codelists, periods
from vagled_lmi.revisions.codelists import CodeChange
from vagled_lmi.revisions.findings import Finding, Kind, Severity
from vagled_lmi.revisions.wording import change, labelled, listed, passage, region_name, retyped

#: How alike two notes must be for one to be the other, changed.
_SAME_NOTE = 0.6
#: What is left of a table's size when so much is gone that something is wrong.
_MUCH_LESS = 0.9


@dataclass(frozen=True, slots=True)
class Used:
    """Which of an agency's codes a declared table is made from.

    Attributes
    ----------
    codes : dict of str to collection of str
        The agency's dimension to the codes that are asked for. Empty where nothing is known of it:
        everything is then taken to be used.
    """

    codes: Mapping[str, Collection[str]] = field(default_factory=dict)

    def any(self, name: str, variable: Variable, codes: Collection[str]) -> bool:
        """Return whether any of a variable's codes is used.

        Codes asked for by a code list of their own are not the variable's, and say nothing of
        which of those are used: all may be.
        """
        if name not in self.codes:
            return not self.codes
        asked = set(self.codes[name])
        return asked.isdisjoint(variable.codes) or not asked.isdisjoint(codes)

    def measure(self, code: str, variables: Collection[str]) -> bool:
        """Return whether a measure is used: asked for in a dimension that is no variable."""
        if not self.codes:
            return True
        return any(code in codes for name, codes in self.codes.items() if name not in variables)


def compare(old: Contract, new: Contract, used: Used | None = None) -> list[Finding]:
    """Return what changed in what a table says of itself.

    Parameters
    ----------
    old, new : Contract
        Of the same table.
    used : Used, optional
        What the declared table is made from; all of it unless given. A change of something that is
        not used is never graver than ``notice``.
    """
    used = used or Used()
    found = [
        *_earlier(old, new, used),
        *_table(old, new),
        *_variables(old, new, used),
        *_measures(old, new, used),
        *periods.compare(old.periods, new.periods),
        *_notes(old.notes, new.notes),
    ]
    return found or list(_size(old, new))


def _earlier(old: Contract, new: Contract, used: Used) -> Iterator[Finding]:
    """Yield what changed in the agency's earlier tables that the declared one is made from too."""
    for name, before in old.earlier.items():
        if name in new.earlier:
            for finding in compare(before, new.earlier[name], used):
                yield replace(finding, sentence=f"{name}: {finding.sentence}")


def _table(old: Contract, new: Contract) -> Iterator[Finding]:
    if old.agency_id and new.agency_id and old.agency_id != new.agency_id:
        yield Finding(
            "table-replaced",
            "review",
            f"Uppgifterna ligger nu i tabellen {new.agency_id}; förut låg de i {old.agency_id}.",
        )
    how = change(old.label, new.label)
    if how != "none" and old.label and new.label:
        yield Finding(
            "table-renamed",
            "review" if how == "figures" else "notice",
            f"Tabellen heter nu {quote(new.label)}; den hette {quote(old.label)}.",
        )
    if new.discontinued and not old.discontinued:
        yield Finding("discontinued", "review", "Myndigheten säger att tabellen är avslutad.")


def _variables(old: Contract, new: Contract, used: Used) -> Iterator[Finding]:
    gone = {name: v for name, v in old.variables.items() if name not in new.variables}
    fresh = {name: v for name, v in new.variables.items() if name not in old.variables}
    for name, variable in gone.items():
        same = [n for n, v in fresh.items() if set(v.codes) == set(variable.codes)]
        if same:
            del fresh[same[0]]
            yield Finding(
                "variable-renamed",
                "review",
                f"Variabeln {labelled(name, variable.label)} heter nu {same[0]}; koderna är "
                "desamma.",
                where=name,
            )
        else:
            yield Finding(
                "variable-gone",
                "review",
                f"Variabeln {labelled(name, variable.label)} finns inte längre.",
                where=name,
            )
    for name, variable in fresh.items():
        yield Finding(
            "variable-new",
            "review",
            f"Tabellen har fått variabeln {labelled(name, variable.label)} med "
            f"{len(variable.codes)} koder.",
            where=name,
        )
    for name, variable in old.variables.items():
        if name in new.variables:
            yield from _codes(name, variable, new.variables[name], used)


def _codes(name: str, old: Variable, new: Variable, used: Used) -> Iterator[Finding]:
    if change(old.label, new.label) != "none":
        yield Finding(
            "variable-renamed",
            "notice",
            f"Variabeln {name} heter nu {quote(new.label)}; den hette {quote(old.label)}.",
            where=name,
        )
    changes = codelists.compare(old.codes, new.codes)
    for kind in ("retyped", "renamed"):
        same = [c for c in changes if c.kind == kind and c.old == c.new]
        if same:
            codes = tuple(c.old[0] for c in same)
            yield _relabelled(name, old, new, codes, used)
    for one in changes:
        if not (one.kind in ("retyped", "renamed") and one.old == one.new):
            yield _recoded(name, old, new, one, used)


def _relabelled(
    name: str, old: Variable, new: Variable, codes: tuple[str, ...], used: Used
) -> Finding:
    first = codes[0]
    before, after = old.codes[first], new.codes[first]
    many = f"{len(codes)} namn" if len(codes) > 1 else f"Namnet på koden {first}"
    example = f"{quote(before)} är nu {quote(after)}"
    if change(before, after) == "typing":
        return Finding(
            "label-retyped",
            "notice",
            f"{many} i {_of(name, new)} skrivs annorlunda: {retyped(before, after)} "
            f"({example}). Koderna är desamma.",
            where=name,
            codes=codes,
        )
    return Finding(
        "label-changed",
        _if_used("review", used.any(name, old, codes)),
        f"{many} i {_of(name, new)} har ändrats: {example}. Kontrollera att koden betyder "
        "samma sak.",
        where=name,
        codes=codes,
    )


def _recoded(name: str, old: Variable, new: Variable, one: CodeChange, used: Used) -> Finding:
    """Put into words what became of codes, beside their labels."""
    before = [labelled(code, old.codes[code]) for code in one.old]
    after = [labelled(code, new.codes[code]) for code in one.new]
    at = _of(name, new)
    kind: Kind
    severity: Severity = _if_used("review", used.any(name, old, one.old))
    match one.kind:
        case "order":
            kind, severity = "order-changed", "harmless"
            said = f"Koderna i {at} står i en annan ordning; de är desamma."
        case "new":
            kind, severity = "code-new", "notice"
            said = f"Nya koder i {at}: {listed(after)}."
        case "gone":
            kind = "code-gone"
            said = f"Koder som inte längre finns i {at}: {listed(before)}."
        case "retyped":
            kind = "code-replaced"
            said = (
                f"Koden {before[0]} i {at} skrivs nu {quote(one.new[0])}: "
                f"{retyped(one.old[0], one.new[0])}."
            )
        case "moved":
            kind, severity = "region-moved", "review"
            said = (
                f"{quote(new.codes[one.new[0]])[1:-1]} har bytt kod från {one.old[0]} till "
                f"{one.new[0]}: kommunen har flyttat från {region_name(one.old[0][:2])} till "
                f"{region_name(one.new[0][:2])}. Serierna för båda länen bryts."
            )
        case "split":
            kind = "code-split"
            said = f"Koden {before[0]} i {at} har delats i {listed(after)}."
        case "merged":
            kind = "code-merged"
            said = f"Koderna {listed(before)} i {at} har slagits ihop till {after[0]}."
        case "bounds":
            kind = "bounds-moved"
            said = (
                f"Gränsen har flyttats i {at}: {before[0]} har blivit {after[0]}. Talen före och "
                "efter gäller olika grupper."
            )
        case _:
            kind = "code-replaced"
            said = f"{after[0]} i {at} hade förut koden {one.old[0]}."
    return Finding(
        kind, severity, said, where=name, codes=tuple(dict.fromkeys((*one.old, *one.new)))
    )


def _measures(old: Contract, new: Contract, used: Used) -> Iterator[Finding]:
    variables = {*old.variables, *new.variables}
    for code, measure in old.measures.items():
        weight = used.measure(code, variables)
        if code not in new.measures:
            yield Finding(
                "measure-gone",
                _if_used("review", weight),
                f"Måttet {labelled(code, measure.label)} finns inte längre.",
                where=code,
            )
        else:
            yield from _measure(code, measure, new.measures[code], weight=weight)
    fresh = [code for code in new.measures if code not in old.measures]
    if fresh:
        names = [labelled(code, new.measures[code].label) for code in fresh]
        yield Finding("measure-new", "notice", f"Nya mått: {listed(names)}.", codes=tuple(fresh))


def _measure(code: str, old: Measure, new: Measure, *, weight: bool) -> Iterator[Finding]:
    name = labelled(code, old.label)
    how = change(old.label, new.label)
    if how == "typing":
        yield Finding(
            "measure-retyped",
            "notice",
            f"Namnet på måttet {code} skrivs annorlunda: {retyped(old.label, new.label)}.",
            where=code,
        )
    elif how != "none":
        yield Finding(
            "measure-renamed",
            _if_used("review", weight),
            f"Måttet {code} heter nu {quote(new.label)}; det hette {quote(old.label)}. "
            "Kontrollera att det mäter samma sak.",
            where=code,
        )
    if change(old.unit, new.unit) not in ("none", "typing"):
        yield Finding(
            "unit-changed",
            _if_used("breaking", weight),
            f"Enheten för måttet {name} är nu {quote(new.unit)}; den var {quote(old.unit)}. Talen "
            "betyder något annat än förut.",
            where=code,
        )
    if old.decimals != new.decimals:
        yield Finding(
            "decimals-changed",
            "notice",
            f"Måttet {name} ges nu med {_decimals(new)}; förut med {_decimals(old)}.",
            where=code,
        )
    if old.reference != new.reference:
        yield Finding(
            "base-changed",
            _if_used("review", weight),
            f"Bas- eller referensperioden för måttet {name} är nu {quote(new.reference)}; den var "
            f"{quote(old.reference)}. Talen före och efter går inte att jämföra utan omräkning.",
            where=code,
        )
    if old.method != new.method:
        yield Finding(
            "method-changed",
            _if_used("review", weight),
            f"Måttet {name} mäts, prissätts eller justeras nu som {quote(new.method)}; förut som "
            f"{quote(old.method)}.",
            where=code,
        )


def _decimals(measure: Measure) -> str:
    if measure.decimals is None:
        return "okänt antal decimaler"
    return f"{measure.decimals} decimal{'' if measure.decimals == 1 else 'er'}"


def _notes(old: Sequence[str], new: Sequence[str]) -> Iterator[Finding]:
    gone = [note for note in old if note not in new]
    for note in (note for note in new if note not in old):
        near = difflib.get_close_matches(note, gone, n=1, cutoff=_SAME_NOTE)
        if near:
            gone.remove(near[0])
            how = change(near[0], note)
            kind: Kind = "note-changed"
            said = "skrivs annorlunda" if how == "typing" else "har ändrats"
            yield Finding(kind, "notice", f"En not {said}; den lyder nu: {passage(note)}")
        else:
            yield Finding("note-new", "notice", f"Ny not: {passage(note)}")
    for note in gone:
        yield Finding("note-gone", "notice", f"En not finns inte längre: {passage(note)}")


def _size(old: Contract, new: Contract) -> Iterator[Finding]:
    """Say that the size changed, where nothing else says why; a register changes every day."""
    if old.cells != new.cells:
        yield Finding(
            "size-changed",
            "review" if new.cells < _MUCH_LESS * old.cells else "harmless",
            f"Tabellen har {new.cells} celler eller rader; den hade {old.cells}.",
        )


def _of(name: str, variable: Variable) -> str:
    same = variable.label.casefold() == name.casefold()
    return variable.label if same else f"{variable.label} ({name})"


def _if_used(severity: Severity, used: bool) -> Severity:
    return severity if used else "notice"

"""One table from an agency into the store: held to its contract, kept whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vagled_lmi import contracts, tables
from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Period, Region
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import StoreError, VagledError
from vagled_lmi.incoming import Incoming, Payloads
from vagled_lmi.interrupted import Interrupted
from vagled_lmi.sources import catalogue, longform
from vagled_lmi.sources.protocol import Inquiry, Progress, Send, UnchangedError, as_describing
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import TableSpec
from vagled_lmi.vintages import Vintage

#: Under which name the store remembers what each table said of itself when it was last fetched.
PINS = "contracts.lock"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a table to fetch; nothing named is all that is declared.

    Attributes
    ----------
    regions : tuple of str
        Codes. With each come those it is compared with in a brief.
    periods : tuple of str
        Codes; a year stands for its months and quarters too.
    ids : tuple of str
        The agency's own ids of the table, chosen by a person; as `Inquiry.ids`.
    """

    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @classmethod
    def parse(
        cls, regions: Sequence[str] = (), periods: Sequence[str] = (), ids: Sequence[str] = ()
    ) -> Wanted:
        """Read regions, by code or name, periods, and ids as a person writes them.

        Raises
        ------
        UnknownCodeError
            For a region or period that does not exist.
        """
        codes = {code for text in regions for code in company(Region.parse(text))}
        for period in periods:
            Period(period)
        return cls(tuple(sorted(codes)), tuple(dict.fromkeys(periods)), tuple(ids))


@dataclass(frozen=True, slots=True)
class Errand:
    """How a fetch goes out.

    Attributes
    ----------
    send : callable
        `vagled_lmi.session.Session.send`.
    now : str
        Time of the retrieval, UTC, ISO 8601 to the second with ``Z``.
    progress : callable
        Told about each answer.
    """

    send: Send
    now: str
    progress: Progress = lambda *_: None


def company(region: Region) -> frozenset[str]:
    """Return the codes of a region and of those it is compared with.

    Riket, the län and the NUTS2 area it lies in with that area's län, and a län's own kommuner.
    """
    codes = {region.code, "00", *(kommun.code for kommun in region.municipalities)}
    above = region.parent
    while above is not None:
        codes.add(above.code)
        above = above.parent
    if codes & {*OSTRA_MELLANSVERIGE, "SE12"}:
        codes |= {*OSTRA_MELLANSVERIGE, "SE12"}
    return frozenset(codes)


def inquiry(spec: TableSpec, store: Archive, *, day: str, wanted: Wanted | None = None) -> Inquiry:
    """Return the question to an agency about one table, with what the store knows of it."""
    wanted = wanted or Wanted()
    pinned = store.state(PINS).get(spec.id)
    question = Inquiry(
        spec=spec,
        agency=catalogue.source_of(spec).AGENCY,
        day=day,
        regions=wanted.regions,
        periods=wanted.periods,
        pinned=read_pin(spec, pinned) if pinned else None,
        ids=wanted.ids,
    )
    same = [
        vintage
        for vintage in store.vintages(spec.id)
        if not vintage.via and dict(vintage.scope) == question.scope
    ]
    return replace(question, known=same[-1].retrievals if same else ())


def read_pin(spec: TableSpec, pinned: object) -> Contract:
    """Read one entry of the lock file.

    Raises
    ------
    StoreError
        When it is not what was written there.
    """
    try:
        return Contract.from_json(pinned)  # type: ignore[arg-type]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise StoreError(
            f"Låsfilen {PINS}.json är skadad där den beskriver {spec.id}.",
            f"Ta bort raden om {spec.id}; den skrivs på nytt när tabellen hämtas.",
        ) from error


def fetch(
    spec: TableSpec, store: Store, errand: Errand, wanted: Wanted | None = None
) -> Vintage | None:
    """Ask an agency for a table, hold the answer to its contract, then keep it.

    A fetch that was interrupted goes on where it stopped. What the store held stays there, and is
    all that it holds when anything fails.

    Parameters
    ----------
    spec : TableSpec
        The table.
    store : Store
        Where the answers are kept, and what the table said of itself is pinned.
    errand : Errand
        The way out, the time, and who is told.
    wanted : Wanted, optional
        Regions and periods; all that is declared unless given.

    Returns
    -------
    Vintage or None
        None when the agency says that nothing has changed.

    Raises
    ------
    SourceError, OfflineError, DecodeError, ContractError
        What is wrong with the agency, the network, or the answer.
    """
    source = catalogue.source_of(spec)
    question = inquiry(spec, store, day=errand.now[:10], wanted=wanted)
    with (
        Interrupted(store.root, spec.id) as interrupted,
        Incoming(store, spec.id, retrieved=errand.now, licence=spec.licence) as incoming,
    ):
        errand.progress(0, 0, spec.title)
        send = interrupted.resuming(errand.send)
        try:
            for number, answer in enumerate(source.fetch(question, send), start=1):
                incoming.keep(answer)
                errand.progress(number, answer.whole, spec.title)
        except UnchangedError:
            interrupted.finish()
            store.remember(catalogue.FAILURES, spec.id, None)
            return None
        tables.check(spec, source.parse(incoming.payloads, spec))
        described = _contract(spec, incoming.payloads)
        vintage = incoming.commit()
        interrupted.finish()
    if as_describing(source) is not None or not vintage.scope:
        store.remember(PINS, spec.id, described.to_json())
    store.remember(catalogue.FAILURES, spec.id, None)
    return vintage


def contract(spec: TableSpec, vintage: Vintage, store: Archive) -> Contract:
    """Return what a table said of itself in one vintage.

    Raises
    ------
    DecodeError, ContractError
        When a payload cannot be read.
    """
    if vintage.retrievals[0].media_type == longform.MEDIA_TYPE:
        return contracts.of_frame(spec, catalogue.parsed(spec, vintage, store))
    return _contract(spec, Payloads(store, [part.sha256 for part in vintage.retrievals]))


def probe(spec: TableSpec, store: Archive, send: Send, *, day: str) -> Contract:
    """Ask an agency what a table says of itself now; nothing is stored.

    Raises
    ------
    SourceError, OfflineError, DecodeError, ContractError
        What is wrong with the agency, the network, or the answer.
    """
    source = catalogue.source_of(spec)
    question = inquiry(spec, store, day=day)
    describing = as_describing(source)
    if describing is not None:
        return describing.contract(describing.probe(question, send), spec)
    asked = Inquiry(spec, question.agency, day)
    return _contract(spec, [answer.payload for answer in source.fetch(asked, send)])


def _contract(spec: TableSpec, payloads: Sequence[bytes]) -> Contract:
    source = catalogue.source_of(spec)
    describing = as_describing(source)
    if describing is not None:
        return describing.contract(payloads, spec)
    return contracts.of_frame(spec, tables.check(spec, source.parse(payloads, spec)))


def remember_failure(spec: TableSpec, store: Store, error: VagledError, now: str) -> None:
    """Remember why a table could not be fetched, so that its readers are told."""
    store.remember(catalogue.FAILURES, spec.id, {"tried": now, "why": error.message})

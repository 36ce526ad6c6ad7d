"""From an outlook's occupations to those of SCB's register."""

from __future__ import annotations

from functools import lru_cache

from vagled_lmi.codes import ssyk_labels, ssyk_to_af

#: How the codes of an old outlook are read; shown beside every score.
NOTE = (
    "Ett yrke med flera SSYK-koder är summan av dem. En kod med tre siffror är alla grupper som "
    "börjar så. Arbetsförmedlingens grupper som SCB delar (chefer på två nivåer, undersköterskor) "
    "är summan av SCB:s. Yrken som delar en kod får samma utfall."
)


@lru_cache(maxsize=1024)
def register_codes(ssyk: str) -> tuple[str, ...]:
    """Return SCB's four-digit groups that an outlook's codes cover, in code order.

    Parameters
    ----------
    ssyk : str
        ``2411``, ``261`` or ``2223, 2226``; empty where the outlook does not say.
    """
    wanted = [code.strip() for code in ssyk.split(",") if code.strip()]
    theirs = ssyk_to_af()
    return tuple(
        scb
        for scb in ssyk_labels()
        if any(scb.startswith(code) or theirs.get(scb) == code for code in wanted)
    )

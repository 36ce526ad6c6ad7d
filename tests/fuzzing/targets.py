"""Every target of hostile input."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fuzzing import af, files, others, pxweb, skolverket
from tests.fuzzing.target import Target

TARGETS: Mapping[str, Target] = {
    **files.TARGETS,
    **pxweb.TARGETS,
    **af.TARGETS,
    **skolverket.TARGETS,
    **others.TARGETS,
}

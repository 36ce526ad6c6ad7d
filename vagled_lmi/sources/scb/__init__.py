"""SCB: population, labour market, occupations, wages, education and matching; PxWebApi 2.

The tables are declared one room a subject; all are asked for in the same way.
"""

from __future__ import annotations

from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Agency
from vagled_lmi.sources.scb import (
    commuting,
    education,
    employment,
    matching,
    occupations,
    population,
    status,
    vacancies,
    vocational,
    wages,
)

AGENCY = Agency(
    key="scb",
    name="SCB",
    url="https://statistikdatabasen.scb.se/api/v2",
    variable="VAGLED_SCB_URL",
    contact="information@scb.se",
)

fetch = pxweb.fetch
parse = pxweb.parse
probe = pxweb.probe
contract = pxweb.contract
search = pxweb.search

TABLES = (
    *population.TABLES,
    *employment.TABLES,
    *commuting.TABLES,
    *status.TABLES,
    *occupations.TABLES,
    *wages.TABLES,
    *vacancies.TABLES,
    *education.TABLES,
    *vocational.TABLES,
    *matching.TABLES,
)

"""A full advertisement with everything personal that one can hold; every word of it is made up.

Names, numbers, addresses and mail addresses carry a mark that occurs nowhere else, so that a trace
of any of them can be looked for in bytes, however it got there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

#: Occurs in every name, mail address and street address of the ad.
MARK = "Zqvistberg"
#: Numbers that the Swedish regulator keeps for fiction; nobody has them.
PHONES = ("070-174 06 05", "08-465 004 99")
PERSONNUMMER = "19811218-9876"
MAIL = f"rekrytering@{MARK.lower()}.example"
STREET = f"{MARK}sgatan 17"
NAME = f"Xenia {MARK}"

#: What must not be found anywhere. In any case, and phone numbers without their spaces too.
TRACES = (MARK, *PHONES, *(phone.replace(" ", "") for phone in PHONES), PERSONNUMMER)

_TEXT = (
    f"Ring {NAME} på {PHONES[0]} eller skriv till {MAIL}. Besök oss på {STREET}. "
    f"Facklig kontakt: {NAME}, {PHONES[1]}. Ange {PERSONNUMMER}."
)


def _concept(name: str, label: str, legacy: str) -> dict[str, Any]:
    return {"concept_id": name, "label": label, "legacy_ams_taxonomy_id": legacy}


def ad(**changes: Any) -> dict[str, Any]:
    """A full ad as the search service and the yearly files give them, in Uppsala kommun."""
    weighed = {**_concept("29387234_yov_smw", "Java", "1234"), "weight": 10}
    asked_for = {"skills": [weighed], "languages": [weighed], "work_experiences": [weighed]}
    return {
        "id": "29000001",
        "external_id": f"46-{PERSONNUMMER}",
        "original_id": "29000001",
        "label": [f"label-{MARK}"],
        "webpage_url": f"https://arbetsformedlingen.example/{MARK}",
        "logo_url": f"https://logo.example/{MARK}.png",
        "headline": f"Systemutvecklare till {NAME}s enskilda firma",
        "application_deadline": "2025-12-12T23:59:59",
        "number_of_vacancies": 2,
        "description": {
            "text": _TEXT,
            "text_formatted": f"<p>{_TEXT}</p>",
            "company_information": _TEXT,
            "needs": _TEXT,
            "requirements": _TEXT,
            "conditions": _TEXT,
        },
        "workplace_id": PERSONNUMMER,
        "employment_type": _concept("PFZr_Syz_cUq", "Vanlig anställning", "1"),
        "salary_type": _concept("oG8G_9cW_nRf", "Fast lön", "1"),
        "salary_description": f"Fråga {NAME}",
        "duration": _concept("a7uU_j21_mkL", "Tillsvidare", "1"),
        "working_hours_type": _concept("6YE1_gAC_R2G", "Heltid", "1"),
        "scope_of_work": {"min": 100, "max": 100},
        "access": f"Enligt {NAME}",
        "employer": {
            "id": PERSONNUMMER,
            "phone_number": PHONES[0],
            "email": MAIL,
            "url": f"https://{MARK}.example",
            "organization_number": PERSONNUMMER,
            "name": f"{NAME} enskild firma",
            "workplace": f"{NAME} enskild firma",
        },
        "application_details": {
            "information": _TEXT,
            "reference": NAME,
            "email": MAIL,
            "via_af": False,
            "url": f"https://{MARK}.example/sok",
            "other": PHONES[1],
        },
        "experience_required": True,
        "access_to_own_car": False,
        "driving_license_required": True,
        "driving_license": [_concept("VTK8_WRx_GcM", f"B, {NAME}", "3")],
        "occupation": _concept("7wdX_4rv_33z", "Backend-utvecklare", "7632"),
        "occupation_group": _concept(
            "DJh5_yyF_hEM", "Mjukvaru- och systemutvecklare m.fl.", "2512"
        ),
        "occupation_field": _concept("apaJ_2ja_LuF", "Data/IT", "3"),
        "workplace_address": {
            "municipality": "Uppsala",
            "municipality_code": "0380",
            "municipality_concept_id": "otaF_bQY_4ZD",
            "region": "Uppsala län",
            "region_code": "03",
            "region_concept_id": "zBon_eET_fFU",
            "country": "Sverige",
            "country_code": "199",
            "country_concept_id": "i46j_HmG_v64",
            "street_address": STREET,
            "postcode": "75310",
            "city": f"{MARK} by",
            "coordinates": [17.6389, 59.8586],
        },
        "must_have": asked_for,
        "nice_to_have": asked_for,
        "application_contacts": [
            {
                "name": NAME,
                "description": _TEXT,
                "email": MAIL,
                "telephone": PHONES[0],
                "contact_type": "Facklig kontakt",
            }
        ],
        "publication_date": "2025-11-01T08:00:00",
        "last_publication_date": "2025-12-12T23:59:59",
        "removed": False,
        "removed_date": None,
        "source_type": "VIA_ANNONSERA",
        "keywords": {
            "extracted": {"occupation": [NAME], "skill": [NAME], "location": [STREET],
                          "employer": [f"{NAME} enskild firma"]},
            "enriched": {"occupation": [NAME], "skill": [NAME], "trait": [NAME]},
        },
        "timestamp": 1762000000000,
        "relevance": 1.0,
        **changes,
    }  # fmt: skip


def traces(data: bytes | str) -> list[str]:
    """Return what of the ad is found in bytes or text, in any case."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    folded = text.casefold()
    return [trace for trace in TRACES if trace.casefold() in folded]


def traces_in(folder: Path) -> list[tuple[Path, list[str]]]:
    """Return the files below a folder whose name or contents hold anything of the ad."""
    found = [
        (path, traces(str(path)) + (traces(path.read_bytes()) if path.is_file() else []))
        for path in folder.rglob("*")
    ]
    return [(path, there) for path, there in found if there]

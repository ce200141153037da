from datetime import date
from typing import Any

from registry.company.models import NAME, OFFICE, PARTICULARS, CompanyParticular
from registry.company.standing import the_company

Line = dict[str, Any]


def company_on(day: date) -> Line:
    """The company as it was on a day, with every spell of each particular up to it; blank while none is on record."""
    if (company := the_company()) is None:
        return {"ref": None, "rev": None, "number": None, "incorporated": None, "particulars": [], "history": []}
    spells = [spell for spell in company.particulars if spell.since <= day]
    return {
        "ref": company.ref,
        "rev": company.rev,
        "number": company.number,
        "incorporated": company.incorporated,
        "particulars": [
            {"what": what.capitalize(), "value": _in_line(company.told(what, day))} for what in PARTICULARS
        ],
        "history": [_spell(spell, day) for spell in spells if spell.until or spell.since > company.incorporated],
    }


def _spell(spell: CompanyParticular, day: date) -> Line:
    return {
        "what": spell.what.capitalize(),
        "value": _in_line(spell.value),
        "since": spell.since,
        "last_day": spell.last_day if spell.until and spell.until <= day else None,
        "entered": spell.entered,
    }


def _in_line(value: str) -> str:
    return ", ".join(value.splitlines())


def letterhead_on(day: date) -> dict[str, str]:
    """What every page says of whose it is; nothing, while that is not on record."""
    if (company := the_company()) is None:
        return {}
    return {
        "company": company.told(NAME, day),
        "company_number": company.number,
        "registered_office": _in_line(company.told(OFFICE, day)),
    }

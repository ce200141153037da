from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row
from registry.profiles.schemas.full_time import FullTime


def hidden(**more: Any) -> dict[str, Any]:
    return {"metadata": {"hidden": True} | more}


def leading_to(door: str, named: str) -> fields.Function:
    return fields.Function(lambda line: line[named] and url_for(door, word=line[named]), metadata={"hidden": True})


class RoleRow(Row):
    role = fields.String()
    headcount = fields.Integer()
    full_time = FullTime(attribute="full_time_hundredths", metadata={"label": "Full-time equivalent"})
    told = fields.String(**hidden())


class ProfileRow(Row):
    practice = fields.String(metadata={"link": "practice_href"})
    code = fields.String(metadata={"label": "ODS code"})
    on = fields.Date(metadata={"label": "As at", "link": "href"})
    patients = fields.Integer()
    rated_as = fields.String(metadata={"label": "Rating by the Care Quality Commission"})
    premises = fields.String(metadata={"label": "Building"})
    staff = fields.String()
    full_time = fields.String(metadata={"label": "Full-time equivalent"})
    source = fields.String(metadata={"label": "Who said so"})
    building = fields.String(**hidden())
    tenure = fields.String(**hidden())
    rating = fields.String(**hidden())
    rated = fields.Date(**hidden())
    patients_compared = fields.String(**hidden())
    roles = fields.Nested(RoleRow, many=True, **hidden())
    headcount = fields.Integer(**hidden())
    roles_not_known = fields.Integer(**hidden())
    total = fields.Integer(**hidden())
    total_compared = fields.String(**hidden())
    ref = fields.String(**hidden())
    href = leading_to("profiles.profile", "ref")
    practice_href = leading_to("practices.practice", "code")


class ProfileOfItRow(ProfileRow):
    """A profile on the page of its practice."""

    class Meta:
        fields = ("on", "rated_as", "premises", "staff", "full_time", "source", "ref", "href")


class ProfilePage(ProfileRow):
    title = fields.Function(lambda line: f"Profile of {line['practice']}", metadata={"hidden": True})
    note = fields.String()
    later = fields.Date(**hidden())
    later_href = leading_to("profiles.profile", "later_ref")
    rev = fields.Integer(**hidden())

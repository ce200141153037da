from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting
from registry.practices.published.lines import NETWORK_CODE
from registry.structure.models import GROUPINGS, HUB, PCN, Belonging, Body, Scheme

MEMBERSHIP = "Terms of reference, Membership"
ACCOUNTABILITY = "Terms of reference, Accountability"
NETWORK_SIZE = "Network Contract DES: a network’s population"
AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"

PATIENTS = {HUB: (35_000, 60_000), PCN: (30_000, 50_000)}
"""How many patients a hub or a network is meant to have, at least and at most."""


@rule(AGAINST_FALSIFICATION, field="until")
def ends_after_it_starts(since: date, until: date | None) -> bool:
    """What is entered ends later than its first day."""
    return until is None or until > since


@rule("Organisation Data Service: start and end dates of a relationship", field="ods_until")
def ods_record_ends_after_it_starts(ods_since: date | None, ods_until: date | None) -> bool:
    """What ODS records ends later than its first day there, and ends only if it has one."""
    return ods_until is None or (ods_since is not None and ods_until > ods_since)


@rule(AGAINST_FALSIFICATION, field="code")
def code_is_free(taken: bool) -> bool:
    """A code names one body for ever, even when that body is no more; another body has this one."""
    return not taken


@rule("Organisation Data Service: codes of primary care networks", field="code")
def code_is_of_its_kind(kind: str, code: str | None) -> bool:
    """A network's code is U and five digits, like U09521, and no other body has such a code."""
    return code is None or (NETWORK_CODE.fullmatch(code) is not None) == (kind == PCN)


@rule(ACCOUNTABILITY, field="parent")
def parent_exists(parent: Body | None, *, since: date, until: date | None) -> bool:
    """A body answers to one that exists on every day of its own life."""
    return parent is None or spans(parent, since, until)


@rule(MEMBERSHIP, field="body")
def body_takes_practices(kind: str) -> bool:
    """Practices belong to areas, localities, hubs and networks; in the company's own bodies they have seats."""
    return kind in GROUPINGS


@rule(MEMBERSHIP, field="since")
def belonging_lies_within_the_life_of_the_body(body: Body, *, since: date, until: date | None) -> bool:
    """A practice belongs to a body only while that body exists."""
    return spans(body, since, until)


@rule(f"Network Agreement, Schedule 1; {MEMBERSHIP[0].lower()}{MEMBERSHIP[1:]}", field="practice")
def practice_is_in_one_body_of_a_kind(others: Iterable[Belonging], *, since: date, until: date | None) -> bool:
    """A practice is in one area, one locality, one hub and one network at a time; this one is in another of the
    kind then."""
    return not any(other.overlaps(since, until) for other in others)


@rule(MEMBERSHIP, field="until")
def has_not_ended(thing: Lasting) -> bool:
    """What has ended once does not end again; this has its end on record."""
    return thing.until is None


@rule(MEMBERSHIP, field="until")
def no_practice_comes_or_goes_later(belongings: Iterable[Belonging], *, until: date) -> bool:
    """No practice joins or leaves a body after it has ended; one does so later than this day."""
    return all(each.since < until and (each.until is None or each.until <= until) for each in belongings)


@rule(ACCOUNTABILITY, field="until")
def none_answer_to_it_later(children: Iterable[Body], *, until: date) -> bool:
    """A body outlives those that answer to it: dissolve them first, or from the same day."""
    return all(child.until is not None and child.until <= until for child in children)


@rule("Organisation Data Service: ePCN lists every network in England", field="file")
def some_partner_is_ours(partners: int) -> bool:
    """No practice of this file is in the register of practices, so none of its networks is taken. Load the
    practices first."""
    return partners > 0


@rule(AGAINST_FALSIFICATION)
def was_not_struck(struck: bool) -> bool:
    """This was struck already, as entered in error."""
    return not struck


@rule(AGAINST_FALSIFICATION)
def has_ended(thing: Lasting) -> bool:
    """This has no end on record, so there is none to put right."""
    return thing.until is not None


@rule(AGAINST_FALSIFICATION)
def nothing_belongs_to_it(belongings: Iterable[Belonging], children: Iterable[Body]) -> bool:
    """Practices belong to this body, or others answer to it: strike those first, or dissolve it."""
    return all(each.struck for each in belongings) and all(each.struck for each in children)


@rule(NETWORK_SIZE, field="most")
def least_is_no_more_than_most(least: int | None, most: int | None) -> bool:
    """The fewest patients that a body is meant to have are no more than the most."""
    return least is None or most is None or least <= most


@rule(MEMBERSHIP, field="since")
def one_scheme_of_a_kind(others: Iterable[Scheme], *, since: date, until: date | None) -> bool:
    """There is one scheme of a kind at a time, of areas, localities, hubs or networks; another of it holds then."""
    return not any(other.overlaps(since, until) for other in others)


@rule(AGAINST_FALSIFICATION, field="on")
def patients_have_been_told_by(on: date, today: date) -> bool:
    """A source tells of a day that has come; {on} is still to come."""
    return on <= today


@rule(AGAINST_FALSIFICATION, field="noted")
def is_noted_by_today(noted: date, today: date) -> bool:
    """A note is of a day that has come; {noted} is still to come."""
    return noted <= today


@rule(AGAINST_FALSIFICATION)
def is_not_settled_yet(settled: date | None) -> bool:
    """This was settled already."""
    return settled is None


@rule(AGAINST_FALSIFICATION, field="settled")
def settled_once_noted(noted: date, settled: date) -> bool:
    """It was noted on {noted}, and is settled that day or later."""
    return noted <= settled


def spans(body: Body, since: date, until: date | None) -> bool:
    """Whether a body exists on every day of a period."""
    return body.since <= since and (body.until is None or (until is not None and until <= body.until))


def remark_on_size(kind: str, patients: int | None, scheme: Scheme | None = None) -> str:
    """What is to be said of a body that has fewer or more patients than such a body is meant to have.

    The scheme in force says how many; where none does, hubs and networks are held to their sources' figures.
    """
    least, most = (scheme.least, scheme.most) if scheme else PATIENTS.get(kind, (None, None))
    if patients is None:
        return ""
    if least is not None and patients < least:
        return f"{patients:,} patients: fewer than {_meant(least, most, kind)}"
    if most is not None and patients > most:
        return f"{patients:,} patients: more than {_meant(least, most, kind)}"
    return ""


def _meant(least: int | None, most: int | None, kind: str) -> str:
    """The 30,000 to 50,000 that a PCN is meant to have."""
    return (
        f"the {' to '.join(f'{each:,}' for each in (least, most) if each is not None)} that a {kind} is meant to have."
    )

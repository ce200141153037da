"""What came after: a practice closes, networks are recast, directors come and go, and meetings are called."""

from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import APPOINTED, ENDED
from registry.demo.facts import list_sizes, networks, practices
from registry.demo.facts import people as facts
from registry.demo.story import (
    actions,
    agendas,
    authorising,
    contract,
    declarations,
    directors,
    disclosures,
    hanging,
    holders,
    minuting,
    profiles,
    resolutions,
    rounds,
    terms,
    urgent,
    votes,
)
from registry.demo.story.beginnings import enter
from registry.demo.story.cast import Cast, seal_of
from registry.demo.story.resolving import resolve
from registry.interests import commands as interests
from registry.interests.models import Interest
from registry.people import commands as people
from registry.practices.commands import load_list_sizes, load_practices
from registry.seats import commands as seats
from registry.structure.commands import load_networks
from registry.structure.published import PublishedNetworks

NEW_DIRECTOR = facts.Person("Dr Marguerite Oyelaran", date(1979, 3, 3))
NETWORK = "U50165"
RETIRED = date(2026, 9, 1)
NOT_ANSWERED = (facts.NOMINEES["C82044"].name, facts.NOMINEES["C82056"].name, facts.NOMINEES["C82109"].name)


def tell(cast: Cast) -> None:
    _until_2024(cast)
    _from_2025(cast)


def _until_2024(cast: Cast) -> None:
    holders.close_two_shires(cast)
    _load_list_sizes(cast)
    disclosures.in_2021(cast)
    directors.in_2022(cast)
    heating = urgent.in_january_2023(cast)
    _load_files_of_2023(cast)
    _correct_a_name(cast)
    urgent.in_march_2023(cast, heating)
    _change_directors(cast)
    holders.in_2024(cast)
    directors.in_2024(cast, NEW_DIRECTOR)
    terms.in_2024(cast)
    authorising.tell(cast)
    directors.recruit(cast)


def _from_2025(cast: Cast) -> None:
    profiles.in_2025(cast)
    hanging.in_2025(cast)
    directors.in_2026(cast)
    holders.in_april_2026(cast)
    rounds.in_may_2026(cast)
    _confirm_interests(cast)
    profiles.in_2026(cast)
    rounds.remind(cast)
    holders.in_june_2026(cast)
    rounds.in_june_2026(cast)
    holders.in_august_2026(cast)
    _resign(cast)
    contract.is_called(cast)
    contract.is_held(cast)
    votes.of_the_board(cast)
    actions.in_september_2026(cast)
    minuting.in_september_2026(cast)
    directors.in_october_2026(cast)
    disclosures.in_october_2026(cast)
    actions.in_october_2026(cast)
    resolutions.in_october_2026(cast)
    declarations.in_november_2026(cast)
    rounds.in_november_2026(cast)
    holders.in_november_2026(cast)
    terms.in_november_2026(cast)
    hanging.in_november_2026(cast)
    agendas.tell(cast)
    disclosures.in_november_2026(cast)
    resolutions.in_november_2026(cast)


def _load_list_sizes(cast: Cast) -> None:
    cast.it_is(2021, 7, 30)
    facts_of = list_sizes.LIST_SIZES
    name, by = "gp-reg-pat-prac-all_2021-01.csv", cast.secretary
    load_list_sizes(facts_of, as_at=list_sizes.AS_AT, name=name, sha256=seal_of(facts_of), by=by)


def _load_files_of_2023(cast: Cast) -> None:
    """Two years of the NHS's changes become known on one day."""
    cast.it_is(2023, 2, 27)
    told, by = practices.IN_2023, cast.secretary
    load_practices(told, as_at=practices.AS_AT_2023, name="epraccur_2023-02.csv", sha256=seal_of(told), by=by)
    cast.it_is(2023, 2, 27, 11)
    spells = PublishedNetworks(list(networks.NETWORKS), list(networks.SPELLS))
    load_networks(spells, as_at=networks.AS_AT, name="ePCN.xlsx", sha256=seal_of(spells), by=by)


def _correct_a_name(cast: Cast) -> None:
    cast.it_is(2023, 3, 2)
    person = cast.person(facts.NOMINEES["C82066"])
    people.correct(
        person, title="Dr", forenames="Kwabena", surname="Mensah-Boateng", reason="Misread on entry", by=cast.secretary
    )


def _change_directors(cast: Cast) -> None:
    cast.it_is(2024, 5, 14)
    cast.people[NEW_DIRECTOR.name] = enter(cast, NEW_DIRECTOR)
    seat, day = cast.seats[NETWORK], date(2024, 6, 1)
    text = "RESOLVED that the resignation of Dr Devendra Nathwani be noted; the last day is 31 May 2024."
    resolve(cast, "board", ENDED, text, date(2024, 5, 14), since=day, seat=seat, until=day)
    text = "RESOLVED that Dr Marguerite Oyelaran be appointed in his place from 1 June 2024."
    person = cast.person(NEW_DIRECTOR)
    resolve(cast, "board", APPOINTED, text, date(2024, 5, 14), since=day, seat=seat, person=person)


def _resign(cast: Cast) -> None:
    cast.it_is(2026, 9, 2)
    seats.retire(cast.seats["lay"], until=RETIRED, ended="resigned", by=cast.secretary)


def _confirm_interests(cast: Cast) -> None:
    """The round of May 2026: three have not answered."""
    cast.it_is(2026, 5, 12)
    declared = {interest.person_ref for interest in db.session.scalars(select(Interest))}
    for name in (told.name for told in (*facts.NOMINEES.values(), *facts.CLINICAL_DIRECTORS.values(), NEW_DIRECTOR)):
        person = cast.people[name]
        if name not in NOT_ANSWERED:
            interests.confirm(person, nothing=person.ref not in declared, by=cast.secretary)

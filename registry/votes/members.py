"""The members who may vote in general meeting: those who came, and the proxies of those who did not."""

from collections.abc import Iterable, Iterator
from datetime import date

from registry.meetings.models import PROXY, REPRESENTATIVE, Meeting, Representation
from registry.meetings.voices import members_on
from registry.members.models import Member
from registry.members.queries import WITH_ALL
from registry.proxies.appointments import proxies_for, standing_at, who_comes
from registry.proxies.models import Proxy
from registry.proxies.queries import how_told
from registry.votes.holdings import Holding, Voter, barred_from, there_for
from registry.votes.models import IN_PERSON


def holdings_at(meeting: Meeting) -> list[Holding]:
    """The accounts with votes by the register of the day, in the order of their folios."""
    found = (_of_member(member, meeting) for member in members_on(meeting.on, WITH_ALL))
    return [holding for holding in found if holding.votes]


def voters_at(meeting: Meeting, item_ref: str) -> Iterator[Voter]:
    """Each member who came, or else the proxies who stand and came (Model Articles, art. 46(1))."""
    there = there_for(meeting, item_ref) - barred_from(meeting, item_ref)
    proxies = proxies_for(meeting)
    noticed, standing = {each.member_ref for each in proxies}, standing_at(meeting)
    for member in members_on(meeting.on, WITH_ALL):
        if not (holding := _of_member(member, meeting)).votes:
            continue
        if came := _who_came(member, meeting, there):
            yield Voter(holding, *came, holding.votes)
            continue
        mine = [each for each in standing if each.member_ref == member.ref]
        yield from _by_proxy(mine, holding, meeting, item_ref, there)
        if member.ref not in noticed:
            yield from _let_in(member, holding, meeting, there)


def _who_came(member: Member, meeting: Meeting, there: set[str]) -> tuple[str, str] | None:
    """Of joint holders the first-named who is there votes (CA 2006, s.286); a company, by its representative."""
    holders = [holder.person_ref for holder in member.holders_on(meeting.on) if holder.person_ref in there]
    represent = [each.person_ref for each in _for(member, meeting) if each.right == REPRESENTATIVE]
    came = [(ref, IN_PERSON) for ref in holders] + [(ref, REPRESENTATIVE) for ref in represent if ref in there]
    return came[0] if came else None


def _by_proxy(
    mine: Iterable[Proxy], holding: Holding, meeting: Meeting, item_ref: str, there: set[str]
) -> Iterator[Voter]:
    for proxy in mine:
        person = who_comes(proxy, meeting)
        if person is not None and person.ref in there:
            votes = _votes_of(proxy, holding, meeting)
            yield Voter(holding, person.ref, PROXY, votes, how_told(proxy, meeting, item_ref))


def _votes_of(proxy: Proxy, holding: Holding, meeting: Meeting) -> int:
    held = proxy.member.held(meeting.on)
    return holding.votes if proxy.shares is None or not held else holding.votes * proxy.shares // held


def _let_in(member: Member, holding: Holding, meeting: Meeting, there: set[str]) -> Iterator[Voter]:
    """A proxy whom the meeting let in for a member of whom no notice is entered."""
    came = [each for each in _for(member, meeting) if each.right == PROXY and each.person_ref in there]
    if came:
        yield Voter(holding, came[0].person_ref, PROXY, holding.votes)


def _for(member: Member, meeting: Meeting) -> list[Representation]:
    return [each for each in meeting.representations if each.member_ref == member.ref]


def votes_behind(meeting: Meeting, people: Iterable[str]) -> dict[str, int]:
    """The votes that each of these has by the register or as proxy, also before it is known who came."""
    wanted, found = set(people), dict.fromkeys(people, 0)
    for member in members_on(meeting.on, WITH_ALL):
        votes = _of_member(member, meeting).votes
        for person in wanted & _who_come_as(member, meeting):
            found[person] += votes
    for proxy in standing_at(meeting):
        comes = who_comes(proxy, meeting)
        if comes is not None and comes.ref in wanted:
            found[comes.ref] += _votes_of(proxy, _of_member(proxy.member, meeting), meeting)
    return found


def _who_come_as(member: Member, meeting: Meeting) -> set[str]:
    """Whoever is that member at the meeting: who holds the shares, or represents the company that does."""
    represent = {each.person_ref for each in _for(member, meeting) if each.right == REPRESENTATIVE}
    return represent | {holder.person_ref for holder in member.holders_on(meeting.on)}


def _of_member(member: Member, meeting: Meeting) -> Holding:
    return Holding(member.ref, member.names_on(meeting.on), votes_of(member, meeting.on))


def votes_of(member: Member, day: date) -> int:
    """One for each share, or as many as the class of shares has."""
    return sum(member.held(day, each) * each.votes_per_share for each in member.classes_held(day))

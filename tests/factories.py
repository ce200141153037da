"""The cast. Each is made through the ledger, as everything is."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

import factory

from registry import clock
from registry.accounts import commands as accounts
from registry.accounts.caller import Caller
from registry.accounts.models import Account, SignIn
from registry.accounts.passwords import hash_secret
from registry.actions import commands as actions
from registry.actions.models import Action
from registry.allotments import commands as allotments
from registry.allotments.models import EXCLUDED, Allotment, Authority
from registry.authorisations import commands as authorisations
from registry.authorisations.models import Authorisation
from registry.company import commands as companies
from registry.company.models import Company
from registry.db import db
from registry.decisions import commands as decisions
from registry.decisions.effects import ASKED
from registry.decisions.models import Decision
from registry.directors import commands as directors
from registry.directors.models import Directorship
from registry.disclosures import commands as disclosures
from registry.disclosures.models import IN_BODY, Disclosure, InterestNotice
from registry.gifts import commands as gifts
from registry.gifts.models import ACCEPTED, GIFT, Gift, GiftPolicy
from registry.gifts.weighing import GoodPractice
from registry.interests.models import FINANCIAL, Confirmation, Interest
from registry.ledger import command
from registry.meetings.models import DECIDE, Item, Meeting
from registry.members.models import ALLOTMENT, Holder, Member, Movement, ShareClass
from registry.members.standing import highest_number
from registry.minutes import commands as minutes
from registry.minutes.models import Minutes
from registry.nominees import commands as nominees
from registry.nominees.models import Nomination
from registry.people.models import Person, PersonName
from registry.practices.models import ADDRESS, COMMISSIONER, NAME, STATUS, Particular, Practice
from registry.profiles import commands as profiles
from registry.profiles.models import Profile
from registry.resolutions import commands as resolutions
from registry.resolutions.models import BY_POST, ORDINARY, Resolution
from registry.reviews import commands as reviews
from registry.reviews.models import PUBLISHED, Review
from registry.rounds.models import ANNUAL, Asked, Round
from registry.seats import commands as seats
from registry.seats.models import Appointment, Seat
from registry.structure.models import Belonging, Body
from registry.terms.models import TEN_HEADINGS, Provision, Section, Terms
from registry.terms.provisions import NOTICE, QUORUM
from registry.transfers import commands as transfers
from registry.transfers.models import CERTIFICATE_2, Transfer
from registry.votes import commands as votes
from registry.votes.models import HANDS, Vote

ADA = Caller("00000000000000000000000ADA", "Ada Secretary", (("secretary", None),))
LONG_AGO = date(2010, 1, 1)

numbers = count(1)


@command
def given(create: Any, *, by: Caller, **facts: Any) -> Any:
    return create(**facts)


class Given(factory.alchemy.SQLAlchemyModelFactory):
    """Whatever is given was recorded by Ada."""

    class Meta:
        abstract = True
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731

    @classmethod
    def create(cls, **facts: Any) -> Any:
        return given(super().create, by=ADA, **facts)


def AnAccount(role: str = "secretary", scope: str | None = None) -> Account:
    number = next(numbers)
    account = accounts.open(name=f"Somebody {number}", email=f"somebody{number}@example.org", by=ADA)
    accounts.grant(account, role=role, since=LONG_AGO, scope=scope, by=ADA)
    return account


def AToken(role: str) -> str:
    """A token's secret, for somebody with a role."""
    return accounts.issue_token(AnAccount(role), purpose="tests", by=ADA)


def signed_in(role: str, scope: str | None = None) -> str:
    """The cookie of a browser in which somebody with a role has signed in."""
    secret = f"secret {next(numbers)}"
    now = clock.now()
    db.session.add(SignIn(hash=hash_secret(secret), account_ref=AnAccount(role, scope).ref, began=now, used=now))
    db.session.commit()
    return secret


class APerson(Given):
    """A person of one name: APerson(title="Dr", forenames="Asha", surname="Patel", born=date(1975, 5, 1))."""

    class Meta:
        model = Person

    class Params:
        title = ""
        forenames = "Asha"
        surname = "Patel"
        since = LONG_AGO

    names = factory.LazyAttribute(
        lambda told: [PersonName(title=told.title, forenames=told.forenames, surname=told.surname, since=told.since)]
    )


class APractice(Given):
    """A practice with one of each particular: APractice(code="C82001", name="KIBWORTH", closed=date(2020, 7, 1)).

    List sizes are given as parts: APractice(list_sizes=[ListSize(on=date(2021, 1, 1), patients=4_275)]).
    """

    class Meta:
        model = Practice

    class Params:
        name = "THE TEST SURGERY"
        address = "1 HIGH STREET\nWIGSTON\nLE18 2EW"
        commissioner = "03W"
        status = "active"

    code = factory.LazyFunction(lambda: f"C9{next(numbers):04}")
    opened = LONG_AGO
    particulars = factory.LazyAttribute(
        lambda told: [
            Particular(what=what, value=value, since=told.opened or LONG_AGO)
            for what, value in (
                (NAME, told.name),
                (ADDRESS, told.address),
                (COMMISSIONER, told.commissioner),
                (STATUS, told.status),
            )
        ]
    )


class ABody(Given):
    """A body founded long ago: ABody(kind="PCN", name="Rutland Health", code="U67590", until=date(2022, 4, 1))."""

    class Meta:
        model = Body

    kind = "board"
    name = factory.LazyFunction(lambda: f"Body {next(numbers)}")
    since = LONG_AGO


class ABelonging(Given):
    """A practice in a body: ABelonging(practice=practice, body=pcn, since=date(2019, 7, 1), until=None)."""

    class Meta:
        model = Belonging

    body = factory.SubFactory(ABody, kind="locality")
    practice = factory.SubFactory(APractice)
    since = LONG_AGO


class ASeat(Given):
    """A seat, of nobody who is a director: ASeat(title="Rutland", kind="ACD", director=True, constituency=pcn)."""

    class Meta:
        model = Seat

    body = factory.SubFactory(ABody)
    title = factory.LazyFunction(lambda: f"Seat {next(numbers)}")
    kind = "lay"
    since = LONG_AGO


def AnAppointment(**facts: Any) -> Appointment:
    """Somebody in a seat: AnAppointment(seat=seat, person=person, since=date(2026, 4, 1), until=None)."""
    facts = {"since": LONG_AGO} | facts
    seat, person = facts.pop("seat", None) or ASeat(), facts.pop("person", None) or APerson(born=date(1975, 5, 1))
    return seats.appoint(seat, person=person, **facts, by=ADA)


class AnInterest(Given):
    """An interest declared on the day it arose: AnInterest(person=person, until=date(2026, 4, 1), public=False)."""

    class Meta:
        model = Interest

    person = factory.SubFactory(APerson)
    kind = FINANCIAL
    organisation = "Latham House Medical Practice"
    description = "Partner, with a sixth of the profits"
    since = date(2024, 4, 1)
    declared_on = factory.LazyAttribute(lambda told: told.since)


class AConfirmation(Given):
    """A person's word: AConfirmation(person=person, on=date(2026, 5, 3), nothing=False)."""

    class Meta:
        model = Confirmation

    person = factory.SubFactory(APerson)
    on = date(2026, 5, 3)
    nothing = True


class AShareClass(Given):
    """A class of £1 shares: AShareClass(name="Ordinary", nominal=100, votes_per_share=1, numbered=True)."""

    class Meta:
        model = ShareClass

    name = factory.LazyFunction(lambda: f"Class {next(numbers)}")
    nominal = 100
    votes_per_share = 1
    rights = ""
    numbered = False


class AMember(Given):
    """A member of one holder who holds no shares yet: AMember(person=asha), or AMember(persons=[asha, ben])."""

    class Meta:
        model = Member

    class Params:
        person = factory.SubFactory(APerson)
        persons = factory.LazyAttribute(lambda told: [told.person])

    folio = factory.LazyFunction(lambda: next(numbers))
    entered = date(2017, 4, 1)
    ceased = None
    address = "1 HIGH STREET\nWIGSTON\nLE18 2EW"
    holders = factory.LazyAttribute(
        lambda told: [Holder(person=person, place=place) for place, person in enumerate(told.persons, start=1)]
    )


@command
def give_shares(
    member: Member, share_class: ShareClass, shares: int, *, on: date = date(2017, 4, 1), paid: int = 100, by: Caller
) -> Movement:
    """Shares that a member has held since a day, numbered on from the last if their class is."""
    first = highest_number(share_class) + 1 if share_class.numbered else None
    last = first and first + shares - 1
    movement = Movement(
        share_class=share_class, what=ALLOTMENT, on=on, shares=shares, paid=paid, first=first, last=last
    )
    member.movements.append(movement)
    return movement


def AHolding(shares: int = 10, *, on: date = date(2017, 4, 1), paid: int = 100, **facts: Any) -> Movement:
    """A member with shares: AHolding(10, member=member, share_class=ordinary, on=date(2017, 4, 1))."""
    member, share_class = facts.pop("member", None) or AMember(), facts.pop("share_class", None) or AShareClass()
    return give_shares(member, share_class, shares, on=on, paid=paid, by=ADA)


def ATransfer(member: Member | None = None, **facts: Any) -> Transfer:
    """Shares lodged on 3 July 2026, for nothing, to somebody new: ATransfer(member, shares=4, to=ben, lodged=…)."""
    member = member or AHolding().member
    share_class = facts.get("share_class") or member.movements[0].share_class
    usual: dict[str, Any] = {
        "share_class": share_class,
        "shares": member.held(date.max, share_class),
        "consideration": 0,
        "stamping": CERTIFICATE_2,
        "lodged": date(2026, 7, 3),
    }
    if "to" not in facts and "transferees" not in facts:
        usual["transferees"] = [APerson(forenames="Ben", surname="Okoro")]
    if "to" not in facts:
        usual["address"] = "2 HIGH STREET\nWIGSTON\nLE18 2EW"
    facts = usual | facts
    facts = {"instrument_date": facts["lodged"], "instrument_received": facts["lodged"]} | facts
    return transfers.lodge(member, **facts, by=ADA)


class SomeTerms(Given):
    """A finished text, circulated or adopted: SomeTerms(body=body, since=date(2026, 4, 1), quorum=3)."""

    class Meta:
        model = Terms
        exclude = ("quorum", "notice_days")

    quorum = notice_days = None
    body = factory.SubFactory(ABody)
    kind = "terms of reference"
    circulated = LONG_AGO
    title = factory.LazyAttribute(lambda told: f"Terms of reference of {told.body.name}")
    version = factory.LazyFunction(lambda: f"{next(numbers)}.0")
    sections = factory.LazyFunction(
        lambda: [
            Section(place=place, heading=heading, text=f"What is agreed about {heading.lower()}.")
            for place, heading in enumerate(TEN_HEADINGS, start=1)
        ]
    )
    provisions = factory.LazyAttribute(
        lambda told: [
            Provision(place=place, what=what, number=figure)
            for place, (what, figure) in enumerate(((QUORUM, told.quorum), (NOTICE, told.notice_days)), start=1)
            if figure is not None
        ]
    )


class AMeeting(Given):
    """A meeting with items to decide: AMeeting(body=board, on=date(2026, 11, 14), titles=["Budget", "Contract"])."""

    class Meta:
        model = Meeting

    class Params:
        titles = ["Terms of reference"]

    body = factory.SubFactory(ABody)
    on = date(2026, 5, 14)
    begins = "18:30"
    place = "The Springs, Wigston"
    notice_given = date(2026, 4, 29)
    items = factory.LazyAttribute(
        lambda told: [
            Item(place=place, title=title, purpose=DECIDE) for place, title in enumerate(told.titles, start=1)
        ]
    )


def ADecision(**facts: Any) -> Decision:
    """A decision of a board, taken without a meeting: ADecision(body=board, on=date(2026, 5, 14), kind="other")."""
    on = facts.get("on", date(2026, 5, 14))
    usual = {"kind": "approve", "route": "unanimous", "text": "RESOLVED that it be so.", "outcome": "carried"}
    if "body" not in facts:
        facts["body"] = ABody()
    return decisions.log(**usual | {"on": on, "since": on} | facts, by=ADA)


def AnAction(meeting: Meeting | None = None, **facts: Any) -> Action:
    """Something agreed at a meeting of 14 May 2026: AnAction(meeting, item=1, owner=asha, due=date(2026, 5, 31))."""
    usual: dict[str, Any] = {"what": "write to the landlord"}
    if "decision" not in facts or meeting is not None:
        facts["meeting"] = meeting or AMeeting()
    if "owner" not in facts:
        facts["owner"] = APerson()
    return actions.agree(**usual | facts, by=ADA)


def ACompany(**facts: Any) -> Company:
    """The company: ACompany(name="Federation Limited", incorporated=date(2015, 3, 2))."""
    usual = {"number": "01234567", "incorporated": date(2015, 3, 2), "name": "Federation Limited"}
    usual |= {"office": "1 HIGH STREET\nWIGSTON\nLE18 2EW", "year_end": "31 March"}
    return companies.enter(**usual | facts, by=ADA)


def ANomination(**facts: Any) -> Nomination:
    """A practice that an account is held for: ANomination(member=member, practice=practice, shares=None)."""
    member, practice = facts.pop("member", None) or AMember(), facts.pop("practice", None) or APractice()
    return nominees.nominate(member, practice=practice, **{"since": member.entered} | facts, by=ADA)


def AnAuthority(**facts: Any) -> Authority:
    """Authority for 300 shares, for five years from 3 May 2026: AnAuthority(share_class=ordinary, maximum=10)."""
    usual = {"maximum": 300, "granted": date(2026, 5, 3), "expires": date(2031, 5, 3)}
    usual |= {"resolution": "Ordinary resolution of 3 May 2026"}
    if "share_class" not in facts:
        facts["share_class"] = AShareClass()
    return allotments.authorise(**usual | facts, by=ADA)


def AnAllotment(*lots: tuple[Member, int], **facts: Any) -> Allotment:
    """Shares allotted on 1 July 2026 for £1: AnAllotment((asha, 10), (ben, 3), share_class=ordinary, on=…)."""
    on = facts.get("on", date(2026, 7, 1))
    usual = {"on": on, "entered": on, "paid": 100, "preemption": EXCLUDED}
    if "share_class" not in facts:
        facts["share_class"] = AShareClass()
    lines = [{"member": member, "shares": shares} for member, shares in lots or [(AMember(), 10)]]
    return allotments.allot(lots=lines, **usual | facts, by=ADA)


def AProfile(practice: Practice | None = None, **facts: Any) -> Profile:
    """A profile of 1 April 2026 that knows nothing: AProfile(practice, on=…, rating="Good", rated=…, nurses=3)."""
    heads = {"Nurses": facts.pop("nurses", None)}
    staff = [{"role": role, "headcount": each, "full_time_hundredths": None} for role, each in heads.items()]
    usual = {"on": date(2026, 4, 1), "source": "The practice manager", "staff": staff}
    return profiles.record(practice or APractice(), **usual | facts, by=ADA)


def ARound(*people: Person, **facts: Any) -> Round:
    """A round of May 2026 in which some are asked: ARound(asha, ben, kind="six-monthly", closed=date(2026, 7, 1))."""
    return given(_a_round, people=people, **facts, by=ADA)


def _a_round(people: Sequence[Person], **facts: Any) -> Round:
    usual = {"title": "Annual declarations 2026", "kind": ANNUAL, "opens": date(2026, 5, 1), "due": date(2026, 5, 31)}
    round = Round(**usual | facts, asked=[Asked(person=person, why="") for person in people])
    db.session.add(round)
    return round


def AReview(interest: Interest | None = None, **facts: Any) -> Review:
    """An interest seen on 14 May 2026, noted and published: AReview(interest, on=…, publication="withheld", …)."""
    usual: dict[str, Any] = {"on": date(2026, 5, 14), "mitigation": "Noted", "publication": PUBLISHED}
    return reviews.review(interest or AnInterest(), **usual | facts, by=ADA)


def AGift(person: Person | None = None, **facts: Any) -> Gift:
    """A hamper from a patient, accepted and declared on the day: AGift(value=30_00, offered_on=date(2026, 4, 1))."""
    usual = {"kind": GIFT, "organisation": "A patient", "supplier": False, "description": "A hamper", "value": 20_00}
    usual |= {"offered_on": date(2026, 4, 1), "outcome": ACCEPTED}
    facts.setdefault("declared_on", facts.get("offered_on", usual["offered_on"]))
    return gifts.declare(person or APerson(), **usual | facts, by=ADA)


def AGiftPolicy(**facts: Any) -> GiftPolicy:
    """A policy of the guidance's own amounts: AGiftPolicy(since=date(2025, 4, 1), from_others=40_00)."""
    usual = vars(GoodPractice()) | {"since": date(2020, 4, 1), "resolution": "board decision 2020/4"}
    return gifts.adopt_policy(**usual | facts, by=ADA)


def ADirector(person: Person | None = None, **facts: Any) -> Directorship:
    """A directorship of before the books were opened: ADirector(person, since=date(2020, 4, 1), until=None)."""
    return directors.bring_in(person=person or APerson(), **{"since": date(2018, 4, 1)} | facts, by=ADA)


def ANotice(person: Person | None = None, **facts: Any) -> InterestNotice:
    """A general notice of a director: ANotice(person, since=date(2026, 5, 1), kind=WRITTEN, transaction="A lease")."""
    usual = {"kind": IN_BODY, "organisation": "Vale Diagnostics Ltd", "nature": "Director", "extent": "A third"}
    who = person or ADirector().person
    return disclosures.give(person=who, **usual | {"since": date(2026, 5, 1)} | facts, by=ADA)


def ADisclosure(meeting: Meeting, person: Person, **facts: Any) -> Disclosure:
    """What a director declared at a meeting: ADisclosure(meeting, person, item=1, nature="Partner")."""
    usual = {"item": 1, "nature": "Partner", "extent": "A sixth of the profits"}
    return disclosures.declare(meeting, person=person, **usual | facts, by=ADA)


def AnAuthorisation(person: Person, **facts: Any) -> Authorisation:
    """A conflict authorised from 13 May 2026: AnAuthorisation(person, review_due=date(2026, 5, 14), lapses=…)."""
    usual = {"situation": "Tutor at the training hub", "covers": "Hold the post", "since": date(2026, 5, 13)}
    return authorisations.authorise(person, **usual | facts, by=ADA)


def AVote(meeting: Meeting, **facts: Any) -> Vote:
    """A question put by hands on item 1 of a meeting whose attendance is known: AVote(meeting, votes_for=3)."""
    usual = {"item": 1, "question": "That it be so.", "method": HANDS}
    return votes.put(meeting, **usual | facts, by=ADA)


def SomeMinutes(meeting: Meeting | None = None, **boxes: str) -> Minutes:
    """Minutes of a meeting that was held, circulated on its day: SomeMinutes(meeting, opening="It began late.")."""
    draft = minutes.begin(meeting or AMeeting(), by=ADA)
    minutes.write(draft, was=dict.fromkeys(boxes, ""), boxes=boxes, desk="", by=ADA)
    return minutes.circulate(draft, circulated=draft.meeting.on, letters=False, by=ADA)


def AResolution(**facts: Any) -> Resolution:
    """One circulated now, on paper, to the members: AResolution(body=board, passes_as="unanimous decision")."""
    usual: dict[str, Any] = dict.fromkeys(ASKED) | {"takes_effect": None, "answer_by": None}
    usual |= {"passes_as": ORDINARY, "title": "The contract", "text": "RESOLVED that it be so.", "kind": "approve"}
    sent = {name: facts.pop(name) for name in ("by_email", "otherwise", "note") if name in facts}
    if "body" not in facts:
        facts["body"] = ABody(name="General Meeting", kind="general meeting")
    draft = resolutions.draft({"title": facts.get("title", "The contract")}, by=ADA)
    words = usual | {"proposers": [], "not_counted": []} | facts
    return resolutions.circulate(draft, words, **{"by_email": False, "otherwise": BY_POST} | sent, by=ADA)

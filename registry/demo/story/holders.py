"""What becomes of shares and their holders: one allotted, one in another's name, one lost, one left without a vote."""

from datetime import date

from registry.allotments import commands as allotments
from registry.allotments.models import EXCLUDED, Allotment
from registry.certificates import commands as certificates
from registry.certificates.models import LOST
from registry.certificates.standing import live_on
from registry.db import db
from registry.decisions.models import ALLOTTED, TRANSFERRED
from registry.demo.facts import people as facts
from registry.demo.story.beginnings import enter
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.demo.story.shares import A_POUND
from registry.filings import commands as filings
from registry.filings.returns import arisen
from registry.inspections import commands as inspections
from registry.inspections.models import COPY, INSPECT
from registry.people import commands as people
from registry.reorganisations import commands as reorganisations
from registry.transfers import commands as transfers
from registry.transfers.models import CERTIFICATE_1

ACCOUNTANTS = "The accountants"
SUCCESSOR = facts.Person("Dr Oluwaseun Bankole-Hart", date(1985, 4, 11))


def close_two_shires(cast: Cast) -> None:
    """It merges into South Leicestershire, as is inferred; its nominee's shares pass to South Leicestershire's."""
    cast.it_is(2020, 7, 1, 9)
    reorganisations.merge(
        cast.practices["C82001"],
        practices=[{"practice": cast.practices["C82036"], "branch": None}],
        on=date(2020, 7, 1),
        source="Inferred from the NHS’s files: Two Shires closed with its last day on 30 June 2020, and South "
        "Leicestershire Medical Partnership is of the same village",
        inferred=True,
        by=cast.secretary,
    )
    cast.it_is(2020, 7, 1)
    instrument = {"instrument_date": date(2020, 6, 29), "instrument_received": date(2020, 7, 1)}
    lodged = transfers.lodge(
        cast.members["C82036"],
        to=cast.members["C82001"],
        share_class=cast.ordinary,
        shares=5,
        consideration=0,
        stamping=CERTIFICATE_1,
        lodged=date(2020, 7, 1),
        lodged_by="The practice manager",
        **instrument,  # type: ignore[arg-type]
        by=cast.secretary,
    )
    cast.it_is(2020, 7, 14)
    text = "RESOLVED that the transfer of the shares held for Two Shires be registered."
    resolve(cast, "board", TRANSFERRED, text, date(2020, 7, 14), lodged=lodged)
    cast.it_is(2020, 7, 14, 11)
    certificates.issue_all(on=date(2020, 7, 14), by=cast.secretary)


def in_2024(cast: Cast) -> None:
    """A share from the reserve, under an authority of the members; and its return."""
    cast.it_is(2024, 5, 14, 11)
    allotments.authorise(
        share_class=cast.ordinary,
        maximum=40,
        granted=date(2024, 5, 14),
        expires=date(2029, 5, 13),
        resolution="Ordinary resolution of 14 May 2024",
        by=cast.secretary,
    )
    cast.it_is(2024, 6, 4)
    text = "RESOLVED that one ordinary share be allotted, at par, to the nominee of The Central Surgery, Oadby."
    answers = {"member": cast.members["C82021"], "share_class": cast.ordinary, "shares": 1, "paid": A_POUND}
    resolve(cast, "board", ALLOTTED, text, date(2024, 6, 4), preemption=EXCLUDED, **answers)
    cast.it_is(2024, 6, 18)
    certificates.issue_all(on=date(2024, 6, 18), by=cast.secretary)
    allotment = db.session.query(Allotment).order_by(Allotment.place.desc()).first()
    assert allotment is not None
    filings.record(
        form="SH01",
        about=allotment.ref,
        sent=date(2024, 6, 18),
        sent_by=ACCOUNTANTS,
        reference="DEMO-1",
        by=cast.secretary,
    )


def in_june_2026(cast: Cast) -> None:
    _lose_a_certificate(cast)


def in_august_2026(cast: Cast) -> None:
    _answer_a_request(cast)


def in_november_2026(cast: Cast) -> None:
    _receive_a_request_that_lacks_something(cast)
    _lose_a_nominee(cast)
    _lodge_a_transfer(cast)


def in_april_2026(cast: Cast) -> None:
    """The statement for the year to 31 March 2026; and what the registrar had been told before."""
    cast.it_is(2026, 4, 10)
    filings.record(
        form="CS01",
        sentence="Confirmation statement to 31 March 2026",
        sent=date(2026, 4, 10),
        sent_by=ACCOUNTANTS,
        made_up_to=date(2026, 3, 31),
        reference="DEMO-2",
        by=cast.secretary,
    )
    statement = next((arising for wanted, arising in arisen(date(2026, 4, 10)) if wanted.form == "PSC08"), None)
    assert statement is not None
    filings.record(
        form="PSC08", about=statement.about_ref, sent=date(2019, 12, 12), sent_by=ACCOUNTANTS, by=cast.secretary
    )


def _lose_a_certificate(cast: Cast) -> None:
    cast.it_is(2026, 6, 8)
    member = cast.members["C82044"]
    (lost,) = live_on(date(2026, 6, 8), [member.ref])[member.ref]
    certificates.replace(lost, why=LOST, on=date(2026, 6, 8), grounds="Indemnity of 2 June 2026", by=cast.secretary)


def _answer_a_request(cast: Cast) -> None:
    """In time: 31 August is a bank holiday."""
    cast.it_is(2026, 8, 24)
    request = inspections.log(
        received=date(2026, 8, 24),
        wants=INSPECT,
        name="Mr Quentin Farthingale",
        address="4 Invented Lane, Leicester",
        purpose="To ask the members for their views on an evening service",
        discloses=False,
        by=cast.secretary,
    )
    cast.it_is(2026, 8, 28)
    inspections.comply(
        request, on=date(2026, 8, 28), how="Inspected at the registered office", fee=350, by=cast.secretary
    )


def _receive_a_request_that_lacks_something(cast: Cast) -> None:
    cast.it_is(2026, 11, 17)
    inspections.log(
        received=date(2026, 11, 17),
        wants=COPY,
        name="Imaginary Lists Limited",
        address="9 Nowhere Street, London",
        is_organisation=True,
        by=cast.secretary,
    )


def _lose_a_nominee(cast: Cast) -> None:
    """Until his shares pass by transmission, nobody votes for the practice."""
    cast.it_is(2026, 11, 18)
    people.note_death(cast.person(facts.NOMINEES["C82611"]), died=date(2026, 11, 9), by=cast.secretary)


def _lodge_a_transfer(cast: Cast) -> None:
    """A nominee hands over to her successor; the board has not decided yet."""
    cast.it_is(2026, 11, 18, 14)
    cast.people[SUCCESSOR.name] = successor = enter(cast, SUCCESSOR)
    member = cast.members["C82056"]
    transfers.lodge(
        member,
        transferees=[successor],
        address=member.address,
        share_class=cast.ordinary,
        shares=member.held(date(2026, 11, 18)),
        consideration=0,
        stamping=CERTIFICATE_1,
        instrument_date=date(2026, 11, 12),
        instrument_received=date(2026, 11, 18),
        lodged=date(2026, 11, 18),
        lodged_by="The practice manager",
        practice=cast.practices["C82056"],
        by=cast.secretary,
    )

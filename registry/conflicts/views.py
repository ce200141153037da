from flask import abort, g, url_for

from registry.accounts.caller import note_access
from registry.conflicts import commands, queries, rules
from registry.conflicts.barring import bars_of_conflicts
from registry.conflicts.by_topic import topics_on
from registry.conflicts.models import CONFIRMED, Conflict
from registry.conflicts.plan import plan_of
from registry.conflicts.queries import Line
from registry.conflicts.reading import Reader
from registry.conflicts.schemas import (
    AnswerForm,
    AskedRow,
    AskForm,
    ConfirmForm,
    ConflictPage,
    DeclareForm,
    DismissForm,
    OfPersonRow,
    PlanPage,
    RegisterRow,
    ShortRow,
    TellForm,
    TopicRow,
    TreatForm,
    UndeclaredRow,
)
from registry.conflicts.undeclared import undeclared_on
from registry.doors import Duty, Room
from registry.meetings import bars
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from
from registry.people.models import Person
from registry.people.queries import person_of
from registry.structure.models import BOARD, Body
from registry.wording import counted
from registry.wording import day as in_words

room = Room(__name__, under="meetings")
bars.hang(bars_of_conflicts)

NOBODY = "The registers do not say which person you are, so there is nobody whose interests these would touch."
NOTHING_FOUND = "No item touches an interest that is declared, or a tie that the registers know."


def reader() -> Reader:
    """Whoever has asked for this page."""
    return Reader(
        lambda person_ref: g.account.may("interests.read_private", scope=person_ref),
        lambda meeting: withheld_from(g.account, meeting),
    )


def noted(lines: list[Line]) -> list[Line]:
    """What is about to be told; where some of it is private, the access log says who read it."""
    if private := sorted({line["person_ref"] for line in lines if line["private"]}):
        note_access("read private interests", ", ".join(private), account_ref=g.account.ref)
    return lines


@room.page("/register", needs="conflicts.read", tells=RegisterRow, title="Conflicts of interest")
def register(on):
    return noted(queries.conflicts_on(on, reader()))


@room.page(
    "/meetings/<word>/plan",
    needs="conflicts.read",
    tells=PlanPage,
    title="Conflicts of a meeting",
    of=Meeting,
    panels=False,
    acts=("conflicts.ask", "conflicts.tell", "conflicts.declare", "disclosures.declare"),
)
def plan(meeting, on):
    told = plan_of(meeting, on, reader())
    noted([line for item in told["items"] for line in item["conflicts"]])
    return told


@room.page(
    "/<word>",
    needs="conflicts.read",
    tells=ConflictPage,
    title="Conflict",
    of=Conflict,
    acts=("conflicts.treat", "conflicts.answer"),
)
def conflict(conflict, on):
    if conflict.item_ref in reader().hidden_at(conflict.meeting):
        abort(404)
    return noted([queries.conflict_on(conflict, on, reader())])[0]


def at(meeting: Meeting) -> str:
    return url_for("conflicts.plan", word=meeting.ref)


@room.form(
    "/meetings/<word>/confirm", needs="conflicts.confirm", asks=ConfirmForm, title="Confirm a conflict", of=Meeting
)
def confirm(meeting, answer):
    commands.confirm(meeting, **answer, by=g.account)
    return at(meeting)


@room.form("/meetings/<word>/dismiss", needs="conflicts.dismiss", asks=DismissForm, title="Dismiss a match", of=Meeting)
def dismiss(meeting, answer):
    commands.dismiss(meeting, **answer, by=g.account)
    return at(meeting)


@room.form("/meetings/<word>/tell", needs="conflicts.tell", asks=TellForm, title="Enter a conflict told of", of=Meeting)
def tell(meeting, answer):
    commands.tell(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/meetings/<word>/declare",
    needs="conflicts.declare",
    asks=DeclareForm,
    title="Enter a declaration made at the meeting",
    of=Meeting,
    when=lambda meeting: meeting.body.kind != BOARD,
)
def declare(meeting, answer):
    commands.declare(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/treat",
    needs="conflicts.treat",
    asks=TreatForm,
    title="Rule on this conflict",
    of=Conflict,
    edits=True,
    when=lambda conflict: conflict.state == CONFIRMED,
    offers=lambda conflict: {name: getattr(conflict, name) for name in ("treatment", "ruled_by", "ruling")},
)
def treat(conflict, answer):
    commands.treat(conflict, **answer, by=g.account)
    return at(conflict.meeting)


@room.form(
    "/<word>/answer",
    needs="conflicts.answer",
    asks=AnswerForm,
    title="Does this touch your interests?",
    of=Conflict,
    edits=True,
)
def answer(conflict, answer):
    commands.answer(conflict, **answer, by=g.account)
    return url_for(".mine")


@room.form("/meetings/<word>/ask", needs="conflicts.ask", asks=AskForm, title="Ask those concerned", of=Meeting)
def ask(meeting, answer):
    commands.ask(meeting, people=answer["people"] or queries.people_touched(meeting), by=g.account)
    return at(meeting)


@room.page("/undeclared", needs="conflicts.read", tells=UndeclaredRow, title="On the register, and not declared")
def undeclared(on):
    """The log of breaches that the guidance asks for: found, not remembered."""
    return noted(undeclared_on(on, reader()))


@room.page(
    "/bodies/<word>/topics",
    needs="conflicts.read",
    tells=TopicRow,
    title="Topics, and whom they touch",
    of=Body,
    many=True,
)
def topics(body, on):
    return topics_on(body, on, reader())


@room.page("/mine", needs="interests.read", tells=AskedRow, title="Items that touch your interests")
def mine(on):
    ref = person_of(g.account) or abort(403, NOBODY)
    return queries.asked_of(ref, on)


@room.panel(on=Meeting, needs="conflicts.read", tells=ShortRow, title="Conflicts of interest", empty=NOTHING_FOUND)
def conflicts_of_meeting(meeting, on):
    return noted(queries.conflicts_at(meeting, on, reader()))


@room.panel(on=Person, needs="conflicts.read", tells=OfPersonRow, title="Conflicts of interest", empty="")
def conflicts_of_person(person, on):
    return noted(queries.conflicts_of(person, on, reader()))


@room.duties(needs="conflicts.confirm")
def to_handle(on):
    for meeting, count in queries.to_handle_on(on):
        found = counted(count, "conflict")
        sentence = f"Confirm or dismiss {found} found for the meeting of {meeting.body.name} on {in_words(meeting.on)}."
        yield Duty(sentence, meeting.on, rules.GUIDANCE, at(meeting))


@room.duties(needs="interests.read")
def to_answer(on):
    """What the reader herself has been asked, and has not answered."""
    if ref := person_of(g.account):
        for line in queries.asked_of(ref, on):
            if not line["answered"]:
                sentence = f"Say whether item {line['number']} touches your interests: {line['meeting']}."
                yield Duty(sentence, line["on"], rules.GUIDANCE, url_for("conflicts.mine"))

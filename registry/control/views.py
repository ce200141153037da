from flask import g, url_for

from registry import clock
from registry.control import commands, queries
from registry.control.models import Statement
from registry.control.rules import CONDITIONS
from registry.control.schemas import StateForm, StatementPage, StatementRow, TestedRow
from registry.deadlines import days_from
from registry.doors import Duty, Found, Room
from registry.filings.returns import Arising, Return, hang
from registry.members.models import Member
from registry.wording import day as in_words

room = Room(__name__, under="members")

DAYS_TO_NOTIFY = 14
NO_PERSON, PERSON = "PSC08", "PSC01"


@room.page(
    "/register",
    needs="control.read",
    tells=TestedRow,
    title="Significant control",
    acts=("control.state",),
)
def register(on):
    return queries.test_on(on)


@room.page("/statements", needs="control.read", tells=StatementRow, title="Statements of significant control")
def statements(on):
    return queries.statements_on(on)


@room.page("/<word>", needs="control.read", tells=StatementPage, title="Statement", of=Statement)
def statement(statement, on):
    return queries.told(statement)


@room.form(
    "/state",
    needs="control.state",
    asks=StateForm,
    title="State what was found",
    offers=lambda: {"made": clock.today(), "on": clock.today()},
)
def state(answer):
    return url_for(".statement", word=commands.state(**answer, by=g.account).ref)


@room.duties(needs="control.state")
def to_be_tested(on):
    """The record is never blank, and what was found is looked at again once the register has been altered."""
    if altered := queries.altered_since_last_statement(on):
        sentence = f"Test for people with significant control: the register was altered on {in_words(altered)}"
        yield Duty(sentence, None, CONDITIONS, url_for("control.register"))


def arising(form):
    """Each change of finding is told to the registrar within 14 days of being confirmed."""

    def of_that_form(on):
        for found in queries.changes_of_finding(on):
            if (PERSON if found.is_registrable else NO_PERSON) == form:
                sentence = f"Tell the registrar what was found on {in_words(found.made)} of significant control"
                deadline = days_from(found.made, DAYS_TO_NOTIFY)
                yield Arising(found.ref, sentence, found.made, deadline, "control.statement", found.ref)

    return of_that_form


for form in (NO_PERSON, PERSON):
    hang(Return(form, "Statement of significant control", CONDITIONS, arising(form)))


@room.resting(on=Member)
def statements_since(member, since):
    for line in queries.statements_on(clock.today()):
        if line["on"] >= since:
            yield Found("Statement of control", in_words(line["made"]), url_for("control.statement", word=line["ref"]))

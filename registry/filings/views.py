from flask import abort, g, url_for

from registry import clock
from registry.doors import Duty, Room
from registry.files import kept
from registry.filings import commands, queries, statements
from registry.filings.models import Filing
from registry.filings.schemas import (
    AcknowledgeForm,
    CorrectForm,
    FilingPage,
    FilingRow,
    OutstandingRow,
    RecordForm,
    leading_to,
)

room = Room(__name__, under="company")
statements.hang_all()


@room.page("/register", needs="filings.read", tells=FilingRow, title="Filings", acts=("filings.record",))
def register(on):
    return queries.filings_on(on)


@room.page("/outstanding", needs="filings.read", tells=OutstandingRow, title="Still to be filed")
def outstanding(on):
    return queries.outstanding_on(on)


@room.page(
    "/<word>",
    needs="filings.read",
    tells=FilingPage,
    title="Filing",
    of=Filing,
    acts=("filings.acknowledge", "filings.correct"),
)
def filing(filing, on):
    return queries.told(filing)


@room.file("/<word>/evidence", needs="filings.read", title="Evidence of a filing", of=Filing)
def evidence(filing):
    return (filing.evidence_name, kept(filing.evidence)) if filing.evidence else abort(404)


@room.form(
    "/record", needs="filings.record", asks=RecordForm, title="Record a filing", offers=lambda: {"sent": clock.today()}
)
def record(answer):
    return at(commands.record(**answer, by=g.account))


@room.form(
    "/<word>/acknowledge",
    needs="filings.acknowledge",
    asks=AcknowledgeForm,
    title="Reference given back",
    of=Filing,
    edits=True,
)
def acknowledge(filing, answer):
    commands.acknowledge(filing, **answer, by=g.account)
    return at(filing)


@room.form(
    "/<word>/correct",
    needs="filings.correct",
    asks=CorrectForm,
    title="The record was wrong",
    of=Filing,
    edits=True,
    offers=lambda filing: {"sent": filing.sent, "sent_by": filing.sent_by, "made_up_to": filing.made_up_to},
)
def correct(filing, answer):
    commands.correct(filing, **answer, by=g.account)
    return at(filing)


def at(filing: Filing) -> str:
    return url_for("filings.filing", word=filing.ref)


@room.duties(needs="filings.record")
def to_be_filed(on):
    """Each return that has fallen due, until a filing says that it was made."""
    for line in queries.outstanding_on(on):
        sentence = f"{line['sentence']} ({line['form']})"
        done_at = url_for("filings.record", form=line["form"], about=line["about"])
        yield Duty(sentence, line["due"], line["authority"], leading_to(line), line["reckoned"], done_at)

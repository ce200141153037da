from flask import g, request, url_for

from registry.authorisations.models import Authorisation
from registry.decisions import chain, due, meanwhile, queries, rules, waiting
from registry.decisions.log import with_the_rest
from registry.decisions.models import Decision
from registry.decisions.reading import as_everybody_reads, as_read_by, is_open
from registry.decisions.schemas import AuthorityPage, DecisionLogRow, DecisionPage, DecisionRow, ShortRow
from registry.decisions.views.doors import room
from registry.doors import Duty, Found, Listing, find
from registry.interests.models import Interest
from registry.meetings.models import Meeting
from registry.members.models import Member
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import Terms
from registry.transfers.models import Transfer


def told(lines):
    """Lines of decisions as their reader reads them."""
    return as_read_by(g.account)(lines)


def on_paper(on):
    """The same with who was kept out of each, and what of it is filed."""
    listing = register(on)
    return Listing(with_the_rest(listing, on), **listing.summary)


@room.page(
    "/register",
    needs="decisions.read",
    tells=DecisionRow,
    title="Decisions",
    acts=("decisions.log",),
    on_paper=(DecisionLogRow, on_paper),
)
def register(on):
    """All decisions or, asked with ?body=, those of one body."""
    word = request.args.get("body")
    body = find(Body, word) if word else None
    bodies = queries.bodies_deciding()
    lines = told(queries.decisions_on(on, body))
    return Listing(lines, bodies=bodies, body=body and body.name, body_ref=body and body.ref)


@room.page(
    "/<path:word>/authority",
    needs="decisions.read",
    tells=AuthorityPage,
    title="By what authority",
    of=Decision,
    panels=False,
)
def authority(decision, on):
    """From what it did back to the articles, each link with its place in the ledger."""
    [line] = told([queries.decision_on(decision, on)])
    return line | {"links": chain.chain_of(decision) if is_open(line) else []}


@room.page(
    "/<path:word>",
    needs="decisions.read",
    tells=DecisionPage,
    title="Decision",
    of=Decision,
    acts=("decisions.satisfy_condition", "decisions.carry_out", "decisions.establish_seat", "decisions.abolish_seat"),
)
def decision(decision, on):
    [line] = told([queries.decision_on(decision, on)])
    return line


@room.panel(on=Body, needs="decisions.read", tells=ShortRow, title="Decisions", empty="It has decided nothing yet.")
def decisions_of(body, on):
    return told(queries.decisions_on(on, body))


@room.panel(on=Meeting, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision of it is logged.")
def decisions_at(meeting, on):
    return told(queries.decisions_at(meeting, on))


@room.panel(on=Seat, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged.")
@room.panel(on=Terms, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision adopts them.")
@room.panel(
    on=Transfer, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
@room.panel(
    on=Member, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
@room.panel(
    on=Authorisation, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
@room.panel(on=Body, needs="decisions.read", tells=ShortRow, title="Decisions about it", empty="")
def decisions_changing(document, on):
    return told(queries.decisions_changing(document.ref, on))


@room.panel(
    on=Interest,
    needs="decisions.read",
    tells=ShortRow,
    title="Decided between its arising and its declaration",
    empty="",
)
def decided_meanwhile(interest, on):
    """What the office looks at again where an interest was declared late."""
    return told(meanwhile.decided_before_it_was_declared(interest, on))


@room.resting(on=Member)
def resolutions_since(member, since):
    for line in as_everybody_reads()(queries.resolutions_of_members(since)):
        text = f"{line['number']}: {line['text']}"
        yield Found("Vote of the members", text, url_for("decisions.decision", word=line["ref"]))


@room.duties(needs="decisions.carry_out")
def to_be_carried_out(on):
    """What a decision has put off is done once its day has come; or it is said what forbids it."""
    for decision in due.due_on(on):
        number, since, href = decision.number, decision.since, url_for("decisions.decision", word=decision.ref)
        if (breach := due.forbidden(decision, on)) is None:
            sentence = f"Carry out decision {number}: {waiting.foretold(decision)}."
            yield Duty(sentence, since, rules.its_day_has_come.authority, href)
        else:
            sentence = f"Decision {number} waits, and cannot be carried out: {breach.sentence}"
            yield Duty(sentence, since, breach.authority, href)


@room.duties(needs="decisions.log")
def to_be_looked_at_again(on):
    for line in queries.to_be_looked_at_again(on):
        href = url_for("decisions.decision", word=line["ref"])
        sentence = f"{line['body']} looks again at its decision {line['number']}."
        yield Duty(sentence, line["review_by"], rules.is_looked_at_again_later.authority, href)


@room.duties(needs="decisions.satisfy_condition")
def conditions_to_be_satisfied(on):
    """Each by its day, at whose end the decision lapses."""
    for line in queries.subject_to_conditions(on):
        for each in line["open"]:
            sentence = f"Decision {line['number']} hangs on a condition: {each['words']}"
            href = url_for("decisions.decision", word=line["ref"])
            yield Duty(sentence, each["due"], rules.is_satisfied_before_it_lapses.authority, href)

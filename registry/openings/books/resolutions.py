from registry.decisions import commands, numbering
from registry.decisions.models import NOT_ON_FILE, Decision
from registry.ledger.acts import Actor
from registry.openings import naming, rules
from registry.openings.books.brought import Answers, Book, Brought
from registry.openings.books.lines import DecisionsLine
from registry.openings.books.numbers import first_free
from registry.structure.models import Body

NO_NUMBER = "The old books give it no number; it is cited as {number}."
USED_TWICE = "The old books use the number {original} twice; this one is cited as {number}."
NO_ROUTE = "How it was taken is not on file."


def bring_in(line: Answers, by: Actor) -> Brought:
    original, day = line["number"], line["on"]
    number = first_free(original or unnumbered(line["body"]), numbering.is_used)
    told = {name: line[name] for name in line if name not in ("number", "on", "supersedes")}
    earlier = _superseded(line["supersedes"])
    decision = commands.bring_in(number=number, on=day.day, dates=day.words, supersedes=earlier, **told, by=by)
    remarks = [] if line["route"] != NOT_ON_FILE else [NO_ROUTE]
    if number != original:
        remarks.append((USED_TWICE if original else NO_NUMBER).format(original=original, number=number))
    words = f"{number} of {decision.body.name}: {line['text']}"
    return Brought(words, decision, original=original, dates=day.words, remarks=remarks)


def _superseded(number: str) -> Decision | None:
    if not number:
        return None
    earlier = naming.decision(number)
    rules.earlier_decision_is_on_record(number, earlier is not None)
    return earlier


def unnumbered(body: Body) -> str:
    return f"{numbering.letters_of(body)} unnumbered"


BOOK = Book("Decisions", DecisionsLine, bring_in)

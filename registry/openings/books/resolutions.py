from registry.decisions import commands, numbering
from registry.decisions.models import NOT_ON_FILE, Decision
from registry.ledger.acts import Actor
from registry.openings import rules
from registry.openings.books.brought import Answers, Book, Brought
from registry.openings.books.cited import decision_cited
from registry.openings.books.lines import DecisionsLine
from registry.openings.books.numbers import first_free, remarks_on_number
from registry.structure.models import Body
from registry.wording import day as in_words

NO_NUMBER = "The old books give it no number; it is cited as {number}."
NO_OUTCOME = "What came of it is not on file; it is taken as carried."
NO_ROUTE = "How it was taken is not on file."


def bring_in(line: Answers, by: Actor) -> Brought:
    original, day = line["number"], line["on"]
    number = first_free(original or unnumbered(line["body"]), numbering.is_used)
    told = {name: line[name] for name in line if name not in ("number", "on", "supersedes", "outcome")}
    outcome = {"outcome": line["outcome"]} if line["outcome"] else {}
    earlier = _superseded(line["supersedes"])
    told |= {"on": day.day, "dates": day.words, "supersedes": earlier} | outcome
    decision = commands.bring_in(number=number, **told, by=by)
    remarks = [] if line["route"] != NOT_ON_FILE else [NO_ROUTE]
    remarks += [] if line["outcome"] else [NO_OUTCOME]
    remarks += remarks_on_number(original, number) if original else [NO_NUMBER.format(number=number)]
    words = f"{number} of {decision.body.name}, {in_words(decision.on)}: {line['text']}"
    return Brought(words, decision, original=original, dates=day.words, remarks=remarks)


def _superseded(number: str) -> Decision | None:
    if not number:
        return None
    earlier = decision_cited(number)
    rules.earlier_decision_is_on_record(number, earlier is not None)
    return earlier


def unnumbered(body: Body) -> str:
    return f"{numbering.letters_of(body)} unnumbered"


BOOK = Book("Decisions", DecisionsLine, bring_in)

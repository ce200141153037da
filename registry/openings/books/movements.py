from collections.abc import Sequence

from registry.ledger.acts import Actor
from registry.members import commands
from registry.members.models import BROUGHT_FORWARD, ISSUES, Member
from registry.openings.books.brought import Answers, Book, Brought, Line
from registry.openings.books.cited import by_its_authority, remarks_on
from registry.openings.books.lines import SharesLine
from registry.wording import counted
from registry.wording import day as in_words

NO_NUMBERS = "The numbers of these shares are not on file."
NO_INSTRUMENT = "No instrument of transfer is on file."
NO_PRICE = "What was paid is not on file; it is taken as the nominal value."
DRAWN = "Folio {folio} was entered by that day: the old book says “{words}”."
FORWARD = "How they came is not on file."


def in_turn(lines: Sequence[Line]) -> list[Line]:
    """By their days; of one day, what came before what went, as the register is read."""
    return sorted(lines, key=lambda line: (line[1]["on"].day, line[1]["out_of"] is not None, line[0]))


def bring_in(line: Answers, by: Actor) -> Brought:
    on, share_class = line["on"], line["share_class"]
    paid = share_class.nominal if line["paid"] is None else line["paid"]
    told = {name: line[name] for name in ("out_of", "into", "shares", "first", "instrument_received", "reference")}
    sides = [member for member in (line["out_of"], line["into"]) if member is not None]
    entered = {member.ref: member.entered for member in sides}
    with by_its_authority(line["authority"]) as decision:
        movements = commands.bring_in_movement(
            share_class, what=line["event"], on=on.day, dates=on.words, paid=paid, **told, by=by
        )
    return Brought(
        in_sentence(line),
        movements[0].member,
        movements[0],
        original=line["reference"],
        dates=on.words,
        authority=line["authority"],
        decision=decision,
        remarks=[
            *gaps_in(line),
            *(DRAWN.format(folio=m.folio, words=m.dates) for m in sides if m.entered != entered[m.ref]),
            *remarks_on(decision, on.day),
        ],
    )


def in_sentence(line: Answers) -> str:
    """Transfer of 10 Ordinary shares from folio 3 to folio 9, 12 May 2009."""
    shares = counted(line["shares"], f"{line['share_class'].name} share")
    event = f"{shares} {BROUGHT_FORWARD}" if line["event"] == BROUGHT_FORWARD else f"{line['event']} of {shares}"
    sides = f"{_side('from', line['out_of'])}{_side('to', line['into'])}"
    return f"{event[0].upper()}{event[1:]}{sides}, {in_words(line['on'].day)}"


def _side(word: str, member: Member | None) -> str:
    return f" {word} folio {member.folio}" if member else ""


def gaps_in(line: Answers) -> list[str]:
    gaps = {
        NO_NUMBERS: line["share_class"].numbered and line["out_of"] is None and line["first"] is None,
        NO_INSTRUMENT: line["event"] == "transfer" and line["instrument_received"] is None,
        NO_PRICE: line["event"] in ISSUES and line["paid"] is None,
        FORWARD: line["event"] == BROUGHT_FORWARD,
    }
    return [remark for remark, is_so in gaps.items() if is_so]


BOOK = Book("Shares that came and went", SharesLine, bring_in, in_turn, cites=True)

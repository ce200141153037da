"""The balances with which an old register closes: nothing is entered on the accounts; they are compared with these."""

from registry.ledger.acts import Actor
from registry.openings.books.brought import Answers, Book, Brought
from registry.openings.books.lines import BalancesLine
from registry.wording import counted


def note(line: Answers, by: Actor) -> Brought:
    member, share_class = line["folio"], line["share_class"]
    words = f"Folio {member.folio}: " + counted(line["shares"], f"{share_class.name} share")
    return Brought(words, member, share_class_ref=share_class.ref, shares=line["shares"], original=str(member.folio))


BOOK = Book("Balances that the old register closes with", BalancesLine, note)

from registry.ledger.acts import Actor
from registry.members import commands
from registry.nominees import commands as nominees
from registry.openings.books.brought import Answers, Book, Brought, day_of, remarks_on_end
from registry.openings.books.lines import AccountsLine
from registry.wording import day as in_words

NO_ADDRESS = "No address is on file."
NO_PRACTICE = "For which practice the shares are held is not on file."


def bring_in(line: Answers, by: Actor) -> Brought:
    holders = [line["holder"], *(h for n in (2, 3, 4) if (h := line[f"holder_{n}"]) is not None)]
    entered, ceased = line["entered"], line["ceased"]
    told = {"folio": line["folio"], "address": line["address"], "ceased": day_of(ceased), "dates": entered.words}
    member = commands.bring_in(holders=holders, entered=entered.day, **told, by=by)
    if line["practice"] is not None:
        nominees.bring_in(member, practice=line["practice"], by=by)
    remarks = [*([] if line["address"] else [NO_ADDRESS]), *([] if line["practice"] else [NO_PRACTICE])]
    words = f"Folio {member.folio}, {member.names_on(member.entered)}, entered {in_words(member.entered)}"
    if member.ceased is not None:
        words += f", ceased {in_words(member.ceased)}"
    remarks += remarks_on_end(ceased)
    return Brought(words, member, original=str(member.folio), dates=entered.words, remarks=remarks)


BOOK = Book("Accounts of members, present and past", AccountsLine, bring_in)

from registry.directors import commands
from registry.ledger.acts import Actor
from registry.openings.books.brought import Answers, Book, Brought, day_of, remarks_on_end
from registry.openings.books.cited import by_its_authority, remarks_on
from registry.openings.books.lines import DirectorsLine
from registry.wording import day as in_words

NOT_BORN = "The date of birth of a director is not on file."
NO_SERVICE_ADDRESS = "No service address is on file."


def bring_in(line: Answers, by: Actor) -> Brought:
    since, until, person = line["since"], line["until"], line["person"]
    told = {name: line[name] for name in line if name not in ("person", "since", "until", "authority")}
    with by_its_authority(line["authority"]) as decision:
        directorship = commands.bring_in(
            person=person, since=since.day, until=day_of(until), dates=since.words, **told, by=by
        )
    words = directorship.called
    if directorship.until is not None:
        words += f" until {in_words(directorship.until)}"
    remarks = [] if person.born else [NOT_BORN]
    remarks += [] if line["service_address"] else [NO_SERVICE_ADDRESS]
    remarks += [*remarks_on_end(until), *remarks_on(decision, directorship.since)]
    cited = {"authority": line["authority"], "decision": decision}
    return Brought(words, directorship, dates=since.words, remarks=remarks, **cited)


BOOK = Book("Directors, present and past", DirectorsLine, bring_in, cites=True)

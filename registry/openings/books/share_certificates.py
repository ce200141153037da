from registry.certificates import commands, standing
from registry.ledger.acts import Actor
from registry.openings.books.brought import Answers, Book, Brought, day_of, remarks_on_end
from registry.openings.books.lines import CertificatesLine
from registry.openings.books.numbers import first_free, remarks_on_number
from registry.wording import counted
from registry.wording import day as in_words

NO_REASON = "Why it is void is not on file."
NO_NUMBERS = "The numbers of its shares are not on file."


def bring_in(line: Answers, by: Actor) -> Brought:
    original, issued = line["number"], line["issued"]
    number = first_free(original, standing.is_used)
    certificate = commands.bring_in(
        number=number,
        member=line["folio"],
        share_class=line["share_class"],
        shares=line["shares"],
        ranges=line["numbers"],
        issued=issued.day,
        dates=issued.words,
        cancelled=day_of(line["cancelled"]),
        why=line["why"],
        by=by,
    )
    remarks = remarks_on_number(original, number)
    if line["share_class"].numbered and not line["numbers"]:
        remarks.append(NO_NUMBERS)
    shares = counted(line["shares"], f"{line['share_class'].name} share")
    words = f"Certificate {number}, folio {line['folio'].folio}: {shares}, issued {in_words(issued.day)}"
    if certificate.cancelled is not None:
        words += f", void since {in_words(certificate.cancelled)}"
        remarks += remarks_on_end(line["cancelled"]) + ([] if line["why"] else [NO_REASON])
    return Brought(words, certificate, original=original, dates=issued.words, remarks=remarks)


BOOK = Book("Share certificates", CertificatesLine, bring_in)

"""What writing to those who have not answered comes to: to whom, to whom not and why, and in what words."""

from collections.abc import Sequence
from datetime import date

from registry.doors import Foretold
from registry.press import letterhead
from registry.rounds.letters import OWN_LINK, body_of, subject_of
from registry.rounds.models import Round
from registry.rounds.reminding import last_day_of_links, to_write_on
from registry.rounds.schemas import LeftOutRow, LetterRow, ToWriteRow

A_READER = "[the name of each]"


def letters_foretold(round: Round, day: date, *, words: str) -> Sequence[Foretold]:
    found = to_write_on(round, day)
    to_write = [
        {
            "name": person.name_on(day),
            "address": person.email,
            "subject": subject_of(round, is_first=round.last_written_to(person.ref, day) is None),
        }
        for person in found.people
    ]
    left_out = [{"name": person.name_on(day), "why": why} for person, why in found.left_out]
    company, last_day = letterhead()["company"], last_day_of_links(round, day)
    text = body_of(round, company=company, to=A_READER, link=OWN_LINK, last_day=last_day, words=words)
    return (
        Foretold("Who will be written to", ToWriteRow, to_write, empty="Nobody."),
        Foretold("Who has not answered, and will not be written to", LeftOutRow, left_out, empty="Nobody."),
        Foretold("What is written", LetterRow, [{"text": part} for part in text.split("\n\n")]),
    )

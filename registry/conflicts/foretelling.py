"""What asking people comes to: to whom letters go, who is only asked when she signs in, and in what words."""

from collections.abc import Sequence

from registry.conflicts.letters import body_of, subject_of
from registry.conflicts.schemas import LetterRow, NoLetterRow, ToWriteRow
from registry.doors import Foretold
from registry.meetings.models import Meeting
from registry.people.models import Person

A_READER, OWN_LINK = "[the name of each]", "[a link, which is each reader’s own]"
NO_ADDRESS = "No e-mail address: asked on the front page, on signing in"


def letters_foretold(meeting: Meeting, people: Sequence[Person]) -> Sequence[Foretold]:
    def name(person: Person) -> str:
        return person.name_on(meeting.on)

    to_write = [{"name": name(each), "address": each.email} for each in people if each.email]
    without = [{"name": name(each), "why": NO_ADDRESS} for each in people if not each.email]
    text = [subject_of(meeting), *body_of(meeting, to=A_READER, link=OWN_LINK).split("\n\n")]
    return (
        Foretold("Who will be written to", ToWriteRow, to_write, empty="Nobody."),
        Foretold("Who is asked without a letter", NoLetterRow, without, empty="Nobody."),
        Foretold("What is written", LetterRow, [{"text": part} for part in text]),
    )

"""What this room brings to the pages of others: a person's, and the search."""

from flask import url_for

from registry.doors import Found
from registry.doors.hung import has_all
from registry.gifts import queries
from registry.gifts.schemas import OwnGiftRow
from registry.gifts.views.doors import noted, reads_private, room
from registry.people.models import Person
from registry.wording import pounds


@room.panel(
    on=Person,
    needs="gifts.read",
    tells=OwnGiftRow,
    title="Gifts and hospitality",
    empty="No gift or hospitality is on the register.",
)
def gifts_of(person, on):
    return noted(queries.gifts_of(person, on, private=reads_private(person.ref)))


@room.searched(needs="gifts.read")
def search(words, on):
    for line in queries.gifts_on(on):
        text = f"{line['person']}: {line['description']}, {pounds(line['value'])}"
        if has_all(f"{text} {line['organisation']}", words):
            yield Found("Gift", text, url_for("gifts.gift", word=line["ref"]))

from flask import url_for

from registry.doors import Duty, Found
from registry.doors.hung import has_all
from registry.practices.models import Practice
from registry.reorganisations import queries
from registry.reorganisations.models import Reorganisation
from registry.reorganisations.rules import MEMBERSHIP
from registry.reorganisations.schemas import ReorganisationPage, ReorganisationRow
from registry.reorganisations.tables import out_of_step_on
from registry.reorganisations.views.doors import room
from registry.structure.models import Body
from registry.wording import counted
from registry.wording import day as in_words

EXIT = "Articles, and shareholders’ agreement: terms of exit"


@room.page(
    "/register",
    needs="reorganisations.read",
    tells=ReorganisationRow,
    title="Reorganisations",
    acts=("reorganisations.regroup",),
)
def register(on):
    return queries.reorganisations_on(on)


@room.page(
    "/<word>",
    needs="reorganisations.read",
    tells=ReorganisationPage,
    title="Reorganisation",
    of=Reorganisation,
    acts={"It was wrong": ("reorganisations.undo",)},
)
def reorganisation(reorganisation, on):
    return queries.reorganisation_on(reorganisation, on)


@room.panel(
    on=Practice,
    needs="reorganisations.read",
    tells=ReorganisationRow,
    title="Reorganisations",
    empty="Has been in none.",
)
def reorganisations_of_practice(practice, on):
    return queries.of_practice(practice, on)


@room.panel(
    on=Body, needs="reorganisations.read", tells=ReorganisationRow, title="Reorganisations", empty="Has been in none."
)
def reorganisations_of_body(body, on):
    return queries.of_body(body, on)


@room.duties(needs="reorganisations.move")
def tables_out_of_step(on):
    """A practice has come or gone since a body’s terms were adopted: its membership table wants a new version."""
    for line in out_of_step_on(on):
        sentence = f"{line['terms']}: {line['sentence']}"
        yield Duty(sentence, line["since"], MEMBERSHIP, url_for("terms.version", word=line["ref"]))


@room.duties(needs="reorganisations.depart")
def shares_of_those_who_left(on):
    """Shares of a practice that has left are to be transferred, bought back or forfeited."""
    for line in queries.departed_with_shares_on(on):
        held = f"{counted(line['shares'], 'share')}, folio {', '.join(map(str, line['folios']))}"
        sentence = f"{line['practice']} left the federation on {in_words(line['on'])}, and {held}, held for it still"
        yield Duty(sentence, None, EXIT, url_for("reorganisations.reorganisation", word=line["ref"]))


@room.searched(needs="reorganisations.read")
def search(words, on):
    for line in queries.reorganisations_on(on):
        if has_all(line["sentence"], words):
            yield Found("Reorganisation", line["sentence"], url_for("reorganisations.reorganisation", word=line["ref"]))

from flask import url_for

from registry.authorisations import queries
from registry.authorisations.models import Authorisation
from registry.authorisations.rules import BY_THE_DIRECTORS
from registry.authorisations.schemas import AuthorisationPage, AuthorisationRow, OneOfSeveralRow
from registry.doors import Duty, Found, Room
from registry.index import Said
from registry.interests.models import Interest
from registry.people.models import Person

room = Room(__name__, under="interests")


@room.page("/register", needs="authorisations.read", tells=AuthorisationRow, title="Conflicts authorised")
def register(on):
    return queries.authorisations_on(on)


@room.page(
    "/<word>", needs="authorisations.read", tells=AuthorisationPage, title="Conflict authorised", of=Authorisation
)
def authorisation(authorisation, on):
    return queries.line_of(authorisation, on)


@room.panel(on=Person, needs="authorisations.read", tells=OneOfSeveralRow, title="Conflicts authorised", empty="")
def authorisations_of(person, on):
    return queries.authorisations_of(person, on)


@room.panel(on=Interest, needs="authorisations.read", tells=OneOfSeveralRow, title="Authorised", empty="")
def authorisations_about(interest, on):
    return queries.authorisations_about(interest, on)


@room.following(on=Person, needs="authorisations.read")
def authorisations_left(person, on):
    """Authority is given to a director: once a person is none, the board ends what stands."""
    for line in queries.authorisations_of(person, on):
        if line["holds"]:
            text = f"The board ends what it authorised: {line['situation']}"
            yield Found("Conflict authorised", text, url_for("authorisations.authorisation", word=line["ref"]))


@room.duties(needs="decisions.log")
def reviews_due(on):
    for line in queries.reviews_due(on):
        yield Duty(
            f"The board looks again at the conflict it authorised for {line['name']}.",
            line["review_due"],
            BY_THE_DIRECTORS,
            url_for("authorisations.authorisation", word=line["ref"]),
        )


@room.indexed(
    of=Authorisation,
    kind="Conflict authorised",
    needs="authorisations.read",
    leads=lambda hit: url_for("authorisations.authorisation", word=hit.document_ref),
)
def said_in(authorisation):
    begun = authorisation.since
    words = "\n".join(filter(None, (authorisation.situation, authorisation.covers, authorisation.conditions)))
    yield Said(authorisation.person.name_on(begun), words, on=begun, since=begun)

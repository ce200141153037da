"""The constitution: the articles, once amended by special resolution and filed, and the shareholders' agreement."""

from datetime import date

from registry.decisions.models import ADOPTED
from registry.demo.story import rules, wording
from registry.demo.story.bodies import FOUNDED
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.filings import commands as filings
from registry.meetings.models import Meeting
from registry.terms import commands as terms
from registry.terms.models import AGREEMENT, ARTICLES, Terms

OWNER = "Company secretary"
TITLES = {ARTICLES: "Articles of association", AGREEMENT: "Shareholders’ agreement"}


def adopt_the_first(cast: Cast) -> None:
    for kind, sections, provisions in (
        (ARTICLES, wording.ARTICLES, []),
        (AGREEMENT, wording.AGREEMENT, rules.AGREEMENT),
    ):
        text = f"RESOLVED as a special resolution that the {TITLES[kind].lower()} before the meeting be adopted."
        first = _version(cast, kind, "1.0", FOUNDED, sections, provisions)
        resolve(cast, "members", ADOPTED, text, FOUNDED, route="written resolution", terms=first)


def amend_the_articles(cast: Cast, meeting: Meeting, *, item: int) -> None:
    """At the meeting that made the seats of the networks, for which the articles had to make room."""
    amended = _version(cast, ARTICLES, "2.0", date(2020, 2, 3), wording.ARTICLES_OF_2020, rules.ARTICLES_OF_2020)
    text = "RESOLVED as a special resolution that version 2.0 of the articles of association be adopted."
    votes = {"votes_for": 27, "votes_against": 2, "abstained": 0}
    decision = resolve(cast, "members", ADOPTED, text, meeting.on, meeting=meeting, item=item, terms=amended, **votes)
    cast.it_is(2020, 3, 9)
    for form, about in (("Resolution", decision.ref), ("Articles", amended.ref)):
        filings.record(form=form, about=about, sent=date(2020, 3, 9), sent_by=OWNER, by=cast.secretary)


def _version(
    cast: Cast, kind: str, version: str, circulated: date, sections: list[dict[str, str]], provisions: list[rules.Told]
) -> Terms:
    return terms.circulate(
        body=cast.bodies["company"],
        kind=kind,
        title=TITLES[kind],
        version=version,
        circulated=circulated,
        sections=sections,
        provisions=provisions,
        owner=OWNER,
        by=cast.secretary,
    )

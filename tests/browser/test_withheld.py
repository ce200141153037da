"""A pack with a paper that is kept from one reader, as she has it: by her own browser, and as the office prints it."""

from io import BytesIO

import pikepdf
import pytest
from sqlalchemy import select

from registry import clock
from registry.conflicts import commands as conflicts
from registry.conflicts.models import THE_OTHERS
from registry.conflicts.treatment import NO_PAPERS
from registry.db import db
from registry.editions import commands as editions
from registry.meetings.models import AgendaPaper
from registry.people.models import Person
from tests.browser.federation import DIRECTOR, THAT_DAY
from tests.editions.test_copies import everything_in
from tests.factories import ADA
from tests.papers import text_of

pytestmark = pytest.mark.pure

TITLE, WORDS = "Recruiting a lay director", "The seat has been vacant"
READER = "Dr Edmund Thackeray"


def withheld(app):
    """The latest edition of the board’s next pack: it is ruled that the chair has no papers on the lay director."""
    with app.app_context(), clock.telling(THAT_DAY):
        paper = db.session.scalars(select(AgendaPaper).where(AgendaPaper.title == TITLE)).one()
        person = next(each for each in db.session.scalars(select(Person)) if each.called == READER)
        item = next(each for each in paper.meeting.items if each.ref == paper.item_ref)
        conflict = conflicts.tell(paper.meeting, item=item.place, person=person, nature="A relation", by=ADA)
        conflicts.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_OTHERS, by=ADA)
        edition = editions.issue(paper.meeting, why="A paper is kept from a reader.", by=ADA)
        pages = next(each.pages for each in edition.sections if each.title == f"Paper A: {TITLE}")
        return edition.ref, pages


def copied(reader, link):
    """The paper behind a link, as a browser has it."""
    href = reader.page.get_by_role("link", name=link, exact=True).first.get_attribute("href")
    answer = reader.page.request.get(href)
    assert answer.ok
    assert TITLE not in str(answer.headers)
    return answer.body()


def test_has_a_sheet_in_its_place_and_none_of_its_words_anywhere_in_the_file(opens, office):
    ref, kept = withheld(office.app)
    director, secretary = opens(office, DIRECTOR), opens(office)

    director.page.goto(f"/editions/{ref}")
    assert TITLE not in director.says
    own = copied(director, "Print your own copy")
    secretary.page.goto(f"/editions/{ref}/choose")
    made_for_him, for_all = copied(secretary, f"For {READER}"), copied(secretary, "For everyone")

    assert made_for_him == own
    everything = everything_in(own)
    assert [words for words in (TITLE, WORDS) if words in everything] == []
    assert "kept from the reader of this pack" in text_of(own)
    with pikepdf.open(BytesIO(own)) as book:
        assert "–".join(dict.fromkeys((kept[0], kept[-1]))) in [page.label for page in book.pages]
    assert TITLE in everything_in(for_all)
    assert WORDS in text_of(for_all)

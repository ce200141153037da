from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from registry import ledger
from registry.db import db
from registry.drafts import commands
from registry.drafts.models import Draft, Save
from registry.terms.models import ARTICLES, TEN_HEADINGS, TERMS_OF_REFERENCE, Terms
from registry.terms.schemas import WordsForm
from tests.drafts.drafting import a_draft
from tests.factories import ADA, ABody, AnAccount, SomeTerms

MARCH_1 = date(2026, 3, 1)
WORDS = {"title": "Terms of the hub", "version": "0.1", "sections-0-heading": "Purpose", "sections-0-text": "To care."}


def begin():
    return a_draft(body=ABody(kind="hub"), **WORDS)


def circulate(draft, **more):
    told = {"circulated": MARCH_1, "circulated_to": "", "comments_by": None} | more
    return commands.circulate(draft, WordsForm().load(draft.boxes), **told, by=ADA)


class TestBegin:
    def test_makes_a_working_paper_and_no_entry(self):
        body = ABody(kind="hub")
        before = ledger.head().size

        draft = commands.begin(body=body, kind=TERMS_OF_REFERENCE, by=ADA)

        assert (draft.rev, draft.saved_by_ref) == (1, ADA.ref)
        assert list(draft.boxes.values()) == list(TEN_HEADINGS)
        assert ledger.head().size == before

    def test_of_articles_has_no_headings_yet(self):
        assert commands.begin(body=ABody(kind="company"), kind=ARTICLES, by=ADA).boxes == {}

    def test_after_a_version_has_its_words_but_not_its_number_or_review(self):
        before = SomeTerms(version="1.0", review_due=MARCH_1, quorum=3)

        draft = commands.begin(body=before.body, kind=before.kind, terms=before, by=ADA)

        assert (draft.after, draft.boxes["title"]) == (before, before.title)
        assert draft.boxes["provisions-0-number"] == "3"
        assert not {"version", "review_due-day"} & draft.boxes.keys()


class TestWrite:
    def test_saves_what_was_changed(self):
        draft = begin()

        commands.write(draft, base=2, boxes={"title": "Terms"}, by=ADA)

        assert (draft.rev, draft.boxes) == (3, WORDS | {"title": "Terms"})

    def test_of_the_same_again_is_no_save(self):
        draft = begin()

        commands.write(draft, base=2, boxes=WORDS, by=ADA)

        assert draft.rev == 2

    def test_by_two_who_had_seen_the_same_loses_nothing(self):
        draft, other = begin(), AnAccount()

        commands.write(draft, base=2, boxes=WORDS | {"title": "Ada’s", "sections-0-text": "To care."}, by=ADA)
        commands.write(draft, base=2, boxes=WORDS | {"title": "Ben’s", "sections-0-text": "To heal."}, by=other)

        assert draft.boxes == WORDS | {"title": "Ada’s", "sections-0-text": "To heal."}
        assert [(each.box, each.text, each.account_ref) for each in draft.wordings] == [("title", "Ben’s", other.ref)]

    def test_by_somebody_who_had_seen_what_is_no_longer_on_file_keeps_every_box_that_differs(self, monkeypatch):
        monkeypatch.setattr(commands, "SAVES_KEPT", 2)
        draft = begin()
        for title in ("B", "C", "D"):
            commands.write(draft, base=draft.rev, boxes={"title": title}, by=ADA)

        commands.write(draft, base=2, boxes=WORDS | {"title": "A", "version": "0.1"}, by=ADA)

        assert draft.boxes == WORDS | {"title": "D"}
        assert [each.text for each in draft.wordings] == ["A"]
        assert db.session.query(Save).count() == 2


class TestSettle:
    @pytest.mark.parametrize(("take", "title"), [(True, "Ben’s"), (False, "Ada’s")])
    def test_takes_the_one_or_leaves_the_other(self, take, title):
        draft = begin()
        for words in ("Ada’s", "Ben’s"):
            commands.write(draft, base=2, boxes={"title": words}, by=ADA)

        commands.settle(draft, wording=draft.wordings[0].ref, take=take, by=ADA)

        assert (draft.boxes["title"], draft.wordings) == (title, [])

    def test_is_done_once(self):
        draft = begin()
        for words in ("Ada’s", "Ben’s"):
            commands.write(draft, base=2, boxes={"title": words}, by=ADA)
        wording = draft.wordings[0].ref
        commands.settle(draft, wording=wording, take=True, by=ADA)

        with pytest.raises(Exception, match="has chosen between"):
            commands.settle(draft, wording=wording, take=False, by=ADA)

        assert draft.boxes["title"] == "Ben’s"


class TestCirculate:
    def test_enters_a_version_and_keeps_the_draft_for_the_next(self):
        draft = begin()

        version = circulate(draft, circulated_to="The practices", comments_by=date(2026, 3, 15))

        assert (version.title, version.version, version.body) == ("Terms of the hub", "0.1", draft.body)
        assert (version.circulated, version.circulated_to) == (MARCH_1, "The practices")
        assert draft.circulated is version
        commands.write(draft, base=2, boxes={"version": "0.2", "sections-0-text": "To care well."}, by=ADA)
        assert circulate(draft).sections[0].text == "To care well."
        assert version.sections[0].text == "To care."

    def test_with_wordings_still_to_settle_is_refused(self):
        draft = begin()
        for words in ("Ada’s", "Ben’s"):
            commands.write(draft, base=2, boxes={"title": words}, by=ADA)

        with pytest.raises(Exception, match="choose between them before it goes out. See: Title"):
            circulate(draft)

        assert db.session.query(Terms).count() == 0


class TestDiscard:
    def test_leaves_nothing_but_what_went_out(self):
        draft = begin()
        version = circulate(draft)

        commands.discard(draft, by=ADA)

        assert (db.session.query(Draft).count(), db.session.query(Save).count()) == (0, 0)
        assert db.session.get(Terms, version.ref) is version


class TestTwoSecretaries:
    EACH = 5

    def test_writing_at_once_lose_nothing(self, shared):
        ref = begin().ref
        start = Barrier(2)

        def write(name):
            with shared.app_context():
                start.wait()
                for number in range(self.EACH):
                    draft = db.session.get(Draft, ref)
                    boxes = {f"table-{number}-responsibility": f"{name} {number}", f"sections-{name}-text": str(number)}
                    commands.write(draft, base=2, boxes=boxes, by=ADA)
                db.session.remove()

        with ThreadPoolExecutor(2) as secretaries:
            for each in [secretaries.submit(write, name) for name in ("5", "6")]:
                each.result()

        draft = db.session.get(Draft, ref)
        written = {*draft.boxes.values(), *(wording.text for wording in draft.wordings)}
        assert {f"{name} {number}" for name in ("5", "6") for number in range(self.EACH)} <= written
        assert ledger.verify() == []

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from registry import ledger
from registry.db import db
from registry.drafts import commands
from registry.drafts.models import Draft
from registry.law import Breach
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

        assert draft.boxes["title"] == before.title
        assert draft.boxes["provisions-0-number"] == "3"
        assert not {"version", "review_due-day"} & draft.boxes.keys()


def write(draft, *, desk="", by=ADA, was=WORDS, **boxes):
    commands.write(
        draft, was=was, boxes={name.replace("__", "-"): text for name, text in boxes.items()}, desk=desk, by=by
    )


class TestWrite:
    def test_saves_what_was_changed(self):
        draft = begin()
        before = draft.rev

        write(draft, title="Terms")

        assert (draft.rev, draft.boxes) == (before + 1, WORDS | {"title": "Terms"})

    def test_of_the_same_again_is_no_save(self):
        draft = begin()
        before = draft.rev

        commands.write(draft, was=WORDS, boxes=WORDS, desk="", by=ADA)

        assert draft.rev == before

    def test_by_two_who_had_seen_the_same_loses_nothing(self):
        draft, other = begin(), AnAccount()

        write(draft, desk="a", title="Ada’s", sections__0__text="To care.")
        write(draft, desk="b", by=other, title="Ben’s", sections__0__text="To heal.")

        assert draft.boxes == WORDS | {"title": "Ada’s", "sections-0-text": "To heal."}
        assert [(each.box, each.text, each.account_ref) for each in draft.wordings] == [("title", "Ben’s", other.ref)]

    def test_in_a_line_that_the_page_did_not_show_keeps_both(self):
        draft = begin()
        write(draft, desk="a", was={}, sections__1__heading="Ada’s section")

        write(draft, desk="b", was={}, sections__1__heading="Ben’s section")

        assert draft.boxes["sections-1-heading"] == "Ada’s section"
        assert [each.text for each in draft.wordings] == ["Ben’s section"]

    def test_again_at_the_same_desk_after_an_answer_was_lost_is_no_clash(self):
        draft = begin()

        for typed in ("T", "Te", "Ter"):
            write(draft, desk="a", title=typed)

        assert (draft.boxes["title"], draft.wordings) == ("Ter", [])

    def test_on_in_a_box_in_which_another_wrote_keeps_one_wording(self):
        draft = begin()
        write(draft, desk="a", title="Ada’s")

        for typed in ("B", "Be", "Ben’s"):
            write(draft, desk="b", title=typed)

        assert [each.text for each in draft.wordings] == ["Ben’s"]
        write(draft, desk="b", title="Ada’s")
        assert draft.wordings == []


def clashing(draft):
    """Ada’s title, and Ben’s kept beside it."""
    write(draft, desk="a", title="Ada’s")
    write(draft, desk="b", title="Ben’s")
    return draft.wordings[0].ref


class TestSettle:
    @pytest.mark.parametrize(("choice", "title"), [("take", "Ben’s"), ("leave", "Ada’s")])
    def test_takes_the_one_or_leaves_the_other(self, choice, title):
        draft = begin()

        commands.settle(draft, wording=clashing(draft), stands="Ada’s", choice=choice, by=ADA)

        assert (draft.boxes["title"], draft.wordings) == (title, [])

    def test_makes_a_line_of_its_own_of_all_that_was_written_there(self):
        draft = begin()
        write(draft, desk="a", was={}, sections__1__heading="Review", sections__1__text="Yearly.")
        write(draft, desk="b", was={}, sections__1__heading="Quorum", sections__1__text="Three.")

        heading = next(each for each in draft.wordings if each.box == "sections-1-heading")
        commands.settle(draft, wording=heading.ref, stands="Review", choice="apart", by=ADA)

        assert draft.wordings == []
        assert [draft.boxes[f"sections-{place}-heading"] for place in range(3)] == ["Purpose", "Review", "Quorum"]
        assert draft.boxes["sections-2-text"] == "Three."

    def test_makes_no_line_of_what_is_in_none(self):
        draft = begin()

        with pytest.raises(Breach, match="Only a line of a list"):
            commands.settle(draft, wording=clashing(draft), stands="Ada’s", choice="apart", by=ADA)

    def test_of_what_has_been_changed_since_it_was_seen_is_refused(self):
        draft = begin()
        wording = clashing(draft)
        write(draft, desk="a", title="Ada’s, and longer")

        with pytest.raises(Breach, match="changed since you looked"):
            commands.settle(draft, wording=wording, stands="Ada’s", choice="take", by=ADA)

        assert draft.boxes["title"] == "Ada’s, and longer"

    def test_is_done_once(self):
        draft = begin()
        wording = clashing(draft)
        commands.settle(draft, wording=wording, stands="Ada’s", choice="take", by=ADA)

        with pytest.raises(Breach, match="has chosen between"):
            commands.settle(draft, wording=wording, stands="Ben’s", choice="leave", by=ADA)

        assert draft.boxes["title"] == "Ben’s"


class TestCirculate:
    def test_enters_a_version_and_keeps_the_draft_for_the_next(self):
        draft = begin()

        version = circulate(draft, circulated_to="The practices", comments_by=date(2026, 3, 15))

        assert (version.title, version.version, version.body) == ("Terms of the hub", "0.1", draft.body)
        assert (version.circulated, version.circulated_to) == (MARCH_1, "The practices")
        assert draft.circulated is version
        write(draft, version="0.2", sections__0__text="To care well.")
        assert circulate(draft).sections[0].text == "To care well."
        assert version.sections[0].text == "To care."

    def test_with_wordings_still_to_settle_is_refused(self):
        draft = begin()
        clashing(draft)

        with pytest.raises(Breach, match="choose between them before it goes out. See: Title"):
            circulate(draft)

        assert db.session.query(Terms).count() == 0


class TestDiscard:
    def test_leaves_nothing_but_what_went_out(self):
        draft = begin()
        version = circulate(draft)

        commands.discard(draft, by=ADA)

        assert db.session.query(Draft).count() == 0
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
                    boxes = {
                        f"table-{number}-responsibility": f"{name} {number}",
                        f"sections-{name}-text": f"{name} {number}",
                    }
                    commands.write(draft, was={}, boxes=boxes, desk=name, by=ADA)
                db.session.remove()

        with ThreadPoolExecutor(2) as secretaries:
            for each in [secretaries.submit(write, name) for name in ("5", "6")]:
                each.result()

        draft = db.session.get(Draft, ref)
        written = {*draft.boxes.values(), *(wording.text for wording in draft.wordings)}
        assert {f"{name} {number}" for name in ("5", "6") for number in range(self.EACH)} <= written
        assert ledger.verify() == []

from datetime import date
from io import BytesIO

import pikepdf
from flask import g
from sqlalchemy import event

from registry import clock, ledger
from registry.db import db
from registry.doors import hung
from registry.terms import commands, queries
from registry.terms.models import TEN_HEADINGS, Section, Terms, TermsMember
from tests.conftest import browser_of
from tests.factories import ADA, ABody, APerson, APractice, SomeTerms
from tests.finding import found_by
from tests.packs.papers import a_paper
from tests.papers import text_of

APRIL_FIRST = date(2026, 4, 1)


def ask(app, source, *asked):
    """What home would be told, for the secretary."""
    with app.test_request_context():
        g.account = ADA
        return source(*asked)


def boxes(name, day):
    return {f"{name}-year": day.year, f"{name}-month": day.month, f"{name}-day": day.day}


def all_terms():
    return list(db.session.scalars(db.select(Terms)))


class TestRegister:
    def test_says_of_every_version_what_it_was_that_day(self, client):
        old = SomeTerms(version="1.0", since=date(2025, 4, 1))
        new = SomeTerms(version="2.0", body=old.body)
        SomeTerms(version="3.0", body=old.body)
        commands.adopt(new, since=APRIL_FIRST, by=ADA)

        def statuses(on):
            lines = client.get(f"/terms/register.json?on={on}").json["items"]
            return [(line["version"], line["status"]) for line in lines]

        assert statuses("2026-03-31") == [
            ("3.0", "circulated"),
            ("2.0", "circulated"),
            ("1.0", "in force"),
        ]
        assert statuses("2026-04-01") == [("3.0", "circulated"), ("2.0", "in force"), ("1.0", "superseded")]

    def test_comes_as_a_page_csv_and_paper(self, client):
        SomeTerms(title="Terms of the Rutland hub")

        assert "Terms of the Rutland hub" in client.get("/terms/register").text
        assert "Terms of the Rutland hub" in client.get("/terms/register.csv").text
        assert client.get("/terms/register.pdf").data.startswith(b"%PDF")

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/terms/register").status_code == 401
        assert browser_of(app, "member").get("/terms/register").status_code == 200

    def test_asks_the_books_a_few_times_however_many_terms(self, client):
        for _ in range(12):
            SomeTerms()
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *statement: asked.append(statement[2]))

        client.get("/terms/register")

        assert len(asked) <= 12


class TestVersion:
    def test_shows_its_text_members_rules_and_control(self, client):
        practice = APractice(name="OAKHAM MEDICAL PRACTICE")
        terms = SomeTerms(
            version="1.0",
            since=APRIL_FIRST,
            quorum=3,
            notice_days=5,
            review_due=date(2027, 4, 1),
            sections=[Section(place=1, heading="Membership", text="These are *members*:")],
            table=[TermsMember(place=1, practice=practice, person=APerson(), responsibility="Chair of the hub")],
        )

        page = client.get(f"/terms/{terms.ref}?on=2026-04-01").text

        for words in (
            "1. Membership",
            "<em>members</em>",
            "OAKHAM MEDICAL PRACTICE",
            "Chair of the hub",
            "The quorum is 3 voting members.",
            "Notice of a meeting is 5 clear days.",
            "1 April 2027",
            "in force",
        ):
            assert words in page

    def test_tells_programs_the_same(self, client):
        terms = SomeTerms(version="1.0", quorum=3)

        told = client.get(f"/terms/{terms.ref}.json").json

        assert [section["heading"] for section in told["sections"]] == list(TEN_HEADINGS)
        assert (told["status"], told["rev"]) == ("circulated", 1)
        assert told["provisions"] == [
            {
                "sentence": "The quorum is 3 voting members",
                "clause": "",
                "what": "quorum",
                "number": 3,
                "of": None,
                "who": "",
                "matter": "",
                "over": "",
            }
        ]

    def test_points_to_what_it_supersedes_and_what_superseded_it(self, client):
        old = SomeTerms(version="1.0", since=date(2025, 4, 1))
        new = SomeTerms(version="2.0", body=old.body)
        commands.adopt(new, since=APRIL_FIRST, by=ADA)

        assert client.get(f"/terms/{old.ref}.json").json["superseded_by_href"] == f"/terms/{new.ref}"
        assert client.get(f"/terms/{new.ref}.json").json["supersedes"] == "Version 1.0"

    def test_answers_as_it_was_known_before_it_was_adopted(self, client):
        terms = SomeTerms()
        before = clock.now()
        with ledger.because(ABody(name="stands for a decision")):
            commands.adopt(terms, since=APRIL_FIRST, by=ADA)
        after = clock.now()

        def told(instant):
            return client.get(f"/terms/{terms.ref}.json?on=2026-04-01&known={instant:%Y-%m-%dT%H:%M:%S.%fZ}").json

        assert (told(before)["status"], told(before)["adopted_by"]) == ("circulated", None)
        assert (told(after)["status"], told(after)["adopted_by"]) == ("in force", "body")

    def test_offers_to_adopt_what_was_circulated_by_a_decision(self, app, client):
        terms = SomeTerms()

        page = client.get(f"/terms/{terms.ref}").text

        assert f"/decisions/log?kind=adopt+terms&amp;terms={terms.ref}" in page
        assert "Amended at a meeting" in page
        assert "Amended at a meeting" not in browser_of(app, "member").get(f"/terms/{terms.ref}").text

    def test_offers_a_next_version_of_adopted_terms_and_no_change(self, client):
        terms = SomeTerms(since=APRIL_FIRST)

        page = client.get(f"/terms/{terms.ref}").text

        assert f"/drafts/begin?terms={terms.ref}" in page
        assert "Amended at a meeting" not in page
        assert "Withdraw this version" not in page

    def test_runs_nothing_that_was_written_in_it(self, client):
        text = "<script>alert(1)</script> [here](javascript:alert(1))"
        terms = SomeTerms(sections=[Section(place=1, heading="<b>Purpose</b>", text=text)])

        page = client.get(f"/terms/{terms.ref}").text

        assert "<script>alert" not in page
        assert "<b>Purpose" not in page
        assert 'href="javascript' not in page

    def test_keeps_every_letter_of_every_name(self, client):
        terms = SomeTerms(title="Siân Ŵyn o Lŷn", sections=[Section(place=1, heading="Diben", text="Tŷ’r ŵyn")])

        page = client.get(f"/terms/{terms.ref}").text

        assert "Siân Ŵyn o Lŷn" in page
        assert "Tŷ’r ŵyn" in page

    def test_prints_the_same_bytes_twice(self, client):
        terms = SomeTerms(since=APRIL_FIRST, quorum=3, table=[TermsMember(place=1, responsibility="Chair")])

        paper, again = (client.get(f"/terms/{terms.ref}.pdf").data for _ in range(2))

        assert paper == again
        assert len(pikepdf.open(BytesIO(paper)).pages) >= 1


class TestRuleSheet:
    def test_tells_each_rule_with_what_says_so(self, client):
        board = ABody(kind="board", name="Board")
        terms = SomeTerms(body=board, version="2.0", since=APRIL_FIRST, quorum=4)

        page = client.get(f"/terms/{board.ref}/rules?on=2026-04-01").text

        assert f'<a href="/terms/{terms.ref}">Terms of reference v2.0</a>' in page
        assert "The quorum is 4 voting members" in page
        assert "Model Articles, art. 13(1)" in page

    def test_is_of_the_day_asked(self, client):
        board = ABody(kind="board")
        SomeTerms(body=board, version="2.0", since=APRIL_FIRST, quorum=4)

        before, after = (
            client.get(f"/terms/{board.ref}/rules.json?on={day}").json for day in ("2026-03-31", "2026-04-01")
        )

        assert ["The quorum is 4 voting members" in str(told["rules"]) for told in (before, after)] == [False, True]

    def test_of_a_body_without_rules_says_so(self, client):
        assert "No terms in force for this body" in client.get(f"/terms/{ABody(kind='hub').ref}/rules").text

    def test_prints_the_same_bytes_twice(self, client):
        board = ABody(kind="board")

        paper, again = (client.get(f"/terms/{board.ref}/rules.pdf").data for _ in range(2))

        assert paper == again
        assert "Model Articles, art. 11(2)" in text_of(paper)

    def test_hangs_on_the_page_of_the_body(self, client):
        board = ABody(kind="board")

        page = client.get(f"/structure/{board.ref}").text

        assert f'href="/terms/{board.ref}/rules' in page
        assert "The quorum is 2 voting members" in page


def amending(terms, **more):
    """What the form of an amended text sends."""
    asked = {"title": terms.title, "version": "1.0", "amendments": "For “four” read “three”."}
    return (
        asked
        | boxes("amended", date(2026, 3, 15))
        | {"sections-0-heading": "Quorum", "sections-0-text": "Three practices."}
        | more
    )


class TestAmend:
    def test_begins_with_what_was_circulated_and_keeps_both(self, client):
        terms = SomeTerms(version="0.3")

        page = client.get(f"/terms/{terms.ref}/amend").text
        answer = client.post(f"/terms/{terms.ref}/amend", data=amending(terms, mover=APerson().ref))

        assert "What is agreed about purpose." in page
        assert answer.status_code == 303
        told = client.get(f"{answer.location}.json").json
        assert (told["status"], told["amends"], told["mover"]) == ("amended", "Version 0.3", "Asha Patel")
        assert client.get(f"/terms/{terms.ref}.json").json["status"] == "overtaken"
        assert "What the meeting changed in version 0.3" in client.get(answer.location).text

    def test_is_offered_and_adopted_by_a_decision(self, client):
        terms = SomeTerms(version="0.3")
        amended = client.post(f"/terms/{terms.ref}/amend", data=amending(terms)).location

        assert "Adopt by a decision" in client.get(amended).text
        assert "Adopt by a decision" not in client.get(f"/terms/{terms.ref}").text
        adopted = db.session.get(Terms, amended.rsplit("/", 1)[1])
        assert client.post("/decisions/log", data=adopting(adopted)).status_code == 303
        assert client.get(f"{amended}.json?on=2026-04-01").json["status"] == "in force"

    def test_without_its_amendments_is_refused_and_keeps_what_was_typed(self, client):
        terms = SomeTerms(version="0.3")

        answer = client.post(f"/terms/{terms.ref}/amend", data=amending(terms, amendments=""))

        assert answer.status_code == 422
        assert "Amendments: an answer is needed." in answer.text
        assert "Three practices." in answer.text

    def test_to_a_version_there_is_already_is_refused_beside_the_box(self, client):
        terms = SomeTerms(version="0.3")

        answer = client.post(f"/terms/{terms.ref}/amend", data=amending(terms, version="0.3"))

        assert answer.status_code == 409
        assert 'href="#version"' in answer.text
        assert all_terms() == [terms]

    def test_is_for_the_secretary(self, app):
        terms = SomeTerms()

        assert browser_of(app, "director").get(f"/terms/{terms.ref}/amend").status_code == 403


class TestWithdraw:
    def test_says_so_from_that_day(self, client):
        terms = SomeTerms()
        asked = {"reason": "Overtaken", "rev": terms.rev} | boxes("on", APRIL_FIRST)

        assert client.post(f"/terms/{terms.ref}/withdraw", data=asked).status_code == 303

        assert client.get(f"/terms/{terms.ref}.json?on=2026-03-31").json["status"] == "circulated"
        page = client.get(f"/terms/{terms.ref}?on=2026-04-01").text
        assert "withdrawn" in page
        assert "Adopt by a decision" not in page

    def test_a_page_out_of_date_is_refused(self, api):
        terms = SomeTerms()
        stale = {"If-Match": str(terms.rev)}
        asked = {"on": "2026-04-01", "reason": "Overtaken"}
        commands.adopt(terms, since=APRIL_FIRST, by=ADA)

        assert api.post(f"/terms/{terms.ref}/withdraw", json=asked).status_code == 428
        assert api.post(f"/terms/{terms.ref}/withdraw", json=asked, headers=stale).status_code == 412


class TestKeepSignedCopy:
    def test_is_handed_out_again_as_it_was_kept(self, client):
        terms = SomeTerms(kind="articles", since=APRIL_FIRST)
        sent = {"signed": (BytesIO(a_paper("Signed")), "signed.pdf"), "rev": terms.rev}

        answer = client.post(f"/terms/{terms.ref}/keep_signed_copy", data=sent)

        assert answer.status_code == 303
        assert f'href="/terms/{terms.ref}/signed' in client.get(answer.location).text
        copy = client.get(f"/terms/{terms.ref}/signed")
        assert "Signed" in text_of(copy.data)
        assert "filename=signed.pdf" in copy.headers["Content-Disposition"]

    def test_of_what_is_no_pdf_is_refused_by_its_name(self, client):
        terms = SomeTerms(since=APRIL_FIRST)
        sent = {"signed": (BytesIO(b"words"), "signed.docx"), "rev": terms.rev}

        answer = client.post(f"/terms/{terms.ref}/keep_signed_copy", data=sent)

        assert (answer.status_code, terms.signed) == (422, None)
        assert "“signed.docx” is not a PDF." in answer.text

    def test_that_was_never_kept_is_not_found(self, client):
        assert client.get(f"/terms/{SomeTerms(since=APRIL_FIRST).ref}/signed").status_code == 404


def adopting(terms, since=APRIL_FIRST):
    """What the decision form sends to adopt terms from a day."""
    answers = {"body": terms.body_ref, "kind": "adopt terms", "route": "unanimous", "outcome": "carried"}
    dates = boxes("on", APRIL_FIRST) | boxes("since", since)
    return answers | dates | {"text": "RESOLVED that they be adopted.", "terms": terms.ref}


class TestAdoptedByADecision:
    def test_they_are_in_force_from_that_day(self, client):
        terms = SomeTerms()

        assert client.post("/decisions/log", data=adopting(terms)).status_code == 303

        assert queries.in_force(terms.body, APRIL_FIRST).ref == terms.ref

    def test_a_second_in_force_on_one_day_is_refused_beside_the_box(self, client):
        first = SomeTerms(since=APRIL_FIRST)
        second = SomeTerms(body=first.body)

        answer = client.post("/decisions/log", data=adopting(second))

        assert answer.status_code == 409
        assert "Model Articles, art. 5" in answer.text
        assert 'href="#since-day"' in answer.text
        assert "RESOLVED that they be adopted." in answer.text
        assert queries.in_force(first.body, APRIL_FIRST).ref == first.ref

    def test_of_an_unfinished_text_the_sections_are_named(self, client):
        terms = SomeTerms(sections=[Section(place=1, heading="Purpose", text="The XXX Partnership Hub")])

        answer = client.post("/decisions/log", data=adopting(terms))

        assert answer.status_code == 409
        assert "Look again at: Purpose." in answer.text


class TestPanel:
    def test_a_bodys_page_shows_its_terms(self, client):
        terms = SomeTerms(title="Terms of the Rutland hub")

        page = client.get(f"/structure/{terms.body_ref}").text

        assert "Terms of the Rutland hub" in page
        assert f'href="/terms/{terms.ref}"' in page


class TestReviews:
    def test_are_due_sixty_days_ahead(self, app):
        terms = SomeTerms(since=date(2025, 4, 1), version="1.0", review_due=APRIL_FIRST)
        SomeTerms(body=terms.body, review_due=APRIL_FIRST)

        def reviews(day):
            return [duty for duty in ask(app, hung.duties, day) if duty.href.startswith("/terms/")]

        assert reviews(date(2026, 1, 30)) == []
        assert [(duty.due, duty.href) for duty in reviews(date(2026, 1, 31))] == [(APRIL_FIRST, f"/terms/{terms.ref}")]
        assert "Review “Terms of reference of Body" in reviews(date(2026, 5, 1))[0].sentence


class TestSearch:
    def test_finds_terms_by_title_and_clauses_by_their_words(self, app, client):
        terms = SomeTerms(
            title="Terms of the hub", sections=[Section(place=4, heading="Quorum", text="Half of the Members, 50%")]
        )

        def found(words):
            results = ask(app, hung.search, words, APRIL_FIRST)
            return [(each.kind, each.href) for each in results if each.href.startswith("/terms/")]

        assert found("OF THE HUB") == [("Terms", f"/terms/{terms.ref}")]
        assert [(hit["kind"], hit["href"]) for hit in found_by(client, "members, 50%")] == [
            ("Clause", f"/terms/{terms.ref}#section-4")
        ]
        assert found_by(client, "half%members") == []


class TestHugeTables:
    def test_are_shown_and_printed_whole_over_as_many_pages_as_they_take(self, client):
        rows = "\n".join(f"| Practice {number} | Siân Ŵyn {number} |" for number in range(200))
        wide = " | ".join(f"C{number}" for number in range(12))
        text = f"| Practice | Name |\n|---|---|\n{rows}\n\n| {wide} |\n|{'---|' * 12}\n| {' | '.join('x' * 12)} |"
        terms = SomeTerms(
            since=APRIL_FIRST,
            sections=[Section(place=1, heading="Membership", text=text)],
            table=[TermsMember(place=place, responsibility=f"Duty {place}") for place in range(1, 121)],
        )

        page = client.get(f"/terms/{terms.ref}").text
        paper = client.get(f"/terms/{terms.ref}.pdf").data

        words = text_of(paper)
        for last in ("Siân Ŵyn 199", "Duty 120"):
            assert last in page
            assert last in words
        assert "C11" in words
        with pikepdf.open(BytesIO(paper)) as pdf:
            assert len(pdf.pages) > 5

    def test_are_compared_row_by_row(self, client):
        before, after = (
            "\n".join(f"| Practice {number} | {name if number == 150 else 'Ann'} |" for number in range(200))
            for name in ("Ben", "Cat")
        )
        old = SomeTerms(
            version="1.0", since=date(2025, 4, 1), sections=[Section(place=1, heading="Membership", text=before)]
        )
        new = SomeTerms(body=old.body, version="2.0", sections=[Section(place=1, heading="Membership", text=after)])

        told = client.get(f"/terms/{new.ref}/redline.json").json

        changed = [clause for clause in told["clauses"] if clause["what"] != "same"]
        deleted = [
            piece["text"].strip() for clause in changed for piece in clause["pieces"] if piece["what"] == "deleted"
        ]
        assert (told["changed"], deleted) == (1, ["Ben"])

from registry.comments import commands
from tests.conftest import browser_of
from tests.factories import AnAccount, APerson, SomeTerms
from tests.papers import text_of


def made(**facts):
    return commands.make(SomeTerms(title="Terms of the hub"), **{"text": "Too many."} | facts, by=AnAccount())


class TestMake:
    def test_by_a_member_from_the_page_of_the_version(self, app):
        terms, member = SomeTerms(), browser_of(app, "member")

        assert f"/comments/terms/{terms.ref}/make" in member.get(f"/terms/{terms.ref}").text
        answer = member.post(f"/comments/terms/{terms.ref}/make", data={"clause": "6", "text": "Too many."})

        assert answer.status_code == 303
        assert "Too many." in member.get(answer.location).text

    def test_for_another_is_the_offices_alone(self, app, client):
        terms, asked = SomeTerms(), {"text": "Too many.", "person": APerson().ref}
        address = f"/comments/terms/{terms.ref}/make"

        assert browser_of(app, "member").post(address, data=asked).status_code == 409
        assert client.post(address, data=asked).status_code == 303

    def test_says_beside_each_box_what_is_wrong_and_keeps_what_was_typed(self, client):
        terms = SomeTerms()
        address = f"/comments/terms/{terms.ref}/make"

        empty = client.post(address, data={"clause": "6", "text": ""})
        nowhere = client.post(address, data={"clause": "11", "text": "Too many."})

        assert (empty.status_code, nowhere.status_code) == (422, 409)
        assert "Your comment: an answer is needed." in empty.text
        assert 'href="#clause"' in nowhere.text
        assert "Too many." in nowhere.text

    def test_is_for_those_signed_in(self, visitor):
        assert visitor.get(f"/comments/terms/{SomeTerms().ref}/make").status_code == 401


class TestAnswer:
    def test_is_told_beside_the_comment(self, client):
        comment = made(clause="6")
        asked = {"outcome": "taken up", "answer": "Three it is.", "rev": comment.rev}

        assert client.post(f"/comments/{comment.ref}/answer", data=asked).status_code == 303

        page = client.get(f"/terms/{comment.terms_ref}").text
        assert "taken up" in page
        assert "Three it is." in page

    def test_a_page_out_of_date_is_refused(self, api):
        comment = made()
        asked = {"outcome": "taken up"}

        assert api.post(f"/comments/{comment.ref}/answer", json=asked).status_code == 428
        stale = {"If-Match": "0"}
        assert api.post(f"/comments/{comment.ref}/answer", json=asked, headers=stale).status_code == 412

    def test_is_for_the_secretary(self, app):
        assert browser_of(app, "member").get(f"/comments/{made().ref}/answer").status_code == 403


class TestRegister:
    def test_comes_as_a_page_json_csv_and_paper(self, client):
        made(text="Too many.")

        assert "Too many." in client.get("/comments/register").text
        assert client.get("/comments/register.json").json["items"][0]["terms"].startswith("Terms of the hub")
        assert "Too many." in client.get("/comments/register.csv").text
        assert "Too many." in text_of(client.get("/comments/register.pdf").data)


class TestComment:
    def test_runs_nothing_that_was_written_in_it(self, client):
        comment = made(text="<script>alert(1)</script> Siân")

        page = client.get(f"/comments/{comment.ref}").text

        assert "<script>alert" not in page
        assert "Siân" in page

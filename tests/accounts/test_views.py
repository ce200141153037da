import re
from datetime import date

import pytest

from registry.accounts import commands, queries
from registry.accounts.passwords import hash_secret
from registry.db import db
from registry.ledger.models import Entry
from tests.conftest import browser_of
from tests.factories import ADA, AnAccount

PASSWORD = "correct horse battery"


class TestRegister:
    def test_lists_accounts_and_the_roles_they_hold_that_day(self, client):
        account = AnAccount("director")
        commands.end_grant(account, grant=account.grants[0], until=date(2026, 4, 1), by=ADA)

        def roles(on):
            lines = client.get(f"/accounts/register.json?on={on}").json["items"]
            return next(line["roles"] for line in lines if line["ref"] == account.ref)

        assert roles("2026-03-31") == ["director, until 31 March 2026"]
        assert roles("2026-04-01") == []

    def test_is_shown_on_a_page(self, client):
        page = client.get("/accounts/register")

        assert page.status_code == 200
        assert "Accounts" in page.text

    def test_is_not_for_members(self, app):
        assert browser_of(app, "member").get("/accounts/register").status_code == 403

    def test_a_stranger_is_asked_who_they_are(self, visitor):
        assert visitor.get("/accounts/register").status_code == 401
        answer = visitor.get("/accounts/register.json", headers={"Accept": "application/json"})
        assert answer.json["status"] == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


class TestSignIn:
    def test_lets_a_browser_in_until_it_signs_out(self, visitor):
        account = AnAccount("secretary")
        commands.set_password(account, PASSWORD)

        answer = visitor.post("/accounts/sign-in", data={"email": account.email.upper(), "password": PASSWORD})

        assert answer.status_code == 303
        assert visitor.get("/accounts/register").status_code == 200
        visitor.post("/accounts/sign-out", data={"x": ""})
        assert visitor.get("/accounts/register").status_code == 401

    def test_a_wrong_password_is_refused_beside_the_box(self, visitor):
        account = AnAccount()
        commands.set_password(account, PASSWORD)

        answer = visitor.post("/accounts/sign-in", data={"email": account.email, "password": "wrong"})

        assert answer.status_code == 422
        assert "do not go together" in answer.text
        assert account.email in answer.text


class TestOpen:
    def test_from_json(self, api):
        answer = api.post("/accounts/open", json={"name": "Dev Director", "email": "Dev@example.org"})

        assert answer.status_code == 201
        assert queries.by_email("dev@example.org").name == "Dev Director"

    def test_a_second_account_of_one_address_is_refused(self, api, client):
        AnAccount()
        taken = {"name": "Again", "email": AnAccount().email}

        answer = api.post("/accounts/open", json=taken)
        page = client.post("/accounts/open", data=taken)

        assert (answer.status_code, answer.json["authority"]) == (409, "Companies Act 2006, s.1138")
        assert page.status_code == 409
        assert "e-mail address of its own" in page.text

    def test_an_address_of_the_wrong_form_is_told_beside_the_box(self, client):
        page = client.post("/accounts/open", data={"name": "Dev", "email": "dev at example"})

        assert page.status_code == 422
        assert "Write an e-mail address" in page.text
        assert 'value="dev at example"' in page.text


class TestGrant:
    def test_gives_a_role_from_a_day(self, api):
        account = AnAccount("auditor")
        asked = {"role": "director", "since": "2026-04-01"}

        answer = api.post(f"/accounts/{account.ref}/grant", json=asked, headers={"If-Match": f'"{account.rev}"'})

        assert answer.status_code == 201
        assert [grant.role for grant in account.grants] == ["auditor", "director"]

    def test_the_same_role_twice_is_refused(self, api):
        account = AnAccount("director")
        asked = {"role": "director", "since": "2026-04-01"}

        answer = api.post(f"/accounts/{account.ref}/grant", json=asked, headers={"If-Match": str(account.rev)})

        assert answer.status_code == 409

    def test_without_saying_which_rev_was_seen_is_refused(self, api):
        account = AnAccount("auditor")

        answer = api.post(f"/accounts/{account.ref}/grant", json={"role": "director", "since": "2026-04-01"})

        assert answer.status_code == 428

    def test_of_a_role_there_is_not_is_refused(self, api):
        account = AnAccount("auditor")
        asked = {"role": "king", "since": "2026-04-01"}

        answer = api.post(f"/accounts/{account.ref}/grant", json=asked, headers={"If-Match": str(account.rev)})

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == ["role"]


class TestEndGrant:
    def test_takes_a_role_back_from_a_day(self, client):
        account = AnAccount("director")
        typed = {"grant": account.grants[0].ref, "until": "2026-04-01", "rev": account.rev}

        answer = client.post(f"/accounts/{account.ref}/end-grant", data=typed)

        assert answer.status_code == 303
        assert account.grants[0].until == date(2026, 4, 1)

    def test_of_another_account_is_refused(self, client):
        account, other = AnAccount("director"), AnAccount("director")
        typed = {"grant": other.grants[0].ref, "until": "2026-04-01", "rev": account.rev}

        assert client.post(f"/accounts/{account.ref}/end-grant", data=typed).status_code == 409
        assert other.grants[0].until is None


class TestSetPassword:
    def test_shows_a_new_password_once_and_signs_the_account_out(self, app, client):
        account = AnAccount("auditor")
        commands.set_password(account, PASSWORD)
        browser = app.test_client()
        browser.post("/accounts/sign-in", data={"email": account.email, "password": PASSWORD})
        assert browser.get("/accounts/register").status_code == 200

        page = client.get(client.post(f"/accounts/{account.ref}/set-password", data={"x": ""}).location).text

        assert browser.get("/accounts/register").status_code == 401
        new = re.search(r"with the password ([0-9a-f-]+) ", page)[1]
        answer = browser.post("/accounts/sign-in", data={"email": account.email, "password": new})
        assert answer.status_code == 303


class TestIssueToken:
    def test_shows_the_secret_on_the_next_page_and_never_again(self, client):
        account = AnAccount("auditor")
        posted = client.post(f"/accounts/{account.ref}/issue-token", data={"purpose": "Excel", "rev": account.rev})

        first, second = client.get(posted.location).text, client.get(posted.location).text

        assert "registry_" in first
        assert "registry_" not in second
        assert "Excel" in second


class TestRevokeToken:
    def test_shuts_the_door_at_once(self, app, client):
        account = AnAccount("auditor")
        secret = commands.issue_token(account, purpose="Excel", by=ADA)
        program = app.test_client()
        program.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {secret}"
        assert program.get("/accounts/register.json").status_code == 200

        typed = {"token": account.tokens[0].ref, "rev": account.rev}
        assert client.post(f"/accounts/{account.ref}/revoke-token", data=typed).status_code == 303

        assert program.get("/accounts/register.json").status_code == 401


class TestOnce:
    def test_a_request_with_a_key_happens_once_and_is_answered_alike(self, api):
        asked, key = {"name": "Dev", "email": "dev@example.org"}, {"Idempotency-Key": "7"}

        first = api.post("/accounts/open", json=asked, headers=key)
        second = api.post("/accounts/open", json=asked, headers=key)

        assert (first.status_code, second.status_code) == (201, 201)
        assert first.json == second.json

    def test_a_key_used_for_another_request_is_refused(self, api):
        key = {"Idempotency-Key": "7"}
        api.post("/accounts/open", json={"name": "Dev", "email": "dev@example.org"}, headers=key)

        answer = api.post("/accounts/open", json={"name": "Eve", "email": "eve@example.org"}, headers=key)

        assert answer.status_code == 422
        assert queries.by_email("eve@example.org") is None


class TestCsv:
    def test_every_line_is_done_or_none(self, api):
        text = "Name,E-mail address\nDev,dev@example.org\nEve,eve at example\n"

        answer = api.post("/accounts/open", data=text, content_type="text/csv")

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == ["3"]
        assert queries.by_email("dev@example.org") is None

    def test_all_its_lines_are_one_act(self, api):
        text = "\ufeffName,E-mail address\nDev,dev@example.org\nEve,eve@example.org\n"

        answer = api.post("/accounts/open", data=text.encode(), content_type="text/csv")

        assert len(answer.json["entries"]) == 2
        assert answer.json["act"] == answer.json["entries"][0]

    def test_a_stray_heading_is_named(self, api):
        answer = api.post("/accounts/open", data="Name,Shoe size\nDev,9\n", content_type="text/csv")

        assert answer.status_code == 422
        assert "The heading “Shoe size” is not one of" in answer.json["detail"]

    def test_lines_of_an_old_spreadsheet_are_read(self, api):
        text = "Name,E-mail address\rDev,dev@example.org\r"

        assert api.post("/accounts/open", data=text, content_type="text/csv").status_code == 201

    def test_a_cell_too_long_for_a_line_is_told(self, api):
        text = f"Name,E-mail address\n{'x' * 200_000},dev@example.org\n"

        assert api.post("/accounts/open", data=text, content_type="text/csv").status_code == 422

    def test_another_form_of_answer_is_not_read(self, api):
        assert api.post("/accounts/open", data=b"x", content_type="text/plain").status_code == 415


class TestSafety:
    def test_every_answer_forbids_what_a_page_of_ours_does_not_need(self, visitor):
        headers = visitor.get("/accounts/sign-in").headers

        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"

    def test_a_form_not_sent_from_a_page_of_ours_is_refused(self, app, client):
        app.config["WTF_CSRF_ENABLED"] = True

        answer = client.post("/accounts/open", data={"name": "Dev", "email": "dev@example.org"})

        assert answer.status_code == 400
        assert queries.by_email("dev@example.org") is None

    def test_guessing_a_password_is_slowed_down(self, visitor):
        guesses = [visitor.post("/accounts/sign-in", data={"email": "a@b.cd", "password": "x"}) for _ in range(11)]

        assert [guess.status_code for guess in guesses] == [422] * 10 + [429]

    def test_guessing_as_a_program_is_slowed_down_too(self, visitor):
        asked = {"email": "a@b.cd", "password": "x"}
        guesses = [visitor.post("/accounts/sign-in", json=asked) for _ in range(11)]

        assert guesses[-1].status_code == 429

    @pytest.mark.parametrize(
        "address",
        [
            "/accounts/register?on=9999-12-31",
            "/accounts/register?on=0001-01-01",
            "/accounts/register?known=0001-01-01T00:00%2B05:00",
            "/accounts/register?on=soon",
            "/accounts/register?size=501",
        ],
    )
    def test_an_address_that_makes_no_sense_is_told_so(self, client, address):
        assert client.get(address).status_code == 422

    @pytest.mark.parametrize("query", ["endpoint=x", "kind=x", "_anchor=x", "word=x"])
    def test_a_stray_word_in_an_address_does_no_harm(self, client, query):
        assert client.get(f"/accounts/{AnAccount().ref}?{query}").status_code == 200

    def test_a_nul_in_an_address_names_nothing(self, client):
        assert client.get("/accounts/a%00b").status_code == 404

    @pytest.mark.parametrize("year", ["9999", "26", "0026"])
    def test_a_year_nobody_can_mean_is_told_beside_the_box(self, client, year):
        account = AnAccount("auditor")
        typed = {"role": "director", "since-day": "1", "since-month": "4", "since-year": year, "rev": account.rev}

        page = client.post(f"/accounts/{account.ref}/grant", data=typed)

        assert page.status_code == 422
        assert f'value="{year}"' in page.text

    def test_sign_in_leads_only_to_pages_of_ours(self, visitor):
        account = AnAccount()
        commands.set_password(account, PASSWORD)
        asked = {"email": account.email, "password": PASSWORD, "onward": "//elsewhere.example"}

        assert visitor.post("/accounts/sign-in", data=asked).location == "/"

    def test_the_cookie_is_for_the_browser_alone(self, visitor):
        account = AnAccount()
        commands.set_password(account, PASSWORD)

        answer = visitor.post("/accounts/sign-in", data={"email": account.email, "password": PASSWORD})

        (cookie,) = [each for each in answer.headers.getlist("Set-Cookie") if each.startswith("registry_sign_in")]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie

    def test_no_secret_is_in_the_ledger(self, api):
        secret = commands.issue_token(AnAccount(), purpose="Excel", by=ADA)
        bodies = [entry.body for entry in db.session.query(Entry)]

        assert not any(secret in body or hash_secret(secret) in body for body in bodies)

"""What the `registry` command prints of any room."""

from registry import ledger
from registry.cli.papers import print_
from tests.factories import APerson, ASeat
from tests.papers import text_of


class TestPrint:
    def printed(self, app, tmp_path, *asked):
        out = tmp_path / "paper.pdf"
        told = app.test_cli_runner().invoke(print_, [*asked, "-o", str(out)])
        assert told.exit_code == 0, told.output
        return text_of(out.read_bytes())

    def test_finds_a_page_that_a_number_or_a_ref_of_anything_names(self, app, tmp_path):
        person = APerson(forenames="Asha")

        assert "Asha" in self.printed(app, tmp_path, "audit.act", str(ledger.head().size - 1))
        assert "Asha" in self.printed(app, tmp_path, "audit.document", person.ref)

    def test_finds_a_page_whose_links_are_its_own_rooms(self, app, tmp_path):
        assert "Lay director" in self.printed(app, tmp_path, "seats.seat", ASeat(title="Lay director").ref)

    def test_asks_which_one_if_it_is_not_said(self, app):
        told = app.test_cli_runner().invoke(print_, ["audit.act", "-o", "paper.pdf"])

        assert "Say which one to print: audit.act WORD." in told.output

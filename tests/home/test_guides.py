import pytest

from registry.home import guides

pytestmark = pytest.mark.pure


class TestRead:
    def test_takes_a_guide_apart(self, tmp_path):
        paper = tmp_path / "porter.md"
        paper.write_text("# For the porter\n\nHow to open\nthe door.\n\n## Doors\n\nPush.\n\n## Keys\n\n- One\n- Two\n")

        assert guides.read(paper) == {
            "name": "porter",
            "title": "For the porter",
            "about": "How to open the door.",
            "sections": [{"heading": "Doors", "text": "Push."}, {"heading": "Keys", "text": "- One\n- Two"}],
        }

    def test_takes_a_guide_without_sections(self, tmp_path):
        paper = tmp_path / "porter.md"
        paper.write_text("# For the porter")

        assert guides.read(paper) == {"name": "porter", "title": "For the porter", "about": "", "sections": []}


class TestGuide:
    def test_is_found_by_its_name(self):
        assert guides.guide("secretary")["title"] == "For the company secretary"

    @pytest.mark.parametrize("name", ["porter", "../README", "secretary.md", ""])
    def test_that_there_is_none_of_is_none(self, name):
        assert guides.guide(name) is None

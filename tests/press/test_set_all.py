import pytest

from registry.press import set_all, setting


def document(word):
    return f"<html lang=en-GB><title>{word}</title><p>{word}</p>"


@pytest.fixture
def keeping(app, tmp_path):
    """The application with a folder to keep what it sets in."""
    instance, app.instance_path = app.instance_path, str(tmp_path)
    app.config["KEEP_WHAT_IS_SET"] = True
    yield tmp_path / "press"
    app.instance_path = instance


def kept(folder):
    return sorted(path.name for path in folder.glob("??/*"))


class TestSetAll:
    def test_keeps_each_under_its_key_and_gives_it_again(self, keeping):
        first = set_all([document("One"), document("Two")])

        assert kept(keeping) == sorted(setting.key_of(document(word)) for word in ("One", "Two"))
        assert set_all([document("Two"), document("One")]) == first[::-1]

    def test_gives_what_is_kept_without_setting_it(self, keeping):
        set_all([document("One")])
        shelf = next(keeping.glob("??/*"))
        before = shelf.stat().st_ino

        set_all([document("One"), document("Two")])

        assert shelf.stat().st_ino == before
        assert len(kept(keeping)) == 2

    def test_sets_one_that_is_asked_for_twice_once(self, keeping):
        one, other = set_all([document("One"), document("One")])

        assert one == other
        assert len(kept(keeping)) == 1

    def test_keeps_nothing_where_it_is_not_to(self, keeping, app):
        app.config["KEEP_WHAT_IS_SET"] = False

        set_all([document("One")])

        assert kept(keeping) == []

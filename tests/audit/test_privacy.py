import pytest

from registry.accounts.permissions import AUDITOR, EVERYWHERE, SECRETARY
from registry.audit.naming import WORDS
from registry.audit.privacy import PRIVATE, readable, room_of
from registry.ledger.documents import kinds

PERSON = {
    "document": {"ref": "1", "born": "1975-05-01", "email": "a@example.org", "names": []},
    "reason": "On marriage",
}
INTEREST = {"document": {"ref": "1", "since": "2024-04-01", "description": "Illness"}, "reason": "A word from her"}


def all_but(*withheld):
    return lambda permission: permission not in withheld


class TestReadable:
    def test_gives_all_to_those_who_may_read_all(self):
        assert readable("person", PERSON, all_but()) == PERSON

    def test_leaves_out_what_takes_a_permission_of_its_own(self):
        told = readable("person", PERSON, all_but("people.read_private"))

        assert told == {"document": {"ref": "1", "names": []}, "reason": "On marriage"}

    def test_leaves_out_a_reason_that_would_tell_as_much(self):
        told = readable("interest", INTEREST, all_but("interests.read_private"))

        assert told == {"document": {"ref": "1", "since": "2024-04-01"}, "reason": ""}

    def test_gives_nothing_to_those_who_may_not_read_the_room(self):
        assert readable("person", PERSON, all_but("people.read")) == {"document": {}, "reason": ""}

    def test_gives_nothing_of_a_kind_that_no_room_keeps(self):
        assert readable("parish", PERSON, all_but(".read")) == {"document": {}, "reason": ""}


class TestPrivate:
    @pytest.mark.parametrize("kind", sorted(PRIVATE))
    def test_names_fields_that_there_are(self, app, kind):
        permission, fields = PRIVATE[kind]

        told = kinds()[kind]
        assert fields - {"reason"} <= {key for key, _ in (*told.codecs, *told.parts)}
        assert {SECRETARY, AUDITOR} <= set(EVERYWHERE[permission])


class TestKinds:
    def test_each_has_words_and_a_permission_to_read_it(self, app):
        kept = {kind for kind in kinds() if kinds()[kind].cls.__module__.startswith("registry.")}

        assert kept == set(WORDS)
        assert {f"{room_of(kind)}.read" for kind in kept} <= set(EVERYWHERE)

"""What people call a document: read from its text in the ledger, since a register may no longer hold it."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from registry.accounts.caller import HOUSE
from registry.audit.privacy import May, readable
from registry.db import db
from registry.ledger.documents import read_text
from registry.ledger.models import Entry
from registry.practices.models import NAME
from registry.wording import day

Text = Mapping[str, Any]
Name = Callable[[str], str]

REF = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
MOST_STEPS = 4
"""From a document to those it is called after, such as nomination, member, person."""


def person(text: Text, name: Name) -> str:
    borne = max(text["names"], key=lambda spell: spell["since"])
    return " ".join(filter(None, (borne["title"], borne["forenames"], borne["surname"])))


def practice(text: Text, name: Name) -> str:
    names = [spell for spell in text["particulars"] if spell["what"] == NAME]
    latest = max(names, key=lambda spell: spell["since"], default={"value": ""})
    return f"{text['code']} {latest['value']}".strip()


def member(text: Text, name: Name) -> str:
    holders = sorted(text["holders"], key=lambda holder: holder["place"])
    return f"{text['folio']}, {' and '.join(name(holder['person_ref']) for holder in holders)}"


WORDS: dict[str, Callable[[Text, Name], str]] = {
    "account": lambda text, name: text["name"],
    "person": person,
    "practice": practice,
    "opening": lambda text, name: f"{text['what']}, from {text['source']}",
    "reconciliation": lambda text, name: f"signed by {text['signed_by']}, {day(text['on'])}",
    "profile": lambda text, name: f"profile of {name(text['practice_ref'])}, {day(text['on'])}",
    "loaded": lambda text, name: text["name"],
    "scheme": lambda text, name: text["name"],
    "body": lambda text, name: text["name"],
    "belonging": lambda text, name: f"{name(text['practice_ref'])} in {name(text['body_ref'])}",
    "population": lambda text, name: f"{text['patients']:,} patients, {text['source']}",
    "discrepancy": lambda text, name: text["text"],
    "company": lambda text, name: f"company number {text['number']}",
    "filing": lambda text, name: f"{text['form']}, sent {day(text['sent'])}",
    "share_class": lambda text, name: text["name"],
    "member": member,
    "nomination": lambda text, name: f"{name(text['member_ref'])}, for {name(text['practice_ref'])}",
    "authority": lambda text, name: f"to allot, {text['resolution']}",
    "formula": lambda text, name: f"since {day(text['since'])}",
    "allotment": lambda text, name: text["number"],
    "transfer": lambda text, name: f"{text['number']}, from {name(text['member_ref'])}",
    "deed": lambda text, name: f"deed of {name(text['member_ref'])}",
    "statement": lambda text, name: f"statement of significant control, {day(text['made'])}",
    "request": lambda text, name: f"request {text['number']}",
    "alteration": lambda text, name: f"{text['number']}, {text['what']}",
    "certificate": lambda text, name: f"certificate {text['number']}",
    "seat": lambda text, name: f"{text['title']}, {name(text['body_ref'])}",
    "directorship": lambda text, name: f"of {name(text['person_ref'])}, from {day(text['since'])}",
    "recruitment": lambda text, name: f"to {name(text['seat_ref'])}",
    "terms": lambda text, name: f"{text['title']}, version {text['version']}",
    "comment": lambda text, name: f"comment on {name(text['terms_ref'])}, {day(text['on'])}",
    "deputy": lambda text, name: f"deputy for {name(text['seat_ref'])}",
    "meeting": lambda text, name: f"{name(text['body_ref'])}, {day(text['on'])}",
    "proxy": lambda text, name: f"proxy of {name(text['member_ref'])}",
    "order_of_business": lambda text, name: f"order of business of {name(text['body_ref'])}",
    "interest": lambda text, name: f"of {name(text['person_ref'])}",
    "confirmation": lambda text, name: f"of {name(text['person_ref'])}, {day(text['on'])}",
    "conflict": lambda text, name: f"of {name(text['person_ref'])}, {name(text['meeting_ref'])}",
    "round": lambda text, name: text["title"],
    "review": lambda text, name: f"of the interest {name(text['interest_ref'])}, {day(text['on'])}",
    "review_question": lambda text, name: f"about the interest {name(text['interest_ref'])}, {day(text['asked'])}",
    "review_note": lambda text, name: f"on the interest {name(text['interest_ref'])}, {day(text['on'])}",
    "authorisation": lambda text, name: f"of a conflict of {name(text['person_ref'])}, from {day(text['since'])}",
    "gift_policy": lambda text, name: f"policy on gifts since {day(text['since'])}",
    "gift": lambda text, name: f"offered to {name(text['person_ref'])}",
    "interest_notice": lambda text, name: f"of {name(text['person_ref'])}, {day(text['since'])}",
    "disclosure": lambda text, name: f"of {name(text['person_ref'])}, at {name(text['meeting_ref'])}",
    "vote": lambda text, name: f"{text['place']}, at {name(text['meeting_ref'])}",
    "resolution": lambda text, name: f"“{text['title']}”",
    "action": lambda text, name: text["number"],
    "decision": lambda text, name: text["number"],
    "minutes": lambda text, name: f"minutes of {name(text['meeting_ref'])}, version {text['version']}",
    "make_up": lambda text, name: f"what packs are made of, {name(text['meeting_ref'] or text['body_ref'])}",
    "edition": lambda text, name: f"edition {text['number']} of the pack for {name(text['meeting_ref'])}",
    "minutes_suggestion": lambda text, name: f"on the {name(text['minutes_ref'])}, {day(text['on'])}",
    "reorganisation": lambda text, name: f"{text['kind']} of {day(text['on'])}",
}
"""How each kind of document is called. What this has no word for is called by its ref."""


class Names:
    """Names of documents by their refs, as the first `size` entries have them and as far as the reader may know."""

    def __init__(self, refs: Iterable[str], *, size: int, may: May) -> None:
        self.size, self.may = size, may
        self.texts: dict[str, tuple[str, Text]] = {}
        self.wanted = set(refs)
        for _ in range(MOST_STEPS):
            asked, self.wanted = self.wanted - self.texts.keys(), set()
            if not asked:
                break
            self._read(asked)
            for ref in asked & self.texts.keys():
                self(ref)

    def __call__(self, ref: str) -> str:
        """The name of a document; its ref, where it has none that this reader may know."""
        if ref == HOUSE.ref:
            return HOUSE.name
        if ref not in self.texts:
            self.wanted.add(ref)
            return ref
        kind, text = self.texts[ref]
        try:
            return WORDS[kind](text, self)
        except (KeyError, ValueError):  # withheld, or of a form that no longer is
            return ref

    def of_actor(self, ref: str) -> str:
        """Who acted: an account by its name; a person, who acts by no account, as one who came by a signed link."""
        name = self(ref)
        return f"{name}, by a signed link" if self.texts.get(ref, ("",))[0] == "person" else name

    def with_kind(self, kind: str, ref: str) -> str:
        """Its name after its kind, unless the name says as much."""
        said, name = kind.replace("_", " "), self(ref)
        return name if name.lower().startswith(said) else f"{said} {name}"

    def _read(self, refs: set[str]) -> None:
        last = select(func.max(Entry.seq)).where(Entry.ref.in_(refs), Entry.seq < self.size).group_by(Entry.ref)
        wanted = select(Entry.kind, Entry.ref, Entry.schema, Entry.body).where(Entry.seq.in_(last))
        for kind, ref, schema, body in db.session.execute(wanted):
            if body is not None:
                self.texts[ref] = kind, readable(kind, read_text(kind, schema, body), self.may)["document"]

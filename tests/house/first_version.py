"""A few documents just as the first version of the registry wrote them: rows of its tables, texts of its shapes."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, MetaData, insert, update

from registry.ledger.canonical import canonical
from registry.ledger.record import body_hash, leaf_bytes
from registry.ledger.tree import Frontier, leaf_hash

DAY = date(2017, 4, 1)
PERSON, SHARE_CLASS, MEMBER, PRACTICE, NOMINATION = (
    f"00000000000000000000000{end}" for end in ("PER", "CLA", "MEM", "PRA", "NOM")
)

DOCUMENTS: dict[str, dict[str, Any]] = {
    "person": {
        "account_ref": None,
        "born": None,
        "email": None,
        "names": [
            {
                "forenames": "Asha",
                "ref": "0000000000000000000000NAME",
                "since": "2010-01-01",
                "surname": "Patel",
                "title": "",
                "until": None,
            }
        ],
        "ref": PERSON,
    },
    "share_class": {"name": "Ordinary", "nominal": 100, "ref": SHARE_CLASS, "rights": "", "votes_per_share": 1},
    "member": {
        "address": "1 HIGH STREET",
        "ceased": None,
        "entered": "2017-04-01",
        "folio": 1,
        "holders": [{"person_ref": PERSON, "place": 1, "ref": "000000000000000000000HOLDE"}],
        "movements": [
            {
                "instrument_received": None,
                "on": "2017-04-01",
                "other_ref": None,
                "paid": 100,
                "ref": "000000000000000000000MOVED",
                "share_class_ref": SHARE_CLASS,
                "shares": 5,
                "what": "allotment",
            }
        ],
        "ref": MEMBER,
    },
    "practice": {
        "closed": None,
        "code": "C82001",
        "list_sizes": [],
        "opened": None,
        "particulars": [],
        "ref": PRACTICE,
    },
    "nomination": {
        "member_ref": MEMBER,
        "practice_ref": PRACTICE,
        "ref": NOMINATION,
        "since": "2017-04-01",
        "until": None,
    },
}
PARTS = {
    "names": ("person_name", "person_ref"),
    "holders": ("holder", "member_ref"),
    "movements": ("movement", "member_ref"),
}


def write(connection: Connection) -> None:
    """Put them into books of that version, each sealed by an entry of its ledger."""
    tables = MetaData()
    tables.reflect(connection)
    frontier, entries = Frontier(), []
    for seq, (kind, document) in enumerate(DOCUMENTS.items()):
        _write_rows(connection, tables, kind, document)
        entries.append(_entry(seq, kind, document))
    frontier = frontier.extend(entry.leaf for entry in entries)
    connection.execute(insert(tables.tables["ledger_entry"]), [vars(entry) for entry in entries])
    head = {"size": frontier.size, "frontier": frontier.packed(), "root": frontier.root(), "recorded": 0}
    connection.execute(update(tables.tables["ledger_head"]).values(head))


def _write_rows(connection: Connection, tables: MetaData, kind: str, document: dict[str, Any]) -> None:
    connection.execute(insert(tables.tables[kind]), _row(document) | {"rev": 1})
    for name, (table, owner) in PARTS.items():
        for part in document.get(name, []):
            connection.execute(insert(tables.tables[table]), _row(part) | {owner: document["ref"]})


def _row(told: dict[str, Any]) -> dict[str, Any]:
    dates = ("since", "until", "entered", "on")
    plain = {name: value for name, value in told.items() if not isinstance(value, list)}
    return plain | {name: date.fromisoformat(plain[name]) for name in dates if plain.get(name)}


def _entry(seq: int, kind: str, document: dict[str, Any]) -> SimpleNamespace:
    body, salt = canonical({"document": document, "reason": ""}), bytes(16)
    about = {"act": f"{kind}.enter", "kind": kind, "ref": document["ref"], "rev": 1, "op": "record", "actor": "0" * 26}
    entry = SimpleNamespace(seq=seq, first=seq, because=None, recorded=0, schema=1, salt=salt, body=body, **about)
    entry.body_hash = body_hash(salt, body)
    entry.leaf = leaf_hash(leaf_bytes(entry))
    return entry

"""The list that goes with a batch, in the zip and before the papers of one file."""

from typing import Any

from marshmallow import fields

from registry.batches.printing import Printed
from registry.forms import Row
from registry.press.codes import in_groups


class ListRow(Row):
    """A paper of a batch: in which packet it goes to whom, and by what it can be checked, or why it is not there."""

    number = fields.Integer(metadata={"label": "Packet"})
    folio = fields.Integer()
    name = fields.String(metadata={"label": "To"})
    address = fields.String()
    paper = fields.String()
    pages = fields.Integer()
    code = fields.String(metadata={"label": "Check"})
    file = fields.String()
    failure = fields.String(metadata={"label": "Why it was not printed"})


def line_of(printed: Printed) -> dict[str, Any]:
    return {
        "number": printed.number,
        "folio": printed.packet.folio,
        "name": printed.packet.name,
        "address": ", ".join(printed.packet.address.splitlines()),
        "paper": printed.paper.title,
        "pages": printed.pages,
        "code": in_groups(printed.code),
        "failure": printed.failure,
    }

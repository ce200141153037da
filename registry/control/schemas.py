from marshmallow import fields

from registry.control.models import BOARD, INFLUENCE, TRUST
from registry.forms import Form, Row
from registry.members.schemas import leading_to
from registry.wording import day as in_words

GROUNDS = {"kind": "long", "hint": "Who, and why; or why it is that nobody does."}


def somebody(condition: str) -> fields.Boolean:
    return fields.Boolean(load_default=False, metadata={"label": f"Somebody {condition}"})


def grounds() -> fields.String:
    return fields.String(required=True, metadata=GROUNDS | {"label": "Grounds for that answer"})


class StateForm(Form):
    made = fields.Date(required=True, metadata={"label": "Date of the finding"})
    on = fields.Date(required=True, metadata={"label": "By the holdings on"})
    board = somebody(BOARD)
    board_grounds = grounds()
    influence = somebody(INFLUENCE)
    influence_grounds = grounds()
    trust = somebody(TRUST)
    trust_grounds = grounds()
    who = fields.String(
        load_default="",
        metadata={"kind": "long", "label": "Who is registrable", "hint": "Leave blank to state that nobody is."},
    )


class TestedRow(Row):
    name = fields.String(metadata={"label": "For whose benefit"})
    code = fields.String(metadata={"label": "ODS code"})
    folios = fields.String(metadata={"label": "Folios"})
    count = fields.Integer(metadata={"label": "Shares"})
    shares = fields.String(metadata={"label": "Of the capital"})
    votes = fields.String(metadata={"label": "Of the votes"})
    standing = fields.String(metadata={"label": "Significant?"})


class AnswerRow(Row):
    condition = fields.String(metadata={"label": "Condition: whether somebody …"})
    met = fields.Boolean()
    grounds = fields.String()


class StatementRow(Row):
    made = fields.Date(metadata={"label": "Date of the finding", "link": "href"})
    on = fields.Date(metadata={"label": "By the holdings on"})
    finding = fields.String()
    largest = fields.String(metadata={"label": "Largest holding"})
    largest_shares = fields.String(metadata={"label": "Of the capital"})
    largest_votes = fields.String(metadata={"label": "Of the votes"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("control.statement")


class StatementPage(StatementRow):
    title = fields.Function(lambda line: f"Statement of {in_words(line['made'])}", metadata={"hidden": True})
    answers = fields.Nested(AnswerRow, many=True, metadata={"hidden": True})
    who = fields.String(metadata={"hidden": True})

from marshmallow import fields

from registry.forms import Form, Of, Pence, Row
from registry.members.models import ShareClass
from registry.members.schemas import SOME_SHARES, class_name, leading_to

RESOLUTION = {"label": "Resolution", "hint": "What authorised it, such as: Special resolution of 3 May 2026."}
ENTERED = {"label": "Date entered in the register"}
FIRST = {
    "label": "Starting with share number",
    "hint": "For numbered shares; the lowest held, if left blank.",
    "width": 5,
}


def a_class(label: str) -> Of:
    return Of(ShareClass, required=True, shows=class_name, metadata={"label": label})


class BuyBackForm(Form):
    share_class = a_class("Class")
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})
    first = fields.Integer(load_default=None, validate=SOME_SHARES, metadata=FIRST)
    on = fields.Date(required=True, metadata=ENTERED)
    consideration = Pence(required=True, metadata={"label": "Paid for them all"})
    resolution = fields.String(required=True, metadata=RESOLUTION)


class ForfeitForm(Form):
    share_class = a_class("Class")
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})
    first = fields.Integer(load_default=None, validate=SOME_SHARES, metadata=FIRST)
    on = fields.Date(required=True, metadata=ENTERED)
    article = fields.String(
        load_default="", metadata={"label": "Article", "hint": "The company's own article that allows it."}
    )
    resolution = fields.String(required=True, metadata=RESOLUTION)


class ConvertForm(Form):
    share_class = a_class("Shares of this class")
    into = a_class("Become shares of this class")
    on = fields.Date(required=True, metadata=ENTERED)
    resolution = fields.String(required=True, metadata=RESOLUTION)


class SubdivideForm(ConvertForm):
    """Every share of the class, whoever holds it."""


class ConsolidateForm(ConvertForm):
    """Every share of the class, whoever holds it."""


class RedesignateForm(ConvertForm):
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})


class ClassOfCapitalRow(Row):
    name = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    nominal = Pence(metadata={"label": "Nominal value of each"})
    nominal_value = Pence(metadata={"label": "Aggregate nominal value"})
    paid = Pence(metadata={"label": "Amount paid"})
    unpaid = Pence(metadata={"label": "Amount unpaid"})
    rights = fields.String(metadata={"label": "Particulars of rights"})


class StatementOfCapital(Row):
    shares = fields.Integer(metadata={"label": "Total number of shares"})
    nominal_value = Pence(metadata={"label": "Aggregate nominal value"})
    paid = Pence(metadata={"label": "Amount paid on them"})
    unpaid = Pence(metadata={"label": "Aggregate amount unpaid"})
    classes = fields.Nested(ClassOfCapitalRow, many=True, metadata={"hidden": True})


class AlterationRow(Row):
    number = fields.String(metadata={"link": "href"})
    what = fields.String(metadata={"label": "What"})
    on = fields.Date(metadata={"label": "Entered"})
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    into = fields.String(metadata={"label": "Became"})
    becoming = fields.Integer(metadata={"label": "So many"})
    consideration = Pence(metadata={"label": "Paid for them"})
    resolution = fields.String()
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("capital.alteration")


class TouchedRow(Row):
    name = fields.String(metadata={"label": "Member", "link": "href"})
    folio = fields.Integer()
    shares = fields.Integer(metadata={"label": "Shares altered"})
    href = leading_to("members.member", "member")


class AlterationPage(AlterationRow):
    number = fields.String()
    article = fields.String()
    title = fields.Function(lambda line: f"{line['what']} {line['number']}", metadata={"hidden": True})
    touched = fields.Nested(TouchedRow, many=True, metadata={"hidden": True})

"""Forms ask and rows tell: the same words on the web, in JSON, in CSV and on paper."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, pre_load
from marshmallow.validate import Email, Length, Range
from sqlalchemy import select

from registry import spreadsheets
from registry.answers import (
    FIRST_DAY,
    LAST_DAY,
    LONGEST_LINE,
    LONGEST_TEXT,
    MISSING,
    NO_SUCH_DAY,
    Answers,
    join_boxes,
    tidy,
)
from registry.db import db

NO_FILE = "Choose a file."
MOST_DIGITS = 13  # of pounds: more than any company has, and fewer than a database column runs out of


class Labelled(Schema):
    """Named fields with the words people know them by, in the order they are written."""

    class Meta:
        unknown = RAISE

    def labels(self) -> dict[str, str]:
        return {name: label(field) for name, field in self.fields.items() if not field.metadata.get("hidden")}


def label(field: fields.Field[Any]) -> str:
    return field.metadata.get("label") or (field.name or "").replace("_", " ").capitalize()


class Form(Labelled):
    """What a command asks for. Read as a clerk reads: trimmed, and a blank is no answer."""

    error_messages = {"unknown": "This form does not ask for that.", "type": "Send the answers as an object."}

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        missing = NO_FILE if isinstance(field_obj, Upload) else MISSING.format(label=label(field_obj))
        words = {"required": missing, "null": missing}
        field_obj.error_messages = field_obj.error_messages | PLAIN_WORDS.get(type(field_obj), {}) | words
        if isinstance(field_obj, fields.String):
            longest = LONGEST_TEXT if field_obj.metadata.get("kind") == "long" else LONGEST_LINE
            most = Length(max=longest, error="Write at most {max} letters here.")
            # A new list: every form of this kind shares the declared field's own.
            field_obj.validators = [*map(in_plain_words, field_obj.validators), most]
        if isinstance(field_obj, fields.Date):
            field_obj.validators = [*field_obj.validators, Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY)]

    @pre_load
    def read(self, answers: Mapping[str, Any], **_: Any) -> Answers:
        if not isinstance(answers, Mapping):
            return answers
        return tidy(join_boxes(answers, self.fields))

    def questions(self) -> list[dict[str, Any]]:
        """The fields as a page needs them to ask: plain values, options included; without those that are `off_page`.

        What is `needed` of whoever fills in the page, a program may leave out.
        """
        asked = {name: field for name, field in self.fields.items() if not field.metadata.get("off_page")}
        return [question(name, field) for name, field in asked.items()]

    def load_csv(self, text: str) -> list[Answers]:
        """Load every line or none; mistakes are gathered under their line numbers."""
        return [answers for _, answers in self.load_numbered(text)]

    def load_numbered(self, text: str) -> list[tuple[int, Answers]]:
        """The same, each line with its number; the headings are line 1."""
        return spreadsheets.load(self, text)


def in_plain_words(validator: Any) -> Any:
    """marshmallow gives an e-mail address its words before a form can."""
    return Email(error=PLAIN_WORDS[fields.Email]["invalid"]) if type(validator) is Email else validator


class Row(Labelled):
    """A line of a register."""

    def columns(self, facts: Sequence[dict[str, Any]] = ()) -> list[dict[str, Any]]:
        """The columns a page shows, and how.

        An `act` is something to be done about the line: its column stands where some of `facts` offer it, and so
        never on paper.

        `link` names the field that holds where a cell leads; `numeric` stands to the right; a `tag`
        is a word with a colour; `money` is pence, whole or as Pence tells them; `aside` names the field whose
        words stand in the same cell, after it.
        """
        asides = {of: name for name, field in self.fields.items() if (of := field.metadata.get("beside"))}
        return [
            {"name": name, "label": label(field), "numeric": isinstance(field, (fields.Integer, Pence))}
            | {"money": isinstance(field, Pence)}
            | {how: field.metadata[how] for how in ("link", "tag", "money") if how in field.metadata}
            | ({"aside": asides[name]} if name in asides else {})
            for name, field in self.fields.items()
            if not (field.metadata.get("hidden") or "beside" in field.metadata)
            and not ("act" in field.metadata and not any(fact[name] for fact in facts))
        ]

    def dump_csv(self, told: list[dict[str, Any]]) -> str:
        """Dumped lines under their headings; a cell that a spreadsheet would run is quoted."""
        return spreadsheets.written(self.labels(), told)


def in_the_sources_words(day: str) -> fields.String:
    """When something was as its source tells it, told beside the day on record where the source gives none."""
    return fields.String(attribute="dates", metadata={"label": "Date in the source’s words", "beside": day})


class Of(fields.Field[Any]):
    """A row of another register, written as its ref or as the word people know it by.

    `shows` gives the words of an option; `among`, a select of the rows offered (all, if None). They
    are offered by their words' alphabet, or `in_order` as the select has them.
    """

    def __init__(
        self,
        model: Any,
        *,
        shows: Callable[[Any], str] = str,
        among: Callable[[], Any] | None = None,
        in_order: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self.model, self.shows, self.in_order = model, shows, in_order
        self.among = among or partial(select, model)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> str | None:
        return value and value.ref

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        if (row := named(self.model, value)) is None:
            raise ValidationError(self.model.missing(str(value)))
        return row

    def options(self) -> list[dict[str, str]]:
        rows = db.session.scalars(self.among())
        options = [{"value": row.ref, "text": self.shows(row)} for row in rows]
        return options if self.in_order else sorted(options, key=lambda option: option["text"].lower())


def words_of(model: type) -> str:
    """A model's name as people say it."""
    return (
        model.__name__
        if model.__name__.isupper()
        else "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()
    )


def named(model: Any, word: Any) -> Any:
    """The row whose ref, or whose word, is `word`; None if there is none."""
    if not isinstance(word, str) or not word.isprintable():
        return None
    row = db.session.get(model, word.upper())
    if row is None and model.__word__:
        row = db.session.scalar(select(model).where(getattr(model, model.__word__) == word))
    return row


class Pence(fields.Field[int]):
    """An amount of money: pounds as people write them, whole pence as the books keep them."""

    def _serialize(self, value: int | None, attr: str | None, obj: Any, **_: Any) -> str | None:
        return None if value is None else f"{value // 100}.{value % 100:02}"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> int:
        pounds, _dot, pence = str(value).replace(",", "").removeprefix("£").strip().partition(".")
        if not (
            pounds.isdecimal()
            and len(pounds) <= MOST_DIGITS
            and (pence == "" or (pence.isdecimal() and len(pence) == 2))
        ):
            raise ValidationError("Write an amount in pounds, such as 12 or 12.50.")
        return int(pounds) * 100 + int(pence or 0)


class Lines(fields.List):
    """Several answers of the same form, one below the other."""

    def __init__(self, form: type[Form], **more: Any) -> None:
        super().__init__(fields.Nested(form), **more)
        self.form = form


class Upload(fields.Field[Any]):
    """A file sent with a form: its name and its bytes."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        if not getattr(value, "filename", ""):
            raise ValidationError(NO_FILE)
        return value


PLAIN_WORDS: dict[type, dict[str, str]] = {
    fields.Date: {"invalid": "Write a real date, such as 31 3 2026."},
    fields.Integer: {"invalid": "Write a whole number.", "too_large": "This number is too large."},
    fields.Boolean: {"invalid": "Answer yes or no."},
    fields.Email: {"invalid": "Write an e-mail address, such as name@example.nhs.uk."},
    fields.String: {"invalid": "Write words.", "invalid_utf8": "This text cannot be read."},
}

KINDS: dict[type, str] = {
    fields.Date: "date",
    fields.Integer: "number",
    fields.Boolean: "flag",
    fields.Email: "email",
    Pence: "money",
    Upload: "file",
    Lines: "lines",
    Of: "pick",
}


def as_typed(offered: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as a page's boxes hold them: a date in three, a row by its ref, of many ticks each."""
    typed: dict[str, Any] = {}
    for name, value in offered.items():
        if hasattr(value, "isoformat"):
            typed |= {f"{name}-year": str(value.year), f"{name}-month": str(value.month), f"{name}-day": str(value.day)}
        elif isinstance(value, (list, tuple)):
            typed[name] = [str(getattr(each, "ref", each)) for each in value]
        elif value is not None:
            typed[name] = str(getattr(value, "ref", value))
    return typed


def is_several(field: fields.Field[Any]) -> bool:
    """Whether a page lets more than one answer be ticked."""
    return isinstance(field, fields.List) and not isinstance(field, Lines)


def question(name: str, field: fields.Field[Any]) -> dict[str, Any]:
    """One field as a page asks it. `kind` is how: text, date, money, choice (radios), pick, many (ticks), lines …"""
    inner = field.inner if is_several(field) else field  # type: ignore[attr-defined]
    options = options_of(inner)
    kind = next((KINDS[each] for each in type(inner).__mro__ if each in KINDS), "text")
    if options and kind == "text":
        kind = "choice" if len(options) <= 6 else "pick"
    if inner is not field:
        kind = "many"
    return {
        "name": name,
        "label": label(field),
        "hint": field.metadata.get("hint", ""),
        "kind": field.metadata.get("kind", kind),
        "options": options,
        "required": field.metadata.get("needed", field.required),
        "width": field.metadata.get("width"),
        "multiple": inner is not field,
        "columns": field.form().questions() if isinstance(field, Lines) else [],
    }


def options_of(field: fields.Field[Any]) -> list[dict[str, str]]:
    if (offers := getattr(field, "options", None)) is not None:
        return list(offers())
    if choices := getattr(field.validate, "choices", None):
        shown = getattr(field.validate, "labels", None) or choices
        return [{"value": str(value), "text": str(text)} for value, text in zip(choices, shown, strict=True)]
    return []

"""The doors as OpenAPI 3.1 tells of them: every address, what it needs, asks and gives."""

import re
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.field_converter import FieldConverterMixin
from flask import Response, current_app, jsonify
from werkzeug.routing import Rule

from registry.doors.door import PUBLIC, Door, door_of
from registry.doors.posting import TRIED
from registry.forms import Of, Pence, Upload, label

PROBLEM = {
    "type": "object",
    "properties": {
        name: {"type": kind}
        for name, kind in (
            ("type", "string"),
            ("title", "string"),
            ("status", "integer"),
            ("detail", "string"),
            ("authority", "string"),
            ("errors", "object"),
        )
    },
}
ENTERED = {
    "type": "object",
    "properties": {
        "act": {"type": ["integer", "null"], "description": "The place in the ledger of the act's first entry."},
        "entries": {"type": "array", "items": {"type": "integer"}},
        "refs": {"type": "array", "items": {"type": "string"}},
        "at": {"type": "string", "description": "The address of what came of it."},
    },
}
REFUSALS = {
    "401": "Who are you?",
    "403": "Not yours.",
    "404": "Not there.",
    "409": "The rules do not allow it.",
    "412": "Changed since you looked.",
    "422": "Some answers need another look.",
    "428": "Say which rev you change.",
}
PAPER = {"description": "The paper.", "content": {"application/pdf": {}}}
DATES = [
    {
        "in": "query",
        "name": "on",
        "schema": {"type": "string", "format": "date"},
        "description": "The day told of; today in London if left out.",
    },
    {
        "in": "query",
        "name": "known",
        "schema": {"type": "string", "format": "date-time"},
        "description": "Told as it was known at this instant.",
    },
]
TRY = [
    {
        "in": "query",
        "name": TRIED,
        "schema": {"type": "integer", "enum": [1]},
        "description": "Only say what the act would come to, with 200; nothing is recorded.",
    },
]
LIST = [
    {"in": "query", "name": "page", "schema": {"type": "integer", "minimum": 1}},
    {"in": "query", "name": "size", "schema": {"type": "integer", "minimum": 1, "maximum": 500}},
    {
        "in": "query",
        "name": "q",
        "schema": {"type": "string"},
        "description": "Only the lines with these words in them.",
    },
]


def describe() -> Response:
    """/openapi.json."""
    return jsonify(_spec())


def _spec() -> dict[str, Any]:
    plugin = MarshmallowPlugin(schema_name_resolver=name_of)
    spec = APISpec("Registry", "1", "3.1.0", plugins=[plugin])
    _teach(plugin.converter)
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    spec.components.schema("Problem", PROBLEM)
    spec.components.schema("Entered", ENTERED)
    for rule in sorted(current_app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if (door := door_of(rule.endpoint)) and "kind" not in rule.arguments:
            spec.path(re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), operations=_operations(rule, door))
    return spec.to_dict()


def name_of(schema: Any) -> str:
    """A schema's name with its room's, since two rooms may each have a form of one name."""
    cls = schema if isinstance(schema, type) else type(schema)
    return f"{cls.__module__.split('.')[1]}.{cls.__name__}"


def _teach(converter: FieldConverterMixin | None) -> None:
    """How our own fields read in JSON Schema."""
    assert converter is not None
    converter.map_to_openapi_type(Of, "string", None)
    converter.map_to_openapi_type(Pence, "string", None)
    converter.map_to_openapi_type(Upload, "string", "binary")
    converter.add_attribute_function(lambda self, field, **_: {"description": label(field)})


def _operations(rule: Rule, door: Door) -> dict[str, Any]:
    words = [
        {"in": "path", "name": name, "required": True, "schema": {"type": "string"}} for name in sorted(rule.arguments)
    ]
    common = {
        "operationId": rule.endpoint,
        "summary": door.title,
        "tags": [rule.endpoint.split(".")[0]],
        "x-permission": door.needs,
        "security": [] if door.needs == PUBLIC else [{"token": []}],
    }
    if door.asks:
        return {
            "post": common
            | {"parameters": words + TRY, "requestBody": _body(door), "responses": _answers("201", ENTERED)}
        }
    if door.tells is None:
        return {"get": common | {"parameters": words, "responses": {"200": PAPER}}}
    parameters = words + DATES + (LIST if door.many else [])
    return {"get": common | {"parameters": parameters, "responses": _answers("200", _told(door))}}


def _body(door: Door) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": door.asks}, "text/csv": {"schema": {"type": "string"}}}}


def _told(door: Door) -> dict[str, Any]:
    as_at = {"on": {"type": "string"}, "known": {"type": "string"}, "ledger": {"type": "integer"}}
    if not door.many:
        return door.tells  # type: ignore[return-value]
    counts = {name: {"type": "integer"} for name in ("count", "page", "size")}
    items = {"items": {"type": "array", "items": door.tells}}
    return {"type": "object", "properties": as_at | counts | items}


def _answers(status: str, schema: Any) -> dict[str, Any]:
    refused = {"content": {"application/problem+json": {"schema": "Problem"}}}
    done = {
        status: {
            "description": "Done." if status == "201" else "Told.",
            "content": {"application/json": {"schema": schema}},
        }
    }
    return done | {code: {"description": words} | refused for code, words in REFUSALS.items()}

"""A form's two halves: asking, and doing what was answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Response, current_app, g, jsonify, make_response, redirect, render_template, request, url_for
from marshmallow import ValidationError

from registry import ledger
from registry.db import db
from registry.doors import answers, hung
from registry.doors.checks import csrf
from registry.doors.errors import LAW, SHAPE
from registry.doors.once import answered_before, remember
from registry.forms import Form
from registry.law import Breach
from registry.ledger import Act, Document
from registry.ledger.record import enter

MADE = 201


@dataclass
class Asking:
    """One request at a form's door."""

    room: str
    view: Callable[..., Any]
    asks: type[Form]
    title: str
    document: Document | None
    edits: bool
    offers: Callable[..., dict[str, Any]] | None
    from_day: Callable[..., date] | None = None

    @property
    def subject(self) -> tuple[Document, ...]:
        return () if self.document is None else (self.document,)

    def ask(self) -> str:
        """The empty form, with what the address or the document itself already answers."""
        offered = self.offers(*self.subject) if self.offers else {}
        return self._page(as_typed(offered) | request.args.to_dict(), problems={})

    def do(self) -> Response:
        if not g.by_token and current_app.config.get("WTF_CSRF_ENABLED", True):
            csrf.protect()
        if answers.from_browser():
            return self._from_page()
        if (answer := answered_before()) is None:
            answer = self._act()
        return make_response(jsonify(answer), MADE)

    def _from_page(self) -> Response:
        form = self.asks()
        if answers.asks_for_more(form):
            return make_response(self._page(request.form.to_dict(flat=True), problems={}))
        try:
            if self.from_day and (resting := self._not_yet_seen(self.from_day)):
                return make_response(self._page(request.form.to_dict(), {}, resting=resting))
            return redirect(self._act()["at"], 303)  # type: ignore[return-value]
        except ValidationError as mistake:
            return self._again(on_the_page(mistake.normalized_messages()), SHAPE)
        except Breach as breach:
            law = {"sentence": breach.sentence, "authority": breach.authority}
            field = {breach.field: [breach.sentence]} if breach.field else {}
            return self._again({"law": [law], **field}, LAW)

    def _act(self) -> dict[str, Any]:
        """Do what is asked, all of it or none, and say what was entered."""
        if self.edits and self.document is not None:
            answers.demand_rev(self.document)
        with ledger.together() as act:
            places = [self.view(*self.subject, answer) for answer in answers.read(self.asks())]
            enter(db.session())
            answer = entered(act, places[0])
            remember(answer)
        return answer

    def _not_yet_seen(self, from_day: Callable[..., date]) -> dict[str, Any] | None:
        """What rests on what is to be changed, unless the reader has seen it; told once it is sure that it may be."""
        [answer] = answers.read(self.asks())
        since = from_day(*self.subject, answer)
        if "" < request.form.get(answers.SEEN_FIELD, "") <= since.isoformat():
            return None
        if self.edits and self.document is not None:
            answers.demand_rev(self.document)
        with ledger.rehearsal():
            self.view(*self.subject, answer)
        return {"since": since, "found": hung.resting_on(self.document, since)}

    def _again(self, problems: dict[str, Any], status: int) -> Response:
        return make_response(self._page(request.form.to_dict(), problems), status)

    def _page(self, values: dict[str, str], problems: dict[str, Any], resting: Any = None) -> str:
        form = self.asks()
        questions = form.questions()
        several = {q["name"]: request.values.getlist(q["name"]) for q in questions if q["multiple"]}
        return render_template(
            ["resting.html"] if resting else [f"{self.room}/{self.view.__name__}.html", "form.html"],
            title=self.title,
            room=self.room,
            view=self.view.__name__,
            form=form,
            values=values | several,
            problems=problems,
            rev=self.document.rev if self.edits and self.document else None,
            caption=self.document.called if self.document else "",
            back=self._back(),
            action=self.title,
            resting=resting,
            enctype="multipart/form-data" if any(q["kind"] == "file" for q in questions) else None,
        )

    def _back(self) -> str | None:
        """Where whoever thinks better of it goes: to the document's page, or to the room's register."""
        if g.account.may(f"{self.room}.read"):
            return request.path.rsplit("/", 1)[0] if self.document else url_for(f"{self.room}.register")
        return None


def entered(act: Act, place: str) -> dict[str, Any]:
    """The act's place in the ledger, its entries', and the address of what came of it."""
    seqs = [made.seq for made in act.made]
    return {"act": seqs[0] if seqs else None, "entries": seqs, "refs": [made.ref for made in act.made], "at": place}


def as_typed(offered: dict[str, Any]) -> dict[str, str]:
    """Answers as a page's boxes hold them."""
    typed: dict[str, str] = {}
    for name, value in offered.items():
        if hasattr(value, "isoformat"):
            typed |= {f"{name}-year": str(value.year), f"{name}-month": str(value.month), f"{name}-day": str(value.day)}
        elif value is not None:
            typed[name] = value.ref if isinstance(value, Document) else str(value)
    return typed


def on_the_page(errors: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Mistakes under the names of the boxes they are about, rows of a repeating question among them."""
    found: dict[str, Any] = {}
    for key, value in errors.items():
        if isinstance(value, dict):
            found |= on_the_page(value, f"{before}{key}-")
        else:
            found[f"{before}{key}"] = value
    return found

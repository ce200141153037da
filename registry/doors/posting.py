"""A form's two halves: asking, and doing what was answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, g, jsonify, make_response, redirect, render_template, request, url_for
from marshmallow import ValidationError

from registry import ledger
from registry.db import db
from registry.doors import answers
from registry.doors.before import Before, Shown
from registry.doors.checks import csrf
from registry.doors.errors import LAW, SHAPE
from registry.doors.once import answered_before, remember
from registry.forms import Form, as_typed
from registry.law import Breach
from registry.ledger import Act, Record
from registry.ledger.record import enter

MADE = 201
TRIED = "rehearse"
"""The word in an address that asks what an act would come to, without its being done."""


@dataclass
class Asking:
    """One request at a form's door."""

    room: str
    view: Callable[..., Any]
    asks: type[Form]
    title: str
    document: Record | None
    edits: bool
    offers: Callable[..., dict[str, Any]] | None
    before: Before | None = None
    beside: Callable[..., dict[str, Any]] | None = None

    @property
    def subject(self) -> tuple[Record, ...]:
        return () if self.document is None else (self.document,)

    def ask(self) -> str:
        """The empty form, with what the address or the document itself already answers."""
        offered = self.offers(*self.subject) if self.offers else {}
        return self._page(as_typed(offered) | request.args.to_dict(), problems={})

    def do(self) -> Response:
        if not g.by_token and current_app.config.get("WTF_CSRF_ENABLED", True):
            csrf.protect()
        if request.args.get(TRIED):
            return jsonify(self._rehearsed())
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
            if self.before and (shown := self._not_yet_seen(self.before)):
                return make_response(self._page(request.form.to_dict(), {}, shown=shown))
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

    def _not_yet_seen(self, before: Before) -> Shown | None:
        """What the reader is still to be shown; told once it is sure that the act may be done."""
        [answer] = answers.read(self.asks())
        shown = before.unseen(request.form.get(answers.SEEN_FIELD, ""), self.subject, answer)
        if shown is not None:
            self._rehearse([answer])
        return shown

    def _rehearsed(self) -> dict[str, Any]:
        """What the act would come to, for whoever asks by address; nothing is recorded."""
        found = answers.read(self.asks())
        told = [self.before.told(self.subject, answer) for answer in found] if self.before else []
        self._rehearse(found)
        return {"recorded": False, "would": told}

    def _rehearse(self, found: list[dict[str, Any]]) -> None:
        if self.edits and self.document is not None:
            answers.demand_rev(self.document)
        with ledger.rehearsal():
            for answer in found:
                self.view(*self.subject, answer)

    def _again(self, problems: dict[str, Any], status: int) -> Response:
        return make_response(self._page(request.form.to_dict(), problems), status)

    def _page(self, values: dict[str, str], problems: dict[str, Any], shown: Shown | None = None) -> str:
        form = self.asks()
        questions = form.questions()
        several = {q["name"]: sent for q in questions if q["multiple"] and (sent := request.values.getlist(q["name"]))}
        return render_template(
            [shown.template] if shown else [f"{self.room}/{self.view.__name__}.html", "form.html"],
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
            beside=self.beside(*self.subject) if self.beside else {},
            shown=shown and shown.facts,
            seen=shown and shown.seen,
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


def on_the_page(errors: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Mistakes under the names of the boxes they are about, rows of a repeating question among them."""
    found: dict[str, Any] = {}
    for key, value in errors.items():
        if isinstance(value, dict):
            found |= on_the_page(value, f"{before}{key}-")
        else:
            found[f"{before}{key}"] = value
    return found

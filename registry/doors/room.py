"""A room's doors. None can be made without saying what it needs of whoever comes in."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Blueprint, Response, abort, g, request

from registry import index
from registry.doors import hung
from registry.doors.asked import Asked, asked
from registry.doors.before import Before
from registry.doors.checks import slowed
from registry.doors.door import Acts, Door, Signs, demand, offered
from registry.doors.posting import Asking
from registry.doors.telling import KINDS, About, Kept, Printer, answer, gather, handed
from registry.forms import Form, Row, named
from registry.ledger import Record, known, noting_what_is_read
from registry.press import Wanted, letterhead

View = Callable[..., Any]


class Room(Blueprint):
    """A blueprint with a key to every door.

    A page tells the facts as they stood on a day, as HTML or, by its suffix, .json, .csv or .pdf.
    A form takes answers, as HTML, JSON, or CSV with a line for each act: all are done, or none.
    A door `of` a kind of document has `<word>` in its path, its ref or the word people know it by; the view is given
    that document, and whatever other words are in the path.
    """

    def __init__(self, module: str, *, under: str = "") -> None:
        """`under` names the room among whose pages this one's are found."""
        name = module.split(".")[1]
        super().__init__(name, module, url_prefix=f"/{name}")
        self.under = under

    def page(
        self,
        path: str,
        *,
        needs: str,
        tells: type[Row],
        title: str,
        of: type[Record] | None = None,
        many: bool | None = None,
        acts: Acts = (),
        prints: Printer | None = None,
        on_paper: tuple[type[Row], View] | None = None,
        panels: bool = True,
        signs: Signs | None = None,
    ) -> Callable[[View], View]:
        """Tell of many facts, or of one document: that is what a door `of` something does unless `many`.

        `acts` are the doors offered beside it, as room.name, to those whom they would let in.
        `prints` makes its paper from what it tells, where that is more than one template; `on_paper`
        is the row and the view of a paper that tells more than the screen. Without `panels`, a page of
        a document leaves out what other rooms bring to that. `signs` says of which facts the paper is signed,
        where there is a key.
        """
        is_list = of is None if many is None else many
        door = Door(needs, title, None, tells, of, is_list, prints, on_paper, panels=panels, signs=signs)

        def hang(view: View) -> View:
            @wraps(view)
            def open_door(kind: str = "html", **words: str) -> Response | str:
                return self._tell(door, view, kind, words, acts)

            self._add(path, view, open_door, door)
            kinds = [each for each in KINDS if door.many or each != "csv"]
            rule = f"{path}.<any({', '.join(kinds)}):kind>"
            self.add_url_rule(rule, view.__name__, open_door)
            return view

        return hang

    def form(
        self,
        path: str,
        *,
        needs: str,
        asks: type[Form],
        title: str,
        of: type[Record] | None = None,
        edits: bool = False,
        offers: Callable[..., dict[str, Any]] | None = None,
        slowed_by: str = "",
        before: Before | None = None,
        when: Callable[[Any], bool] | None = None,
        beside: Callable[..., dict[str, Any]] | None = None,
        in_memory: bool = False,
    ) -> Callable[[View], View]:
        """Ask for what an act needs, and do it. The view returns where the reader goes next.

        `edits` says that it changes the document it is of, and so must be told which rev was seen;
        `offers` gives the answers that the page begins with; `slowed_by` names the question whose
        answer may be tried only so often; `before` is what is to be seen before anything is done: what
        rests on the document since some day, say, or what the act would come to.
        `when` tells of which documents' pages it is offered; of any, if left out. `beside` tells what its page shows
        beside the questions, in plain values, however often it is asked again. A file sent to a door that is
        `in_memory` is written nowhere.
        """
        door = Door(needs, title, asks=asks, of=of, when=when, in_memory=in_memory)

        def hang(view: View) -> View:
            @wraps(view)
            def open_door(**words: str) -> Any:
                document = self._enter(door, words)
                asking = Asking(self.name, view, asks, title, document, edits, offers, before, beside)
                return asking.do() if request.method == "POST" else asking.ask()

            entry = slowed(open_door, slowed_by) if slowed_by else open_door
            self._add(path, view, entry, door, methods=["GET", "POST"])
            return view

        return hang

    def file(self, path: str, *, needs: str, title: str, of: type[Record]) -> Callable[[View], View]:
        """Hand out a file: the view is given the rest of the path, and gives what `handed` takes: name, bytes."""
        door = Door(needs, title, of=of)

        def hang(view: View) -> View:
            @wraps(view)
            def open_door(word: str, **words: str) -> Response:
                return handed(*view(self._enter(door, {"word": word}), **words))

            self._add(path, view, open_door, door)
            return view

        return hang

    def panel(
        self, *, on: type, needs: str, tells: type[Row], title: str, empty: str, is_printed: bool = True
    ) -> Callable[[View], View]:
        """Bring this room's facts to the page of an earlier room's document; the view is given it, and `on`."""

        def hang(view: View) -> View:
            hung.PANELS.append(hung.Panel(on, needs, title, tells, empty, view, is_printed))
            return view

        return hang

    def duties(self, *, needs: str) -> Callable[[View], View]:
        """Tell home what needs doing on a day; the view gives Duty after Duty."""

        def hang(view: View) -> View:
            hung.DUTIES.append(hung.Source(needs, view))
            return view

        return hang

    def resting(self, *, on: type) -> Callable[[View], View]:
        """Tell what in this room rests on an earlier room's document; the view is given it, and since which day."""

        def hang(view: View) -> View:
            hung.RESTING.append(hung.Resting(on, view))
            return view

        return hang

    def following(self, *, on: type, needs: str) -> Callable[[View], View]:
        """Tell what in this room would follow if an earlier room's document left: a person, say; it is given `on`."""

        def hang(view: View) -> View:
            hung.FOLLOWING.append(hung.Following(on, needs, view))
            return view

        return hang

    def searched(self, *, needs: str) -> Callable[[View], View]:
        """Let this room be searched; the view is given the words and the day, and gives Found after Found."""

        def hang(view: View) -> View:
            hung.SEARCHES.append(hung.Source(needs, view))
            return view

        return hang

    def indexed(self, *, of: type[Record], kind: str, **how: Any) -> Callable[[View], View]:
        """Let what a document of this room says be found by its words; the view is given it, and gives Said after Said.

        `how` it is read: `needs`, where a hit `leads` and, of what is not for all, `closed`, `opens` and `withholds`:
        see registry.index.sources.Source.
        """

        def hang(view: View) -> View:
            index.add(index.Source(of, kind, says=view, **how))  # type: ignore[arg-type]
            return view

        return hang

    def _add(self, path: str, view: View, open_door: Any, door: Door, **options: Any) -> None:
        open_door.door = door
        self.add_url_rule(path, view.__name__, open_door, **options)

    def _tell(self, door: Door, view: View, kind: str, words: dict[str, str], acts: Acts) -> Response | str:
        question, name = asked(), view.__name__
        with known(question.known), noting_what_is_read() as shows:
            document = self._enter(door, words)
            subject = () if document is None else (document,)
            tells, view = door.on_paper if kind == "pdf" and door.on_paper else (door.tells, view)
            rest = {name: word for name, word in words.items() if subject and name != "word"}
            facts = view(*subject, **rest, on=question.on)
            whole = kind == "csv" or (kind == "pdf" and not isinstance(facts, Kept))
            told = gather(tells(), facts, question, many=door.many, whole=whole)  # type: ignore[misc]
            if isinstance(facts, About):
                told.panels.extend(hung.panels_of(facts.document, question.on, only=facts.panels, paper=kind == "pdf"))
            elif document is not None and not door.many and door.panels:
                told.panels.extend(hung.panels_of(document, question.on, paper=kind == "pdf"))
            heading = letterhead(question.on) if kind == "pdf" else {}
            told = replace(told, letterhead=heading, links=offered(acts, document), rev=document and document.rev)
        if kind == "pdf":
            signed = door.signs is not None and door.signs(told.facts[0])
            told = replace(told, wanted=self._wanted(door, name, question, document, shows, signed=signed))
        return answer(kind, told, room=self.name, view=name, title=door.title, prints=door.prints)

    def _wanted(
        self, door: Door, view: str, question: Asked, document: Any, shows: set[str], *, signed: bool
    ) -> Wanted:
        """What the log of prints is to say of a paper."""
        about = None if document is None else document.ref
        asked = {name: value for name, value in request.args.items() if name not in ("on", "known")}
        whole = shows | ({about} if about else set())
        by, name = g.account.ref, f"{self.name}.{view}"
        return Wanted(door.title, name, asked, about, question.on, question.known, sorted(whole), by, signed)

    def _enter(self, door: Door, words: dict[str, str]) -> Any:
        """The document the door is of, once it is known that this account may come in."""
        if door.of is None:
            demand(door.needs)
            return None
        document = named(door.of, words["word"])
        demand(door.needs, scope=document and document.scope)
        return document or abort(404)

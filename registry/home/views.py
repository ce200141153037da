from flask import abort, g, request

from registry.doors import PUBLIC, Room, find, hung
from registry.doors.asked import asked
from registry.home import finding, guides, queries
from registry.home.schemas import DutyRow, GuidePage, GuideRow, HomePage, SearchPage, sought
from registry.index import Wanted
from registry.index.sources import SOURCES
from registry.structure.models import Body

room = Room(__name__)

NEEDED_NOW = 7
"""How many duties the front page tells; the rest are a page away."""


@room.page("/register", needs="home.read", tells=HomePage, title="Home", many=False)
def register(on):
    needed = queries.dated(hung.duties(on), on)
    standings = [duty["standing"] for duty in needed]
    return {
        "mine": queries.declarations_of_reader(g.account, on),
        "duties": needed[:NEEDED_NOW],
        "count": len(needed),
        "late": sum(each is not None and each.endswith("late") for each in standings),
        "soon": standings.count("soon"),
        "recent": queries.recently_recorded(on, asked().known, g.account.may),
        "steps": queries.first_steps(),
    }


@room.page("/duties", needs="home.read", tells=DutyRow, title="What needs doing")
def duties(on):
    return queries.dated(hung.duties(on), on)


@room.page("/search", needs="home.read", tells=SearchPage, title="Search", many=False)
def search(on):
    """Everything or, where a kind, a body or days are named, what was said there."""
    asked = sought()
    if asked["kind"] and asked["kind"] not in SOURCES:
        abort(404)
    body = find(Body, asked["body"]) if asked["body"] else None
    wanted = Wanted(asked["q"], on, asked["kind"], body.ref if body else None, asked["from"], asked["to"])
    narrowed = wanted != Wanted(wanted.words, on)
    found = hung.search(wanted.words, on) if wanted.words and not narrowed else []
    hits, kinds = finding.found_in_words(wanted, g.account)
    return {
        "sought": wanted.words,
        "count": len(found) + sum(each["count"] for each in kinds),
        "groups": queries.grouped(found),
        "named": len(found),
        "hits": hits,
        "kinds": kinds,
        "among": finding.among(wanted, g.account, narrowed=narrowed),
    }


@room.page("/help", needs=PUBLIC, tells=GuideRow, title="Help with the registers")
def help(on):
    return list(guides.guides())


@room.page("/help/<guide>", needs=PUBLIC, tells=GuidePage, title="Guide", many=False)
def guide(on):
    return guides.guide(request.view_args["guide"]) or abort(404)

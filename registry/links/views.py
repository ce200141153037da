from flask import url_for

from registry.doors import Room
from registry.links import commands, queries
from registry.links.models import Link
from registry.links.schemas import LinkPage, LinkRow, WithdrawForm

room = Room(__name__, under="accounts")


@room.page("/register", needs="links.read", tells=LinkRow, title="Signed links")
def register(on):
    return queries.links()


@room.page("/<word>", needs="links.read", tells=LinkPage, title="Signed link", of=Link, acts=("links.withdraw",))
def link(link, on):
    return queries.line_of(link)


@room.form(
    "/<word>/withdraw",
    needs="links.withdraw",
    asks=WithdrawForm,
    title="Withdraw this link",
    of=Link,
    edits=True,
    when=lambda link: link.withdrawn is None,
)
def withdraw(link, answer):
    commands.withdraw(link)
    return url_for(".link", word=link.ref)

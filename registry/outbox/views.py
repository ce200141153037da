from flask import current_app, g, url_for

from registry.accounts.caller import note_access
from registry.doors import Duty, Listing, Room
from registry.outbox import commands, queries
from registry.outbox.models import UNSENT, Letter
from registry.outbox.schemas import LetterPage, LetterRow, NoteSentForm, SendAgainForm, SendForm
from registry.people.models import Person
from registry.wording import counted

room = Room(__name__, under="accounts")


@room.page("/register", needs="outbox.read", tells=LetterRow, title="Letters out", acts=("outbox.send",))
def register(on):
    return Listing(queries.letters(), server=current_app.config["MAIL_SERVER"])


@room.form("/send", needs="outbox.send", asks=SendForm, title="Send what waits")
def send(answer):
    commands.send()
    return url_for(".register")


@room.page(
    "/<word>",
    needs="outbox.read",
    tells=LetterPage,
    title="Letter",
    of=Letter,
    acts=("outbox.send_again", "outbox.note_sent"),
)
def letter(letter, on):
    line = queries.line_of(letter)
    if line["live"]:
        note_access("read a letter with a live link", letter.person_ref, account_ref=g.account.ref)
    return line


def is_unsent(letter):
    return letter.state in UNSENT


@room.form(
    "/<word>/send-again",
    needs="outbox.send_again",
    asks=SendAgainForm,
    title="Send this letter again",
    of=Letter,
    edits=True,
    when=is_unsent,
)
def send_again(letter, answer):
    commands.send_again(letter)
    return url_for(".letter", word=letter.ref)


@room.form(
    "/<word>/note-sent",
    needs="outbox.note_sent",
    asks=NoteSentForm,
    title="It has gone another way",
    of=Letter,
    edits=True,
    when=is_unsent,
)
def note_sent(letter, answer):
    commands.note_sent(letter)
    return url_for(".letter", word=letter.ref)


@room.panel(on=Person, needs="outbox.read", tells=LetterRow, title="Letters", empty="")
def letters_to(person, on):
    return queries.letters_to(person)


@room.duties(needs="outbox.send")
def letters_not_gone(on):
    if count := queries.not_gone():
        sentence = f"{counted(count, 'letter has', 'letters have')} not gone: see why, or post them."
        yield Duty(sentence, None, "", url_for("outbox.register"))

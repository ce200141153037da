from flask import g, url_for

from registry import clock
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.members.models import Member
from registry.nominees import commands, queries
from registry.nominees.models import Nomination
from registry.nominees.rules import NOMINEE
from registry.nominees.schemas import (
    ApportionForm,
    CorrectForm,
    EndForm,
    HeldForItRow,
    HeldForRow,
    NominateForm,
    NominationPage,
    NomineeRow,
    StoodForRow,
)
from registry.people.models import Person
from registry.practices.models import Practice
from registry.wording import day as in_words

room = Room(__name__, under="members")

TRANSMISSION = "Model Articles, art. 27"


@room.page("/register", needs="nominees.read", tells=NomineeRow, title="Nominee schedule")
def register(on):
    return queries.nominees_on(on)


@room.page(
    "/<word>",
    needs="nominees.read",
    tells=NominationPage,
    title="Nomination",
    of=Nomination,
    acts=("nominees.end", "nominees.apportion", "nominees.correct"),
)
def nomination(nomination, on):
    return queries.told(nomination, on)


@room.form(
    "/<word>/nominate",
    needs="nominees.nominate",
    asks=NominateForm,
    title="Say for which practice it is held",
    of=Member,
    offers=lambda member: {"since": member.entered},
    when=lambda member: member.ceased is None,
)
def nominate(member, answer):
    commands.nominate(member, **answer, by=g.account)
    return url_for("members.member", word=member.ref)


def is_in_force(nomination):
    return nomination.ended is None


@room.form(
    "/<word>/end",
    needs="nominees.end",
    asks=EndForm,
    title="No longer held for it",
    of=Nomination,
    edits=True,
    offers=lambda _: {"until": clock.today()},
    when=is_in_force,
)
def end(nomination, answer):
    commands.end(nomination, **answer, by=g.account)
    return at(nomination)


@room.form(
    "/<word>/apportion",
    needs="nominees.apportion",
    asks=ApportionForm,
    title="How many are held for it",
    of=Nomination,
    edits=True,
    when=is_in_force,
)
def apportion(nomination, answer):
    commands.apportion(nomination, **answer, by=g.account)
    return at(nomination)


@room.form(
    "/<word>/correct",
    needs="nominees.correct",
    asks=CorrectForm,
    title="It was wrong",
    of=Nomination,
    edits=True,
    offers=lambda nomination: {"practice": nomination.practice, "since": nomination.since},
)
def correct(nomination, answer):
    commands.correct(nomination, **answer, by=g.account)
    return at(nomination)


def at(nomination: Nomination) -> str:
    return url_for("nominees.nomination", word=nomination.ref)


@room.panel(
    on=Practice, needs="nominees.read", tells=HeldForItRow, title="Shares held for it", empty="Nobody holds any for it."
)
def shares_held_for_it(practice, on):
    return queries.history_of_practice(practice, on)


@room.panel(
    on=Member,
    needs="nominees.read",
    tells=HeldForRow,
    title="Held for (not part of the register)",
    empty="The nominee schedule does not say for which practice.",
)
def held_for(member, on):
    return queries.history_of_account(member, on)


@room.duties(needs="nominees.nominate")
def voteless(on):
    """Nobody votes for a sole holder who has died until the shares pass; a joint holder's survivors take at once."""
    for line in queries.voteless_on(on):
        who = f"{line['name']}, folio {line['folio']}, died on {in_words(line['died'])}"
        if line["is_joint"]:
            strike = url_for("members.strike", word=line["member"])
            yield Duty(f"{who}: strike the name; the survivors take", None, TRANSMISSION, strike)
            continue
        practices = " and ".join(line["practices"])
        voteless = f"{practices} is without a vote" if practices else "nobody votes"
        sentence = f"{who}: {voteless} until the shares pass by transmission"
        yield Duty(sentence, None, TRANSMISSION, url_for("members.member", word=line["member"]))


@room.duties(needs="nominees.nominate")
def held_for_nobody(on):
    for line in queries.held_for_nobody_on(on):
        sentence = f"Say for which practice {line['name']}, folio {line['folio']}, holds shares"
        yield Duty(sentence, None, NOMINEE, url_for("nominees.nominate", word=line["member"]))


@room.searched(needs="nominees.read")
def search(words, on):
    for line in queries.nominees_on(on):
        text = f"{line['practice']} ({line['code']}): {line['name']}, folio {line['folio']}"
        if has_all(text, words):
            yield Found("Nominee", text, url_for("members.member", word=line["member"]))


@room.panel(on=Person, needs="nominees.read", tells=StoodForRow, title="Practices stood for", empty="")
def practices_stood_for(person, on):
    return [{"practice": each.name_on(on), "ref": each.ref} for each in queries.practices_of(person, on)]


@room.following(on=Person, needs="nominees.read")
def practices_left(person, on):
    for practice in queries.practices_of(person, on):
        text = f"{practice.name_on(on)} would want another nominee, and a transfer to whoever that is"
        yield Found("Practice", text, url_for("practices.practice", word=practice.ref))

from flask import g, url_for

from registry import clock
from registry.doors import Found, Room
from registry.doors.hung import has_all
from registry.practices.models import Practice
from registry.profiles import commands, offering, queries
from registry.profiles.models import Profile
from registry.profiles.schemas import CorrectForm, ProfileOfItRow, ProfilePage, ProfileRow, RecordForm
from registry.wording import day as in_words

room = Room(__name__, under="practices")


@room.page("/register", needs="profiles.read", tells=ProfileRow, title="Practice profiles")
def register(on):
    return queries.profiles_on(on)


@room.page("/<word>", needs="profiles.read", tells=ProfilePage, title="Profile", of=Profile, acts=("profiles.correct",))
def profile(profile, on):
    return queries.told(profile, on)


@room.page(
    "/practice/<word>",
    needs="profiles.read",
    tells=ProfileRow,
    title="Profiles of a practice",
    of=Practice,
    many=True,
    acts=("profiles.record",),
)
def of_practice(practice, on):
    return queries.profiles_of(practice, on)


@room.form(
    "/practice/<word>/record",
    needs="profiles.record",
    asks=RecordForm,
    title="Record its profile",
    of=Practice,
    offers=offering.as_last_told,
    when=lambda practice: practice.is_open(clock.today()),
)
def record(practice, answer):
    return at(commands.record(practice, **answer, by=g.account))


@room.form(
    "/<word>/correct",
    needs="profiles.correct",
    asks=CorrectForm,
    title="The profile was wrong",
    of=Profile,
    edits=True,
    offers=offering.as_it_is,
)
def correct(profile, answer):
    commands.correct(profile, **answer, by=g.account)
    return at(profile)


def at(profile: Profile) -> str:
    return url_for("profiles.profile", word=profile.ref)


@room.panel(
    on=Practice,
    needs="profiles.read",
    tells=ProfileOfItRow,
    title="Profile",
    empty="It has told nothing of its staff, its building or its rating by this day.",
)
def profiles_of_it(practice, on):
    return queries.profiles_of(practice, on)


@room.searched(needs="profiles.read")
def search(words, on):
    for line in queries.profiles_by(on):
        text = f"{line['code']} {line['practice']}, {in_words(line['on'])}"
        if has_all(f"{text} {line['premises']} {line['rated_as']} {line['source']}", words):
            yield Found("Profile", text, url_for("profiles.profile", word=line["ref"]))

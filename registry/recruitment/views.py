from flask import abort, g, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.doors import Duty, Room
from registry.files import kept
from registry.recruitment import commands, queries, rules
from registry.recruitment.models import Candidate, Recruitment
from registry.recruitment.schemas import (
    AddCandidateForm,
    AddPaperForm,
    BeginForm,
    CandidatePage,
    CandidateRow,
    ConcludeForm,
    MarkForm,
    NamePanelForm,
    ReachForm,
    RecruitmentPage,
    RecruitmentRow,
    RemoveCandidatesForm,
)
from registry.seats.models import Seat
from registry.wording import counted

room = Room(__name__, under="seats")


def under_way(recruitment: Recruitment) -> bool:
    return recruitment.closed is None


def let_in(recruitment: Recruitment) -> None:
    """403 for whoever neither runs the recruitment nor sits on its panel."""
    if not (g.account.may("recruitment.add_candidate") or queries.is_on_panel(recruitment, g.account.ref)):
        abort(403)


@room.page("/register", needs="recruitment.read", tells=RecruitmentRow, title="Recruitment")
def register(on):
    return queries.recruitments_on(on)


@room.form("/seats/<word>/begin", needs="recruitment.begin", asks=BeginForm, title="Recruit to this seat", of=Seat)
def begin(seat, answer):
    return at(commands.begin(seat, **answer, by=g.account))


@room.page(
    "/<word>",
    needs="recruitment.read",
    tells=RecruitmentPage,
    title="Recruitment",
    of=Recruitment,
    acts={
        "": ("recruitment.reach", "recruitment.name_panel", "recruitment.add_paper", "recruitment.conclude"),
        "Candidates": ("recruitment.candidates", "recruitment.add_candidate", "recruitment.remove_candidates"),
    },
)
def recruitment(recruitment, on):
    return queries.line_of(recruitment, on)


@room.file("/<word>/papers/<place>", needs="recruitment.read", title="Paper of a recruitment", of=Recruitment)
def paper(recruitment, place):
    found = next((each for each in recruitment.papers if str(each.place) == place), None) or abort(404)
    return found.file_name, kept(found.sha256)


@room.form(
    "/<word>/name_panel",
    needs="recruitment.name_panel",
    asks=NamePanelForm,
    title="Name the panel",
    of=Recruitment,
    edits=True,
    when=under_way,
    offers=lambda recruitment: {
        f"panel-{place}-{name}": getattr(member, name)
        for place, member in enumerate(recruitment.panel)
        for name in ("person", "conflict", "handled")
    },
)
def name_panel(recruitment, answer):
    commands.name_panel(recruitment, **answer, by=g.account)
    return at(recruitment)


@room.form(
    "/<word>/reach",
    needs="recruitment.reach",
    asks=ReachForm,
    title="Enter a stage",
    of=Recruitment,
    edits=True,
    when=under_way,
    offers=lambda recruitment: {"on": clock.today()},
)
def reach(recruitment, answer):
    commands.reach(recruitment, **answer, by=g.account)
    return at(recruitment)


@room.form(
    "/<word>/add_paper",
    needs="recruitment.add_paper",
    asks=AddPaperForm,
    title="Add a paper",
    of=Recruitment,
    edits=True,
)
def add_paper(recruitment, answer):
    commands.add_paper(recruitment, **answer, by=g.account)
    return at(recruitment)


@room.form(
    "/<word>/conclude",
    needs="recruitment.conclude",
    asks=ConcludeForm,
    title="Say how it ended",
    of=Recruitment,
    edits=True,
    when=under_way,
    offers=lambda recruitment: {"closed": clock.today()},
)
def conclude(recruitment, answer):
    commands.conclude(recruitment, **answer, by=g.account)
    return at(recruitment)


@room.page(
    "/<word>/candidates",
    needs="recruitment.read_candidates",
    tells=CandidateRow,
    title="Candidates",
    of=Recruitment,
    many=True,
    acts=("recruitment.add_candidate",),
)
def candidates(recruitment, on):
    let_in(recruitment)
    note_access("read candidates", recruitment.ref, account_ref=g.account.ref)
    return queries.candidates_of(recruitment)


@room.form(
    "/<word>/add_candidate",
    needs="recruitment.add_candidate",
    asks=AddCandidateForm,
    title="Add a candidate",
    of=Recruitment,
    when=under_way,
)
def add_candidate(recruitment, answer):
    commands.add_candidate(recruitment, **answer, by=g.account)
    return url_for(".candidates", word=recruitment.ref)


@room.page(
    "/candidates/<word>",
    needs="recruitment.read_candidates",
    tells=CandidatePage,
    title="Candidate",
    of=Candidate,
    acts=("recruitment.mark",),
)
def candidate(candidate, on):
    let_in(candidate.recruitment)
    note_access("read a candidate", candidate.recruitment_ref, account_ref=g.account.ref)
    return queries.candidate_line(candidate)


def as_marked(candidate):
    let_in(candidate.recruitment)
    return {"standing": candidate.standing, "notes": candidate.notes}


@room.form(
    "/candidates/<word>/mark",
    needs="recruitment.mark",
    asks=MarkForm,
    title="Say how far they have come",
    of=Candidate,
    edits=True,
    offers=as_marked,
)
def mark(candidate, answer):
    let_in(candidate.recruitment)
    commands.mark(candidate, **answer, by=g.account)
    return url_for(".candidate", word=candidate.ref)


@room.form(
    "/<word>/remove_candidates",
    needs="recruitment.remove_candidates",
    asks=RemoveCandidatesForm,
    title="Remove the candidates’ papers",
    of=Recruitment,
    when=lambda recruitment: recruitment.closed is not None,
)
def remove_candidates(recruitment, answer):
    commands.remove_candidates(recruitment, by=g.account)
    return at(recruitment)


def at(recruitment: Recruitment) -> str:
    return url_for("recruitment.recruitment", word=recruitment.ref)


@room.panel(on=Seat, needs="recruitment.read", tells=RecruitmentRow, title="Recruitment", empty="")
def recruitments_to(seat, on):
    return queries.recruitments_to(seat, on)


@room.duties(needs="recruitment.remove_candidates")
def removals(on):
    for recruitment, count, deadline in queries.to_remove(on):
        sentence = f"Remove the papers of {counted(count, 'candidate')} for {recruitment.seat.called}."
        yield Duty(sentence, deadline.due, rules.FAIRLY, at(recruitment), deadline.reckoned)

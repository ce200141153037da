"""The addresses of the demo federation's main pages, by what is to be seen at each."""

from datetime import date
from typing import Any

from flask import Flask
from sqlalchemy import select

from registry.accounts.models import Account
from registry.actions.models import Action
from registry.authorisations.models import Authorisation
from registry.conflicts.models import Conflict
from registry.conflicts.treatment import NO_PAPERS
from registry.control.models import Statement
from registry.db import db
from registry.decisions.models import Decision
from registry.declarations.models import Declaration
from registry.directors.models import Directorship
from registry.disclosures.models import Disclosure, InterestNotice
from registry.drafts.models import Draft
from registry.editions.models import Edition
from registry.gifts.models import Gift
from registry.interests.models import Interest
from registry.ledger.models import Entry
from registry.links.models import Link
from registry.meetings.models import Meeting
from registry.members.models import Member
from registry.minutes.models import Minutes, MinutesDraft, Suggestion
from registry.openings.models import Opening
from registry.outbox.models import Letter
from registry.people.models import PersonName
from registry.profiles.models import Profile
from registry.proxies.models import Proxy
from registry.recruitment.models import Recruitment
from registry.reorganisations.models import Reorganisation
from registry.resolutions.models import Resolution
from registry.reviews.models import ReviewQuestion
from registry.rounds.models import Round
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import ARTICLES, Terms
from registry.votes.models import NAMED, POLL, Vote

SIGN_IN = "/accounts/sign-in"

FIXED = {
    "home": "/home/register",
    "check": "/check/register",
    "check-paper": "/check/paper",
    "check-compare": "/check/compare",
    "duties": "/home/duties",
    "search": "/home/search?q=Glenfield",
    "search-words": "/home/search?q=contract+network&kind=&from=2019-01-01",
    "decisions-like": "/decisions/like?text=that+the+network+agreement+be+adopted",
    "help": "/home/help",
    "accounts": "/accounts/register",
    "people": "/people/register",
    "people-enter": "/people/enter",
    "practices": "/practices/register",
    "practice": "/practices/C82036",
    "practice-moved": "/practices/C82056",
    "practice-counted": "/practices/C82042",
    "practices-load": "/practices/load",
    "practices-loads": "/practices/loads",
    "profiles": "/profiles/register",
    "profiles-of-practice": "/profiles/practice/C82013",
    "profiles-record": "/profiles/practice/C82013/record",
    "structure": "/structure/register",
    "groupings": "/structure/groupings",
    "members": "/members/register",
    "members-then": "/members/register?on=2020-07-13",
    "members-former": "/members/former",
    "members-classes": "/members/classes",
    "company": "/company/register",
    "filings": "/filings/register",
    "filings-outstanding": "/filings/outstanding",
    "filings-record": "/filings/record",
    "nominees": "/nominees/register",
    "adherence": "/adherence/register",
    "allotments": "/allotments/register",
    "allotment": "/allotments/A2",
    "allotments-allot": "/allotments/allot",
    "allotments-authorities": "/allotments/authorities",
    "allotments-entitlement": "/allotments/entitlement",
    "transfers": "/transfers/register",
    "transfer-waiting": "/transfers/T2",
    "transfer-form": "/transfers/T1/form",
    "capital": "/capital/register",
    "certificates": "/certificates/register",
    "certificates-wanting": "/certificates/wanting",
    "certificate": "/certificates/1",
    "inspections": "/inspections/register",
    "inspection": "/inspections/IN1",
    "inspection-lacking": "/inspections/IN2",
    "inspection-reply": "/inspections/IN2/reply",
    "inspections-log": "/inspections/log",
    "control": "/control/register",
    "control-state": "/control/state",
    "members-admit": "/members/admit",
    "seats": "/seats/register",
    "seats-2016": "/seats/register?on=2016-04-01",
    "seats-2022": "/seats/register?on=2022-04-15",
    "seats-establish": "/seats/establish",
    "deputies": "/deputies/register",
    "proxies": "/proxies/register",
    "directors": "/directors/register",
    "directors-appoint": "/directors/appoint",
    "recruitments": "/recruitment/register",
    "terms": "/terms/register",
    "drafts": "/drafts/register",
    "drafts-begin": "/drafts/begin",
    "comments": "/comments/register",
    "meetings": "/meetings/register",
    "meetings-convene": "/meetings/convene",
    "interests": "/interests/register",
    "interests-private": "/interests/private",
    "interests-compared": "/interests/compared?from=2026-10-01",
    "interests-due": "/interests/due",
    "interests-mine": "/interests/mine",
    "reviews": "/reviews/register",
    "reviews-done": "/reviews/done",
    "authorisations": "/authorisations/register",
    "gifts": "/gifts/register",
    "gifts-private": "/gifts/private",
    "gifts-policies": "/gifts/policies",
    "gifts-adopt-policy": "/gifts/adopt-policy",
    "disclosures": "/disclosures/register",
    "disclosures-declared": "/disclosures/declared",
    "disclosures-give": "/disclosures/give",
    "conflicts": "/conflicts/register",
    "conflicts-undeclared": "/conflicts/undeclared",
    "conflicts-mine": "/conflicts/mine",
    "rounds": "/rounds/register",
    "rounds-open": "/rounds/open",
    "errands": "/errands/register",
    "batches": "/batches/register",
    "batches-certificates": "/batches/certificates",
    "batches-members": "/batches/members",
    "batches-readers": "/batches/readers",
    "outbox": "/outbox/register",
    "links": "/links/register",
    "votes": "/votes/register",
    "actions": "/actions/register",
    "actions-late": "/actions/register?state=late",
    "actions-agree": "/actions/agree",
    "compliance": "/compliance/register",
    "decisions": "/decisions/register",
    "decisions-log": "/decisions/log",
    "decisions-log-authorise": "/decisions/log?kind=authorise+a+conflict",
    "minutes": "/minutes/register",
    "resolutions": "/resolutions/register",
    "resolutions-drafts": "/resolutions/drafts",
    "resolutions-draft": "/resolutions/draft",
    "packs": "/packs/register",
    "editions": "/editions/register",
    "readings": "/readings/register",
    "openings": "/openings/register",
    "openings-load": "/openings/load",
    "openings-books": "/openings/books",
    "openings-reconciliation": "/openings/reconciliation",
    "openings-sign": "/openings/sign",
    "reorganisations": "/reorganisations/register",
    "reorganisations-regroup": "/reorganisations/regroup",
    "practice-merge": "/reorganisations/merge/C82001",
    "minute-books": "/minute_books/register",
    "structure-chart": "/structure/chart",
    "audit": "/audit/register",
    "audit-check": "/audit/check",
}


held = select(Meeting.ref).order_by(Meeting.on)
contract = select(Meeting.ref).where(Meeting.on == date(2021, 4, 20))
action = select(Action.ref).where(Action.closed.is_(None)).order_by(Action.place)
executive = select(Action.owner_ref).where(Action.closed.is_(None)).order_by(Action.place)
five_of_eight = select(Meeting.ref).where(Meeting.on == date(2026, 9, 22))
general = select(Proxy.meeting_ref)
poll = select(Vote.ref).where(Vote.method == POLL)
by_name = select(Vote.ref).where(Vote.method == NAMED)
of_members = select(Meeting.ref).where(Meeting.body.has(Body.kind == "general meeting")).order_by(Meeting.on.desc())
edition = select(Edition.ref).order_by(Edition.issued.desc())
meeting_next = select(Meeting.ref).where(Meeting.body.has(Body.kind == "board")).order_by(Meeting.on.desc())
seat = select(Seat.ref).where(Seat.title == "Lay director")
shared = select(Seat.ref).where(Seat.holders > 1)
filled = select(Seat.ref).where(Seat.title == "Chair")
terms = select(Terms.ref).where(Terms.version == "2.0").order_by(Terms.since)
hub_terms = select(Terms.ref).where(Terms.version == "2.0").order_by(Terms.since.desc())
out = select(Terms.ref).where(Terms.comments_by.is_not(None)).order_by(Terms.circulated.desc())
amended = select(Terms.ref).where(Terms.amends_ref.is_not(None))
articles = select(Terms.ref).where(Terms.kind == ARTICLES).order_by(Terms.since.desc())
draft = select(Draft.ref)
board = select(Body.ref).where(Body.kind == "board")
network = select(Body.ref).where(Body.kind == "PCN").order_by(Body.name)
member = select(Member.ref).where(Member.folio == 1)
person = select(PersonName.person_ref).where(PersonName.surname == "Thackeray")
profile = select(Profile.ref).where(Profile.note != "")
interest = select(Interest.ref).where(Interest.public)
asked_about = select(ReviewQuestion.interest_ref)
gift = select(Gift.ref).where(Gift.approver_ref.is_not(None))
notice = select(InterestNotice.ref).where(InterestNotice.read_at_ref.is_(None))
indirect = select(Interest.ref).where(Interest.relation != "")
of_a_leader = select(Conflict.ref).where(Conflict.treatment == NO_PAPERS)
declaration = select(Declaration.ref)
round = select(Round.ref).order_by(Round.opens)
round_open = select(Round.ref).where(Round.closed.is_(None))
by_the_office = select(Account.ref).where(Account.email == "secretary@example.org").scalar_subquery()
declaration = select(Declaration.ref).where(Declaration.written_by_ref == by_the_office)
decision = select(Decision.ref).where(Decision.kind == "adopt terms")
special = select(Decision.ref).where(Decision.text.contains("special resolution"), Decision.meeting_ref.is_not(None))
in_part = select(Decision.ref).where(Decision.text.contains("a room be rented in Oadby"))
waiting = select(Decision.ref).where(Decision.waiting != "")
hanging = select(Decision.ref).where(Decision.text.contains("Wigston clinic"))
passed = select(Resolution.ref).where(Resolution.passed_at.is_not(None)).order_by(Resolution.circulated)
lapsed = select(Resolution.ref).where(Resolution.title == "Change of name")
resolution_open = select(Resolution.ref).order_by(Resolution.circulated.desc())
old_decision = select(Decision.ref).where(Decision.dates != "")

minutes_out = select(Minutes.ref).where(Minutes.approved.is_(None)).order_by(Minutes.circulated.desc())
minutes_signed = select(Minutes.ref).where(Minutes.authenticated.is_not(None))
minutes_draft = select(MinutesDraft.ref).order_by(MinutesDraft.saved.desc())
to_answer = select(Suggestion.ref).where(Suggestion.outcome == "")

DOCUMENTS: dict[str, tuple[str, Any, str]] = {
    "account": ("accounts", select(Account.ref).where(Account.email == "director@example.org"), ""),
    "member": ("members", member, ""),
    "member-resting": ("members", member, "/resting?on=2015-04-01"),
    "member-correct-entry": ("members", member, "/correct-entry"),
    "member-lodge": ("transfers/member", member, "/lodge"),
    "member-issue": ("certificates", member, "/issue"),
    "control-statement": ("control", select(Statement.ref), ""),
    "profile": ("profiles", profile, ""),
    "profile-correct": ("profiles", profile, "/correct"),
    "person": ("people", person, ""),
    "body-board": ("structure", board, ""),
    "body-network": ("structure", network, ""),
    "seat-vacant": ("seats", seat, ""),
    "seat": ("seats", filled, ""),
    "seat-appoint": ("seats", seat, "/appoint"),
    "seat-letter": ("seats", filled, "/letter"),
    "seats-served": ("seats/served", board, ""),
    "seats-compared": ("seats/compared", board, "?before=2020-01-01&on=2024-07-01"),
    "seats-of-person": ("seats/person", person, ""),
    "seat-shared": ("seats", shared, ""),
    "person-leaving": ("people", person, "/leaving"),
    "director": ("directors", select(Directorship.ref).order_by(Directorship.since.desc()), ""),
    "recruitment": ("recruitment", select(Recruitment.ref), ""),
    "director-consent": ("directors/consent", person, ""),
    "terms-version": ("terms", terms, ""),
    "terms-hub": ("terms", hub_terms, ""),
    "terms-out": ("terms", out, ""),
    "terms-amended": ("terms", amended, ""),
    "terms-amend": ("terms", out, "/amend"),
    "articles": ("terms", articles, ""),
    "comment-make": ("comments/terms", out, "/make"),
    "draft": ("drafts", draft, ""),
    "draft-write": ("drafts", draft, "/write"),
    "draft-circulate": ("drafts", draft, "/circulate"),
    "terms-redline": ("terms", hub_terms, "/redline"),
    "terms-rules": ("terms", board, "/rules"),
    "terms-redline-beside": ("terms", hub_terms, "/redline?layout=beside"),
    "meeting-next": ("meetings", meeting_next, ""),
    "meeting-held": ("meetings", held, ""),
    "meeting-of-members": ("meetings", of_members, ""),
    "meeting-notice": ("meetings", of_members, "/notice"),
    "meeting-service": ("meetings", meeting_next, "/service"),
    "meeting-versions": ("meetings", meeting_next, "/versions"),
    "meeting-check": ("meetings", meeting_next, "/check"),
    "meeting-publish": ("meetings", meeting_next, "/publish"),
    "meeting-change-item": ("meetings", meeting_next, "/change-item?item=9"),
    "meeting-give-notice": ("meetings", of_members, "/give-notice"),
    "meeting-move": ("meetings", meeting_next, "/move"),
    "body-order": ("meetings/bodies", board, "/set-order"),
    "meeting-attendance": ("meetings", held, "/record-attendance"),
    "meeting-grid": ("meetings", contract, "/attendance"),
    "meeting-general": ("meetings", general, "/attendance"),
    "attendance-year": ("meetings/bodies", board, "/year?on=2021-05-01"),
    "meetings-to-come": ("meetings/people", person, ""),
    "apologise": ("meetings/people", person, "/apologise"),
    "proxies-of-meeting": ("proxies/meetings", general, ""),
    "proxy-lodge": ("proxies/meetings", general, "/lodge"),
    "proxy-forms": ("proxies/meetings", general, "/forms"),
    "proxy": ("proxies", select(Proxy.ref), ""),
    "votes-of-meeting": ("votes/meetings", general, ""),
    "vote-poll": ("votes", poll, ""),
    "vote-by-name": ("votes", by_name, ""),
    "vote-put": ("votes/meetings", general, "/put?item=1"),
    "vote-demand-poll": ("votes/meetings", general, "/demand-poll?item=2"),
    "meeting-add-paper": ("meetings", meeting_next, "/add-paper?item=9"),
    "interests-of-person": ("interests/person", person, ""),
    "interest-declare": ("interests/person", person, "/declare"),
    "interest-confirm": ("interests/person", person, "/confirm"),
    "interest": ("interests", interest, ""),
    "review-interest": ("reviews/interests", asked_about, ""),
    "review": ("reviews/interests", interest, "/review"),
    "review-question": ("reviews/questions", select(ReviewQuestion.ref), ""),
    "review-answer": ("reviews/questions", select(ReviewQuestion.ref), "/answer"),
    "authorisation": ("authorisations", select(Authorisation.ref), ""),
    "gifts-of-person": ("gifts/person", person, ""),
    "gift": ("gifts", gift, ""),
    "gift-declare": ("gifts/person", person, "/declare"),
    "notice": ("disclosures", notice, ""),
    "notice-bring-up": ("disclosures", notice, "/bring-up"),
    "notice-paper": ("disclosures", notice, "/paper"),
    "disclosure": ("disclosures/declared", select(Disclosure.ref), ""),
    "disclosure-declare": ("disclosures/meetings", held, "/declare"),
    "conflicts-plan": ("conflicts/meetings", five_of_eight, "/plan"),
    "conflicts-plan-next": ("conflicts/meetings", meeting_next, "/plan"),
    "conflicts-ask": ("conflicts/meetings", meeting_next, "/ask"),
    "conflicts-topics": ("conflicts/bodies", board, "/topics"),
    "conflict": ("conflicts", of_a_leader, ""),
    "conflict-treat": ("conflicts", of_a_leader, "/treat"),
    "meeting-five-of-eight": ("meetings", five_of_eight, ""),
    "meeting-five-of-eight-grid": ("meetings", five_of_eight, "/attendance"),
    "interest-indirect": ("interests", indirect, ""),
    "interest-end": ("interests", interest, "/end"),
    "declaration-begin": ("declarations/people", person, "/begin"),
    "declaration-party": ("declarations", declaration, "/party"),
    "declaration-dates": ("declarations", declaration, "/dates"),
    "declaration-touches": ("declarations", declaration, "/touches"),
    "declaration-confirm": ("declarations", declaration, "/confirm"),
    "declaration-done": ("declarations/done", indirect, ""),
    "declaration-revise": ("declarations/interests", interest, "/revise"),
    "round": ("rounds", round, ""),
    "round-open": ("rounds", round_open, ""),
    "round-answers": ("rounds", round, "/answers?q=Not+answered"),
    "round-remind": ("rounds", round_open, "/remind"),
    "letter": ("outbox", select(Letter.ref).order_by(Letter.written.desc()), ""),
    "link": ("links", select(Link.ref), ""),
    "person-give-address": ("people", person, "/give-address"),
    "action": ("actions", action, ""),
    "action-progress": ("actions", action, "/note-progress"),
    "action-close": ("actions", action, "/close"),
    "actions-of-person": ("actions/of", executive, ""),
    "decision": ("decisions", decision, ""),
    "decision-old": ("decisions", old_decision, ""),
    "decision-in-part": ("decisions", in_part, ""),
    "decision-waiting": ("decisions", waiting, ""),
    "decision-condition": ("decisions", hanging, ""),
    "decision-authority": ("decisions", decision, "/authority"),
    "decision-extract": ("minute_books/extract", decision, ""),
    "decision-resolution": ("minute_books/resolution", special, ""),
    "minute-book": ("minute_books", board, "?year=2020"),
    "minutes-circulated": ("minutes", minutes_out, ""),
    "minutes-signed": ("minutes", minutes_signed, ""),
    "minutes-compare": ("minutes", minutes_signed, "/compare"),
    "minutes-suggest": ("minutes", minutes_out, "/suggest?passage=12"),
    "minutes-approve": ("minutes", minutes_out, "/approve"),
    "minutes-correct": ("minutes", minutes_signed, "/correct"),
    "minutes-suggestion": ("minutes/suggestions", to_answer, ""),
    "minutes-answer": ("minutes/suggestions", to_answer, "/answer"),
    "minutes-draft": ("minutes/drafts", minutes_draft, ""),
    "minutes-write": ("minutes/drafts", minutes_draft, "/write"),
    "minutes-circulate": ("minutes/drafts", minutes_draft, "/circulate"),
    "resolution": ("resolutions", passed, ""),
    "resolution-lapsed": ("resolutions", lapsed, ""),
    "resolution-open": ("resolutions", resolution_open, ""),
    "resolution-paper": ("resolutions", resolution_open, "/paper"),
    "resolution-answers": ("resolutions", resolution_open, "/answers"),
    "resolution-record-answer": ("resolutions", resolution_open, "/record-answer"),
    "resolution-send-again": ("resolutions", resolution_open, "/send-again"),
    "opening": ("openings", select(Opening.ref), ""),
    "reorganisation": ("reorganisations", select(Reorganisation.ref).order_by(Reorganisation.on.desc()), ""),
    "pack": ("packs", meeting_next, ""),
    "pack-choose": ("packs", meeting_next, "/choose"),
    "edition": ("editions", edition, ""),
    "edition-choose": ("editions", edition, "/choose"),
    "edition-insert": ("editions", edition, "/insert"),
    "reading": ("readings", edition, ""),
    "reading-agenda": ("readings", edition, "/agenda"),
    "reading-notes": ("readings", edition, "/notes"),
    "packs-arrange": ("packs/of", board, "/arrange"),
    "audit-act": ("audit/acts", select(Entry.first).order_by(Entry.seq.desc()), ""),
    "audit-document": ("audit/documents", seat, ""),
}
"""Those that only refs name: the room, which document, and what is asked of it there."""

NAMES = [*FIXED, *DOCUMENTS]


def places(app: Flask) -> dict[str, str]:
    """The address of every one."""
    with app.app_context():
        found = {
            name: f"/{room}/{db.session.scalars(query).first()}{rest}"
            for name, (room, query, rest) in DOCUMENTS.items()
        }
        db.session.remove()
    return FIXED | found

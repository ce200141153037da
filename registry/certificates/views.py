from flask import g, url_for

from registry import clock
from registry.certificates import commands, queries
from registry.certificates.models import LOST, Certificate
from registry.certificates.schemas import (
    CertificatePage,
    CertificateRow,
    IssueAllForm,
    IssueForm,
    NoteFoundForm,
    NoteReturnedForm,
    OfMemberRow,
    ReplaceForm,
    SplitForm,
    WantingRow,
)
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.members.certified import CERTIFIED
from registry.members.models import Member

room = Room(__name__, under="members")
CERTIFIED.append(queries.live_numbers)


@room.page(
    "/register",
    needs="certificates.read",
    tells=CertificateRow,
    title="Certificates",
    acts=("certificates.issue_all",),
)
def register(on):
    return queries.register_on(on)


@room.page("/wanting", needs="certificates.read", tells=WantingRow, title="Certificates to be issued")
def wanting(on):
    return queries.wanting_lines(on)


@room.page(
    "/<word>",
    needs="certificates.read",
    tells=CertificatePage,
    title="Certificate",
    of=Certificate,
    acts=("certificates.replace", "certificates.split", "certificates.note_found", "certificates.note_returned"),
    signs=lambda told: told["cancelled"] is None,
)
def certificate(certificate, on):
    return queries.told(certificate, on)


def today(*_):
    return {"on": clock.today()}


def is_live(certificate):
    return certificate.cancelled is None


@room.form(
    "/<word>/issue",
    needs="certificates.issue",
    asks=IssueForm,
    title="Bring certificates up to date",
    of=Member,
    offers=today,
)
def issue(member, answer):
    commands.issue(member, **answer, by=g.account)
    return url_for("members.member", word=member.ref)


@room.form("/issue-all", needs="certificates.issue_all", asks=IssueAllForm, title="Bring all up to date", offers=today)
def issue_all(answer):
    commands.issue_all(**answer, by=g.account)
    return url_for(".register")


@room.form(
    "/<word>/replace",
    needs="certificates.replace",
    asks=ReplaceForm,
    title="Replace it",
    of=Certificate,
    edits=True,
    offers=today,
    when=is_live,
)
def replace(certificate, answer):
    return at(commands.replace(certificate, **answer, by=g.account))


@room.form(
    "/<word>/split",
    needs="certificates.split",
    asks=SplitForm,
    title="Split it in two",
    of=Certificate,
    edits=True,
    offers=today,
    when=lambda certificate: is_live(certificate) and certificate.shares > 1,
)
def split(certificate, answer):
    commands.split(certificate, **answer, by=g.account)
    return url_for("members.member", word=certificate.member_ref)


@room.form(
    "/<word>/note-found",
    needs="certificates.note_found",
    asks=NoteFoundForm,
    title="It was found again",
    of=Certificate,
    edits=True,
    offers=today,
    when=lambda certificate: certificate.why == LOST and certificate.found is None,
)
def note_found(certificate, answer):
    commands.note_found(certificate, **answer, by=g.account)
    return at(certificate)


@room.form(
    "/<word>/note-returned",
    needs="certificates.note_returned",
    asks=NoteReturnedForm,
    title="It came back",
    of=Certificate,
    edits=True,
    offers=today,
    when=lambda certificate: not is_live(certificate) and certificate.returned is None and certificate.why != LOST,
)
def note_returned(certificate, answer):
    commands.note_returned(certificate, **answer, by=g.account)
    return at(certificate)


def at(certificate: Certificate) -> str:
    return url_for("certificates.certificate", word=certificate.ref)


@room.panel(
    on=Member, needs="certificates.read", tells=OfMemberRow, title="Certificates", empty="None has been issued."
)
def certificates_of(member, on):
    return queries.of_member(member, on)


@room.duties(needs="certificates.issue")
def to_be_issued(on):
    """Ready within two months of an allotment, or of the day a transfer is lodged; cancelled once no longer true."""
    for line in queries.wanting_lines(on):
        cancel = f"cancel certificate {line['untrue']}" if line["untrue"] else ""
        issue = f"issue one for {line['shares']:,} {line['share_class']} shares" if line["shares"] else ""
        sentence = (
            f"Certificates of {line['name']}, folio {line['folio']}: {' and '.join(filter(None, (cancel, issue)))}"
        )
        href = url_for("certificates.issue", word=line["member"])
        yield Duty(sentence, line["due"], line["authority"], href, line["reckoned"] or "")


@room.resting(on=Member)
def certificates_since(member, since):
    for line in queries.live_since(member, since):
        text = f"{line['number']}, {line['shares']:,} {line['share_class']} shares, issued {line['issued']}"
        yield Found("Certificate", text, url_for("certificates.certificate", word=line["ref"]))


@room.searched(needs="certificates.read")
def search(words, on):
    for line in queries.register_on(on):
        text = f"{line['number']}, {line['names']}"
        if has_all(text, words):
            yield Found("Certificate", text, url_for("certificates.certificate", word=line["ref"]))

from datetime import date
from typing import Any

from registry.filings.models import Filing
from registry.filings.returns import Arising, Return, arisen
from registry.filings.standing import filed, filings_by
from registry.wording import day as in_words

Line = dict[str, Any]


def filings_on(day: date) -> list[Line]:
    """Everything sent to the registrar by a day, the latest first."""
    return [told(filing) for filing in filings_by(day)]


def told(filing: Filing) -> Line:
    return {
        "ref": filing.ref,
        "rev": filing.rev,
        "title": f"{filing.form}, sent {in_words(filing.sent)}",
        "form": filing.form,
        "sentence": filing.sentence,
        "due": filing.due,
        "sent": filing.sent,
        "sent_by": filing.sent_by,
        "standing": punctuality(filing.due, filing.sent),
        "made_up_to": filing.made_up_to,
        "reference": filing.reference,
        "evidence": filing.evidence_name,
    }


def punctuality(due: date | None, sent: date) -> str:
    if due is None:
        return "no time limit"
    days = (sent - due).days
    return "in time" if days <= 0 else f"{days} {'day' if days == 1 else 'days'} late"


def outstanding_on(day: date) -> list[Line]:
    """What has fallen to be filed by a day and had not been, the first due first."""
    done = filed(day)
    return [_line(wanted, each, day) for wanted, each in arisen(day) if (wanted.form, each.about_ref) not in done]


def filings_about(day: date) -> list[Line]:
    """Everything that has fallen to be filed about some document by a day: by when, and when it was sent, if it was."""
    sent = {(filing.form, filing.about_ref): filing.sent for filing in filings_by(day)}
    return [
        {"about": each.about_ref, "form": wanted.form, "due": each.deadline.due}
        | {"sent": sent.get((wanted.form, each.about_ref))}
        for wanted, each in arisen(day)
    ]


def _line(wanted: Return, arising: Arising, day: date) -> Line:
    late = (day - arising.deadline.due).days
    return {
        "form": wanted.form,
        "title": wanted.title,
        "authority": wanted.authority,
        "sentence": arising.sentence,
        "happened": arising.happened,
        "due": arising.deadline.due,
        "reckoned": arising.deadline.reckoned,
        "late": max(0, late),
        "about": arising.about_ref,
        "opens": arising.opens,
        "word": arising.word,
    }

from registry import clock
from registry.files import Paper
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.commands.agenda import in_order, letter_anew, open_item
from registry.meetings.models import AgendaPaper, Meeting
from registry.people.models import Person


@command
def add_paper(
    meeting: Meeting, *, item: int, title: str, file: Paper, author: Person | None = None, author_named: str = "",
    by: Actor,
) -> AgendaPaper:  # fmt: skip
    """Put a paper to the item of that number.

    The papers are lettered anew, an item's second making its first A1; once the agenda is out, it is a late one, which
    leaves the others' letters as they are. Whoever wrote it is a person of the register or, else, is named.
    """
    about = open_item(meeting, item)
    paper = AgendaPaper(
        item_ref=about.ref, letter="", title=title, file_name=file.name, sha256=file.sha256, pages=file.pages,
        author=author, author_named=author_named,
    )  # fmt: skip
    about.awaits_paper = False
    if meeting.version is None:
        letter_anew([*in_order(meeting), paper])
    else:
        paper.letter = rules.late_letter([(each.item_ref, each.letter) for each in meeting.papers], about.ref)
        paper.late = clock.today()
    meeting.papers.append(paper)
    return paper

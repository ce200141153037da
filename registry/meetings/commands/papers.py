from registry.files import Paper
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.commands.agenda import numbered
from registry.meetings.models import AgendaPaper, Meeting


@command
def add_paper(meeting: Meeting, *, item: int, title: str, file: Paper, by: Actor) -> AgendaPaper:
    """Put a paper to the item of that number. The papers are lettered anew: an item's second makes its first A1."""
    about = numbered(meeting, item).ref
    paper = AgendaPaper(
        item_ref=about, letter="", title=title, file_name=file.name, sha256=file.sha256, pages=file.pages
    )
    papers = [*sorted(meeting.papers, key=lambda paper: rules.in_order(paper.letter)), paper]
    for each, letter in zip(papers, rules.letters([each.item_ref for each in papers]), strict=True):
        each.letter = letter
    meeting.papers.append(paper)
    return paper

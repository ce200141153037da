"""The words of the demo's terms, written for it: under the ten headings, and the articles it starts from."""

from registry.terms.models import TEN_HEADINGS

ARTICLES = [
    {
        "heading": "Form of the articles",
        "text": "The company adopts the Model Articles for private companies limited by shares "
        "(SI 2008/3229, Schedule 1), as changed below.",
    },
    {
        "heading": "Directors",
        "text": "1. The members may by ordinary resolution fix the seats of the board and who appoints to each.\n"
        "2. A director sits for three years, and may be appointed again.",
    },
    {
        "heading": "Delegation",
        "text": "The board may delegate any of its powers to a body of the federation by terms of reference "
        "(Model Articles, art. 5), and may revoke them.",
    },
    {
        "heading": "Shares",
        "text": "1. There is one class of ordinary shares of £1.\n2. Each practice names one general practitioner "
        "to hold its shares: one for every thousand patients registered, to the nearest share.",
    },
]


ARTICLES_OF_2020 = [
    ARTICLES[0],
    {
        "heading": "Directors",
        "text": "1. The members may by ordinary resolution fix the seats of the board and who appoints to each.\n"
        "2. A director sits for three years, and may be appointed again.\n"
        "3. Each Primary Care Network has a seat, held by its Accountable Clinical Director for as long as he or she "
        "is that.",
    },
    *ARTICLES[2:],
    {
        "heading": "Matters for the members",
        "text": "1. The sale of the company’s business, and its winding up, are for the members to decide.",
    },
    {
        "heading": "Decisions of the directors",
        "text": "1. The directors decide by a majority of those voting, at a meeting or as all of them agree.",
    },
]

AGREEMENT = [
    {"heading": "Parties", "text": "The company, and each practice whose nominee holds shares in it."},
    {"heading": "Nominees", "text": "Each practice tells the company who holds its shares, and of every change."},
    {"heading": "Leaving", "text": "A practice that leaves offers its shares back to the company at what was paid."},
    {"heading": "Changing this agreement", "text": "This agreement is amended by three quarters of the votes cast."},
]


def ten_sections(*texts: str) -> list[dict[str, str]]:
    """The ten headings of the federation's terms of reference, with a text for each."""
    return [{"heading": heading, "text": text} for heading, text in zip(TEN_HEADINGS, texts, strict=True)]


def board(quorum: str, *, networks: bool) -> list[dict[str, str]]:
    """The board's terms of reference; `networks` once the clinical directors sit on it."""
    who = "a chair, a lay director and an executive director"
    return ten_sections(
        "The Board of Directors directs the company for its members, the practices of East Leicestershire and Rutland.",
        "To set the direction of the federation, to see that it is carried out, and to keep the company "
        "lawful and solvent.",
        "The board answers to the members in general meeting, and reports to each annual meeting.",
        f"The board is {who}"
        + (", and the Accountable Clinical Director of each Primary Care Network." if networks else "."),
        "* **The chair** settles the agenda and keeps order.\n* **Each director** reads the papers, declares "
        "interests and decides for the company as a whole.\n* **The company secretary** keeps the registers.",
        f"The board meets at least four times a year, on seven clear days' notice. {quorum} directors who may "
        "vote make a quorum, counted item by item.",
        "Interests are declared when they arise, and again at the item they touch. Whoever has a conflict "
        "leaves for that item and is not counted in the quorum.",
        "Each director has one vote, and a majority of those voting decides. The chair has no second vote.",
        "Minutes go to every director within ten working days, and a summary to the members.",
        "These terms are reviewed every two years.",
    )


def hub(name: str, *changes: dict[str, str]) -> list[dict[str, str]]:
    """A hub's first terms or, with `changes` by heading, those that came of them."""
    first = ten_sections(
        f"The practices of {name} work together as a partnership hub of the federation.",
        "To improve care for patients by sharing staff, skills and back-office work, while each practice "
        "stays independent.",
        "The hub answers to its practices, and reports to the board of the federation.",
        "1. Each practice has one representative.\n2. Others attend by invitation and do not vote.",
        "1. Each representative speaks for the practice.\n2. Each representative takes decisions back to the "
        "practice.\n3. The federation keeps the notes.",
        "1. The hub meets every second month.\n2. Representatives of three practices make a quorum.",
        "Interests are declared at the start of each meeting and noted.",
        "By agreement wherever possible; otherwise one practice, one vote.",
        "Notes of each meeting go to every practice and to the federation.",
        "These terms are reviewed once a year.",
    )
    texts = {section["heading"]: section["text"] for section in first}
    for change in changes:
        texts |= change
    return [{"heading": heading, "text": text} for heading, text in texts.items()]


HUB_AS_CIRCULATED = {
    "Meetings": "1. The hub meets every second month.\n2. Representatives of four practices make a quorum."
}
HUB_IN_2024 = {
    "Roles and responsibilities": "1. Each representative speaks for the practice.\n2. The federation keeps the "
    "notes.\n3. Each representative takes decisions back to the practice within a week.",
    "Meetings": "1. The hub meets every month.\n2. Representatives of four practices make a quorum.\n"
    "3. Notice of a meeting is five clear days.",
    "Decision making process": "1. By agreement wherever possible; otherwise one practice, one vote.\n"
    "2. Spending needs three quarters of those voting.",
}
HUB_IN_2026 = {
    "Membership": "1. Each practice has one representative, who may send one deputy.\n"
    "2. Others attend by invitation and do not vote.",
    "Meetings": "1. The hub meets every month, in person or by video.\n2. Representatives of more than half of the "
    "practices make a quorum.\n3. Notice of a meeting is five clear days.",
    "Declarations of Interest": "Interests are declared when they arise and at each meeting. Whoever has a conflict "
    "counts for the quorum and does not vote.",
    "Review": "These terms are reviewed every two years.",
}
"""What each later version of a hub's terms says otherwise than the one before, by heading."""


def network(name: str) -> list[dict[str, str]]:
    return ten_sections(
        f"{name} is a Primary Care Network of practices under the Network Agreement.",
        "To plan and deliver the network's services for its registered population.",
        "The network answers to its practices; its clinical director is accountable for the contract.",
        "The clinical director, and one representative of each core practice.",
        "The clinical director leads; each representative holds the vote of the practice.",
        "The network meets monthly. A majority of its core practices makes a quorum.",
        "Interests are declared when they arise and at each meeting; whoever has a conflict does not vote.",
        "One practice, one vote. The budget and a practice's leaving need three quarters of the votes.",
        "Decisions are reported to the practices within a week, and each quarter to the federation.",
        "These terms are reviewed when the Network Contract changes, and at least every two years.",
    )

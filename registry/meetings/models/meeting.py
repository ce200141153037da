from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding_to
from registry.meetings.models.attending import APOLOGIES, Attendance, Chairing, Representation
from registry.meetings.models.notices import Notice, ShortNoticeConsent, Waiver
from registry.meetings.models.versions import AgendaVersion, FormerTime
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words

DECIDE, DISCUSS, NOTE = PURPOSES = "decide", "discuss", "note"
ORDINARY, SPECIAL = RESOLUTIONS = "ordinary", "special"
REASONS = ("commercial", "about a person", "legal advice", "about patients")
"""Why an item may be restricted, in words that give nothing of it away."""


def _before_agendas(told: dict[str, Any]) -> dict[str, Any]:
    """A meeting of the first shape: an agenda without versions, notice that was a day, and marks without times."""
    of_an_item = {"topic": "", "reference": "", "standing": "", "time_wanted": None, "restricted": "", "resolution": ""}
    told = adding_to("items", **of_an_item, awaits_paper=False, withdrawn=None)(told)
    told = adding_to("attendances", at="", how="")(adding_to("papers", late=None)(told))
    new = ("parties", "versions", "former_times", "notices", "consents", "waivers", "chairings", "representations")
    none = {part: list[Any]() for part in new}
    return told | none | {"joining": "", "cancelled": None, "cancelled_why": "", "adjourned_from_ref": None}


class Meeting(Document):
    """A meeting of a body on a day, with its agenda, papers, notice and attendance.

    `begins` is the clock time in London, as HH:MM; `joining`, how those elsewhere take part. `notice_given` is the day
    on which notice was given to the last of those who must have it. `cancelled` is the day on which it was called off.
    One `adjourned_from` another takes up what that one left undone.
    """

    __upcasts__ = (_before_agendas, adding_to("papers", author_ref=None, author_named=""))

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    on: Mapped[date]
    begins: Mapped[str]
    place: Mapped[str]
    joining: Mapped[str] = mapped_column(default="")
    notice_given: Mapped[date | None]
    cancelled: Mapped[date | None]
    cancelled_why: Mapped[str] = mapped_column(default="")
    adjourned_from_ref: Mapped[str | None] = link("meeting")
    adjourned_from: Mapped["Meeting | None"] = relationship(remote_side="Meeting.ref")
    items: Mapped[list["Item"]] = parts(back_populates="meeting", order_by="Item.place")
    parties: Mapped[list["Party"]] = parts(back_populates="meeting", order_by="Party.name, Party.ref")
    papers: Mapped[list["AgendaPaper"]] = parts(back_populates="meeting", order_by="AgendaPaper.letter")
    versions: Mapped[list[AgendaVersion]] = parts(
        back_populates="meeting", order_by="AgendaVersion.major, AgendaVersion.minor"
    )
    former_times: Mapped[list[FormerTime]] = parts(back_populates="meeting", order_by="FormerTime.ref")
    notices: Mapped[list[Notice]] = parts(back_populates="meeting", order_by="Notice.ref")
    consents: Mapped[list[ShortNoticeConsent]] = parts(back_populates="meeting", order_by="ShortNoticeConsent.ref")
    waivers: Mapped[list[Waiver]] = parts(back_populates="meeting", order_by="Waiver.ref")
    attendances: Mapped[list[Attendance]] = parts(back_populates="meeting", order_by="Attendance.ref")
    chairings: Mapped[list[Chairing]] = parts(back_populates="meeting", order_by="Chairing.ref")
    representations: Mapped[list[Representation]] = parts(back_populates="meeting", order_by="Representation.ref")

    @property
    def called(self) -> str:
        return f"{self.body.name}, {in_words(self.on)}"

    @property
    def attendance_is_recorded(self) -> bool:
        """Whether it is on record who came: more than the apologies that were given before."""
        return any(each.mark != APOLOGIES for each in self.attendances)

    @property
    def version(self) -> AgendaVersion | None:
        """The version of the agenda that was published last; None if none was."""
        return self.versions[-1] if self.versions else None

    @property
    def has_gone_out(self) -> bool:
        """Whether others hold its agenda: it was published, or notice given of it, or it was met on."""
        return bool(self.versions or self.notice_given or self.attendance_is_recorded)

    def numbered(self, number: int) -> "Item | None":
        return next((item for item in self.items if item.place == number), None)

    def papers_for(self, item: "Item") -> list["AgendaPaper"]:
        return [paper for paper in self.papers if paper.item_ref == item.ref]


class Item(Part):
    """An item of the agenda: what it is for, who presents it, and the decision it proposes.

    `topic` is what it is about, one of TOPICS; "" if nobody has said. `standing` says which of a body's standing items
    it is, if it is one. `time_wanted` is in minutes. `reference` is its number in the body's year, drawn when it is
    first published. A restricted item has the reason why. `resolution` is the kind that the members are asked for.
    `withdrawn` is the day on which it was taken off an agenda that had gone out.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    place: Mapped[int]
    title: Mapped[str]
    purpose: Mapped[str]
    presenter_ref: Mapped[str | None] = link("person")
    presenter: Mapped[Person | None] = relationship()
    proposed: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    standing: Mapped[str] = mapped_column(default="")
    time_wanted: Mapped[int | None]
    restricted: Mapped[str] = mapped_column(default="")
    resolution: Mapped[str] = mapped_column(default="")
    awaits_paper: Mapped[bool] = mapped_column(default=False)
    withdrawn: Mapped[date | None]


class Party(Part):
    """Somebody whom an item is about: one of the registers, by `party_ref`, or named in words alone.

    `name` is as it was written or, of one in the registers, what that was called on the day of the meeting.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="parties")
    item_ref: Mapped[str]
    party_ref: Mapped[str | None]
    name: Mapped[str]


class AgendaPaper(Part):
    """A paper for an item: a PDF kept by its hash. `letter` is how it is cited: A, B1, B2.

    `late` is the day on which it came, if the agenda had been published by then. Its author is a person of the
    register, or `author_named` in words alone; nobody, if that was not said.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="papers")
    item_ref: Mapped[str]
    letter: Mapped[str]
    title: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    pages: Mapped[int]
    late: Mapped[date | None]
    author_ref: Mapped[str | None] = link("person")
    author: Mapped[Person | None] = relationship()
    author_named: Mapped[str] = mapped_column(default="")

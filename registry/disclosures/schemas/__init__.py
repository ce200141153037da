"""What the doors of this room ask and tell."""

from registry.disclosures.schemas.asked import BringUpForm, DeclareForm, EndForm, GiveForm
from registry.disclosures.schemas.told import (
    AtMeetingRow,
    DisclosurePage,
    DisclosureRow,
    NoticePage,
    NoticeRow,
    OwnDisclosureRow,
    OwnNoticeRow,
)

__all__ = [
    "AtMeetingRow",
    "BringUpForm",
    "DeclareForm",
    "DisclosurePage",
    "DisclosureRow",
    "EndForm",
    "GiveForm",
    "NoticePage",
    "NoticeRow",
    "OwnDisclosureRow",
    "OwnNoticeRow",
]

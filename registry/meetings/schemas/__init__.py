from registry.meetings.schemas.asked import RecordAttendanceForm
from registry.meetings.schemas.calling import (
    AdjournForm,
    AgreeShortNoticeForm,
    CallOffForm,
    ConveneForm,
    GiveNoticeForm,
    MoveForm,
    PublishForm,
    WaiveNoticeForm,
)
from registry.meetings.schemas.items import (
    AddItemForm,
    AddPaperForm,
    ChangeItemForm,
    ReorderForm,
    SetOrderForm,
    StrikeItemForm,
)
from registry.meetings.schemas.notices import ChangeRow, CheckRow, NoticePage, SentenceRow, ServedRow, VersionRow
from registry.meetings.schemas.told import AttendedRow, MeetingPage, MeetingRow, StandingRow

__all__ = [
    "AddItemForm",
    "AddPaperForm",
    "AdjournForm",
    "AgreeShortNoticeForm",
    "AttendedRow",
    "CallOffForm",
    "ChangeItemForm",
    "ChangeRow",
    "CheckRow",
    "ConveneForm",
    "GiveNoticeForm",
    "MeetingPage",
    "MeetingRow",
    "MoveForm",
    "NoticePage",
    "PublishForm",
    "RecordAttendanceForm",
    "ReorderForm",
    "SentenceRow",
    "ServedRow",
    "SetOrderForm",
    "StandingRow",
    "StrikeItemForm",
    "VersionRow",
    "WaiveNoticeForm",
]

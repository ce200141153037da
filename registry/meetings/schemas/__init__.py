from registry.meetings.schemas.asked import RecordAttendanceForm
from registry.meetings.schemas.calling import ConveneForm, GiveNoticeForm
from registry.meetings.schemas.items import (
    AddItemForm,
    AddPaperForm,
    ChangeItemForm,
    ReorderForm,
    SetOrderForm,
    StrikeItemForm,
)
from registry.meetings.schemas.told import AttendedRow, MeetingPage, MeetingRow, StandingRow

__all__ = [
    "AddItemForm",
    "AddPaperForm",
    "AttendedRow",
    "ChangeItemForm",
    "ConveneForm",
    "GiveNoticeForm",
    "MeetingPage",
    "MeetingRow",
    "RecordAttendanceForm",
    "ReorderForm",
    "SetOrderForm",
    "StandingRow",
    "StrikeItemForm",
]

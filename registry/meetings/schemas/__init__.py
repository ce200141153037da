from registry.meetings.schemas.asked import (
    AddItemForm,
    AddPaperForm,
    ConveneForm,
    GiveNoticeForm,
    RecordAttendanceForm,
)
from registry.meetings.schemas.told import AttendedRow, MeetingPage, MeetingRow

__all__ = [
    "AddItemForm",
    "AddPaperForm",
    "AttendedRow",
    "ConveneForm",
    "GiveNoticeForm",
    "MeetingPage",
    "MeetingRow",
    "RecordAttendanceForm",
]

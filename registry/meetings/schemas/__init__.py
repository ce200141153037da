from registry.meetings.schemas.asked import (
    AddItemForm,
    AddPaperForm,
    ConveneForm,
    GiveNoticeForm,
)
from registry.meetings.schemas.attending import (
    ApologiseForm,
    ComingRow,
    GridRow,
    RecordAttendanceForm,
    RepresentForm,
    TakeChairForm,
    YearRow,
)
from registry.meetings.schemas.told import AttendedRow, MeetingPage, MeetingRow

__all__ = [
    "AddItemForm",
    "AddPaperForm",
    "ApologiseForm",
    "AttendedRow",
    "ComingRow",
    "ConveneForm",
    "GiveNoticeForm",
    "GridRow",
    "MeetingPage",
    "MeetingRow",
    "RecordAttendanceForm",
    "RepresentForm",
    "TakeChairForm",
    "YearRow",
]

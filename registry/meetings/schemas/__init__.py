from registry.meetings.schemas.attending import (
    ApologiseForm,
    ComingRow,
    GridRow,
    RecordAttendanceForm,
    RepresentForm,
    TakeChairForm,
    YearRow,
)
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
    "ApologiseForm",
    "AttendedRow",
    "ComingRow",
    "ChangeItemForm",
    "ConveneForm",
    "GiveNoticeForm",
    "GridRow",
    "MeetingPage",
    "MeetingRow",
    "RecordAttendanceForm",
    "RepresentForm",
    "TakeChairForm",
    "YearRow",
    "ReorderForm",
    "SetOrderForm",
    "StandingRow",
    "StrikeItemForm",
]

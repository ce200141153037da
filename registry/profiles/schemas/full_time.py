import re
from typing import Any

from marshmallow import ValidationError, fields

from registry.profiles.staffing import HUNDREDTHS, as_full_time

FULL_TIME = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2}))?")


class FullTime(fields.Field[int]):
    """Full-time equivalents: 12 or 0.75 as people write them, whole hundredths as the books keep them."""

    def _serialize(self, value: int | None, attr: str | None, obj: Any, **_: Any) -> str | None:
        return as_full_time(value)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> int:
        if (told := FULL_TIME.fullmatch(str(value).strip())) is None:
            raise ValidationError("Write a number such as 12 or 0.75.")
        return int(told[1]) * HUNDREDTHS + int((told[2] or "").ljust(2, "0"))

from registry.minutes.models.circulated import (
    ACCEPTED,
    AT_APPROVAL,
    DECLINED,
    LATER,
    OPEN,
    OUTCOMES,
    Correction,
    Minutes,
    MinutesRecipient,
    Passage,
    Suggestion,
)
from registry.minutes.models.drafts import Boxes, MinutesDraft, MinutesWording

__all__ = [
    "ACCEPTED",
    "AT_APPROVAL",
    "DECLINED",
    "LATER",
    "OPEN",
    "OUTCOMES",
    "Boxes",
    "Correction",
    "Minutes",
    "MinutesDraft",
    "MinutesWording",
    "Passage",
    "MinutesRecipient",
    "Suggestion",
]

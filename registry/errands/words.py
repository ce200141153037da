"""The sentence in which a fault is told to whoever sent for what it spoiled."""

import logging

from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from registry.doors.errors import plain, sentences
from registry.law import Breach

log = logging.getLogger(__name__)

UNFORESEEN = "Something went wrong that nobody foresaw. The administrator finds it in the log of the worker."


def in_words(fault: Exception, about: str) -> str:
    """What the registers say of it; what has no words goes to the log, as `about` what it befell."""
    if isinstance(fault, ValidationError):
        return " ".join(sentences(plain(fault.normalized_messages())))
    if isinstance(fault, Breach):
        return fault.sentence
    if isinstance(fault, HTTPException) and fault.description:
        return fault.description
    log.error(about, exc_info=fault)
    return UNFORESEEN

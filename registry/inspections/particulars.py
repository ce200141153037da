"""What a request to inspect must contain (Companies Act 2006, s.116(4)), and which of it one lacks. Pure."""

from collections.abc import Iterator
from typing import Any

NAME_AND_ADDRESS = "the name and address of whoever asks (s.116(4)(a))"
RESPONSIBLE = "the name and address of an individual who answers for the organisation (s.116(4)(b))"
PURPOSE = "the purpose for which the information is to be used (s.116(4)(c))"
DISCLOSURE = "whether the information will be disclosed to anybody else (s.116(4)(d))"
RECIPIENT = "the name, address and purpose of each to whom it will be disclosed (s.116(4)(d)(i) to (iii))"


def lacking(request: Any) -> list[str]:
    """Every required particular that a request lacks, in words; none, if it is valid."""
    return list(_lacking(request))


def _lacking(request: Any) -> Iterator[str]:
    if not (request.name and request.address):
        yield NAME_AND_ADDRESS
    if request.is_organisation and not (request.responsible and request.responsible_address):
        yield RESPONSIBLE
    if not request.purpose:
        yield PURPOSE
    if request.discloses is None:
        yield DISCLOSURE
    if request.discloses and (not request.recipients or not all(map(_is_told_of, request.recipients))):
        yield RECIPIENT


def _is_told_of(recipient: Any) -> bool:
    return bool(recipient.name and recipient.address and recipient.purpose)

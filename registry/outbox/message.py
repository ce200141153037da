"""A letter as mail servers want it (RFC 5322): its headers, each on one line whoever wrote it, and its text."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from registry import clock
from registry.outbox.models import Letter


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """The message that a letter is; one letter has one `Message-ID`, however often it is tried.

    Raises ValueError where its address is none.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = _to(letter)
    message["Subject"] = on_one_line(letter.subject)
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = f"<{letter.ref.lower()}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # so that no absence is answered (RFC 3834)
    message.set_content(letter.body, cte="quoted-printable")
    return message


def _to(letter: Letter) -> Address:
    try:
        return Address(display_name=on_one_line(letter.name), addr_spec=letter.address)
    except (IndexError, ValueError, MessageError) as mistake:
        raise ValueError(f"{letter.address!r} is no address") from mistake


def on_one_line(text: str) -> str:
    """A name or a subject that cannot begin another header."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())

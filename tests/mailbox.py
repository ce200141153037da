"""A real mail server, on a port of its own, which keeps what it takes and refuses whom it is told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from socket import socket
from typing import Any

from aiosmtpd.controller import Controller
from flask import Flask


class Mailbox:
    """What came in, in its order; `refusals` are its answers to letters to some addresses, `refuses_us` to any of ours.

    It hangs up on whoever brings a letter for `hangs_up_on`.
    """

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refusals: dict[str, str] = {}
        self.connections = 0
        self.hangs_up_on = self.refuses_us = ""

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: Any) -> Any:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refuses_us:
            return self.refuses_us
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        [address] = envelope.rcpt_tos
        if address == self.hangs_up_on:
            server.transport.abort()
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"

    @property
    def addresses(self) -> list[str]:
        return [str(message["To"].addresses[0].addr_spec) for message in self.messages]


@contextmanager
def taking_letters(app: Flask) -> Iterator[Mailbox]:
    """Within, the application's letters go there."""
    mailbox = Mailbox()
    server = Controller(mailbox, hostname="127.0.0.1", port=(port := a_free_port()), decode_data=False)
    server.start()
    app.config.update(MAIL_SERVER="127.0.0.1", MAIL_PORT=port, MAIL_FROM="registry@example.org", MAIL_SECONDS=5)
    yield mailbox
    server.stop()


def a_free_port() -> int:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port

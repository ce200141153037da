"""The code on a printed page, by which whoever holds it may ask whether it says what the ledger says.

It follows from the words printed and from this registry's own key: the same paper has the same code, and nobody can
work out another's. Letters that are mistaken for one another are not in it.
"""

import hmac
import re
from hashlib import sha256

import segno
from flask import current_app

from registry.press.setting import key_of

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 12, 4
BITS = 5
MISTAKEN = str.maketrans("OIL", "011")

PRINTED = r"(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}"
"""What a code looks like where it was printed."""

WORDS_HERE, PICTURE_HERE = "<!--code in words-->", "<!--code as a picture-->"
"""Where in the HTML of a paper its code is put, once it is known."""

LOOPBACK = "http://127.0.0.1:8000"
CORRECTS = "m"
"""How much of a code's picture may be lost, to a fold or a stain: about a seventh."""


def code_of(*documents: str) -> str:
    """The code of a paper that is set from these documents."""
    key = f"{current_app.config['SECRET_KEY']} printed pages".encode()
    number = int.from_bytes(hmac.digest(key, "".join(map(key_of, documents)).encode(), sha256))
    return "".join(LETTERS[number >> BITS * place & len(LETTERS) - 1] for place in range(LENGTH))


def in_groups(code: str) -> str:
    """As it is read out and typed: 7K2M-Q4RT-0XWA."""
    return "-".join(re.findall(f".{{{GROUP}}}", code))


def as_typed(typed: str) -> str:
    """The code that somebody typed, with whatever stands between its letters."""
    return re.sub(r"[^0-9A-Z]", "", typed.upper()).translate(MISTAKEN)


def address_of(code: str) -> str:
    """Where a code leads, for whoever points a telephone at it."""
    return f"{(current_app.config['ADDRESS'] or LOOPBACK).rstrip('/')}/check/{code}"


def picture_of(code: str) -> segno.QRCode:
    return segno.make(address_of(code), error=CORRECTS, micro=False)


def coded(html: str, code: str) -> str:
    """A paper's HTML with its code where it belongs."""
    drawn = picture_of(code).svg_inline(border=2, title=f"Check this page: {in_groups(code)}", omitsize=True)
    return html.replace(WORDS_HERE, f"Check {in_groups(code)}").replace(PICTURE_HERE, drawn)

"""Uploaded papers, as they are fetched to be bound in."""

from dataclasses import dataclass
from io import BytesIO
from typing import NoReturn

import pikepdf
from flask import abort

from registry.files import kept


@dataclass(frozen=True)
class Uploaded:
    """A paper's bytes, and of each of its pages whether it lies on its side."""

    content: bytes
    lying: list[bool]


def fetch(sha256: str, title: str) -> Uploaded:
    """The paper kept under a hash. If it cannot be bound in there is no pack, and the reader is told why."""
    try:
        content = kept(sha256)
        with pikepdf.open(BytesIO(content)) as paper:
            return Uploaded(content, [_lies(page) for page in paper.pages] or _no_pages())
    except LookupError:
        abort(404, f"The pack cannot be printed: the file of “{title}” is not in the registry.")
    except pikepdf.PasswordError:
        abort(404, f"The pack cannot be printed: the file of “{title}” is locked with a password.")
    except ValueError:
        abort(404, f"The pack cannot be printed: the file of “{title}” is not the one that was sent.")
    except pikepdf.PdfError:
        abort(404, f"The pack cannot be printed: the file of “{title}” is damaged.")


def _no_pages() -> NoReturn:
    raise pikepdf.PdfError("no pages")


def _lies(page: pikepdf.Page) -> bool:
    """Whether a page, as it is to be read, is wider than it is high."""
    left, bottom, right, top = map(float, page.trimbox)
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (top - bottom > right - left) if turned else (right - left > top - bottom)

"""Word documents, spreadsheets and presentations, told by what is in them, whatever the file is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as Unpackable

MOST_UNPACKED = 256 * 1024 * 1024
UNREADABLE = (BadZipFile, RuntimeError, OSError, EOFError, Unpackable)
"""What reading in a zip raises where it is damaged, is locked, or is packed in a way that nobody here knows."""


@dataclass(frozen=True)
class Kind:
    """A kind of document, how a file of it ends, and what such a file is said to be when it is handed out."""

    called: str
    ending: str
    media_type: str


def _kinds(called: str, *kinds: tuple[str, str]) -> Iterator[Kind]:
    return (Kind(called, ending, f"application/{media_type}") for ending, media_type in kinds)


OFFICE, OPEN = "vnd.openxmlformats-officedocument.", "vnd.oasis.opendocument."
DOC, DOCX = _kinds("a Word document", (".doc", "msword"), (".docx", f"{OFFICE}wordprocessingml.document"))
XLS, XLSX, ODS = _kinds(
    "a spreadsheet",
    (".xls", "vnd.ms-excel"),
    (".xlsx", f"{OFFICE}spreadsheetml.sheet"),
    (".ods", f"{OPEN}spreadsheet"),
)
PPT, PPTX, ODP = _kinds(
    "a presentation",
    (".ppt", "vnd.ms-powerpoint"),
    (".pptx", f"{OFFICE}presentationml.presentation"),
    (".odp", f"{OPEN}presentation"),
)
ODT, RTF = _kinds("a text document", (".odt", f"{OPEN}text"), (".rtf", "rtf"))

ZIP_START, OLD_START, RTF_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
IN_ZIP = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
IN_OLD = {"WordDocument": DOC, "Workbook": XLS, "PowerPoint Document": PPT, "EncryptedPackage": DOCX}
OF_OPEN_DOCUMENT = {each.media_type.encode(): each for each in (ODT, ODS, ODP)}
MACROS_IN_ZIP, MACROS_IN_OLD = ("vbaProject.bin", "Basic/script-lc.xml"), "_VBA_PROJECT"
LOCK_IN_OLD, LOCK_IN_OPEN = "EncryptedPackage", b"encryption-data"
MANIFEST = "META-INF/manifest.xml"


def kind_of(content: bytes) -> Kind | None:
    """What kind of document the bytes are; None, if they are of none of these."""
    if content.startswith(OLD_START):
        return next((kind for name, kind in IN_OLD.items() if _as_old(name) in content), None)
    if content.startswith(RTF_START):
        return RTF
    try:
        return _in_zip(content) if content.startswith(ZIP_START) else None
    except UNREADABLE:
        return None


def _in_zip(content: bytes) -> Kind | None:
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        if "mimetype" in names:
            return OF_OPEN_DOCUMENT.get(parts.open("mimetype").read(len(max(OF_OPEN_DOCUMENT, key=len)) + 1))
        return next((kind for name, kind in IN_ZIP.items() if name in names), None)


def fault_of(content: bytes) -> str | None:
    """Why a document of one of these kinds is not even tried, to go on from its name."""
    if content.startswith(OLD_START):
        return _forbidden(is_locked=_as_old(LOCK_IN_OLD) in content, has_macros=_as_old(MACROS_IN_OLD) in content)
    try:
        return _fault_in_zip(content) if content.startswith(ZIP_START) else None
    except UNREADABLE:
        return "is damaged and cannot be opened."


def _fault_in_zip(content: bytes) -> str | None:
    with ZipFile(BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            return "unpacks to more than this registry can read."
        is_locked = MANIFEST in parts.namelist() and LOCK_IN_OPEN in parts.read(MANIFEST)
        return _forbidden(
            is_locked=is_locked, has_macros=any(name.endswith(MACROS_IN_ZIP) for name in parts.namelist())
        )


def _forbidden(*, is_locked: bool, has_macros: bool) -> str | None:
    if is_locked:
        return "is locked with a password. Send it without."
    return "has macros in it. Save it without them, and send that." if has_macros else None


def _as_old(name: str) -> bytes:
    return name.encode("utf-16-le")

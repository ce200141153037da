"""Word documents, spreadsheets and presentations, turned into PDF by LibreOffice where there is one."""

from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from marshmallow import ValidationError

from registry.files.apart import UNREAD, Failed, run
from registry.files.documents import Kind, fault_of

SECONDS, MEMORY_MB = 120, 4096

PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{}
</oor:items>
"""
SET = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
)
"""Nothing in a document runs, and nothing is fetched that it names: not from this machine, nor from any other."""


def as_pdf(name: str, content: bytes, kind: Kind, program: str) -> bytes:
    """The document as a PDF; raises ValidationError, naming it, if it cannot be one."""
    if fault := fault_of(content):
        raise ValidationError(f"“{name}” {fault}")
    if (found := which(program)) is None:
        raise ValidationError(
            f"“{name}” is {kind.called}, and this registry cannot turn it into a PDF. Save it as PDF and send that."
        )
    try:
        return _turned(content, kind, found)
    except Failed as failed:
        raise ValidationError(
            f"“{name}” could not be turned into a PDF: {failed}. Save it as PDF and send that."
        ) from None


def _turned(content: bytes, kind: Kind, program: str) -> bytes:
    """By a LibreOffice that starts as if for the first time, and is forgotten afterwards."""
    with TemporaryDirectory(prefix="registry-") as made:
        desk = Path(made)
        (desk / f"sent{kind.ending}").write_bytes(content)
        (desk / "profile" / "user").mkdir(parents=True)
        settings = "\n".join(SET.format(*each) for each in SETTINGS)
        (desk / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE.format(settings))
        alone = (f"-env:UserInstallation={(desk / 'profile').as_uri()}", "--headless", "--norestore")
        asked = ("--convert-to", "pdf", f"sent{kind.ending}")
        run(program, *alone, *asked, desk=desk, seconds=SECONDS, memory_mb=MEMORY_MB)
        if not (turned := desk / "sent.pdf").exists():
            raise Failed(UNREAD)
        return turned.read_bytes()

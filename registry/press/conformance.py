"""What a file says of itself: that it is PDF/A-3a, to be kept, and PDF/UA-1, to be read out.

WeasyPrint claims one of the two at a time (Kozea/WeasyPrint#2783); PDF/A wants the other's name explained.
"""

from html import escape
from typing import Any

PDF_VARIANT = "pdf/a-3a"
END = b"</rdf:RDF>"

READ_OUT = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>"""
EXPLAINED = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>{kept}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
KEPT = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3"
 pdfaid:conformance="A"/>"""


def packet_of(title: str, language: str, *, is_to_be_kept: bool) -> bytes:
    """What a file that was bound says of itself; one with pages that are not ours may be no PDF/A."""
    told = PACKET.format(title=escape(title), language=language, kept=KEPT if is_to_be_kept else "")
    return also_read_out(told.encode())


def claim_both(pdf: Any) -> None:
    """Let a PDF/A that is about to be written say that it is PDF/UA as well."""
    told = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    told.stream = [also_read_out(part) for part in told.stream]


def also_read_out(packet: bytes) -> bytes:
    """A packet of metadata (XMP) with the claim to be PDF/UA-1 added to what it says."""
    return packet.replace(END, f"{READ_OUT}{EXPLAINED}".encode() + END)

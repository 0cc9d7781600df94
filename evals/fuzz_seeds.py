"""Sound inputs of every readable format, made by program: what the fuzzer starts from.

Each seed says how its bytes are taken apart and put together again, so that a mutation can also go below packing: into
a member of an archive, a packed record, the stream of a PDF.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

TITLE = "Weir at Ostby opens again"
TEXT = (
    "OSTBY, March 3 (Gazette) - The weir at Ostby, closed since 1987, opened again on Monday, the river board said.\n\n"
    "\u201cWe have waited for this for 34 years,\u201d said board chairwoman Ada Lund, who cut the ribbon at 9 a.m. "
    "About 120 people watched from the bridge, the Norland Courier reported on its website.\n\n"
    "The works cost 2.4 million crowns, twice what was planned in May 2019. They are to be paid back by 2031. "
    "Fishermen from Halden, three miles downstream, fear for the salmon and want the weir opened at night.\n"
)
JSON_LD = json.dumps(
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
     "datePublished": "2021-03-03T09:30:00+01:00", "author": [{"@type": "Person", "name": "Bo Vik"}],
     "publisher": {"@type": "Organization", "name": "Ostby Gazette"}}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound input: its reader, a file name, its bytes, and how its inner parts are packed."""

    reader: str
    name: str
    data: bytes
    unpack: Callable[[bytes], dict[str, bytes]] | None = None
    pack: Callable[[Mapping[str, bytes]], bytes] | None = None


def make_page() -> bytes:
    """Return a web page with the fields, the furniture and the live-blog marks of real ones."""
    paragraphs = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    entries = "".join(
        f'<div class="live-entry" itemprop="liveBlogUpdate" itemscope><time datetime="2021-03-03T{hour:02}:15:00Z">'
        f"{hour}.15</time><h3>Entry of {hour}</h3>{paragraphs}</div>"
        for hour in (9, 10)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Ostby Gazette</title>'
        '<meta property="article:published_time" content="2021-03-03T08:30:00Z"><link rel="canonical" '
        f'href="https://gazette.example/weir"><script type="application/ld+json">{JSON_LD}</script></head><body>'
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav><article><h1>{TITLE}</h1>"
        f'<p class="byline">By Bo Vik</p>{paragraphs}<table><tr><td>Cost</td><td>2.4</td></tr></table></article>'
        f"{entries}"
        "<footer>Copyright 2021 Ostby Gazette. All rights reserved.</footer></body></html>"
    ).encode()


def make_feed() -> bytes:
    """Return an RSS feed with content in two of its ways."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ostby Gazette</title><link>https://gazette.example'
        f"</link><item><title>{TITLE}</title><link>https://gazette.example/weir</link><pubDate>"
        "Wed, 03 Mar 2021 08:30:00 GMT</pubDate>"
        f"<dc:creator>Bo Vik</dc:creator><source url='https://courier.example'>Norland Courier</source>"
        f"<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item><item><title>Second</title><description>"
        f"&lt;p&gt;{TEXT}&lt;/p&gt;</description></item></channel></rss>"
    ).encode()


def make_atom() -> bytes:
    """Return an Atom feed."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title type="html">{TITLE}</title>'
        f'<link rel="alternate" href="https://gazette.example/weir"/><updated>2021-03-03T08:30:00Z</updated><author>'
        f'<name>Bo Vik</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div>'
        "</content></entry></feed>"
    ).encode()


def make_json_feed() -> bytes:
    """Return a JSON feed."""
    item = {"id": "1", "url": "https://gazette.example/weir", "title": TITLE, "content_html": f"<p>{TEXT}</p>",
            "date_published": "2021-03-03T08:30:00Z", "authors": [{"name": "Bo Vik"}]}  # fmt: skip
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [item] * 2}).encode()


def make_row(**more: object) -> dict[str, object]:
    """Return a JSON article."""
    return {"title": TITLE, "text": TEXT, "outlet": "Gazette", "published": "2021-03-03", "authors": ["Bo Vik"], **more}


def make_mail(kind: str = "mixed") -> bytes:
    """Return a mail with a text, a page and an attached text, or a page saved as MHTML."""
    page = base64.encodebytes(make_page()).decode()
    quoted = TEXT.replace("=", "=3D").replace("\u201c", "=E2=80=9C").replace("\u201d", "=E2=80=9D")
    head = f"Content-Type: multipart/{kind}"
    saved = "Snapshot-Content-Location: https://gazette.example/weir\r\n" if kind == "related" else ""
    return (
        f"From: Ostby Gazette <news@gazette.example>\r\nTo: reader@home.example\r\nSubject: =?utf-8?B?"
        f"{base64.b64encode(TITLE.encode()).decode()}?=\r\nDate: Wed, 3 Mar 2021 09:30:00 +0100\r\n"
        f'Message-ID: <1@gazette>\r\nMIME-Version: 1.0\r\n{saved}{head}; boundary="cut"\r\n\r\n--cut\r\n'
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: base64\r\nContent-Location: https://gazette.example/weir\r\n\r\n{page}\r\n--cut\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n"
        "--cut\r\n"
        'Content-Type: text/plain; name="note.txt"\r\nContent-Disposition: attachment; filename="note.txt"\r\n\r\n'
        f"{TEXT}\r\n--cut--\r\n"
    ).encode()


def make_mbox() -> bytes:
    """Return a mailbox of two mails."""
    mail = make_mail().replace(b"\r\n", b"\n")
    return b"".join(b"From news@gazette.example Wed Mar  3 09:30:00 2021\n" + mail + b"\n" for _ in range(2))


def make_record(block: bytes, kind: str = "response", number: int = 1) -> bytes:
    """Return a WARC record."""
    type_ = "application/http; msgtype=response" if kind == "response" else "text/plain"
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: https://gazette.example/{number}\r\nWARC-Date: 2021-03-03T08:30:00Z\r\n"
        f"Content-Type: {type_}\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


def make_records() -> dict[str, bytes]:
    """Return the records of a small crawl by name."""
    packed = gzip.compress(make_page(), mtime=0)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(make_page()), make_page())
    return {
        "warcinfo": make_record(b"software: crawler\r\n", "warcinfo", 0),
        "plain": make_record(head + b"\r\n" + make_page(), number=1),
        "packed": make_record(head + b"Content-Encoding: gzip\r\n\r\n" + packed, number=2),
        "chunked": make_record(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunked, number=3),
        "text": make_record(TEXT.encode(), "conversion", 4),
    }


def make_pdf(contents: Mapping[str, bytes] | None = None) -> bytes:
    """Return a PDF of two pages of text, their streams packed."""
    pages = contents or {f"page{at}": make_pdf_page(part) for at, part in enumerate(TEXT.split("\n\n")[:2])}
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, data in enumerate(pages.values()):
        packed = zlib.compress(data)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * at} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    return put_objects(objects)


def put_objects(objects: list[bytes]) -> bytes:
    """Return a PDF of numbered objects, the first its catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, data in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def make_pdf_page(text: str) -> bytes:
    """Return the drawing of a page of text, a line every 14 points."""
    words = text.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"\\(").replace(b")", b"\\)").split()
    lines = [b" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
    return b"BT /F1 11 Tf 72 720 Td 14 TL " + b" ".join(b"(%s) Tj T*" % line for line in lines) + b" ET"


def make_docx_parts() -> dict[str, bytes]:
    """Return the members of a Word document."""
    office = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in [TITLE, *TEXT.split("\n\n")])
    kinds = (
        f'<Types xmlns="{office}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{office}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{office}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Bo Vik</dc:creator></cp:coreProperties>"
    )
    return {
        "[Content_Types].xml": kinds.encode(),
        "_rels/.rels": links.encode(),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
        "docProps/core.xml": core.encode(),
    }


def pack_zip(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 3, 3, 9, 30, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack_zip(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack_records(records: Mapping[str, bytes]) -> bytes:
    return b"".join(records.values())


def _pack_gzip_records(records: Mapping[str, bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records.values())


def _zipped(reader: str, name: str, members: Mapping[str, bytes]) -> Seed:
    return Seed(reader, name, pack_zip(members), unpack_zip, pack_zip)


@cache
def make_seeds() -> tuple[Seed, ...]:
    """Return the seeds of all formats."""
    page, row = make_page(), json.dumps(make_row()).encode()
    csv = f'title,text,published\n"{TITLE}","{TEXT}",2021-03-03\n"Second","{TEXT}",\n'.encode()
    description = json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}).encode()
    pages = {f"page{at}": make_pdf_page(part) for at, part in enumerate(TEXT.split("\n\n")[:2])}
    return (
        Seed("text", "a.txt", f"{TITLE}\n\nBy Bo Vik\n{TEXT}".encode()),
        Seed("html", "a.html", page),
        Seed("mhtml", "a.mhtml", make_mail("related")),
        Seed("json", "a.json", row),
        Seed("json", "b.json", json.dumps([make_row(), make_row(html=page.decode())]).encode()),
        Seed("jsonl", "a.jsonl", row + b"\n" + row + b"\n"),
        Seed("csv", "a.csv", csv),
        Seed("feed", "a.rss", make_feed()),
        Seed("feed", "a.atom", make_atom()),
        Seed("feed", "c.json", make_json_feed()),
        Seed("mail", "a.eml", make_mail()),
        Seed("mbox", "a.mbox", make_mbox()),
        Seed("pdf", "a.pdf", make_pdf(), lambda _: dict(pages), make_pdf),
        _zipped("docx", "a.docx", make_docx_parts()),
        _zipped("zip", "a.zip", {"a.html": page, "b/c.txt": TEXT.encode(), "d.zip": pack_zip({"e.json": row})}),
        Seed("gzip", "a.html.gz", gzip.compress(page, mtime=0), lambda _: {"page": page},
             lambda parts: gzip.compress(parts["page"], mtime=0)),
        Seed("warc", "a.warc", _pack_records(make_records()), lambda _: make_records(), _pack_records),
        Seed("warc", "b.warc.gz", _pack_gzip_records(make_records()), lambda _: make_records(), _pack_gzip_records),
        _zipped("wacz", "a.wacz", {"datapackage.json": description,
                                   "archive/a.warc.gz": _pack_gzip_records(make_records())}),
    )  # fmt: skip

"""One small file of every format, made in code, all about one invented affair: the dam at Ostby in March 2021."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.policy import SMTP

TITLE = "Ostby dam fails, two villages cleared"
LEAD = (
    "The old dam above Ostby gave way on Tuesday night, and water ran through two villages, the river board said. "
    "Nobody was killed, but 14 people were taken to hospital, it added."
)
SECOND = (
    "“We heard a long, low noise, and then the road was gone,” said Mayor Ann Bright, who had asked for repairs in "
    "2019. About 600 people spent the night in a school, according to the police."
)
THIRD = (
    "Deputy Water Minister Bo Vik told reporters on Wednesday that an inquiry would look at whether the well-known "
    "cracks in the dam had been reported. The operator, Norland Power, declined to comment."
)
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n"
PARAGRAPHS = (LEAD, SECOND, THIRD)


def make_page(title: str = TITLE, paragraphs: Sequence[str] = PARAGRAPHS, head: str = "") -> str:
    """A web page."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def make_mhtml() -> bytes:
    """A page as Chrome saves it, with a frame and a picture."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = "https://ostbypost.example/2021/03/10/dam"
    mail["Subject"] = f"{TITLE} – Ostby Post"
    mail["Date"] = "Fri, 12 Mar 2021 09:00:00 +0000"
    mail.make_related()
    for place, text in (
        ("https://ads.example/frame", "<html><body>Buy a boat</body></html>"),
        ("https://ostbypost.example/2021/03/10/dam", make_page()),
    ):
        part = EmailMessage(policy=SMTP)
        part.set_content(text, subtype="html", cte="quoted-printable")
        part["Content-Location"] = place
        mail.attach(part)
    picture = EmailMessage(policy=SMTP)
    picture.set_content(b"\x89PNG" + bytes(60), "image", "png")
    mail.attach(picture)
    return mail.as_bytes()


def make_mail(*, markup: bool = True, files: Sequence[tuple[str, str, bytes]] = ()) -> bytes:
    """A newsletter with a plain and a marked-up text."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Vik at The Norland Courier <letters@norlandcourier.example>"
    mail["To"] = "reader@example.org"
    mail["Subject"] = f"Morning letter: {TITLE}"
    mail["Date"] = "Wed, 10 Mar 2021 06:30:00 +0100"
    mail["Message-ID"] = "<1@norlandcourier.example>"
    mail.set_content(BODY)
    if markup:
        cells = "".join(f"<tr><td style='padding:9px'><p>{text}</p></td></tr>" for text in PARAGRAPHS)
        mail.add_alternative(f"<html><body><table>{cells}</table></body></html>", subtype="html")
    for kind, name, content in files:
        main, _, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def make_mbox() -> bytes:
    """Two mails in a box, one with a line that begins like the mark between mails."""
    first = make_mail(markup=False).replace(b"\r\n", b"\n")
    second = first.replace(b"Morning letter", b"Evening letter").replace(
        b"\nThe old dam", b"\n>From the start, the old dam"
    )
    mark = b"From letters@norlandcourier.example Wed Mar 10 06:30:00 2021\n"
    return mark + first + b"\n" + mark + second


def make_rss() -> bytes:
    """A feed with a whole text, a teaser from elsewhere, and a mean prologue."""
    content = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>World | Ostby Post</title><link>https://www.ostbypost.example/world</link><language>en-gb</language>
<item><title>{TITLE}</title><link>https://www.ostbypost.example/2021/03/10/dam?a=1&b=2</link>
<dc:creator>Ada Lund</dc:creator><pubDate>Wed, 10 Mar 2021 08:36:00 +0900</pubDate>
<description>A short teaser.</description><content:encoded><![CDATA[{content}<!-- </item> -->]]></content:encoded>
</item>
<item><title>Calm&nbsp;after the flood</title><guid isPermaLink="false">77</guid>
<source url="https://fjordtimes.example/rss">Fjord Times</source>
<pubDate>Thu, 11 Mar 2021 10:00:00 GMT</pubDate>
<description>The water fell by a metre &amp; the road is open.</description>
</item></channel></rss>""".encode()


def make_atom() -> bytes:
    """An Atom feed with markup as elements."""
    content = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fjord Times</title>
<link href="https://fjordtimes.example/"/><entry><title type="html">Dam &amp;amp; river</title>
<link rel="self" href="https://fjordtimes.example/feed/1"/><link href="https://fjordtimes.example/1"/>
<id>tag:1</id><published>2021-03-10T07:00:00+01:00</published><updated>2021-03-10T09:00:00+01:00</updated>
<author><name>Cai Moe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{content}</div></content>
</entry></feed>""".encode()


def make_json_feed() -> bytes:
    """A JSON Feed."""
    content = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    item = {"id": "1", "url": "https://fjordtimes.example/1", "title": TITLE, "content_html": content}
    item |= {"date_published": "2021-03-10T07:00:00+01:00"}
    author = [{"name": "Cai Moe"}]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Fjord Times",
        "home_page_url": "https://fjordtimes.example",
    }
    return json.dumps({**feed, "items": [{**item, "authors": author}]}).encode()


def make_csv(delimiter: str = ",") -> bytes:
    """A table as data sets have them."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerow(["id", "Title", "Publication", "Author", "Date", "URL", "Content"])
    rows.writerow(
        ["1", TITLE, "Ostby Post", "['Ada Lund', 'Bo Vik']", "2021-03-10", "https://ostbypost.example/1", BODY]
    )
    rows.writerow(["2", "A second", "Fjord Times", "", "2021-03-11", "", f'{LEAD} He said "no", twice.'])
    return out.getvalue().encode()


def make_docx(paragraphs: Sequence[str] = PARAGRAPHS, extra: str = "") -> bytes:
    """A Word file with its title as a styled paragraph."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    texts = "".join(
        f"<w:p><w:r><w:t>{text[:40]}</w:t></w:r><w:r><w:t>{text[40:]}</w:t></w:r></w:p>" for text in paragraphs
    )
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>report_final2</dc:title>'
        "<dc:creator>Ann Bright</dc:creator></cp:coreProperties>"
    )
    return make_zip(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<w:document {space}><w:body>{title}{texts}{extra}</w:body></w:document>".encode(),
            "docProps/core.xml": core.encode(),
        }
    )


def make_zip(members: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


Drawn = tuple[str, float, float, float]
"""A line of a PDF: text, x, y and letter size in points."""


def make_pdf(pages: Sequence[Sequence[Drawn]], info: str = "", trailer: str = "") -> bytes:
    """A PDF file with these lines, in Helvetica."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    objects.append(f"<<{info}>>")
    kids = []
    for lines in pages:
        draws = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escape(text)}) Tj ET" for text, x, y, size in lines)
        objects.append(f"<</Length {len(draws.encode('cp1252'))}>>\nstream\n{draws}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + end.encode()


def make_print() -> bytes:
    """A page as a browser prints it on two sheets: title, lines broken at the edge, header and footer."""
    lines = wrap_lines(PARAGRAPHS * 3, 70)
    sheets = []
    for number, start in enumerate(range(0, len(lines), 20), start=1):
        drawn: list[Drawn] = [("3/11/21, 8:36 AM  Ostby Post", 40, 815, 8)]
        drawn += [(TITLE, 60, 780, 24)] if number == 1 else []
        at = 740.0
        for gap, text in lines[start : start + 20]:
            at -= 28 if gap else 14
            drawn.append((text, 60, at, 11))
        drawn.append((f"https://ostbypost.example/2021/03/10/dam {number}/2", 40, 20, 8))
        sheets.append(drawn)
    return make_pdf(sheets, info="/Title (dam_final.indd)/Author (Ann Bright)/CreationDate (D:20210311083600Z)")


def wrap_lines(paragraphs: Sequence[str], width: int) -> list[tuple[bool, str]]:
    """Lines of at most that width, each with whether it begins a paragraph."""
    lines: list[tuple[bool, str]] = []
    for paragraph in paragraphs:
        line = ""
        first = True
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append((first, line))
                line, first = "", False
            line = f"{line} {word}" if line else word
        lines.append((first, line))
    return lines


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def make_lines() -> bytes:
    """JSON lines as news-please writes them."""
    row = {
        "title": TITLE,
        "maintext": BODY,
        "source_domain": "ostbypost.example",
        "date_publish": "2021-03-10 08:36:00",
    }
    return (json.dumps(row) + "\n" + json.dumps({**row, "title": "Again"}) + "\n").encode()


def make_event_registry() -> bytes:
    """An answer of Event Registry."""
    row = {
        "uri": "7001",
        "lang": "eng",
        "dateTime": "2021-03-10T09:00:00Z",
        "dateTimePub": "2021-03-10T07:36:00Z",
        "url": "https://fjordtimes.example/dam",
        "title": TITLE,
        "body": BODY,
        "source": {"uri": "fjordtimes.example", "dataType": "news", "title": "Fjord Times"},
        "authors": [{"uri": "cai@fjordtimes.example", "name": "Cai Moe", "type": "author"}],
    }
    return json.dumps({"articles": {"page": 1, "totalResults": 1, "results": [row]}}).encode()


def make_pasted() -> bytes:
    """A text pasted from a browser, with where it came from above it."""
    front = (
        f"{TITLE}\n\n\n\nSource: Ostby Post\nURL: https://ostbypost.example/2021/03/10/dam\nDate: 10 March 2021\n\n\n"
    )
    return (front + BODY).encode()


SAMPLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "docx": ("report.docx", make_docx),
    "zip": ("pile.zip", lambda: make_zip({"a/page.html": make_page().encode(), "b.txt": BODY.encode()})),
    "gzip": ("page.html.gz", lambda: gzip.compress(make_page().encode(), mtime=0)),
    "pdf": ("print.pdf", make_print),
    "mhtml": ("saved.mhtml", make_mhtml),
    "mbox": ("letters.mbox", make_mbox),
    "mail": ("letter.eml", make_mail),
    "feed": ("feed.xml", make_rss),
    "html": ("page.html", lambda: make_page().encode()),
    "jsonl": ("pile.jsonl", make_lines),
    "json": ("answer.json", make_event_registry),
    "csv": ("table.csv", make_csv),
    "text": ("pasted.txt", make_pasted),
}
"""A file of every format by its reader's name: file name, and what makes it. Web archives have tests of their own."""

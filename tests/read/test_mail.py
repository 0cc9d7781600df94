"""Mails and mailboxes: the better of two texts, who sent it and when, what was forwarded, what is attached."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from tests.read.reading import read, read_captures, read_one, read_refusal
from tests.read.samples import BODY, LEAD, PARAGRAPHS, TITLE, make_docx, make_mail, make_mbox, make_print, wrap_lines

from dateline.model import Capture, Stated
from dateline.read.forwarded import find_forwarded, is_forward, strip_prefixes
from dateline.read.paragraphs import find_compounds, join_lines, unflow, unwrap

COURIER = Stated(
    title=f"Morning letter: {TITLE}", outlet="The Norland Courier", published="Wed, 10 Mar 2021 06:30:00 +0100"
)


def make_forward(text: str, subject: str = f"Fwd: {TITLE}") -> bytes:
    """A mail that forwards another as text."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "A Friend <friend@example.org>"
    mail["Message-ID"] = "<9@example.org>"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 12 Mar 2021 10:00:00 +0000"
    mail.set_content(text)
    return mail.as_bytes()


def test_markup_is_preferred_and_headers_are_kept() -> None:
    capture = read_one("a.eml", make_mail())
    assert (capture.media, capture.stated) == ("html", COURIER)
    assert dict(capture.headers)["subject"] == COURIER.title
    assert "to" not in dict(capture.headers)


def test_plain_text_where_there_is_no_markup() -> None:
    capture = read_one("a.eml", make_mail(markup=False))
    assert capture.media == "text"
    assert capture.text.strip() == BODY.strip()


def test_a_stub_of_markup_gives_way_to_the_text() -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "x@example.org"
    mail["Message-ID"] = "<1@x>"
    mail.set_content(BODY)
    mail.add_alternative("<p>Open this letter in your browser.</p>", subtype="html")
    assert read_one("a.eml", mail.as_bytes()).media == "text"


def test_charsets_and_encoded_words() -> None:
    head = b"From: =?iso-8859-1?Q?Caf=E9_Courier?= <a@x.example>\r\nMessage-ID: <1@x>\r\n"
    head += "Subject: Überschwemmung\r\n".encode() + b"Content-Type: text/plain; charset=iso-8859-1\r\n"
    capture = read_one("a.eml", head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 was closed.\r\n")
    assert (capture.stated.outlet, capture.stated.title) == ("Café Courier", "Überschwemmung")
    assert capture.text.strip() == "The café was closed."


def test_attachments_are_read_by_their_own_readers() -> None:
    inner = make_forward("Inner text of a mail in a mail.", subject="Inner")
    files = [
        ("application/pdf", "print.pdf", make_print()),
        ("application/octet-stream", "report", make_docx()),
        ("text/plain", "note.txt", b"A note beside the letter."),
        ("application/octet-stream", "inner.eml", inner),
        ("image/png", "p.png", b"\x89PNG...."),
    ]
    rows = read("a.eml", make_mail(files=files))
    told = [(row.uri, row.format) if isinstance(row, Capture) else (row.subject, row.reason) for row in rows]
    assert told == [
        ("a.eml", "mail"),
        ("a.eml!/print.pdf", "mail/pdf"),
        ("a.eml!/report", "mail/docx"),
        ("a.eml!/note.txt", "mail/text"),
        ("a.eml!/inner.eml", "mail/mail"),
        ("a.eml!/p.png", "unknown format"),
    ]


def test_a_file_of_apple_mail() -> None:
    mail = make_mail(markup=False)
    body = f"{len(mail)}  \n".encode() + mail + b'<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>'
    for name in ("1.emlx", "1"):
        capture = read_one(name, body)
        assert (capture.stated, capture.body) == (COURIER, body)
        assert "plist" not in capture.text


def test_mailbox() -> None:
    first, second = read_captures("box.mbox", make_mbox())
    assert (first.uri, second.uri) == ("box.mbox#1", "box.mbox#2")
    assert (first.stated, second.stated.title) == (COURIER, f"Evening letter: {TITLE}")
    assert second.text.startswith("From the start, the old dam above")


FORWARDS = {
    "gmail": "FYI\n\n---------- Forwarded message ---------\nFrom: Fjord Times <news@fjordtimes.example>\n"
    f"Date: Wed, Mar 10, 2021 at 8:36 AM\nSubject: {TITLE}\nTo: <friend@example.org>\n\n\n{BODY}",
    "outlook": "-----Original Message-----\nFrom: Fjord Times [mailto:news@fjordtimes.example]\n"
    f"Sent: Wednesday, March 10, 2021 8:36 AM\nTo: A Friend\nSubject: {TITLE}\n\n{BODY}",
    "apple": "Begin forwarded message:\n\n> From: Fjord Times <news@fjordtimes.example>\n> Subject: " + TITLE + "\n> "
    "Date: March 10, 2021 at 8:36:00 AM GMT+1\n> To: friend@example.org\n> \n"
    + "\n".join(f"> {line}" for line in BODY.split("\n")),
}


@pytest.mark.parametrize("name", FORWARDS)
def test_forwarded_reports_are_the_outlets(name: str) -> None:
    capture = read_one("a.eml", make_forward(FORWARDS[name]))
    assert capture.text.strip().startswith(LEAD[:50])
    assert "friend" not in capture.text.lower()
    assert capture.stated.title == TITLE
    assert capture.stated.outlet == "Fjord Times"
    assert "March 10, 2021" in (capture.stated.published or "").replace("Mar ", "March ")


def test_a_forward_without_headers_stays_as_it_is() -> None:
    capture = read_one("a.eml", make_forward(BODY))
    assert (capture.stated.title, capture.stated.outlet) == (TITLE, "A Friend")


def test_prefixes() -> None:
    assert strip_prefixes("Re: FW: Fwd: Dam fails") == "Dam fails"
    assert strip_prefixes("Dam fails: two hurt") == "Dam fails: two hurt"
    assert is_forward("Re: Fwd: Dam") and not is_forward("Re: Dam")
    assert find_forwarded("From: the mayor\n\nThe dam") is None


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = "\n".join(("\n" if gap else "") + line for gap, line in wrap_lines(PARAGRAPHS, 72))
    assert unwrap(wrapped).strip() == "\n\n".join(PARAGRAPHS)
    listed = wrapped + "\n\nShort\nlines\nstay\n- one\n- two"
    assert unwrap(listed).endswith("Short\nlines\nstay\n- one\n- two")
    assert unwrap(BODY) == BODY


def test_flowed_text() -> None:
    assert unflow("The dam \nbroke.\nA new line\n-- \nAda") == "The dam broke.\nA new line\n-- \nAda"
    assert unflow("wa \nter", delsp=True) == "water"


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("the govern-", "ment said", "the government said"),
        ("a long-", "term plan", "a long-term plan"),
        ("the Norland-", "Ostby line", "the Norland-Ostby line"),
        ("a well-known-", "to-all fact", "a well-known-to-all fact"),
        ("the gov\u00ad", "ernment", "the government"),
        ("in 2019-", "20 it", "in 2019- 20 it"),
        ("the dam", "broke", "the dam broke"),
        ("a water-", "tight door", "a water-tight door"),
    ],
)
def test_hyphens_at_line_ends(left: str, right: str, joined: str) -> None:
    assert join_lines(left, right, find_compounds("It was water-tight.")) == joined


def test_broken_and_hostile_mails_are_refused() -> None:
    head = b"From: a@x\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(5_000))
    assert read_refusal("a.eml", head + nested).reason == "broken mail"
    assert (
        read_refusal("a.eml", head + b"Content-Type: text/plain; a=" + b'";' * 90_000 + b"\r\n\r\nx").reason
        == "broken mail"
    )
    assert read_refusal("a.eml", head + b"X: " + b"y" * 900_000).reason == "broken mail"
    assert read_refusal("a.eml", head + b"\r\n\r\n").reason == "no text"
    bad = head + b"Subject: " + b"=?a?q?" * 40_000 + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n"
    assert read("a.eml", bad)

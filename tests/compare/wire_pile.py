"""A pile about an invented ferry: a wire story, two abridged reprints, a report that credits the wire for a passage,
one wholly its own, a revision of that, a rewrite, and two entries of a live blog."""

from __future__ import annotations

import json
from pathlib import Path


def _even(text: str) -> str:
    """Return a text with one line for each paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


WIRE = _even("""
LYTH, Marland (Reuters) - The ferry Corran Lass sank off the port of Lyth early on Tuesday with 212 people on
board, the Marland coast guard said.

At least 31 people died and 14 were missing, coast guard commander Ada Holm told a news conference in Lyth on
Tuesday evening.

The vessel left the island of Sorn at 11 p.m. on Monday and sent a distress call three hours later, when water
came in through the bow door, according to two officials who have seen the log.

"The door was opened at sea, and nobody on the bridge knew it," Holm said. "We do not yet know who opened it."

The transport ministry said the ferry, built in 1988, passed its last inspection in March. The owner, Sorn
Lines, said it would help the inquiry and had grounded its two other ships.

Fishing boats from three villages brought 167 survivors ashore before dawn, many of them suffering from the
cold. Doctors at the Lyth hospital treated 58 people.

Prime Minister Olaf Reiner flew to Lyth and promised an independent inquiry. Parliament will debate the safety
of the fleet on Thursday.

The sinking is the worst in Marland since 1994, when the freighter Halden went down with its crew of 44 in the
same strait.
""")

PARTS = WIRE.split("\n\n")

ABRIDGED = "\n\n".join(PARTS[:4])
SHORT = "\n\n".join([PARTS[0], PARTS[1], PARTS[5]])

CREDITS = _even("""
The bow door of the Corran Lass had worried its crew for months before the ferry went down, three former
deckhands told the Lyth Courier.

"We wedged it with timber in every storm," said Per Aune, who left the ship in April. He showed the Courier
photographs of a bent hinge.

The yard that repaired the ferry last winter, Brandt & Son, would not say what it had done. A bill that the
Courier has seen lists two days of work and no new hinge.

The vessel left the island of Sorn at 11 p.m. on Monday and sent a distress call three hours later, when water
came in through the bow door, Reuters reported.

Holm's men have begun to film the wreck, which lies in 40 metres of water. The Courier has learned that divers
will look at the hinge first.

Relatives waited in the ferry hall all Tuesday. Many had come from Sorn, whose school lost two of its five
teachers.
""")

OWN = _even("""
Divers searched the wreck of the ferry Corran Lass on Wednesday for 14 people still missing in the strait off
Lyth.

The death toll stood at 31, the regional hospital authority said in its morning bulletin, which lists the dead
by age. The oldest was 84.

Our reporter counted nine fishing boats beside the buoy that marks the place. Skippers said the swell had gone
down since the night.

"I heard people singing in the dark," said Maren Oye, who pulled 22 men and women into her trawler. "Then it was
quiet."

Sorn Lines has run the route since 1961. Islanders have asked for a second ship for years, and the council voted
for one in 2017.

The harbour pilot on duty, Jon Esk, said he saw the ferry's lights go out at ten past two.
""")

REVISION = OWN.replace("for 14 people still missing", "for the 11 people still missing").replace(
    "The death toll stood at 31", "The death toll rose to 34"
)

REWRITE = _even("""
The ferry Corran Lass was lost off Lyth on Tuesday, killing dozens, Reuters reported.

The ship had 212 people aboard when it foundered, according to Reuters.

A distress call came three hours after it set out from Sorn, Reuters said, and fishermen saved 167 of those on
board.

Most passengers were islanders on the way to work.
""")

LIVE = (
    "The port of Lyth is closed to all ships but the rescue fleet, our correspondent Ines Bard reports from the quay.",
    "Buses with survivors have left the quay for the school at Norby, where the council has put up 90 beds.",
)


def list_articles() -> dict[str, dict[str, str]]:
    """Return the articles by file name, as JSON inputs have them."""

    def make(title: str, outlet: str, published: str, text: str, **more: str) -> dict[str, str]:
        return {"title": title, "outlet": outlet, "published": published, "text": text, **more}

    return {
        "wire": make("Ferry sinks off Marland, at least 31 dead", "Reuters", "2019-10-15T20:10", WIRE),
        "abridged": make("Ferry sinks off Lyth, 31 dead", "Marland Post", "2019-10-15T21:30", ABRIDGED),
        "short": make("Dozens die as ferry sinks", "The Norby Times", "2019-10-16", SHORT),
        "credits": make("Crew feared ferry's bow door", "Lyth Courier", "2019-10-16", CREDITS),
        "own": make("Divers search sunken ferry", "Radio Sorn", "2019-10-16T09:00", OWN),
        "revision": make("Divers search sunken ferry: toll rises", "Radio Sorn", "2019-10-16T15:00", REVISION),
        "rewrite": make("Ferry lost off Lyth", "Inland Daily", "2019-10-16", REWRITE),
    }


def write_pile(folder: Path) -> Path:
    """Write the pile into a folder, one JSON file an article, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, fields in list_articles().items():
        (folder / f"{name}.json").write_text(json.dumps(fields), encoding="utf-8")
    return folder

"""Small random piles of reports for property tests: two invented affairs told by several outlets, with debris."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

FLOOD = (
    "The river Ostra broke its banks in Velden on {day}, the regional governor said.",
    "At least {number} people were taken to a school on the hill, according to the fire service.",
    "Governor Marta Sandoval said that {number} houses stood under water.",
    "“We have never seen the Ostra so high,” Sandoval told reporters on {day}.",
    "The mayor of Velden, Piet Aaldering, denied that the town had been warned.",
    "About {number} soldiers will help to fill sandbags on {day}.",
    "The water agency said it had opened the gates of the upper dam on March {number}.",
    "Trains between Velden and Korsholm were cancelled, the railway said.",
    "The governor promised money for the families who had lost their homes.",
    "Aaldering said the dyke had been repaired in {year}.",
    "Up to {number} people were still without power, the utility Norlys said.",
    "Sandoval will visit the town again next week.",
)
"""What may be told of a flood."""

STRIKE = (
    "Drivers of the tram company Linea walked off the job in Port Calder on {day}.",
    "The union Transit United said {number} of its members had joined the strike.",
    "The company said that only {number} drivers had stayed away.",
    "Union leader Desmond Achterberg demanded a raise of {number} percent.",
    "“Our offer stands,” said a spokeswoman for Linea, Odile Marchetti.",
    "Talks between the two sides broke down on {day}.",
    "Mayor Ingrid Paulsen called on both sides to return to the table.",
    "Achterberg threatened to extend the strike until {day}.",
    "The last strike at Linea was in {year}.",
    "Marchetti said the company had lost {number} million euros.",
    "A court in Port Calder will hear the case in April.",
    "Passengers waited for hours, a reporter for the agency Norpress saw.",
)
"""What may be told of a strike."""

HEADS = ("", "Home | News | Sport\n\n", "Share this\nViews: {number}\n\n", "14:05 March {number}, 2021\n\n")
DATELINES = ("", "VELDEN, March {number} (Norpress) -- ", "PORT CALDER (Norpress) - ", "Port Calder, Tuesday – ")
TAILS = ("", "\n\nRead more: The week in pictures", "\n\nLeave a comment\nYour email will not be shown.", "\n\nSource")
DAYS = ("Monday", "Tuesday", "Friday", "Sunday", "March 12", "12 March 2021", "yesterday", "last month")


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw the text of one report as it may have been scraped."""
    lines = draw(st.sampled_from((FLOOD, STRIKE)))
    chosen = draw(st.lists(st.sampled_from(lines), min_size=2, max_size=7, unique=True))
    parts = [
        draw(st.sampled_from(HEADS)),
        draw(st.sampled_from(lines)).rstrip(".”"),
        "\n\n",
        draw(st.sampled_from(DATELINES)),
        "\n\n".join(chosen),
        draw(st.sampled_from(TAILS)),
    ]
    return "".join(
        part.format(
            day=draw(st.sampled_from(DAYS)), number=draw(st.integers(2, 28)), year=draw(st.integers(1987, 2020))
        )
        for part in parts
    )


def piles(least: int = 2, most: int = 6) -> st.SearchStrategy[list[str]]:
    """Return a strategy of piles of different reports."""
    return st.lists(reports(), min_size=least, max_size=most, unique=True)


def write_pile(folder: Path, texts: list[str]) -> list[str]:
    """Write a pile as numbered text files; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:02}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]

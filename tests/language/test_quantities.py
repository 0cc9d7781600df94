"""Quantities of plain sentences: bounds, units, what is counted; and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.quantities import find_quantities
from dateline.language.quantities_figures import read_figure, read_number_token
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Quantity

CASES = [
    ("The clerk heard a recording of the 911 call.", []),
    ("The cup Euro 2016 began.", []),
    ("A score of shells hit the barge.", ["A score of | 18..22 vague count | shells | shell"]),
    ("It ended with a score of 3 to 1.", []),
    (
        "Estimates of the dead run from 500 to 1,600.",
        ["500 to 1,600 | 500..1600 range people | dead | dead"],
    ),
    (
        "About four or five clerks were in the mill. The chief was away, but the four or five took part.",
        ["About four or five | 4..5 range people | clerks | clerk", "four or five | 4..5 range people | None | clerk"],
    ),
    (
        "More than 70 villagers are dead. At one time we heard 73.",
        ["More than 70 | 70..- more than people | villagers | villager", "73 | 73..73 exact people | None | dead"],
    ),
    ("The firm was late. At one time we heard 73.", []),
    (
        "About 2.5million nurses of 44million wrote.",
        [
            "About 2.5million | 2250000..2750000 about people | nurses | nurse",
            "44million | 44000000..44000000 exact people | nurses | nurse",
        ],
    ),
    ("The barge drifted for more than a mile.", ["more than a mile | 1..- more than miles | None | None"]),
    ("The number of dead is now 14.", ["14 | 14..14 exact people | dead | dead"]),
    ("See page 2 Images and the Q2 note.", []),
    ("They hid AK 47 rifles.", []),
    ("About 40 clerks left the mill.", ["About 40 | 36..44 about people | clerks | clerk"]),
    (
        "Between 10 and 12 barges and four or five tugs sank.",
        ["Between 10 and 12 | 10..12 range count | barges | barge", "four or five | 4..5 range count | tugs | tug"],
    ),
    ("60-70 goats were lost.", ["60-70 | 60..70 range count | goats | goat"]),
    ("Twenty-five of them stayed.", ["Twenty-five | 25..25 exact count | None | None"]),
    ("About two dozen miners were trapped.", ["About two dozen | 20..28 about people | miners | miner"]),
    ("Dozens of Norwegian sailors waited.", ["Dozens | 24..99 vague people | Norwegian sailors | sailor"]),
    ("Scores were injured on the pier.", ["Scores | 40..199 vague people | injured | injured"]),
    (
        "Hundreds of thousands of voters stayed at home.",
        ["Hundreds of thousands | 200000..999999 vague people | voters | voter"],
    ),
    ("Tens of millions of bees died.", ["Tens of millions | 20000000..99999999 vague count | bees | bee"]),
    (
        "A few farmers and several hundred cows stood on the road.",
        ["A few | 3..9 vague people | farmers | farmer", "several hundred | 300..999 vague count | cows | cow"],
    ),
    ("Several thousand people marched.", ["Several thousand | 3000..9999 vague people | people | person"]),
    ("A couple of nurses slept.", ["A couple of | 2..2 exact people | nurses | nurse"]),
    (
        "Around half of the crew and two-thirds of the passengers were ill.",
        [
            "Around half | 0.45..0.55 about share | crew | crew",
            "two-thirds | 0.667..0.667 exact share | passengers | passenger",
        ],
    ),
    ("Nine out of ten patients recovered.", ["Nine out of ten | 0.9..0.9 exact share | patients | patient"]),
    (
        "At least 12 dead, 30 injured in ferry fire",
        ["At least 12 | 12..- at least people | dead | dead", "30 | 30..30 exact people | injured | injured"],
    ),
    (
        "No fewer than 30 wounded soldiers were treated.",
        ["No fewer than 30 | 30..- at least people | wounded soldiers | soldier"],
    ),
    ("More than 1,500 houses burned down.", ["More than 1,500 | 1500..- more than count | houses | house"]),
    ("Over 300 were evacuated.", ["Over 300 | 300..- more than people | evacuated | evacuated"]),
    ("Nearly 80 divers took part.", ["Nearly 80 | 72..80 about people | divers | diver"]),
    ("As many as 400 tents were lost.", ["As many as 400 | -..400 up to count | tents | tent"]),
    ("No more than 20 guests may enter.", ["No more than 20 | -..20 up to people | guests | guest"]),
    ("Fewer than 50 wolves remain.", ["Fewer than 50 | -..50 less than count | wolves | wolf"]),
    ("Just under 12% of the vote was counted.", ["Just under 12% | -..12 less than percent | vote | vote"]),
    ("A total of 64 wardens returned.", ["64 | 64..64 exact people | wardens | warden"]),
    (
        "Three of the 14 Danish wardens had gone.",
        ["Three | 3..3 exact people | Danish wardens | warden", "14 | 14..14 exact people | Danish wardens | warden"],
    ),
    (
        "Nearly 3,000 of the company's 11,000 employees were laid off.",
        [
            "Nearly 3,000 | 2700..3000 about people | employees | employee",
            "11,000 | 11000..11000 exact people | employees | employee",
        ],
    ),
    (
        "Some 9.5 million of its subscribers were warned.",
        ["Some 9.5 million | 8550000..10450000 about people | subscribers | subscriber"],
    ),
    ("15.2m letters went out.", ["15.2m | 15200000..15200000 exact count | letters | letter"]),
    ("The death toll rose to 91.", ["91 | 91..91 exact people | death toll | dead"]),
    ("The number of missing climbers stood at 14.", ["14 | 14..14 exact people | missing climbers | climber"]),
    ("Officials put the number of dead at 43.", ["43 | 43..43 exact people | dead | dead"]),
    (
        "Death toll climbs to 37 as rescuers find 5 more bodies",
        ["37 | 37..37 exact people | Death toll | dead", "5 | 5..5 exact people | bodies | body"],
    ),
    (
        "The storm killed 17 and injured at least 200.",
        ["17 | 17..17 exact people | killed | dead", "at least 200 | 200..- at least people | injured | injured"],
    ),
    ("Eighty were arrested.", ["Eighty | 80..80 exact people | arrested | arrested"]),
    (
        "In all, 52 people died and 26 were wounded.",
        ["52 | 52..52 exact people | people | person", "26 | 26..26 exact people | wounded | injured"],
    ),
    (
        "The toll has risen to at least 85 dead and 303 injured.",
        ["at least 85 | 85..- at least people | dead | dead", "303 | 303..303 exact people | injured | injured"],
    ),
    (
        "She paid $1.3 million, 200,000 euros and £5bn.",
        [
            "$1.3 million | 1300000..1300000 exact USD | None | None",
            "200,000 euros | 200000..200000 exact EUR | None | None",
            "£5bn | 5000000000..5000000000 exact GBP | None | None",
        ],
    ),
    ("The loan of US$52 billion was repaid.", ["US$52 billion | 5.2e+10..5.2e+10 exact USD | loan | loan"]),
    (
        "It cost between $5 million and $7 million.",
        ["between $5 million and $7 million | 5000000..7000000 range USD | None | None"],
    ),
    (
        "The fund holds USD7 million and Rs 500 crore.",
        [
            "USD7 million | 7000000..7000000 exact USD | None | None",
            "Rs 500 crore | 5000000000..5000000000 exact INR | None | None",
        ],
    ),
    ("A 30,000-euro cheque was handed over.", ["30,000-euro | 30000..30000 exact EUR | cheque | cheque"]),
    (
        "Unemployment fell from 12 percent to 9 percent.",
        [
            "12 percent | 12..12 exact percent | Unemployment | unemployment",
            "9 percent | 9..9 exact percent | Unemployment | unemployment",
        ],
    ),
    (
        "Support rose by three percentage points.",
        ["three percentage points | 3..3 exact percentage points | Support | support"],
    ),
    ("Turnout was nearly 77%.", ["nearly 77% | 69.3..77 about percent | Turnout | turnout"]),
    (
        "The convoy drove 70 km along a 2-kilometre pier in a 19-tonne lorry.",
        [
            "70 km | 70..70 exact km | None | None",
            "2-kilometre | 2..2 exact km | pier | pier",
            "19-tonne | 19..19 exact tonnes | lorry | lorry",
        ],
    ),
    ("The wind reached 185 km/h.", ["185 km/h | 185..185 exact km/h | wind | wind"]),
    (
        "A quake of magnitude 7.1 struck; a 6.2-magnitude aftershock followed.",
        [
            "magnitude 7.1 | 7.1..7.1 exact magnitude | quake | quake",
            "6.2-magnitude | 6.2..6.2 exact magnitude | aftershock | aftershock",
        ],
    ),
    (
        "A 16-year-old girl and her six-year-old brother were found.",
        ["16-year-old | 16..16 exact years | girl | girl", "six-year-old | 6..6 exact years | brother | brother"],
    ),
    (
        "Ada Brand, 16, and Per Holm, 42, were freed.",
        ["16 | 16..16 exact years | Ada Brand | brand", "42 | 42..42 exact years | Per Holm | holm"],
    ),
    (
        "Three suspects, aged 19, 22 and 25, were held.",
        [
            "Three | 3..3 exact people | suspects | suspect",
            "19 | 19..19 exact years | suspects | suspect",
            "22 | 22..22 exact years | suspects | suspect",
            "25 | 25..25 exact years | suspects | suspect",
        ],
    ),
    ("Children under five were moved first.", ["under five | -..5 less than years | Children | child"]),
    ("The strike lasted 90 minutes.", ["90 minutes | 90..90 exact minutes | strike | strike"]),
    ("They left three days after the vote.", ["three days | 3..3 exact days | None | None"]),
    (
        "The 12-member panel met in a 250-page silence.",
        [
            "12-member | 12..12 exact people | 12-member panel | member",
            "250-page | 250..250 exact count | 250-page silence | page",
        ],
    ),
    ("Two Chinese shipping companies were fined.", ["Two | 2..2 exact count | Chinese shipping companies | company"]),
    (
        "Forty-five North Korean cooks and 12 foreign aid workers were moved.",
        [
            "Forty-five | 45..45 exact people | North Korean cooks | cook",
            "12 | 12..12 exact people | foreign aid workers | worker",
        ],
    ),
    (
        "One soldier was killed and one of the best players left; no one knew.",
        ["One | 1..1 exact people | soldier | soldier"],
    ),
    ("One day another man came from one town to another.", []),
    ("Flight 370 passed Article 5 of Room 39 in 2019.", []),
    ("Three Boeing 737 jets landed near 12 Downing Street.", ["Three | 3..3 exact count | Boeing 737 jets | jet"]),
    ("The Senate voted 52-48 and Ghana beat Peru 3-0.", []),
    ("Call 0033 14451 3100 before the 20th day.", []),
    ("In 2012 voters chose 12 judges.", ["12 | 12..12 exact people | judges | judge"]),
    (
        "Two hundred and fifty thousand leaflets and one hundred and nine posters were printed.",
        [
            "Two hundred and fifty thousand | 250000..250000 exact count | leaflets | leaflet",
            "one hundred and nine | 109..109 exact count | posters | poster",
        ],
    ),
    (
        "Twenty-one thousand five hundred people came.",
        ["Twenty-one thousand five hundred | 21500..21500 exact people | people | person"],
    ),
    (
        "Half a million trees fell in half an hour.",
        [
            "Half a million | 500000..500000 exact count | trees | tree",
            "half an hour | 0.5..0.5 exact hours | None | None",
        ],
    ),
    ("Officers heard 50 shots or more.", ["50 | 50..- at least count | shots | shot"]),
    (
        "More than 100 hostages are held, among them 20 foreigners.",
        [
            "More than 100 | 100..- more than people | hostages | hostage",
            "20 | 20..20 exact people | foreigners | foreigner",
        ],
    ),
    (
        "Roughly 800 of them Norwegians, the workers waited.",
        ["Roughly 800 | 720..880 about people | Norwegians | norwegian"],
    ),
    ("One in three managers resigned.", ["One in three | 0.333..0.333 exact share | managers | manager"]),
    ("Output grew to 60 engines.", ["60 | 60..60 exact count | engines | engine"]),
    ("Thousands protested in the capital.", ["Thousands | 2000..9999 vague people | protested | protester"]),
    ("A crowd of around 5,000 gathered.", ["around 5,000 | 4500..5500 about people | crowd | crowd"]),
    ("The diver was pulled from under eight metres of mud.", ["eight metres | 8..8 exact m | mud | mud"]),
    ("The ministry talked about 40 cases.", ["40 | 40..40 exact count | cases | case"]),
    (
        "An estimated 30,000 homes lost power for up to 48 hours.",
        [
            "An estimated 30,000 | 27000..33000 about count | homes | home",
            "up to 48 hours | -..48 up to hours | None | None",
        ],
    ),
    ("There were 41,846 reported cases.", ["41,846 | 41846..41846 exact count | reported cases | case"]),
    ("Multiple witnesses saw it.", ["Multiple | 2..- vague people | witnesses | witness"]),
    (
        "It takes two or three million litres.",
        ["two or three million litres | 2000000..3000000 range litres | None | None"],
    ),
    (
        "The 450 km (280 miles) pipeline was shut.",
        ["450 km | 450..450 exact km | pipeline | pipeline", "280 miles | 280..280 exact miles | pipeline | pipeline"],
    ),
    (
        "She won 800 votes (36%).",
        ["800 | 800..800 exact count | votes | vote", "36% | 36..36 exact percent | votes | vote"],
    ),
    (
        "5 out of 11 wild geese tested positive.",
        ["5 | 5..5 exact count | wild geese | goose", "11 | 11..11 exact count | wild geese | goose"],
    ),
    (
        "Four clerks fell ill and over 20 had to be moved.",
        ["Four | 4..4 exact people | clerks | clerk", "over 20 | 20..- more than people | clerks | clerk"],
    ),
    (
        "Ten guards, of whom three died, were hurt.",
        ["Ten | 10..10 exact people | guards | guard", "three | 3..3 exact people | died | dead"],
    ),
    (
        "The boys in the car were 17, 15 and 16 years old.",
        [
            "17 | 17..17 exact years | boys | boy",
            "15 | 15..15 exact years | boys | boy",
            "16 years old | 16..16 exact years | boys | boy",
        ],
    ),
    ("It passed by a vote of 228 to 191 near ground zero after the Sept. 11 attacks.", []),
    ("At least 53 others were wounded.", ["At least 53 | 53..- at least people | others | injured"]),
    ("They hit a pair of guards in a pair of boots.", ["a pair of | 2..2 exact people | guards | guard"]),
    (
        "Two of the shares worth £3 million fell 5%.",
        [
            "Two | 2..2 exact count | shares | share",
            "£3 million | 3000000..3000000 exact GBP | shares | share",
            "5% | 5..5 exact percent | shares | share",
        ],
    ),
    ("They raised a crate, weighing 84 kg, from the mud.", ["84 kg | 84..84 exact kg | crate | crate"]),
    ("Two dead, police in Oslo said.", ["Two | 2..2 exact people | dead | dead"]),
    ("Three Counties Hit by Heavy Floods", ["Three | 3..3 exact count | Counties | county"]),
    ("Four 4G masts and the G20 stood there.", ["Four | 4..4 exact count | 4G masts | mast"]),
]
"""Sentence, and for each quantity: text | least..most kind unit | counted | head."""


def make_article(text: str) -> Article:
    """Wrap a bare text."""
    return Article(article_id="a", capture_id="c", uri="", sha256="", text=text)


def find(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a bare text."""
    reading = read_article(make_article(text))
    return find_quantities(reading, find_times(reading))


def tell(quantity: Quantity) -> str:
    """Write a quantity on one line."""
    low, high = ("-" if bound is None else f"{bound:.10g}" for bound in (quantity.low, quantity.high))
    return f"{quantity.text} | {low}..{high} {quantity.approx} {quantity.unit} | {quantity.counted} | {quantity.head}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_golden_sentences(text: str, expected: list[str]) -> None:
    assert [tell(quantity) for quantity in find(text)] == expected


def test_exact_numbers_have_their_value_and_vague_ones_none() -> None:
    exact, vague, ranged = find("Forty cows met dozens of goats and 12-15 ducks.")
    assert (exact.value, exact.low, exact.high) == (40, 40, 40)
    assert vague.value is None
    assert ranged.value is None


def test_ids_tell_places_apart() -> None:
    first, second = find("Ten cows left. Ten cows came.")
    assert first.text == second.text
    assert first.quantity_id != second.quantity_id


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1,300", (1300, "")),
        ("70km", (70, "km")),
        ("5bn", (5e9, "")),
        ("2.5m", (2.5e6, "")),
        ("ninety-nine", (99, "")),
        ("six-year-old", (6, "year-old")),
        ("usd7", (7, "usd")),
        ("20th", None),
        ("g20", None),
        ("1990s", None),
        ("-", None),
    ],
)
def test_number_tokens(word: str, expected: tuple[float, str] | None) -> None:
    assert read_number_token(word) == expected


SMALL = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell_hundreds(number: int) -> str:
    """Spell a number below a thousand."""
    rest = number % 100
    words = SMALL[rest] if rest < 20 else TENS[rest // 10] + ("-" + SMALL[rest % 10] if rest % 10 else "")
    if number < 100:
        return words
    return f"{SMALL[number // 100]} hundred" + (f" and {words}" if words else "")


def spell(number: int) -> str:
    """Spell a number below a billion, zero left out."""
    parts: list[str] = []
    for size, name in ((1_000_000, " million"), (1000, " thousand"), (1, "")):
        part, number = divmod(number, size)
        if part:
            joined = "and " if parts and size == 1 and part < 100 else ""
            parts.append(joined + spell_hundreds(part) + name)
    return " ".join(parts)


@settings(max_examples=300)
@given(st.integers(1, 999_999))
def test_spelled_numbers_are_read_back(number: int) -> None:
    figure = read_figure(spell(number).split(), 0)
    assert figure is not None
    assert figure.value == number


@settings(max_examples=300)
@given(st.integers(0, 10**9))
def test_figures_are_read_back(number: int) -> None:
    figure = read_figure([f"{number:,}"], 0)
    assert figure is not None
    assert (figure.value, figure.low, figure.high) == (number, number, number)


PIECES = ["about", "at least", "12", "60-70", "two", "dozen", "million", "of", "$", "%", "killed", "people", "the"]
PIECES += ["a", "half", "1,000", "5bn", "or", "more", "to", "from", "between", "and", ".", ",", "years", "old", "one"]
PIECES += ["in", "tens", "thousands", "16-year-old", "aged", "Boeing", "737", "(", ")", "was", "km", "magnitude", "é"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60))
def test_odd_text_gives_ordered_exact_spans_and_sane_bounds(text: str) -> None:
    found = find(text)
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end
        end = quantity.end
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.value is None or quantity.low is None or quantity.low <= quantity.value
        assert (quantity.counted is None) == (quantity.counted_span is None) == (quantity.head is None)
        if quantity.counted_span:
            assert text[slice(*quantity.counted_span)] == quantity.counted
    assert found == find(text)

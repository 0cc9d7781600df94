"""Agencies that news and pictures are credited to, as data."""

from __future__ import annotations


def _split(names: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in names.split("|"))


AGENCIES = _split("""
    AAP | AFP | Agence France-Presse | Agencies | Al Jazeera | Anadolu Agency | Anadolu | ANI | ANSA | APA |
    AsiaNews | Associated Press | AP | BBC | Belga | Bernama | Bloomberg | Canadian Press | CNN | CNS | dpa |
    DPA | EFE | Fides | IANS | Interfax | IPS | IRNA | JTA | KCNA | Kyodo News | Kyodo | Lusa | MEE | MENA |
    NAN | News Agencies | PA | PNA | Press Association | PTI | Reuters | RIA Novosti | RIA | Sputnik | TASS |
    The Associated Press | The Canadian Press | Thomson Reuters Foundation | UNI | UPI | WAFA | Xinhua | Yonhap
""")
"""News agencies and outlets that datelines and credit lines name; ``Agencies`` stands for several unnamed ones."""

DATELINE_AGENCIES = _split("""
    AGERPRES | AMNA | Andina | ANP | Antara | ANTARA | APP | APS | Azertac | BELTA | BelTA | BNS | BSS | BTA |
    Business Wire | Caribbean Media Corporation | CMC | CNA | CTK | ČTK | ELTA | ENA | Fars | Focus Taiwan |
    GlobeNewswire | GNA | HINA | Hina | ILNA | Inter Press Service | Interfax-Ukraine | IRIN | ISNA | Jiji |
    Jiji Press | Kazinform | Keystone-SDA | KNA | KUNA | LETA | Ma'an | MAP | MercoPress | Mehr | Montsame | MTI |
    News1 | Newsis | NNA | NOVOSTI | Notimex | NTB | PAP | Pajhwok | PCI | Petra | Prensa Latina | PRNewswire |
    PR Newswire | QNA | Ritzau | RNZ | RSS | SABA | Saba | SANA | SAPA | SDA | SPA | STA | STT | Swissinfo |
    TANJUG | Tanjug | TAP | Tasnim | Telam | Télam | The Media Line | Trend | TT | Ukrinform | UKRINFORM | UNB |
    UN News | Unian | UNIAN | VNA | VNS | VOA | WAM | Yonhap News | Yonhap News Agency | Zenit
""")
"""Further agencies that datelines name; too short or too common as words to be told elsewhere."""

PHOTO_SOURCES = _split("""
    Alamy | Barcroft Media | Barcroft | BackGrid | Caters | Contributor | Corbis | EPA | EPA-EFE |
    European Pressphoto Agency | eyevine | Facebook | Fame Flynet | Getty Images | Getty | Google Maps |
    Handout | Instagram | iStock | LNP | Matrix | matrixpictures.co.uk | MEGA | NurPhoto | PA Wire | Pool |
    Rex Features | REX | Rex | Shutterstock | Sipa | SIPA | Splash News | Starface | Supplied | SWNS | Twitter |
    YouTube | ZUMA Press | Zuma
""")
"""Picture agencies and other places that pictures are credited to, besides ``AGENCIES``."""

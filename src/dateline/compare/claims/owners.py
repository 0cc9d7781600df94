"""Who owns which news outlet: a small table of groups whose papers share pages, desks or syndication.

As known at the start of 2025; titles that changed hands about then are left out. A common owner is a hint, never a
proof: papers of one group compete, and groups of broadcasters and papers share no desk. So ownership alone joins no
reports (``origins.py``).
"""

from __future__ import annotations

from dateline.compare.wordlists import name_set

OWNERS: dict[str, tuple[str, ...]] = {
    "Gannett": name_set("""
        USA Today | Arizona Republic | Detroit Free Press | Indianapolis Star | Cincinnati Enquirer | Milwaukee Journal
        Sentinel | Columbus Dispatch | Des Moines Register | Courier Journal | The Tennessean | Palm Beach Post |
        Providence Journal | Democrat and Chronicle | Asbury Park Press | Florida Times-Union | The Oklahoman |
        Commercial Appeal | Knoxville News Sentinel | Naples Daily News | Akron Beacon Journal | Burlington Free Press |
        Greenville News | Tallahassee Democrat | Pensacola News Journal | Reno Gazette Journal
    """),
    "Lee Enterprises": name_set("""
        St. Louis Post-Dispatch | Buffalo News | Richmond Times-Dispatch | Omaha World-Herald | Arizona Daily Star |
        Tulsa World | Wisconsin State Journal | Lincoln Journal Star | Winston-Salem Journal | Roanoke Times |
        Billings Gazette | Quad-City Times
    """),
    "McClatchy": name_set("""
        Miami Herald | Kansas City Star | Sacramento Bee | Charlotte Observer | News & Observer | Fort Worth
        Star-Telegram | Lexington Herald-Leader | Idaho Statesman | Fresno Bee | Wichita Eagle | Bradenton Herald |
        Tacoma News Tribune | El Nuevo Herald
    """),
    "Alden (Tribune, MediaNews)": name_set("""
        Chicago Tribune | Orlando Sentinel | Sun Sentinel | South Florida Sun Sentinel | Hartford Courant | New York
        Daily News | Virginian-Pilot | Morning Call | Denver Post | Mercury News | East Bay Times | Orange County
        Register | Los Angeles Daily News | Boston Herald | Pioneer Press | San Diego Union-Tribune
    """),
    "Hearst Newspapers": name_set("""
        San Francisco Chronicle | SFGate | Houston Chronicle | San Antonio Express-News | Albany Times Union |
        Connecticut Post | New Haven Register
    """),
    "Advance Local": name_set("""
        cleveland.com | The Oregonian | OregonLive | NJ.com | Star-Ledger | AL.com | MLive | MassLive | PennLive |
        syracuse.com
    """),
    "News Corp": name_set("""
        Wall Street Journal | New York Post | Barron's | MarketWatch | The Sun | The Times | Sunday Times |
        The Australian | Herald Sun | Courier-Mail | news.com.au | NT News | Sky News Australia
    """),
    "Fox Corporation": name_set("Fox News | Fox Business | Fox Weather"),
    "Comcast": name_set("NBC News | CNBC | MSNBC | Telemundo | Sky News"),
    "Warner Bros. Discovery": name_set("CNN | HLN"),
    "Nexstar": name_set("The Hill | NewsNation"),
    "The New York Times Company": name_set("New York Times | The Athletic"),
    "Axel Springer": name_set("Bild | Welt | Die Welt | Politico | Business Insider"),
    "BuzzFeed": name_set("BuzzFeed | BuzzFeed News | HuffPost | Huffington Post"),
    "Vox Media": name_set("Vox | The Verge | SB Nation | New York Magazine"),
    "Reach": name_set("""
        Daily Mirror | The Mirror | Sunday Mirror | Daily Express | Sunday Express | Daily Star | Daily Record |
        Manchester Evening News | Liverpool Echo | Birmingham Mail | BirminghamLive | WalesOnline | Western Mail |
        ChronicleLive | MyLondon | Bristol Live | BristolLive | Leicester Mercury | Hull Daily Mail | HullLive |
        Belfast Live | Irish Mirror | Irish Star
    """),
    "DMG Media": name_set("Daily Mail | MailOnline | Mail on Sunday | Metro | i | New Scientist"),
    "Newsquest": name_set("""
        The Herald | The National | Northern Echo | Telegraph & Argus | Oxford Mail | Southern Daily Echo | Lancashire
        Telegraph | York Press | Bournemouth Echo | Swindon Advertiser
    """),
    "National World": name_set("""
        The Scotsman | Yorkshire Post | NationalWorld | Edinburgh Evening News | Lancashire Post | Belfast News Letter
    """),
    "Mediahuis Ireland": name_set("Irish Independent | Sunday Independent | Belfast Telegraph | Sunday World"),
    "The Irish Times Group": name_set("Irish Times | Irish Examiner"),
    "Postmedia": name_set("""
        National Post | Financial Post | Vancouver Sun | The Province | Calgary Herald | Calgary Sun | Edmonton Journal
        | Edmonton Sun | Toronto Sun | Ottawa Citizen | Ottawa Sun | Montreal Gazette | Windsor Star | Regina
        Leader-Post | Saskatoon StarPhoenix | London Free Press
    """),
    "Torstar": name_set("Toronto Star | Hamilton Spectator | Waterloo Region Record"),
    "Nine": name_set("""
        Sydney Morning Herald | The Age | Brisbane Times | WAtoday | Australian Financial Review | 9News | Nine News
    """),
    "Seven West Media": name_set("The West Australian | PerthNow | 7News | 7NEWS"),
    "NZME": name_set("New Zealand Herald | NZ Herald | Newstalk ZB"),
    "Stuff": name_set("Stuff | Waikato Times | Sunday Star-Times"),
    "Bennett Coleman": name_set("Times of India | Economic Times | Mumbai Mirror | Navbharat Times | Times Now"),
    "HT Media": name_set("Hindustan Times | Mint"),
    "The Hindu Group": name_set("The Hindu | BusinessLine | Frontline"),
    "SPH Media": name_set("Straits Times | Business Times | Berita Harian"),
    "Mediacorp": name_set("Channel NewsAsia | CNA | 8world"),
    "JoongAng": name_set("JoongAng Ilbo | Korea JoongAng Daily | JTBC"),
    "Dong-A": name_set("Dong-A Ilbo | Channel A"),
    "Herald (South Korea)": name_set("Korea Herald | Herald Business"),
    "State of China": name_set("Xinhua | China Daily | People's Daily | Global Times | CGTN | CCTV"),
    "State of Russia": name_set("RT | Russia Today | Sputnik | RIA Novosti | TASS"),
    "State of Iran": name_set("IRNA | Press TV"),
    "State of North Korea": name_set("KCNA | Rodong Sinmun | Uriminzokkiri"),
}
"""Group → its outlets, as texts write them."""

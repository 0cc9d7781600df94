"""Who publishes under which domain, as data: news sites of the world in English, and sites that pass on what others
wrote."""

from __future__ import annotations

_OUTLETS = """
    38north.org 38 North | 9news.com.au 9News | aa.com.tr Anadolu Agency | aawsat.com Asharq Al-Awsat | abc.es ABC
    (Spain) | abc.net.au ABC News (Australia) | abcnews.go.com ABC News | abs-cbn.com ABS-CBN News | adn.com
    Anchorage Daily News | afp.com AFP | afr.com Australian Financial Review | africanews.com Africanews | ajc.com
    The Atlanta Journal-Constitution | al-monitor.com Al-Monitor | al.com AL.com | alarabiya.net Al Arabiya |
    albawaba.com Al Bawaba | aljazeera.com Al Jazeera | aljazeera.net Al Jazeera | allafrica.com allAfrica |
    amny.com amNewYork | ansa.it ANSA | antaranews.com ANTARA | ap.org AP News | apnews.com AP News | arabnews.com
    Arab News | arirang.com Arirang | arkansasonline.com Arkansas Democrat-Gazette | arstechnica.com Ars Technica |
    ary.tv ARY News | arynews.tv ARY News | asahi.com The Asahi Shimbun | asharq.com Asharq | asia.nikkei.com Nikkei
    Asia | asianews.it AsiaNews | asiatimes.com Asia Times | axios.com Axios | azcentral.com The Arizona Republic |
    baltimoresun.com The Baltimore Sun | bangkokpost.com Bangkok Post | barrons.com Barron's | batimes.com.ar Buenos
    Aires Times | bbc.co.uk BBC News | bbc.com BBC News | belfasttelegraph.co.uk Belfast Telegraph | bernama.com
    Bernama | billboard.com Billboard | bloomberg.com Bloomberg | bostonglobe.com The Boston Globe |
    bostonherald.com Boston Herald | breakingnews.ie BreakingNews.ie | breitbart.com Breitbart | brusselstimes.com
    The Brussels Times | buenosairesherald.com Buenos Aires Herald | business-standard.com Business Standard |
    businessday.ng BusinessDay | businessinsider.com Business Insider | buzzfeednews.com BuzzFeed News |
    caixinglobal.com Caixin Global | capitalfm.co.ke Capital FM | cbc.ca CBC News | cbsnews.com CBS News |
    cbssports.com CBS Sports | cgtn.com CGTN | channelnewsasia.com CNA | charlotteobserver.com The Charlotte
    Observer | chicagotribune.com Chicago Tribune | chinadaily.com.cn China Daily | chosun.com The Chosun Ilbo |
    chron.com Houston Chronicle | citizen.co.za The Citizen | cityam.com City A.M. | cleveland.com Cleveland.com |
    cna.com.tw Central News Agency (Taiwan) | cnbc.com CNBC | cnet.com CNET | cnn.com CNN | csmonitor.com The
    Christian Science Monitor | ctvnews.ca CTV News | dailycaller.com The Daily Caller | dailymail.co.uk Daily Mail
    | dailymail.com Daily Mail | dailymaverick.co.za Daily Maverick | dailynk.com Daily NK | dailysabah.com Daily
    Sabah | dailystar.co.uk Daily Star | dailystar.com.lb The Daily Star (Lebanon) | dallasnews.com The Dallas
    Morning News | dawn.com Dawn | deadline.com Deadline | deccanherald.com Deccan Herald | defensenews.com Defense
    News | democracynow.org Democracy Now! | denverpost.com The Denver Post | deseret.com Deseret News |
    detroitnews.com The Detroit News | dispatch.com The Columbus Dispatch | dnaindia.com DNA India | donga.com The
    Dong-A Ilbo | dutchnews.nl DutchNews | dw.com DW | economictimes.indiatimes.com The Economic Times |
    economist.com The Economist | efe.com EFE | egyptindependent.com Egypt Independent | ekathimerini.com
    Kathimerini | elpais.com El País | en.mercopress.com MercoPress | en.yna.co.kr Yonhap | engadget.com Engadget |
    english.ahram.org.eg Ahram Online | english.hani.co.kr The Hankyoreh | english.kyodonews.net Kyodo News |
    espn.co.uk ESPN | espn.com ESPN | espn.go.com ESPN | euobserver.com EUobserver | euractiv.com Euractiv |
    euronews.com Euronews | eveningstandard.co.uk Evening Standard | express.co.uk Daily Express |
    expressandstar.com Express & Star | financialexpress.com The Financial Express | financialpost.com Financial
    Post | firstpost.com Firstpost | focustaiwan.tw Focus Taiwan | folha.uol.com.br Folha de S.Paulo | forbes.com
    Forbes | foreignpolicy.com Foreign Policy | fortune.com Fortune | foxbusiness.com Fox Business | foxnews.com Fox
    News | foxsports.com Fox Sports | france24.com France 24 | freep.com Detroit Free Press | freepressjournal.in
    The Free Press Journal | ft.com Financial Times | geo.tv Geo News | gizmodo.com Gizmodo | globalnews.ca Global
    News | globaltimes.cn Global Times | gmanetwork.com GMA News | guardian.co.uk The Guardian | guardian.ng The
    Guardian (Nigeria) | gulf-times.com Gulf Times | gulfnews.com Gulf News | haaretz.com Haaretz | hani.co.kr The
    Hankyoreh | havanatimes.org Havana Times | heraldscotland.com The Herald | heraldsun.com.au Herald Sun |
    hindustantimes.com Hindustan Times | hollywoodreporter.com The Hollywood Reporter | hongkongfp.com Hong Kong
    Free Press | houstonchronicle.com Houston Chronicle | huffingtonpost.ca HuffPost Canada | huffingtonpost.co.uk
    HuffPost UK | huffingtonpost.com HuffPost | huffpost.co.uk HuffPost UK | huffpost.com HuffPost |
    hurriyetdailynews.com Hürriyet Daily News | i24news.tv i24NEWS | independent.co.uk The Independent |
    independent.ie Irish Independent | indianexpress.com The Indian Express | indiatoday.in India Today |
    indiatvnews.com India TV | indystar.com The Indianapolis Star | inews.co.uk i | inquirer.com The Philadelphia
    Inquirer | inquirer.net Philippine Daily Inquirer | insider.com Insider | interfax.com Interfax | iol.co.za IOL
    | iranintl.com Iran International | irishexaminer.com Irish Examiner | irishmirror.ie Irish Mirror |
    irishtimes.com The Irish Times | irna.ir IRNA | itv.com ITV News | jacobin.com Jacobin | jakartaglobe.id Jakarta
    Globe | jamaica-gleaner.com The Gleaner | jamaicaobserver.com Jamaica Observer | japannews.yomiuri.co.jp The
    Japan News | japantimes.co.jp The Japan Times | joongang.co.kr JoongAng Ilbo | jordantimes.com The Jordan Times
    | jpost.com The Jerusalem Post | jsonline.com Milwaukee Journal Sentinel | kansascity.com The Kansas City Star |
    kbs.co.kr KBS | kcna.kp KCNA | khaleejtimes.com Khaleej Times | khmertimeskh.com Khmer Times | koreaboo.com
    Koreaboo | koreaherald.com The Korea Herald | koreajoongangdaily.com Korea JoongAng Daily |
    koreajoongangdaily.joins.com Korea JoongAng Daily | koreatimes.co.kr The Korea Times | kyivindependent.com The
    Kyiv Independent | kyivpost.com Kyiv Post | kyodonews.net Kyodo News | ladbible.com LADbible | latimes.com Los
    Angeles Times | lbc.co.uk LBC | lemonde.fr Le Monde | livemint.com Mint | liverpoolecho.co.uk Liverpool Echo |
    livescience.com Live Science | mailonsunday.co.uk The Mail on Sunday | mainichi.jp The Mainichi | malaymail.com
    Malay Mail | manchestereveningnews.co.uk Manchester Evening News | marketwatch.com MarketWatch | mashable.com
    Mashable | masslive.com MassLive | meduza.io Meduza | mehrnews.com Mehr News Agency | mercopress.com MercoPress
    | mercurynews.com The Mercury News | metro.co.uk Metro | mexiconewsdaily.com Mexico News Daily | miamiherald.com
    Miami Herald | middleeasteye.net Middle East Eye | middleeastmonitor.com Middle East Monitor | mirror.co.uk
    Daily Mirror | mlb.com MLB.com | mlive.com MLive | moneycontrol.com Moneycontrol | motherjones.com Mother Jones
    | msnbc.com MSNBC | nation.africa Nation | nation.com.pk The Nation (Pakistan) | nationalgeographic.com National
    Geographic | nationalpost.com National Post | nationalreview.com National Review | nationthailand.com The Nation
    (Thailand) | nba.com NBA.com | nbcnews.com NBC News | nbcsports.com NBC Sports | ndtv.com NDTV | neweurope.eu
    New Europe | news.cn Xinhua | news.com.au news.com.au | news.sky.com Sky News | news18.com News18 |
    newscientist.com New Scientist | newsday.com Newsday | newshub.co.nz Newshub | newsobserver.com The News &
    Observer | newstatesman.com New Statesman | newsweek.com Newsweek | newyorker.com The New Yorker | nfl.com
    NFL.com | nhk.or.jp NHK World | nhl.com NHL.com | nikkei.com Nikkei | nj.com NJ.com | nknews.org NK News |
    nltimes.nl NL Times | nola.com NOLA.com | novinite.com Novinite | npr.org NPR | nydailynews.com New York Daily
    News | nymag.com New York Magazine | nypost.com New York Post | nytimes.com The New York Times | nzherald.co.nz
    The New Zealand Herald | observer.com Observer | oregonlive.com The Oregonian | orlandosentinel.com Orlando
    Sentinel | ottawacitizen.com Ottawa Citizen | pakistantoday.com.pk Pakistan Today | pakobserver.net Pakistan
    Observer | pbs.org PBS | pennlive.com PennLive | people.cn People's Daily | people.com People | people.com.cn
    People's Daily | peoplesdaily.com.cn People's Daily | philstar.com The Philippine Star | phys.org Phys.org |
    pmnewsnigeria.com P.M. News | politico.com Politico | politico.eu Politico Europe | politifact.com PolitiFact |
    post-gazette.com Pittsburgh Post-Gazette | postandcourier.com The Post and Courier | pravda.com.ua Ukrainska
    Pravda | premiumtimesng.com Premium Times | presstv.com Press TV | presstv.ir Press TV | propublica.org
    ProPublica | punchng.com Punch | qz.com Quartz | radionz.co.nz RNZ | rappler.com Rappler | rawstory.com Raw
    Story | realclearpolitics.com RealClearPolitics | reason.com Reason | reuters.com Reuters | reviewjournal.com
    Las Vegas Review-Journal | rfa.org Radio Free Asia | rferl.org RFE/RL | rfi.fr RFI | rnz.co.nz RNZ |
    rollcall.com Roll Call | rollingstone.com Rolling Stone | rt.com RT | rte.ie RTÉ | rudaw.net Rudaw | sacbee.com
    The Sacramento Bee | salon.com Salon | saudigazette.com.sa Saudi Gazette | sbs.com.au SBS News |
    sciencealert.com ScienceAlert | sciencedaily.com ScienceDaily | scientificamerican.com Scientific American |
    scmp.com South China Morning Post | scotsman.com The Scotsman | scroll.in Scroll.in | seattletimes.com The
    Seattle Times | semafor.com Semafor | sfchronicle.com San Francisco Chronicle | sfgate.com SFGATE | si.com
    Sports Illustrated | skynews.com.au Sky News Australia | skysports.com Sky Sports | slate.com Slate | sltrib.com
    The Salt Lake Tribune | smh.com.au The Sydney Morning Herald | smithsonianmag.com Smithsonian Magazine |
    space.com Space.com | spectator.co.uk The Spectator | spectator.org The American Spectator | spiegel.de Der
    Spiegel | sputnikglobe.com Sputnik | sputniknews.com Sputnik | stabroeknews.com Stabroek News |
    stamfordadvocate.com Stamford Advocate | standard.co.uk Evening Standard | standardmedia.co.ke The Standard
    (Kenya) | startribune.com Star Tribune | statesman.com Austin American-Statesman | stltoday.com St. Louis
    Post-Dispatch | straitstimes.com The Straits Times | stripes.com Stars and Stripes | stuff.co.nz Stuff |
    sundayworld.com Sunday World | suntimes.com Chicago Sun-Times | swissinfo.ch SWI swissinfo.ch | syracuse.com
    Syracuse.com | taipeitimes.com Taipei Times | taiwannews.com.tw Taiwan News | tampabay.com Tampa Bay Times |
    tass.com TASS | techcrunch.com TechCrunch | tehrantimes.com Tehran Times | telegraph.co.uk The Telegraph |
    telegraphindia.com The Telegraph (India) | tennessean.com The Tennessean | theage.com.au The Age |
    theathletic.com The Athletic | theatlantic.com The Atlantic | theaustralian.com.au The Australian |
    theconversation.com The Conversation | thecrimson.com The Harvard Crimson | thedailybeast.com The Daily Beast |
    thedailystar.net The Daily Star (Bangladesh) | thediplomat.com The Diplomat | theeastafrican.co.ke The East
    African | thefederalist.com The Federalist | theglobeandmail.com The Globe and Mail | theguardian.com The
    Guardian | thehill.com The Hill | thehindu.com The Hindu | theintercept.com The Intercept | thejakartapost.com
    The Jakarta Post | thejournal.ie TheJournal.ie | thelocal.com The Local | thelocal.de The Local Germany |
    thelocal.fr The Local France | thelocal.se The Local Sweden | themoscowtimes.com The Moscow Times |
    thenation.com The Nation | thenationalnews.com The National | thenews.com.pk The News International |
    thenewslens.com The News Lens | thepaper.cn The Paper | theprint.in ThePrint | theregister.com The Register |
    thestar.com Toronto Star | thestar.com.my The Star (Malaysia) | thestatesman.com The Statesman | thesun.co.uk
    The Sun | thetimes.co.uk The Times | thetimes.com The Times | theverge.com The Verge | theweek.co.uk The Week |
    theweek.com The Week | thewire.in The Wire | thisdaylive.com ThisDay | ticotimes.net The Tico Times | time.com
    Time | timeslive.co.za TimesLIVE | timesofindia.indiatimes.com The Times of India | timesofisrael.com The Times
    of Israel | timesofmalta.com Times of Malta | torontosun.com Toronto Sun | tribune.com.pk The Express Tribune |
    tribuneindia.com The Tribune | trinidadexpress.com Trinidad Express | trtworld.com TRT World | tvnz.co.nz 1News
    | ukrinform.net Ukrinform | unian.info UNIAN | upi.com UPI | usatoday.com USA Today | usnews.com U.S. News &
    World Report | vanguardngr.com Vanguard | variety.com Variety | venturebeat.com VentureBeat | vice.com Vice |
    vietnamnews.vn Viet Nam News | vnexpress.net VnExpress | voanews.com VOA News | vox.com Vox | wam.ae WAM |
    washingtonexaminer.com Washington Examiner | washingtonpost.com The Washington Post | washingtontimes.com The
    Washington Times | wionews.com WION | wired.co.uk Wired UK | wired.com Wired | wral.com WRAL | wsj.com The Wall
    Street Journal | xinhuanet.com Xinhua | yna.co.kr Yonhap | ynetnews.com Ynet News | yonhapnews.co.kr Yonhap |
    yonhapnewstv.co.kr Yonhap News TV | zdnet.com ZDNET | zeenews.india.com Zee News
"""

DOMAINS = dict(item.split(maxsplit=1) for item in " ".join(_OUTLETS.split()).split(" | "))
"""Domains and the names that readers know their outlets by; one name for all domains of an outlet."""

AGGREGATORS = {
    "aol.com": "AOL",
    "dailyhunt.in": "Dailyhunt",
    "feedly.com": "Feedly",
    "flipboard.com": "Flipboard",
    "ground.news": "Ground News",
    "headtopics.com": "Head Topics",
    "inoreader.com": "Inoreader",
    "msn.com": "MSN",
    "news.google.com": "Google News",
    "newsbreak.com": "NewsBreak",
    "apple.news": "Apple News",
    "pressreader.com": "PressReader",
    "smartnews.com": "SmartNews",
    "upday.com": "upday",
    "yahoo.com": "Yahoo",
}
"""Sites that show the reports of others: whoever gave them the text is the outlet, where the page says who."""

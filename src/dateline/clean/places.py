"""Places that datelines name: cities, countries, regions, American states. Data, written for this project.

The cities are those that agencies let stand without a country (AP style), national capitals and cities that are often
in the news. A dateline with an agency or a date needs none of them.
"""

from __future__ import annotations

CITIES = frozenset(
    name.strip().casefold()
    for name in """
    Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Aden, Ahmedabad, Aleppo, Algiers, Almaty, Amman, Amsterdam, Ankara,
    Antananarivo, Ashgabat, Asmara, Astana, Asuncion, Athens, Atlanta, Auckland, Austin, Baghdad, Baku,
    Baltimore, Bamako,
    Bangkok, Bangui, Barcelona, Basra, Beijing, Beirut, Belfast, Belgrade, Bengaluru, Benghazi, Berlin, Bern,
    Birmingham,
    Bishkek, Bogota, Bogotá, Boston, Brasilia, Bratislava, Brazzaville, Brisbane, Brussels, Bucharest,
    Budapest, Buenos Aires,
    Bujumbura, Cairo, Canberra, Cape Town, Caracas, Chennai, Chicago, Chisinau, Christchurch, Cincinnati,
    Cleveland, Colombo,
    Conakry, Copenhagen, Dakar, Dallas, Damascus, Dar es Salaam, Davos, Delhi, Denver, Detroit, Dhaka,
    Djibouti, Doha, Donetsk,
    Dubai, Dublin, Dushanbe, Edinburgh, Erbil, Frankfurt, Freetown, Gaza, Gaza City, Geneva, Glasgow, Grozny,
    Guangzhou,
    Guatemala City, Hanoi, Harare, Havana, Helsinki, Hong Kong, Honolulu, Houston, Hyderabad, Idlib,
    Indianapolis, Islamabad,
    Istanbul, Jakarta, Jeddah, Jerusalem, Johannesburg, Juba, Kabul, Kampala, Karachi, Kathmandu, Kharkiv,
    Khartoum, Kherson,
    Kigali, Kingston, Kinshasa, Kolkata, Kuala Lumpur, Kuwait City, Kyiv, Kiev, La Paz, Lagos, Lahore,
    Las Vegas, Libreville,
    Lilongwe, Lima, Lisbon, Ljubljana, Lome, London, Los Angeles, Luanda, Lusaka, Luxembourg, Lviv, Madrid,
    Malabo, Male,
    Managua, Manama, Manchester, Manila, Maputo, Mariupol, Marseille, Mecca, Melbourne, Mexico City, Miami,
    Milan, Milwaukee,
    Minneapolis, Minsk, Mogadishu, Monrovia, Montevideo, Montreal, Moscow, Mosul, Mumbai, Munich, Muscat,
    N'Djamena, Nairobi,
    Naples, Nassau, New Delhi, New Orleans, New York, Niamey, Nice, Nicosia, Nouakchott, Odesa, Odessa,
    Oklahoma City, Oslo,
    Ottawa, Ouagadougou, Panama City, Panmunjom, Paris, Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh,
    Podgorica,
    Port-au-Prince, Port Moresby, Prague, Pretoria, Pristina, Pyongyang, Quebec City, Quetta, Quito, Rabat,
    Ramallah, Rangoon,
    Raqqa, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Sacramento, San Antonio, San Diego, San Francisco,
    San Jose, San Juan,
    San Salvador, Sanaa, Santiago, Santo Domingo, Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul, Sevastopol,
    Shanghai, Simferopol,
    Singapore, Skopje, Sofia, Srinagar, St. Louis, St. Petersburg, Stockholm, Strasbourg, Suva, Sydney, Taipei,
    Tallinn, Tashkent,
    Tbilisi, Tegucigalpa, Tehran, Tel Aviv, The Hague, Tirana, Tokyo, Toronto, Tripoli, Tunis, Turin, Ulaanbaatar,
    United Nations, Vancouver, Vatican City, Vienna, Vientiane, Vilnius, Warsaw, Washington, Wellington,
    Windhoek, Yangon, Yaounde,
    Yerevan, Zagreb, Zaporizhzhia, Zurich, Salt Lake City, Aboard Air Force One, Capitol Hill, White House
    """.replace("\n", " ").split(",")
)

REGIONS = frozenset(
    name.strip().casefold()
    for name in """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
    Bahrain, Bangladesh,
    Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia-Herzegovina, Botswana, Brazil, Britain,
    Brunei, Bulgaria,
    Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Central African Republic, Chad, Chile, China,
    Colombia, Comoros,
    Congo, Costa Rica, Crimea, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti,
    Dominican Republic, East Timor,
    Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon,
    Gambia, Gaza,
    Gaza Strip, Georgia, Germany, Ghana, Greece, Greenland, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti,
    Honduras, Hungary,
    Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan,
    Kashmir, Kazakhstan, Kenya,
    Kosovo, Kurdistan, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Lithuania,
    Luxembourg, Macedonia,
    Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco,
    Mongolia, Montenegro,
    Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea,
    North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay,
    Peru, Philippines,
    Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia, Scotland, Senegal,
    Serbia, Sierra Leone,
    Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka,
    Sudan, Suriname, Sweden,
    Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad, Tunisia, Turkey,
    Türkiye,
    Turkmenistan, UAE, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, UK, U.K., US,
    U.S., USA, Uruguay,
    Uzbekistan, Vanuatu, Venezuela, Vietnam, Wales, West Bank, Western Sahara, Yemen, Zambia, Zimbabwe,
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho,
    Illinois, Indiana,
    Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
    Missouri, Montana, Nebraska,
    Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma,
    Oregon, Pennsylvania,
    Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington,
    West Virginia, Wisconsin,
    Wyoming, Ala., Ariz., Ark., Calif., Colo., Conn., D.C., DC, Del., Fla., Ga., Ill., Ind., Kan., Ky., La.,
    Mass., Md., Mich.,
    Minn., Miss., Mo., Mont., N.C., N.D., N.H., N.J., N.M., N.Y., Neb., Nev., Okla., Ore., Pa., R.I., S.C.,
    S.D., Tenn., Va., Vt.,
    W.Va., Wash., Wis., Wyo., Alberta, British Columbia, Ontario, Quebec, Manitoba, Saskatchewan, Nova Scotia,
    New South Wales,
    Queensland, Victoria, Tasmania, Xinjiang, Sichuan, Guangdong, Yunnan, Punjab, Sindh, Balochistan, Assam,
    Kerala, Bihar, Gujarat
    """.replace("\n", " ").split(",")
)

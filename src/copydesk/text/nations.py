"""Countries under the names news gives them, and the adjectives formed from them.

A help, not a gazetteer: names that stand in no table are found by their shape and context.
"""

# The name used here: other names; adjectives and inhabitants.
_NATIONS: dict[str, tuple[str, str]] = {
    "United States": ("U.S.|US|USA|U.S.A.|America|United States of America|the States", "American|Americans"),
    "United Kingdom": ("U.K.|UK|Britain|Great Britain", "British|Briton|Britons"),
    "European Union": ("EU|E.U.", ""),
    "United Nations": ("UN|U.N.", ""),
    "United Arab Emirates": ("UAE|U.A.E.|Emirates", "Emirati|Emiratis"),
    "South Korea": ("Republic of Korea|S. Korea", "South Korean|South Koreans"),
    "North Korea": ("DPRK|N. Korea", "North Korean|North Koreans"),
    "Democratic Republic of the Congo": ("DRC|Congo|DR Congo|Democratic Republic of Congo", "Congolese"),
    "Czech Republic": ("Czechia", "Czech|Czechs"),
    "Myanmar": ("Burma", "Burmese"),
    "Turkey": ("Türkiye|Turkiye", "Turkish|Turk|Turks"),
    "Ivory Coast": ("Côte d'Ivoire|Cote d'Ivoire", "Ivorian|Ivorians"),
    "Netherlands": ("Holland|the Netherlands", "Dutch"),
    "Russia": ("Russian Federation", "Russian|Russians"),
    "China": ("PRC|People's Republic of China", "Chinese"),
    "Philippines": ("the Philippines", "Philippine|Filipino|Filipinos|Filipina"),
    "Vietnam": ("Viet Nam", "Vietnamese"),
    "Hong Kong": ("", "Hongkonger|Hongkongers"),
    "Afghanistan": ("", "Afghan|Afghans"), "Albania": ("", "Albanian|Albanians"), "Algeria": ("", "Algerian|Algerians"),
    "Argentina": ("", "Argentine|Argentinian|Argentines"), "Armenia": ("", "Armenian|Armenians"),
    "Australia": ("", "Australian|Australians"), "Austria": ("", "Austrian|Austrians"), "Azerbaijan": ("", "Azerbaijani|Azeri"),
    "Bangladesh": ("", "Bangladeshi|Bangladeshis"), "Belarus": ("", "Belarusian|Belarusians"), "Belgium": ("", "Belgian|Belgians"),
    "Bolivia": ("", "Bolivian|Bolivians"), "Bosnia": ("Bosnia and Herzegovina", "Bosnian|Bosnians"),
    "Brazil": ("", "Brazilian|Brazilians"), "Bulgaria": ("", "Bulgarian|Bulgarians"), "Cambodia": ("", "Cambodian|Cambodians"),
    "Cameroon": ("", "Cameroonian"), "Canada": ("", "Canadian|Canadians"), "Chile": ("", "Chilean|Chileans"),
    "Colombia": ("", "Colombian|Colombians"), "Croatia": ("", "Croatian|Croatians|Croat"), "Cuba": ("", "Cuban|Cubans"),
    "Cyprus": ("", "Cypriot|Cypriots"), "Denmark": ("", "Danish|Dane|Danes"), "Ecuador": ("", "Ecuadorian|Ecuadorean"),
    "Egypt": ("", "Egyptian|Egyptians"), "Estonia": ("", "Estonian|Estonians"), "Ethiopia": ("", "Ethiopian|Ethiopians"),
    "Europe": ("", "European|Europeans"), "Africa": ("", "African|Africans"), "Asia": ("", "Asian|Asians"),
    "Finland": ("", "Finnish|Finn|Finns"), "France": ("", "French"), "Germany": ("", "German|Germans"), "Ghana": ("", "Ghanaian"),
    "Greece": ("", "Greek|Greeks"), "Guatemala": ("", "Guatemalan|Guatemalans"), "Haiti": ("", "Haitian|Haitians"),
    "Honduras": ("", "Honduran|Hondurans"), "Hungary": ("", "Hungarian|Hungarians"), "Iceland": ("", "Icelandic"),
    "India": ("", "Indian|Indians"), "Indonesia": ("", "Indonesian|Indonesians"), "Iran": ("", "Iranian|Iranians"),
    "Iraq": ("", "Iraqi|Iraqis"), "Ireland": ("", "Irish"), "Israel": ("", "Israeli|Israelis"), "Italy": ("", "Italian|Italians"),
    "Jamaica": ("", "Jamaican|Jamaicans"), "Japan": ("", "Japanese"), "Jordan": ("", "Jordanian|Jordanians"),
    "Kazakhstan": ("", "Kazakh|Kazakhs"), "Kenya": ("", "Kenyan|Kenyans"), "Korea": ("", "Korean|Koreans"), "Kosovo": ("", "Kosovar"),
    "Kuwait": ("", "Kuwaiti"), "Latvia": ("", "Latvian"), "Lebanon": ("", "Lebanese"), "Libya": ("", "Libyan|Libyans"),
    "Lithuania": ("", "Lithuanian"), "Malaysia": ("", "Malaysian|Malaysians"), "Mali": ("", "Malian"), "Mexico": ("", "Mexican|Mexicans"),
    "Moldova": ("", "Moldovan"), "Mongolia": ("", "Mongolian"), "Morocco": ("", "Moroccan|Moroccans"), "Nepal": ("", "Nepali|Nepalese"),
    "New Zealand": ("", "New Zealander"), "Nicaragua": ("", "Nicaraguan"), "Niger": ("", "Nigerien"), "Nigeria": ("", "Nigerian|Nigerians"),
    "Norway": ("", "Norwegian|Norwegians"), "Pakistan": ("", "Pakistani|Pakistanis"), "Palestine": ("", "Palestinian|Palestinians"),
    "Panama": ("", "Panamanian"), "Peru": ("", "Peruvian|Peruvians"), "Poland": ("", "Polish|Pole|Poles"),
    "Portugal": ("", "Portuguese"), "Qatar": ("", "Qatari"), "Romania": ("", "Romanian|Romanians"), "Rwanda": ("", "Rwandan|Rwandans"),
    "Saudi Arabia": ("", "Saudi|Saudis"), "Scotland": ("", "Scottish|Scot|Scots"), "England": ("", "English"), "Wales": ("", "Welsh"),
    "Senegal": ("", "Senegalese"), "Serbia": ("", "Serbian|Serb|Serbs"), "Singapore": ("", "Singaporean"), "Slovakia": ("", "Slovak"),
    "Slovenia": ("", "Slovenian"), "Somalia": ("", "Somali|Somalis"), "South Africa": ("", "South African|South Africans"),
    "Spain": ("", "Spanish|Spaniard|Spaniards"), "Sri Lanka": ("", "Sri Lankan"), "Sudan": ("", "Sudanese"),
    "Sweden": ("", "Swedish|Swede|Swedes"), "Switzerland": ("", "Swiss"), "Syria": ("", "Syrian|Syrians"),
    "Taiwan": ("", "Taiwanese"), "Tanzania": ("", "Tanzanian"), "Thailand": ("", "Thai|Thais"), "Tunisia": ("", "Tunisian"),
    "Uganda": ("", "Ugandan|Ugandans"), "Ukraine": ("", "Ukrainian|Ukrainians"), "Uruguay": ("", "Uruguayan"),
    "Uzbekistan": ("", "Uzbek"), "Venezuela": ("", "Venezuelan|Venezuelans"), "Yemen": ("", "Yemeni|Yemenis"),
    "Zambia": ("", "Zambian"), "Zimbabwe": ("", "Zimbabwean"),
}  # fmt: skip

ALIASES: dict[str, str] = {name: name for name in _NATIONS} | {
    alias: name for name, (aliases, _) in _NATIONS.items() for alias in aliases.split("|") if alias
}
DEMONYMS: dict[str, str] = {form: name for name, (_, forms) in _NATIONS.items() for form in forms.split("|") if form}

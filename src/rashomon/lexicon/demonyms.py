"""Adjectives and names of peoples, and the country (ISO 3166-1) they point to, "" where it is none or several.

Rule: a table. A demonym is no place: it only tells which countries a page speaks of.
"""

from __future__ import annotations

_ROWS = """
AF afghan afghani; AL albanian; DZ algerian; AD andorran; AO angolan; AR argentine argentinian argentinean; AM armenian;
AU australian aussie; AT austrian; AZ azerbaijani azeri; BS bahamian; BH bahraini; BD bangladeshi; BB barbadian; BY belarusian belarussian;
BE belgian; BZ belizean; BJ beninese; BT bhutanese; BO bolivian; BA bosnian; BW botswanan; BR brazilian; GB british briton english
scottish welsh northern-irish scot; BN bruneian; BG bulgarian; BF burkinabe; MM burmese; BI burundian; KH cambodian khmer;
CM cameroonian; CA canadian; TD chadian; CL chilean; CN chinese; CO colombian; KM comorian; CD congolese; CR costa-rican; HR croatian croat;
CU cuban; CY cypriot; CZ czech; DK danish dane; DJ djiboutian; DO dominican; NL dutch; TL timorese; EC ecuadorian ecuadorean;
EG egyptian; AE emirati; GQ equatoguinean; ER eritrean; EE estonian; ET ethiopian; FJ fijian; PH filipino philippine; FI finnish finn;
FR french frenchman; GA gabonese; GM gambian; GE georgian; DE german; GH ghanaian; GR greek; GD grenadian; GT guatemalan; GN guinean;
GY guyanese; HT haitian; HN honduran; HK hongkonger; HU hungarian; IS icelandic icelander; IN indian; ID indonesian; IR iranian;
IQ iraqi; IE irish; IL israeli; IT italian; CI ivorian; JM jamaican; JP japanese; JO jordanian; KZ kazakh kazakhstani; KE kenyan; KW kuwaiti;
KG kyrgyz; LA lao laotian; LV latvian; LB lebanese; LR liberian; LY libyan; LT lithuanian; LU luxembourgish; MK macedonian; MG malagasy;
MW malawian; MY malaysian; MV maldivian; ML malian; MT maltese; MR mauritanian; MU mauritian; MX mexican; MD moldovan; MC monegasque;
MN mongolian; ME montenegrin; MA moroccan; MZ mozambican; NA namibian; NP nepalese nepali; NZ kiwi; NI nicaraguan; NG nigerian;
NE nigerien; KP north-korean; NO norwegian; OM omani; PK pakistani; PS palestinian gazan; PA panamanian; PG papuan; PY paraguayan; PE peruvian;
PL polish pole; PT portuguese; PR puerto-rican; QA qatari; RO romanian; RU russian; RW rwandan; SV salvadoran salvadorean; WS samoan;
SA saudi; SN senegalese; RS serbian serb; SL sierra-leonean; SG singaporean; SK slovak slovakian; SI slovenian slovene; SO somali somalian;
ZA south-african; KR south-korean; SS south-sudanese; ES spanish spaniard; LK sri-lankan; SD sudanese; SR surinamese; SZ swazi; SE swedish swede;
CH swiss; SY syrian; TW taiwanese; TJ tajik tajikistani; TZ tanzanian; TH thai; TG togolese; TO tongan; TT trinidadian; TN tunisian;
TR turkish turk; TM turkmen; UG ugandan; UA ukrainian; US american; UY uruguayan; UZ uzbek; VE venezuelan; VN vietnamese; YE yemeni;
ZM zambian; ZW zimbabwean; XK kosovar kosovan;
- african arab arabic asian european kurdish kurd islamic islamist muslim christian jewish western soviet balkan baltic nordic
scandinavian caribbean andean slavic hispanic latino latin-american central-american south-american north-american middle-eastern eurasian
shia shiite sunni yazidi druze alawite catholic protestant orthodox hindu buddhist sikh druse tuareg pashtun tamil rohingya houthi hazara
balochi chechen tatar korean mediterranean atlantic pacific texan californian parisian londoner
"""

DEMONYMS: dict[str, str] = {
    word.replace("-", " "): ("" if code == "-" else code)
    for row in _ROWS.replace("\n- ", "\n;- ").split(";")
    if row.strip()
    for code, *words in [row.split()]
    for word in words
}
"""Demonym in lower case, singular -> ISO code or ""."""


def demonym(word: str) -> str | None:
    """The country a demonym points to ("" = none of its own); None when the word is no demonym."""
    low = word.casefold()
    if low in DEMONYMS:
        return DEMONYMS[low]
    return DEMONYMS.get(low.removesuffix("s")) if low.endswith("s") else None

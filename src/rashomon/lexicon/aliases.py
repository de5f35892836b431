"""Names that the whole world knows to be one body's. A small table that a user may add to.

Rule: only bodies whose short names are explained in any encyclopaedia and seldom on the page itself; everything else
must be joined by what pages say ("the Northern Relief Council (NRC)"). A group here never joins a name that a page
itself expands otherwise ("Iraq Survey (IS)"): the page's own words win.

Source of each group: the body's own site, or for states ISO 3166-1 and the UN terminology database (UNTERM); for the
armed groups the UN Security Council's consolidated list, which prints "also known as".
"""

from __future__ import annotations

ALIAS_GROUPS: tuple[tuple[str, ...], ...] = (
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("North Atlantic Treaty Organization", "NATO", "Nato"),
    ("African Union", "AU"),
    ("Arab League", "League of Arab States"),
    ("Organization for Security and Co-operation in Europe", "OSCE"),
    ("International Committee of the Red Cross", "ICRC", "Red Cross"),
    ("Medecins Sans Frontieres", "Médecins Sans Frontières", "Doctors Without Borders", "MSF"),
    ("United Nations High Commissioner for Refugees", "UNHCR", "UN refugee agency", "U.N. refugee agency"),
    ("United Nations Children's Fund", "UNICEF", "Unicef"),
    ("World Health Organization", "WHO", "World Health Organisation"),
    ("World Food Programme", "WFP", "World Food Program"),
    ("Office for the Coordination of Humanitarian Affairs", "OCHA", "UNOCHA"),
    ("International Organization for Migration", "IOM"),
    ("Organisation for the Prohibition of Chemical Weapons", "OPCW"),
    ("Associated Press", "AP"),
    ("Agence France-Presse", "AFP", "Agence France Presse"),
    ("British Broadcasting Corporation", "BBC"),
    ("Human Rights Watch", "HRW"),
    ("United States", "US", "U.S.", "USA", "United States of America", "the States"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("United Arab Emirates", "UAE"),
    ("Russia", "Russian Federation"),
    ("Islamic State", "IS", "ISIS", "ISIL", "Daesh", "Da'esh", "Islamic State in Iraq and the Levant",
     "Islamic State of Iraq and the Levant", "Islamic State of Iraq and Syria", "Islamic State in Iraq and Syria",
     "Islamic State group", "IS group", "ISIS group", "so-called Islamic State"),
    ("Al-Qaeda", "al-Qaida", "al Qaeda", "Al Qaida"),
    ("Kurdistan Workers' Party", "PKK"),
    ("People's Protection Units", "YPG"),
    ("Hayat Tahrir al-Sham", "HTS", "Tahrir al-Sham"),
    ("Hezbollah", "Hizbollah", "Hizbullah", "Hezbullah"),
    ("Houthis", "Houthi movement", "Ansar Allah", "Houthi rebels"),
    ("Revolutionary Armed Forces of Colombia", "FARC"),
    ("Farabundo Marti National Liberation Front", "FMLN"),
)  # fmt: skip
"""Each row: the full name first, then the names that mean the same body. Compared folded, but a short name of capitals
("IS", "WHO", "US") only matches when it is printed in capitals."""

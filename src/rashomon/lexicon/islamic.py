"""Words of the Islamic calendar: its months, its feasts, and how a year of it is marked.

Rule: tables only; the conversion to days stands in ground/hijri.py. Spellings are those of English-language news; "'"
stands for any apostrophe, and may be left out.
"""

from __future__ import annotations

_MONTH_SPELLINGS: tuple[str, ...] = (
    "muharram; moharram",
    "safar",
    "rabi al-awwal; rabi' al-awwal; rabi al-awal; rabi ul-awwal; rabi i; rabi' i; rabiul awwal",
    "rabi al-thani; rabi' al-thani; rabi al-akhir; rabi' al-akhir; rabi ii; rabi' ii; rabi ath-thani; rabi' ath-thani",
    "jumada al-ula; jumada al-awwal; jumada i; jumada al-oula",
    "jumada al-thani; jumada al-akhira; jumada al-thaniya; jumada ii; jumada ath-thani",
    "rajab",
    "sha'ban; shaban; shaaban; sha'aban",
    "ramadan; ramadhan; ramazan; ramadaan",
    "shawwal; shawal",
    "dhu al-qa'dah; dhu al-qi'dah; dhul-qa'dah; dhul qa'dah; dhu al-qadah; dhul qadah; dhul-qadah; dhu al-qi'da; zulqadah",
    "dhu al-hijjah; dhu al-hijja; dhul-hijjah; dhul-hijja; dhul hijjah; dhul hijja; zulhijjah; zilhaj",
)
HIJRI_MONTHS: dict[str, int] = {
    spelt.strip(): number for number, row in enumerate(_MONTH_SPELLINGS, 1) for spelt in row.split(";")
}
"""Names of the twelve months in lower case -> their number."""

HIJRI_FEASTS: dict[str, tuple[int, int, int]] = {
    name: days
    for names, days in {
        "islamic new year; muslim new year; hijri new year": (1, 1, 1),
        "ashura; ashoura; ashoora": (1, 10, 10),
        "arbaeen; arba'een; arbain": (2, 20, 20),
        "mawlid; mawlid al-nabi; milad un-nabi; eid milad-un-nabi; prophet's birthday": (3, 12, 12),
        "laylat al-qadr; night of power; night of destiny; night of decree": (9, 27, 27),
        "eid al-fitr; eid ul-fitr; eid-ul-fitr; eid el-fitr; id al-fitr; eid el fitr; eid al fitr": (10, 1, 3),
        "day of arafah; day of arafat": (12, 9, 9),
        "eid al-adha; eid ul-adha; eid-ul-adha; eid el-adha; id al-adha; eid el adha; eid al adha": (12, 10, 13),
    }.items()
    for name in names.split("; ")
}
"""Feasts -> month, first day, last day, as most countries keep them (Mawlid and Arbaeen after the majority's reckoning)."""

HIJRI_MARKS = r"(?:AH|A\.H\.|H\.?|hijri|Hijri|by\s+the\s+Islamic\s+calendar)"
"""What may follow a year of the Islamic calendar (a pattern)."""

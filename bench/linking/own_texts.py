"""Short reports written for this project, two of each invented event, and words that a rewriter may swap.

Rule: invented places, people and events only; the two reports of an event share its facts and not its sentences.
`own_reports.txt` holds them, a blank line between, the two of an event one after the other.
"""

from __future__ import annotations

import pathlib

_REPORTS = pathlib.Path(__file__).with_name("own_reports.txt").read_text("utf-8").split("\n\n")
_TEXTS = [" ".join(report.split()) for report in _REPORTS]
EVENTS: tuple[tuple[str, str], ...] = tuple(zip(_TEXTS[::2], _TEXTS[1::2], strict=True))
"""Pairs of independent reports of one invented event."""

_SWAPS = """
    said=stated told=informed killed=slain killing=slaying dead=deceased injured=wounded wounded=hurt
    injuring=wounding people=persons residents=inhabitants children=youngsters men=males women=females town=city
    city=town village=hamlet province=governorate district=quarter army=military soldiers=troops troops=soldiers
    forces=units fighters=combatants militants=gunmen gunmen=attackers rebels=insurgents attack=assault
    attacks=assaults attacked=assaulted bombing=blast blast=explosion explosion=detonation strike=raid strikes=raids
    raids=strikes destroyed=wrecked damaged=harmed near=close_to after=following before=ahead_of during=amid
    government=authorities authorities=officials officials=authorities regime=government group=faction
    groups=factions several=a_number_of many=numerous most=the_bulk least=minimum more=upwards night=evening
    morning=dawn shortly=soon began=started started=began ended=finished called=dubbed asked=requested
    demanded=insisted accused=blamed denied=rejected announced=declared reported=recounted found=discovered
    reached=got_to arrived=came left=departed took=seized captured=took seized=captured opened=launched closed=shut
    house=home houses=homes building=structure road=route hospital=clinic school=college car=vehicle truck=lorry
    vehicles=cars area=zone region=area border=frontier war=conflict conflict=war peace=truce help=aid aid=relief
    food=supplies water=supplies_of_water large=big small=little new=fresh old=aged early=first late=last high=tall
    main=chief leader=chief members=men source=insider sources=insiders state=official country=nation
    capital=main_city international=global local=area civilians=noncombatants civilian=noncombatant bodies=corpses
    including=among_them however=but because=since while=as also=too about=around
"""
SYNONYMS: dict[str, str] = {
    word: other.replace("_", " ") for word, other in (swap.split("=") for swap in _SWAPS.split())
}
"""Words and what a rewriter may put in their place: crude on purpose, as rewriting machines are."""

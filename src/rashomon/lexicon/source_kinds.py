"""What kind of source a name or a description tells of, and which words name nobody.

Rule: tables read by `link.kinds`. The first rule whose words stand in the name (or, failing that, in the words pages
use to describe the source) decides; a kind says what a source is, never how far it is to be trusted.
"""

from __future__ import annotations

from rashomon.lexicon.wording import word_set

NAMED_KINDS: tuple[tuple[str, str], ...] = (
    ("state media", r"\b(state[- ](run|owned|controlled)? ?(media|news agency|television|tv|radio|broadcaster)|"
                    r"state[- ](run|owned|controlled)|official (news )?agency)\b"),
    ("news agency", r"\b(news agency|press agency|newswire|agence|associated press|reuters|afp|interfax|"
                    r"press association|[a-z]*press international)\b"),
    ("monitor", r"\b(observatory|monitor|monitors|monitoring|documentation cent(er|re)|watchdog|network for human rights|"
                r"violations|war crimes? (project|tracker)|airwars)\b"),
    ("UN/IGO", r"\b(united nations|un|unhcr|unicef|ocha|iom|wfp|who|high commissioner|european union|african union|"
               r"arab league|osce|opcw|world health organi[sz]ation|world food program(me)?|security council)\b"),
    ("medical", r"\b(hospital|clinic|medics?|doctors?|paramedics?|health (directorate|authority)|ambulance|"
                r"civil defen[cs]e|rescue(rs)?|red (cross|crescent)|white helmets)\b"),
    ("NGO", r"\b(foundation|charity|council for|relief (society|council|committee)|human rights watch|amnesty|"
            r"rights group|aid (group|agency)|organi[sz]ation for|ngo|society|institute|save the)\b"),
    ("government", r"\b(ministry|minister|government|president|presidency|prime minister|parliament|cabinet|"
                   r"state department|foreign office|white house|kremlin|embassy|governor(ate)?|mayor|municipality|council|"
                   r"secretary of state|department|administration|envoy|senator|authority|authorities)\b"),
    ("military", r"\b(army|armed forces|air force|navy|defen[cs]e ministry|ministry of defen[cs]e|pentagon|"
                 r"central command|centcom|military|coalition|troops|general staff|nato|police|reconciliation of the warring|command|"
                 r"task force|border guard|security forces|marines)\b"),
    ("armed group", r"\b(islamic state|militia|rebels?|brigades?|front|movement|forces|fighters|protection units|"
                    r"liberation|resistance|jihadists?|insurgents?|hezbollah|taliban|al[- ]qaeda|houthis?|battalion|"
                    r"insurgency|guerrillas?|units|legion|faction)\b"),
    ("local media", r"\b(local (media|radio|newspaper|outlet|news)|media cent(er|re))\b"),
    ("outlet", r"\b(times|post|daily|herald|tribune|guardian|gazette|newspaper|television|tv|channel|radio|news|media|"
               r"magazine|journal|broadcaster|website|broadcasting|cnn|bbc|npr|al[- ]jazeera|sputnik|chronicle|mail|"
               r"courier|telegraph|press)\b"),
)  # fmt: skip
"""(kind, pattern over the folded name): tried in order on the name, then on the descriptions."""

UNNAMED_KINDS: tuple[tuple[str, str], ...] = (
    ("medical", r"\b(medics?|doctors?|nurses?|medical|hospital|paramedics?|health|rescue(rs)?)\b"),
    ("activists", r"\bactivists?\b"),
    ("witness", r"\b(witness(es)?|eyewitness(es)?|survivors?)\b"),
    ("residents", r"\b(residents?|villagers?|locals|inhabitants|townspeople|families|relatives|neighbou?rs?|civilians|"
                  r"evacuees?|refugees?)\b"),
    ("unnamed official", r"\b(officials?|authorities|officers?|diplomats?|spokes(man|woman|person|people)|"
                         r"commanders?|police|government|military|army|ministers?|aides?|envoys?|generals?)\b"),
    ("unnamed local", r"\blocal\b"),
    ("state media", r"\bstate[- ](run |owned |controlled )?(media|news agency|television|tv|radio|broadcaster)\b"),
    ("monitor", r"\bmonitor(s|ing group)?\b"),
    ("local media", r"\b(local media|media)\b"),
    ("document", r"\b(reports?|documents?|statements?|letters?|records?|memos?|leaks?)\b"),
)  # fmt: skip
"""(kind, pattern over the folded words) for a source that names nobody; else "unnamed other"."""

PERSON_TITLES = word_set(
    """
    mr mrs ms dr sir lord lady president vice prime minister secretary general gen col colonel maj major capt
    captain lt lieutenant sgt sergeant commander chief king queen prince sheikh imam ayatollah senator sen rep
    governor gov mayor judge professor prof ambassador spokesman spokeswoman spokesperson director head leader
    chairman chairwoman us u.s. uk british russian syrian turkish foreign defence defense deputy former state
    officer detective inspector brigadier admiral rev pope
    """
)
"""Words before a person's name that are no part of it."""

PLACE_MODIFIERS = r"^(the |a |an )?([\w.]+(-[\w.]+)*-(based|run|led|backed|aligned|controlled|owned|funded|linked) )+"
"""What may stand before a body's name and is a description, not a part of it ("Oslo-based", "state-run")."""

GENERIC_BODIES = word_set(
    """
    agency army authority authorities ministry government coalition forces force group groups observatory
    monitor council commission committee organisation organization police military opposition regime party
    rebels militants fighters activists troops media center centre department office board union front movement
    network foundation hospital newspaper channel alliance administration team mission court state company
    university bank
    """
)
"""A name that is one such word ("the Observatory") means a body only on a page that names it in full."""
BODY_NOUNS = GENERIC_BODIES | word_set("association bureau charity church club federation institute league union")
"""Heads of the names of bodies, by which a page calls the one that it names."""

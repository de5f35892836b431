"""Event frames: which words name which event of the ontology, and which of their arguments fill which role.

Rule: a table. A user adds an event type by adding rows; `claim/` reads them, the docs print them. Roles follow
ontology.yaml; `actor` and `target` are the two that every type has.

A row of VERBS:   type | lemmas | subject=role object=role preposition=role ... | condition
                  (a lemma written "=dead" is a predicate that does not inflect)
A row of NOUNS:   type | lemmas | argument=role ... (subject: whose event; "of": what it is done to)

Conditions, all of which must hold:   obj:CLASS|CLASS  (the object is of the class, lexicon/nouns.py, or a named
entity of that nature)   notobj:CLASS (it has an object of no such class)   subj:CLASS   with:CLASS (some phrase is of
the class)   of:CLASS (its phrase with "of" is)   many (its subject is several)   agentless (nobody is said to do it)   to (a clause or phrase "to ...")   intr (no object)   prep:WORD|WORD   notprep:WORD   noinf (no "to ..." hangs on it)
notsubj:CLASS (no subject, or one of no such class)   carrier:LEMMA (of a noun: the verb that carries it)
The class "unknown" is a noun that stands in no class: a row may take it where what the verb says is clear without it.
the class)   of:CLASS (its phrase with "of" is)   many (its subject is several)   agentless (nobody is said to do it)   not (it is negated: that it
is not so is the event)   counted (its subject is)   under:LEMMA|LEMMA (it is the complement of such a verb)   to (a clause or phrase "to ...")   intr (no object)   prep:WORD|WORD
notprep:WORD|WORD
The first row whose condition holds wins, so that narrow senses stand before broad ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.inflect import Form, noun_forms, verb_forms

MOVING = (
    "from=origin out_of=origin off=origin outside=origin to=destination into=destination toward=destination "
    "towards=destination onto=destination for=destination via=via through=via across=via aboard=means on=means by=means in=place"
)
"""Paths and the roles they fill; rows take them in whole."""

PATH_ROLES = tuple((a, b) for a, b in (pair.split("=") for pair in MOVING.split()))

GO = (
    "stream pour flood flock trek trudge hike file troop surge swarm spill stampede scramble scurry dash race rush "
    "sprint hurry crawl creep sneak slip swim wade row paddle sail cycle limp stumble trickle filter flow wander migrate "
    "travel journey move drive ride walk march run go head steal push"
)
"""Verbs of going, by whatever manner: the way they are said to go decides what they tell (Levin 1993, 51.3.2)."""

TAKE = (
    "take bring carry move transport ferry bus truck fly lift get lead escort drive ship haul shuttle cart "
    "whisk rush boat guide usher walk help march"
)
"""Verbs of taking somebody along (Levin 1993, 11.2 to 11.5)."""

VERB_ROWS = f"""
movement.flight       | empty | s=trigger o=origin of=moved | notsubj:force|fighter obj:settlement
movement.expulsion    | leave quit vacate go | s=moved o=origin {MOVING} | subj:people under:give|order
movement.withdrawal   | bring_home send_home | s=actor o=moved {MOVING} | obj:military
territory.siege       | throw put form draw | s=actor around=target round=target | obj:ring prep:around|round
territory.offensive   | open launch | s=actor in=place | obj:warfront
violence.attack       | set_about | s=actor o=target about=target | subj:people|crowd|force
harm.damage           | bring_down pull_down | s=cause o=object in=place | obj:building
harm.damage           | lose | s=cause o=object to=cause | agentless obj:building|goods
harm.damage           | catch_fire | s=object in=place |
deal.negotiation      | sit_down | s=party with=party in=place | many subj:force|speaker|party
deal.agreement        | silence | s=party o=weapon | obj:weapon|heavyarms
deal.refusal          | throw_out | s=party o=subject | obj:offer|deal
custody.release       | send_home | s=releaser o=released {MOVING} | obj:captive
harm.casualties       | eliminate | s=cause o=victim in=place | obj:fighter|people
violence.clash        | return | s=side o=weapon in=place | obj:fire
custody.detention     | retake recapture re-arrest rearrest | s=taker o=taken in=place | obj:people|captive
custody.detention     | deprive strip | s=taker o=taken in=place | prep:liberty|freedom
movement.passage_blocked | prevent stop bar keep block hinder | s=preventer o=blocked from=route | prep:proceeding|passing|advancing|boarding|departing|continuing|sailing|docking|evacuating
movement.passage_blocked | send_back turn_back | s=preventer o=blocked at=route | obj:people|vehicle prep:at with:route
violence.attack       | throw hurl toss fling dump | s=actor o=target {MOVING} | obj:civilian|captive prep:into|off|out|out_of|from
violence.attack       | hit strike beat smash | s=actor o=target with=weapon in=place | obj:people|force prep:with with:weapon|smallarms
violence.attack       | strike | s=actor in=place at=place | subj:fighter intr
violence.bombing      | mine booby-trap | s=actor o=target in=place | obj:building|place|route|toponym|unknown
harm.casualties       | lay_down give sacrifice | s=victim in=place | obj:life
movement.evacuation   | pluck save rescue winch hoist | s=actor o=moved {MOVING} | obj:people|captive prep:from|off|out_of|roof|rubble
movement.evacuation   | free release | s=actor o=moved {MOVING} | obj:people prep:rubble|wreckage|debris|lift|trapped
movement.evacuation   | bring take carry ferry get | s=actor o=moved {MOVING} | obj:people prep:shore|ashore
movement.evacuation   | move take bring transfer | s=actor o=moved {MOVING} | obj:civilian prep:shelter|shelters
movement.evacuation   | leave depart exit | s=moved o=origin {MOVING} | subj:civilian prep:help|assistance|supervision|auspices|ambulances
movement.flight       | run dash scramble dive scatter | s=moved {MOVING} | subj:people prep:cover|shelter|lives
movement.flight       | leave make render | s=trigger o=moved in=place | obj:people prep:homeless
movement.flight       | go flee slip force drive | s=moved o=moved {MOVING} | prep:exile
movement.withdrawal   | move take drive | s=actor o=moved {MOVING} | obj:weapon|warcraft prep:away|back
movement.return       | fly travel sail drive | s=moved {MOVING} | intr subj:people|speaker prep:home
movement.arrival      | fly_in drive_in ride_in sail_in march_in walk_in | s=moved {MOVING} | subj:people|speaker|force intr
movement.passage_blocked | impose declare order enforce clamp | s=preventer o=barrier in=route on=route | obj:lockdown
movement.passage_blocked | hold delay detain | s=preventer o=blocked at=route on=route | obj:vehicle|goods with:route
movement.deployment   | see spot sight observe | s=observer o=moved in=place off=place near=place | agentless obj:warcraft
movement.deployment   | accompany escort | s=moved o=escorted | subj:military obj:vehicle|people
territory.capture     | drive_out force_out push_out flush_out oust | s=actor o=loser from=target | obj:fighter
territory.capture     | hand hand_over hand_back give cede | s=loser o=target to=actor | obj:place|toponym prep:to with:force
territory.capture     | hold | s=actor o=target | subj:fighter obj:place|route notprep:for
territory.capture     | fly go_up | s=target over=target | subj:flag
violence.airstrike    | rocket | s=actor o=target in=place | subj:warplane
violence.attack       | search ransack raid | s=actor o=target in=place | subj:fighter|force obj:building
violence.attack       | ride drive plough | s=actor into=target | with:crowd|people prep:into
violence.attack       | use | s=actor o=weapon against=target on=target | obj:coercion
violence.chemical     | gas poison | s=actor o=target | obj:people prep:gas|chlorine|sarin
custody.detention     | sentence condemn | s=taker o=taken to=term | obj:people prep:prison|jail|imprisonment|years|months|life|bars
custody.release       | hand hand_over give deliver | s=releaser o=released to=recipient | subj:captor obj:people|captive
deal.negotiation      | discuss | s=party o=subject with=party in=place | with:force|speaker prep:with
deal.negotiation      | shuttle mediate | s=mediator between=party | prep:between
deal.agreement        | give_in cave_in bow yield | s=party to=terms | prep:to with:offer
deal.agreement        | ransom | s=party o=subject |
deal.refusal          | veto | s=party o=subject |
deal.refusal          | say | s=party to=subject | prep:no with:offer|deal
deal.surrender        | raise wave hoist fly | s=surrenderer | obj:whiteflag
support.aid           | send bring dispatch truck fly carry | s=giver o=goods {MOVING} | of:relief
protest.demonstration | close shut shutter stay stand | s=protester in=place | prep:protest
protest.demonstration | blockade | s=protester o=target in=place with=means | subj:civilian|worker|crowd
state.presence        | house host accommodate | s=place o=present | subj:settlement|toponym obj:people
violence.shelling     | fire launch | s=actor o=weapon at=target on=target into=target | of:heavyarms
violence.shelling     | explode go_off detonate | s=weapon in=place at=place near=place | subj:heavyarms
violence.shelling     | slam smash crash plough plow thud plunge punch tear rip burst | s=weapon o=target into=target through=target onto=target | subj:weapon prep:into|through|onto|on
violence.airstrike    | slam smash crash plough plunge dive | s=weapon into=target onto=target on=target | subj:drone prep:into|onto|on
violence.attack       | come | s=target under=weapon from=actor | prep:under with:smallarms|weapon
violence.shelling     | respond retaliate answer reply | s=actor with=weapon against=target | with:heavyarms
violence.attack       | respond retaliate answer reply react | s=actor with=weapon against=target | with:smallarms|weapon|fire
violence.airstrike    | strafe rake blast | s=actor o=target with=weapon in=place | subj:warplane
violence.attack       | strafe rake riddle pepper spray | s=actor o=target with=weapon in=place | with:smallarms|weapon|fire
violence.attack       | strafe | s=actor o=target with=weapon in=place |
violence.bombing      | hit strike trigger detonate | s=target o=device in=place | subj:vehicle|people obj:planted
violence.bombing      | step_on drive_over run_over tread_on | s=target o=device on=device over=device | obj:planted
violence.bombing      | sabotage | s=actor o=target with=device | with:weapon
violence.attack       | sabotage firebomb petrol-bomb | s=actor o=target in=place |
violence.killing      | hack stab beat bludgeon club stone strangle torture shoot slash | s=actor o=victim in=place with=weapon | prep:death
violence.killing      | put do | s=actor o=victim in=place | obj:people|force|captive prep:death
violence.killing      | strike_down cut_down hunt_down gun_down | s=actor o=victim in=place | obj:people|force|captive
violence.attack       | hack slash bludgeon club whip flog maul punch slap beat_up rough_up manhandle assault knife | s=actor o=target with=weapon in=place | obj:people|force|captive
violence.attack       | gang-rape molest waylay mug carjack teargas tear-gas | s=actor o=target in=place |
violence.attack       | rob | s=actor o=target in=place | obj:people|vehicle|building|unknown
violence.attack       | ram | s=actor o=target in=place | obj:people|vehicle|building|route
violence.attack       | descend swoop | s=actor on=target upon=target | subj:people|force with:place|settlement|people|building prep:on|upon
violence.attack       | burst barge storm | s=actor into=target | subj:people|force with:building|place prep:into
violence.attack       | break force | s=actor into=target | subj:fighter|crowd with:building prep:into
violence.attack       | turn_on round_on | s=actor o=target on=target | subj:people|force|crowd with:people|force
violence.attack       | charge | s=actor o=target in=place at=place | obj:crowd
violence.attack       | shoot_down down bring_down | s=actor o=target in=place over=place | obj:warplane|vehicle
violence.attack       | rampage run_riot run_amok | s=actor through=target in=place | subj:people|force|crowd
violence.clash        | lock | s=side o=side with=side for=place in=place | prep:battle|battles|fighting|combat|fight|struggle
violence.clash        | engage | s=side o=side with=side in=place | subj:force obj:force|fighter
violence.clash        | slug fight shoot battle | s=side with=side in=place | subj:force|people prep:out obj:self
territory.offensive   | beat fight drive push throw | s=actor o=target in=place | obj:fighter prep:back
harm.casualties       | =unaccounted =hurt | s=victim o=victim in=place | subj:people|force|captive
harm.casualties       | take rush bring admit | s=actor o=victim to=place | obj:people|force prep:injuries|wounds|burns|injury|wound|bruises|fractures|inhalation|hypothermia|trauma|concussion
harm.casualties       | fear presume believe | s=actor o=victim in=place | prep:dead|drowned|missing
harm.casualties       | crush electrocute asphyxiate suffocate scald mutilate disfigure concuss maim hospitalise hospitalize trample poison choke bruise mow_down run_over | s=cause o=victim in=place | obj:people|force|captive
harm.casualties       | take | s=cause o=victim of=victim | obj:life
harm.casualties       | cost | s=cause o=victim of=victim | obj:people|force|captive
harm.casualties       | claim | s=cause o=victim | prep:victims|victim|casualties
harm.casualties       | leave | s=cause o=victim | prep:fighting with:life
harm.damage           | punch blow tear rip leave gouge | s=cause in=object o=harm | prep:hole|holes|crater|craters
harm.casualties       | hit strike shoot stab wound injure beat burn | s=cause o=victim in=place | prep:fatally|mortally
harm.casualties       | cut graze burn scrape gash | s=cause o=victim in=place | agentless obj:people|force
harm.casualties       | lose | s=victim o=loss | obj:consciousness
harm.damage           | put take knock | s=cause o=object | obj:building|vehicle|place|lifeline|unknown prep:action|service|commission
harm.damage           | sweep rip tear race rage spread tear_through break_out start erupt | s=cause through=object in=object at=object | subj:blaze
harm.damage           | engulf gut consume devour | s=cause o=object | subj:blaze
harm.damage           | deface topple trample poison contaminate pollute uproot fell chop_down dismantle desecrate | s=cause o=object in=place | obj:building|place|goods|vehicle|unknown
harm.damage           | cave_in give crumble topple buckle | s=object in=place | subj:building intr
harm.damage           | give | s=object in=place | subj:building prep:way
harm.damage           | leave | s=cause o=object without=harm | prep:without with:lifeline|goods
territory.siege       | seal_off cordon_off lock_down | s=actor o=target in=place | subj:force|fighter obj:toponym|settlement
territory.capture     | wrest_back win_back take_back claw_back wrest | s=actor o=target from=loser |
territory.capture     | cede yield give concede | s=loser in=place to=actor | prep:ground|territory subj:force
territory.capture     | hold | s=actor o=target | subj:fighter|force obj:settlement|toponym
territory.offensive   | repel repulse fight_off beat_back drive_back push_back hold_off beat_off throw_back ward_off | s=actor o=target in=place | obj:fighter|force|operation
territory.offensive   | roll rumble thrust surge | s=actor into=target toward=target towards=target in=place | subj:force|heavyarms prep:into
protest.demonstration | gather assemble rally converge mass congregate | s=protester outside=place in=place at=place against=target | subj:civilian|crowd prep:gates|gate|against|protest|demand|demanding|street|streets|parliament|embassy|palace|ministry|chanting
protest.demonstration | chant | s=protester o=message against=target in=place |
protest.demonstration | picket | s=protester o=target in=place |
protest.demonstration | boycott | s=protester o=target in=place | subj:worker|civilian
protest.demonstration | go come flood spill | s=protester on=place into=place onto=place in=place against=target | subj:people prep:street|streets
deal.negotiation      | walk_out walk quit leave pull_out withdraw | s=party of=subject from=subject o=subject | with:talks
deal.negotiation      | leave quit abandon boycott attend rejoin join | s=party o=subject | obj:talks
deal.agreement        | come | s=party with=party on=terms | prep:terms
deal.agreement        | make | s=party with=party in=place | prep:peace
deal.agreement        | commit | s=party to=terms | with:deal
deal.refusal          | vote | s=party against=subject | prep:against with:deal|offer
deal.refusal          | turn_down spurn rebuff snub | s=party o=subject | notobj:place
deal.refusal          | vote_down | s=party o=subject with=party | obj:deal|offer|talks|unknown
deal.surrender        | come_out come walk_out emerge | s=surrenderer in=place | subj:fighter|force|unknown prep:hands
deal.surrender        | disarm | s=surrenderer in=place | subj:fighter|force intr
deal.surrender        | turn_over | s=surrenderer o=goods to=recipient | obj:weapon
violence.shelling     | come | s=target under=weapon from=actor | prep:fire with:heavyarms
custody.detention     | take hold seize | s=taker o=taken in=place off=place from=place | prep:hostage|prisoner|captive
custody.detention     | lock | s=taker o=taken in=place | obj:people|captive prep:bars|arrest|custody|detention|jail|prison|cells|cell|dungeon|remand
custody.detention     | put place keep hold | s=taker o=taken in=place | prep:arrest
custody.detention     | put throw place keep send return remand | s=taker o=taken in=place | prep:bars|custody|detention|jail|prison|cells|dungeon|remand
custody.detention     | remand lead_off | s=taker o=taken in=place | obj:people|captive|unknown
custody.detention     | lead take bring march | s=taker o=taken in=place | obj:people|captive prep:handcuffs|cuffs|chains|blindfolded|handcuffed
custody.release       | exchange swap hand_back give_back | s=releaser o=released for=exchanged_for | obj:body
custody.release       | swap trade exchange hand_back give_back turn_over hand turn give deliver | s=releaser o=released for=exchanged_for to=recipient | obj:captive
custody.release       | come get walk emerge step | s=released {MOVING} | intr subj:captive prep:out|out_of
custody.release       | reunite | s=releaser o=released with=recipient | obj:captive
movement.expulsion    | leave go quit vacate | s=moved o=origin {MOVING} | subj:civilian under:order|make|compel|instruct
movement.expulsion    | hand_back hand_over | s=actor o=moved to=destination | obj:civilian with:toponym
support.aid           | reach | s=giver o=recipient with=goods | subj:people|force obj:civilian with:goods
support.aid           | airlift airdrop drop parachute | s=giver o=goods to=recipient {MOVING} | obj:goods
support.aid           | pledge donate allocate earmark promise | s=giver o=goods to=recipient for=recipient | obj:goods
support.aid           | hand_over donate pass_on lend | s=giver o=goods to=recipient | obj:unknown with:place|people|force prep:to
movement.passage_blocked | set_up erect mount build man put_up establish | s=actor o=barrier on=route at=route in=route across=route | obj:barrier
movement.passage_opened | remove dismantle | s=granter o=route | obj:route
movement.passage_opened | clear unblock | s=granter o=route to=destination | obj:route
movement.passage_opened | run resume sail | s=route {MOVING} | subj:vehicle prep:again
movement.passage_blocked | turn | s=blocked {MOVING} | subj:people|vehicle intr prep:round|around
movement.passage_blocked | come grind | s=blocked at=route | subj:vehicle|force|movement prep:halt|stop|standstill
movement.passage_blocked | get make | s=blocked past=route through=route | not subj:people|vehicle|goods|force prep:past|through|in|out|it|across|near
movement.deployment   | put place | s=actor o=moved {MOVING} | obj:force prep:alert|standby
movement.deployment   | guard secure | s=moved o=destination | subj:force obj:place|building|route
movement.arrival      | visit tour | s=moved o=destination | obj:place|toponym|building
movement.arrival      | put_in put_into call_at berth | s=moved at=destination in=destination into=destination | subj:vehicle
custody.detention     | fall | s=taken into=place | subj:people prep:hands with:hands
custody.detention     | end_up wind_up land | s=taken in=place | subj:people prep:jail|prison|cells|cell|custody|detention|captivity
custody.detention     | keep hold | s=taker o=taken in=place | obj:people|captive subj:force notprep:waiting|out|away|busy|safe|from|informed|updated|alive
custody.release       | give_back hand | s=releaser o=released to=recipient | obj:civilian with:kin
custody.release       | allow let permit | s=releaser o=released | obj:captive
movement.deployment   | conscript draft press-gang | s=actor o=moved into=destination | obj:people|force
movement.deployment   | install emplace site | s=actor o=moved on=destination in=destination at=destination | obj:weapon
movement.deployment   | stand | s=moved at=destination in=destination | subj:military intr prep:at|on|along|around|outside
movement.deployment   | join | s=moved o=destination | subj:fighter obj:place
movement.deployment   | send_up move_up go_up | s=moved {MOVING} | subj:military|fighter intr
movement.deployment   | go | s=moved {MOVING} | subj:fighter|military intr prep:to|into|in with:place|toponym
movement.withdrawal   | call_back bring_back pull_back draw_down | s=actor o=moved {MOVING} | obj:military|fighter|weapon
movement.withdrawal   | remove | s=actor o=moved {MOVING} | obj:heavyarms|military prep:from|back
movement.withdrawal   | move take | s=actor o=moved {MOVING} | obj:heavyarms|military prep:back
custody.detention     | take_off march_off | s=taker o=taken to=place | obj:people prep:to
movement.withdrawal   | evacuate | s=moved o=origin {MOVING} | subj:fighter|military obj:place
movement.withdrawal   | disappear vanish | s=moved {MOVING} | subj:fighter
movement.evacuation   | bring_ashore take_ashore carry_ashore | s=actor o=moved {MOVING} | obj:people
movement.expulsion    | remove | s=actor o=moved {MOVING} | obj:civilian prep:from
movement.flight       | find seek take | s=moved in=destination | subj:people prep:safety|refuge|sanctuary|shelter|asylum
movement.transfer     | tow | s=actor o=moved {MOVING} | obj:vehicle
movement.passage_opened | let | s=granter o=user | prep:pass|through|cross|enter|leave obj:unknown
movement.passage_opened | =passable | s=route | subj:route
movement.passage_opened | give get receive | s=user o=access | prep:light|go-ahead|clearance
movement.passage_opened | pass cross | s=user o=route | subj:people|vehicle under:able|let|allow
movement.passage_blocked | withhold hold_back | s=actor o=blocked to=route | obj:goods|vehicle|movement
movement.passage_blocked | put_off break_off | s=actor o=blocked | obj:movement
movement.passage_blocked | deny refuse | s=actor o=blocked | prep:visa|visas|permit|permits|clearance
movement.passage_blocked | strand stick hold_up | s=blocked o=blocked in=route at=route | obj:goods|vehicle
movement.passage_blocked | keep bar prevent stop | s=actor o=blocked | prep:from|entering|leaving|reaching obj:civilian|vehicle
movement.passage_blocked | lock bolt padlock | s=actor o=route | obj:route|building
support.aid           | get | s=recipient o=goods from=giver | subj:people|building obj:goods
support.aid           | receive get | s=recipient o=goods from=giver | obj:relief
support.aid           | unload | s=actor o=goods at=place in=place | obj:vehicle
support.aid           | cook | s=giver for=recipient | prep:for
support.aid           | set_up open establish run | s=giver o=goods for=recipient in=place | obj:reliefpost
support.aid           | help assist support | s=giver o=recipient with=goods | obj:civilian with:goods
support.aid           | offer | s=giver o=goods to=recipient | obj:goods
support.aid           | fly send | s=actor o=goods {MOVING} | obj:relief
support.aid           | steal loot rob hijack | s=actor o=goods | obj:relief
support.military      | reach arrive get | s=goods o=recipient to=recipient for=recipient | subj:arms
state.presence        | spend | s=present in=place at=place | subj:people many with:place|building
state.presence        | have | s=actor o=present in=place at=place | obj:people prep:in|at|on with:place|toponym
state.presence        | catch | s=present between=place | prep:between|crossfire
custody.detention     | spend serve pass | s=taken in=place | subj:people prep:bars|custody|detention|jail|prison|cells|cell|captivity
custody.detention     | have | s=taker o=taken in=place | obj:people prep:custody|detention
custody.detention     | lock_up carry_off cart_off haul_off march_off drag_off drag_away haul_away nab snatch take_captive bundle spirit_away | s=taker o=taken from=place in=place | obj:people|captive
custody.detention     | take_away | s=taker o=taken from=place in=place | subj:fighter|force obj:people|captive
custody.release       | leave exit quit | s=released o=origin | subj:people obj:prison
custody.release       | let let_out bring get get_out take come walk | s=released o=released {MOVING} | prep:out|out_of|from with:prison
custody.release       | walk go | s=released | subj:people|captive prep:free
custody.release       | parole pardon bail bail_out amnesty acquit | s=releaser o=released | obj:people|captive
custody.release       | grant give win get receive secure gain | s=released o=freedom | obj:freedom
custody.release       | rescue recover save | s=releaser o=released from=place in=place | obj:captive
custody.release       | rescue free recover save | s=releaser o=released from=origin in=place | obj:people prep:captors|captivity|kidnappers|abductors|traffickers|hostage
movement.transfer     | hand_over turn_over deliver extradite | s=actor o=moved to=destination | obj:people|captive prep:police|authorities|court|prosecutors|prosecutor|military|custody|gendarmerie|gendarmes
movement.transfer     | extradite | s=actor o=moved {MOVING} |
support.military      | ship send sell deliver fly supply transfer give provide donate | s=giver o=goods to=recipient | obj:weapon with:force prep:to
support.military      | give provide share supply offer lend pass | s=giver o=goods to=recipient with=recipient | obj:intelligence
support.military      | get receive acquire obtain buy | s=recipient o=goods from=giver | obj:weapon prep:from
support.military      | hand give donate lend supply deliver | s=giver o=goods to=recipient | obj:vehicle with:force prep:to
support.military      | supply provide equip furnish | s=giver o=recipient with=goods | obj:force with:vehicle|weapon prep:with
support.military      | fund finance bankroll sponsor arm | s=giver o=recipient | obj:fighter
support.military      | back support | s=giver o=recipient with=goods | obj:fighter|operation with:weapon|warplane|force prep:with
support.aid           | reach enter arrive get come make_it | s=goods o=recipient {MOVING} | subj:relief
support.aid           | bring_in truck_in fly_in send_in ship_in haul_in pass_out dish_out dole_out give_out | s=giver o=goods to=recipient in=place | obj:goods
support.aid           | make_off make_away | s=actor with=goods from=place | with:goods
support.aid           | vaccinate inoculate immunise immunize feed | s=giver o=recipient in=place | obj:people
support.aid           | assist | s=giver o=recipient with=goods in=place | obj:civilian
support.aid           | collect | s=recipient o=goods from=giver in=place | obj:relief
movement.deployment   | call_up | s=actor o=moved {MOVING} | obj:force|people|unknown
movement.deployment   | order throw pour | s=actor o=moved {MOVING} | obj:force|vessel prep:to|into|onto|streets|street
movement.deployment   | put | s=actor o=moved {MOVING} | subj:force obj:force|vessel prep:ground|street|streets|to|into|onto|in
movement.deployment   | post position garrison | s=actor o=moved {MOVING} | obj:force|weapon|vehicle
movement.deployment   | line man patrol | s=moved o=destination | subj:force|vehicle obj:place|route
movement.evacuation   | {TAKE} | s=actor o=moved {MOVING} | obj:civilian|captive|victim|unknown prep:safety
movement.evacuation   | pull_out bring_out take_out move_out lift_out fly_out carry_out | s=actor o=moved {MOVING} | obj:civilian|captive|victim
movement.evacuation   | pull winch lift airlift pluck haul fly usher whisk help guide | s=actor o=moved {MOVING} | obj:civilian|captive|victim prep:out|out_of|off
movement.evacuation   | move take bring get ferry bus truck boat ship escort lead transport drive | s=actor o=moved {MOVING} | obj:civilian|captive|victim|unknown prep:out|out_of
movement.evacuation   | leave depart exit | s=moved o=origin {MOVING} | subj:people prep:escort|coaches|buses|convoy|convoys|busloads
movement.expulsion    | kick_out order_out turf_out put_out boot_out push_out hound_out march_out oust | s=actor o=moved {MOVING} | obj:people
movement.expulsion    | order throw kick chase hound march turf boot put | s=actor o=moved {MOVING} | obj:people prep:out|out_of with:place
movement.expulsion    | send_back push_back fly_back ship_back | s=actor o=moved {MOVING} | obj:civilian
movement.flight       | drive force push compel chase send scatter | s=trigger o=moved {MOVING} | subj:peril obj:people
movement.withdrawal   | make_off drive_off speed_off ride_off run_off get_away slip_away melt_away | s=moved {MOVING} | subj:fighter
movement.withdrawal   | {GO} come melt fade pull roll retire | s=moved {MOVING} | intr subj:force|weapon prep:back|away|out_of
movement.withdrawal   | disengage decamp demobilise demobilize clear_out stand_down pack_up | s=moved {MOVING} | subj:force
movement.return       | {GO} come return get | s=moved {MOVING} | intr subj:people prep:back|home with:place|period
movement.return       | {GO} come return | s=moved {MOVING} | intr subj:people|force many prep:back|home
movement.return       | make fight pick find wend work wind | s=moved {MOVING} | obj:way prep:back|home
movement.withdrawal   | make fight pick find wend work wind | s=moved {MOVING} | obj:way subj:force prep:out|out_of
movement.flight       | make fight pick find wend work wind | s=moved {MOVING} | obj:way prep:out|out_of|across|over|from|through|along
movement.arrival      | make fight pick find wend work wind | s=moved {MOVING} | obj:way prep:to|into|onto|toward|towards
movement.arrival      | touch_down set_foot check_in roll_in stream_in pour_in flock_in flow_in | s=moved at=destination in=destination on=destination {MOVING} | subj:people|vehicle|force
movement.arrival      | set | s=moved in=destination on=destination {MOVING} | prep:foot
movement.arrival      | pull roll draw sail steam limp fly | s=moved {MOVING} | subj:vehicle prep:into
movement.arrival      | make | s=moved {MOVING} | prep:it with:place
movement.arrival      | go_across cross_over get_across | s=moved {MOVING} | subj:people|force|vehicle
movement.arrival      | put_up billet lodge welcome receive | s=host o=moved in=destination at=destination | obj:civilian
movement.arrival      | get break cut | s=moved {MOVING} | intr subj:people|vehicle|force|goods prep:to|into|through with:place
movement.deployment   | rush | s=actor o=moved {MOVING} | obj:fighter|weapon
movement.transfer     | admit refer rush whisk | s=actor o=moved {MOVING} | obj:people|captive prep:to|into with:place
movement.transfer     | fly send ship bring take return | s=actor o=moved {MOVING} | obj:body
movement.transfer     | carry haul ship transport truck | s=actor o=moved {MOVING} | obj:goods prep:to|into|from|across|over
movement.passage_opened | let wave | s=granter o=user {MOVING} | obj:vehicle prep:go|through|pass|by|past|across|in|out
movement.passage_opened | wave_through | s=granter o=user {MOVING} | obj:force
movement.passage_blocked | grant give get gain receive obtain secure have offer allow | s=preventer o=access to=route | obj:access not
movement.passage_opened | grant give get gain receive obtain secure win guarantee offer promise | s=user o=access to=route | obj:access
movement.passage_opened | set_up establish create agree | s=granter o=route | obj:corridor
movement.passage_opened | lift remove dismantle clear | s=granter o=route | obj:barrier
movement.passage_blocked | let_through let_in let_out wave_through | s=actor o=blocked from=route to=route through=route | not obj:people|vehicle|goods|unknown
movement.passage_blocked | let allow permit admit | s=actor o=blocked from=route to=route through=route in=route | not prep:through|pass|leave|enter|cross|out|in|into|onto|land|dock|travel|move|go|proceed|reach|visit|approach|return|evacuate|depart|board|embark|disembark|fish|sail
movement.passage_blocked | refuse decline | s=actor to=route | prep:let|allow|permit|admit|open|reopen
movement.passage_blocked | deny refuse | s=actor o=blocked to=route | prep:entry|access|passage|permission|admission|exit|transit
movement.passage_blocked | keep | s=actor o=blocked at=route | obj:people|vehicle prep:waiting|out|away|out_of
movement.passage_blocked | stick strand stall | s=blocked at=route on=route in=route | subj:vehicle intr
movement.passage_blocked | halt suspend stop stall postpone delay interrupt cancel call_off freeze | s=actor o=blocked | obj:movement
movement.passage_blocked | halt stop stall grind | s=blocked | subj:movement intr
movement.passage_blocked | =impassable =closed =shut =blocked | s=route to=blocked for=blocked | subj:route
movement.passage_blocked | cut_off isolate maroon | s=actor o=blocked | subj:peril obj:place|toponym|route
state.presence        | cut_off trap isolate maroon strand | s=cause o=present in=place at=place on=place | obj:civilian subj:peril
state.presence        | =living =live =lives reside | s=present in=place at=place on=place | subj:people many with:place|building
state.presence        | base | s=actor o=present in=place at=place on=place | obj:force with:place
movement.passage_blocked | park | s=actor o=means across=route on=route | obj:vehicle prep:across|on with:route
state.presence        | hold contain | s=place o=present | subj:settlement obj:people
protest.demonstration | gather assemble rally congregate mass stand | s=protester outside=place in=place at=place | subj:civilian|crowd with:seat|square
protest.demonstration | gather assemble rally | s=protester outside=place in=place at=place | subj:civilian|crowd prep:outside|front|square
protest.demonstration | gather assemble congregate | s=protester outside=place in=place at=place | subj:civilian|crowd prep:permission|authorisation|authorization|placard|placards|banner|banners|candles|slogans
state.presence        | gather assemble congregate huddle crowd shelter | s=present in=place at=place inside=place | subj:people intr with:place|building
custody.detention     | come | s=taker for=taken | subj:fighter|military intr with:people prep:for
custody.detention     | take_away | s=taker o=taken in=means | obj:people agentless
custody.release       | regain recover taste | s=released o=freedom | obj:freedom
custody.release       | discharge | s=releaser o=released from=place | obj:people
custody.release       | give_up | s=releaser o=released | obj:captive
movement.deployment   | gather mass amass assemble | s=actor o=moved {MOVING} | obj:fighter|military|weapon
movement.deployment   | gather mass amass | s=moved {MOVING} | subj:fighter|military intr with:place
movement.deployment   | see spot sight observe | s=observer o=moved on=place in=place near=place | obj:military|fighter|weapon with:place
movement.deployment   | call_out call_in scramble | s=actor o=moved {MOVING} | obj:military|fighter|warplane|force
movement.deployment   | stand keep mount | s=moved at=destination outside=destination | subj:fighter|military prep:guard|watch
movement.deployment   | shift move bring | s=actor o=moved {MOVING} | obj:military|weapon prep:to|toward|towards|up|into
movement.evacuation   | winch lift haul pull help | s=actor o=moved {MOVING} | obj:people|victim prep:aboard
movement.evacuation   | lead take bring guide usher | s=actor o=moved {MOVING} | obj:people prep:outside
movement.evacuation   | lead_outside take_outside bring_outside usher_outside | s=actor o=moved {MOVING} | obj:people
movement.expulsion    | dump abandon drop | s=actor o=moved in=destination at=destination near=destination | obj:civilian with:place
movement.expulsion    | force push | s=actor o=moved {MOVING} | obj:people prep:onto|into|over|across
movement.flight       | drive | s=trigger o=moved {MOVING} | subj:weapon|operation obj:people
movement.passage_blocked | cross pass move get_in get_out | s=blocked o=route {MOVING} | not subj:vehicle|people intr notprep:away
movement.passage_blocked | lie | s=barrier across=route | prep:across with:route
movement.passage_blocked | interrupt disrupt suspend | s=actor o=route | obj:route
movement.passage_blocked | force | s=actor o=blocked | prep:turn|return obj:vehicle|force|civilian
movement.passage_opened | ease relax end | s=granter o=barrier | obj:barrier
movement.passage_opened | wave_on wave_past let_past let_by | s=granter o=user | obj:people|vehicle|force
movement.return       | go_back come_back head_back | s=moved {MOVING} | subj:civilian|captive
movement.arrival      | pull_up draw_up | s=moved at=destination | subj:vehicle
movement.arrival      | expect await | s=host o=moved in=destination at=destination | obj:people|vehicle|force prep:in|at|on
support.aid           | pay | s=giver o=recipient with=goods | obj:goods|victim|civilian
support.aid           | treat | s=giver o=recipient in=place | obj:people subj:medic
support.aid           | truck carry | s=giver o=goods {MOVING} | obj:relief
support.military      | receive get obtain acquire | s=recipient o=goods from=giver | obj:weapon|warplane subj:force
support.military      | resupply rearm re-arm re-equip | s=giver o=recipient with=goods | obj:force|place|fighter
support.military      | sell ship supply | s=giver o=goods to=recipient | obj:weapon|warplane prep:to
state.presence        | anchor moor berth | s=present o=present in=place off=place at=place | agentless obj:vehicle
state.presence        | sit lie squat huddle | s=present in=place on=place at=place | subj:civilian many with:place
state.presence        | leave | o=present in=place | agentless obj:people counted
violence.attack       | come | s=target under=weapon from=actor | prep:fire|attack
deal.negotiation      | return go_back come sit go | s=party to=subject at=place | prep:table subj:force|people|unknown
deal.negotiation      | sit_down | s=party with=party | prep:with with:speaker|force
protest.demonstration | block barricade obstruct close | s=protester o=target in=place with=means | subj:civilian|crowd obj:route|place|building
violence.chemical     | expose | s=target o=target to=agent in=place | with:chemical prep:to
violence.chemical     | inhale breathe breathe_in | s=target o=agent in=place | obj:chemical
violence.chemical     | use release drop | s=actor o=agent on=target in=place against=target | obj:chemical
violence.chemical     | fall land | s=agent on=target in=place | subj:chemical
violence.chemical     | gas | s=actor o=target with=agent in=place | obj:people|force|place|building|toponym
violence.airstrike    | bomb strike target hit pound raid attack | s=actor o=target in=place with=weapon by=actor | with:warplane
violence.airstrike    | bomb strike pound attack hit | s=actor o=target in=place | prep:air
violence.shelling     | open_up | s=actor on=target with=weapon | with:heavyarms
violence.bombing      | hit strike rip tear blow_up | s=device o=target in=place through=target | subj:planted
violence.bombing      | throw hurl toss lob | s=actor o=device at=target into=target in=place | obj:planted
violence.attack       | meet greet | o=target with=weapon by=actor | agentless obj:people|force|vehicle with:smallarms|weapon|fire
violence.attack       | meet greet | s=actor o=target with=weapon | obj:people|force|vehicle with:smallarms|weapon|fire prep:with
violence.attack       | repel disperse | s=actor o=target with=weapon | with:smallarms|weapon|fire
violence.attack       | use deploy fire | s=actor o=weapon on=target at=target against=target in=place | obj:smallarms
harm.casualties       | bury | s=actor o=victim in=place | obj:people|force|body
harm.casualties       | =missing | o=victim in=place | agentless obj:people|force|captive
territory.offensive   | sweep comb scour | s=actor o=target for=target in=place | subj:force obj:place|toponym|building|unknown
violence.killing      | slit cut | s=actor o=victim of=victim | prep:throat|throats
protest.demonstration | burn | s=protester in=place | subj:people prep:tyre|tyres|tire|tires
harm.casualties       | cost | s=cause o=victim of=victim | obj:life
harm.casualties       | treat | s=actor o=victim for=harm in=place | obj:people|force prep:burns|wounds|injuries|injury|wound|shock|inhalation|trauma|fractures
harm.damage           | reduce | s=cause o=object in=place | prep:rubble|ashes|ruins|ruin|dust
harm.damage           | lie lay sit stand | s=object in=place | prep:ruins|rubble subj:place|building|toponym|unknown
harm.damage           | go_up go | s=object in=place | prep:flames|smoke subj:building|vehicle|place|unknown
harm.damage           | tear rip blow | s=cause o=object off=object in=place | obj:building
harm.damage           | cut cut_off knock_out sever disrupt | s=cause o=object to=object in=place | obj:lifeline
territory.siege       | tighten | s=actor around=target on=target | prep:noose|ring|grip|siege
territory.capture     | push drive force chase dislodge oust eject flush throw | s=actor o=loser out_of=target from=target | obj:fighter|force prep:out|out_of|from
territory.capture     | gain lose | s=actor in=place | prep:ground subj:force
custody.detention     | have hold | s=taker o=taken in=place | obj:captive
harm.casualties       | receive count | s=finder o=victim in=place | obj:body
protest.demonstration | occupy | s=protester o=target in=place | subj:worker obj:place|building|route
violence.attack       | open_up | s=actor on=target | subj:force prep:on
violence.airstrike    | fire launch | s=actor o=weapon at=target on=target into=target | subj:warplane obj:weapon
violence.bombing      | drive run hit strike | s=target o=device over=device | subj:vehicle prep:mine|mines|landmine
movement.deployment   | take_up | s=moved o=destination | subj:force obj:place
movement.arrival      | make_it | s=moved {MOVING} | subj:people|vehicle|force prep:to with:place
movement.transfer     | lead | s=actor o=moved {MOVING} | obj:people prep:to with:place
movement.withdrawal   | move_back fall_back go_back step_back draw_back | s=moved {MOVING} | subj:fighter|force
violence.airstrike    | open_fire | s=actor o=weapon on=target at=target in=place | subj:warplane
violence.shelling     | open_fire | s=actor o=weapon on=target at=target in=place | subj:heavyarms
violence.airstrike    | fire_on fire_upon fire_at | s=actor o=target on=target at=target in=place | subj:warplane
violence.shelling     | fire_on fire_upon fire_at | s=actor o=target on=target at=target in=place | subj:heavyarms
violence.attack       | fire_on shoot_at fire_upon fire_at shoot_on shoot_upon | s=actor o=target from=place |
movement.expulsion    | drive_out force_out throw_out turn_out chase_out chase_away drive_away | s=actor o=moved {MOVING} | obj:people
deal.surrender        | hand_in turn_in | s=surrenderer o=goods to=recipient | obj:weapon
deal.surrender        | give_up | s=surrenderer to=recipient | subj:fighter|force intr
harm.casualties       | hit strike | s=cause o=victim in=place | subj:weapon obj:people|captive
harm.casualties       | =fallen | s=victim in=place | subj:fighter
protest.demonstration | disperse break_up | s=actor o=protester in=place | obj:crowd
violence.bombing      | dynamite | s=actor o=target in=place |
movement.passage_opened | resume | s=route | subj:route
movement.return       | go_home come_home head_home | s=moved {MOVING} | subj:people|force many
movement.return       | send_home bring_home take_home | s=actor o=moved {MOVING} | obj:people|force
movement.evacuation   | pick_up take_off | s=actor o=moved {MOVING} | obj:people subj:vehicle
custody.detention     | pick_up | s=taker o=taken from=place in=place | obj:people|force
custody.detention     | catch | s=taker o=taken in=place near=place | obj:people|captive|force
custody.detention     | hold keep | s=taker o=taken in=place | obj:people|force prep:charge|charges|trial|ransom|captivity|incommunicado|captive|cell|cells|prison|jail|custody
custody.detention     | drag haul | s=taker o=taken from=place | obj:people prep:from|out|away|off
custody.detention     | remain stay sit languish | s=taken in=place | subj:people|captive prep:bars|custody|detention|captivity|prison|jail|cells|cell
protest.demonstration | block occupy | s=protester o=target in=place | subj:civilian prep:protest
deal.negotiation      | sit_down | s=party with=party | prep:with with:people|force|party
protest.demonstration | sit_down | s=protester on=place in=place | subj:civilian|crowd
harm.casualties       | hit strike | s=cause o=victim in=place | obj:people|force prep:leg|arm|head|chest|back|stomach|neck|shoulder|thigh|face
territory.capture     | control | s=actor o=target | subj:force obj:place|toponym
territory.capture     | change | s=target | subj:place|toponym|building|unknown prep:hands
territory.capture     | raise hoist | s=actor over=target on=target | obj:flag
violence.attack       | throw hurl toss fling | s=actor o=weapon at=target into=target | obj:missile|weapon
violence.attack       | charge | s=actor at=target into=target | subj:force intr prep:at|into
violence.attack       | pelt stone | s=actor o=target with=weapon | obj:people|force|vehicle
violence.attack       | set_upon fall_upon | s=actor o=target upon=target | subj:people|crowd|force|unknown
violence.bombing      | blow_up | s=actor at=place in=place near=place | obj:self
violence.killing      | shoot | s=actor o=victim in=place | obj:people|force prep:head
movement.evacuation   | evacuate airlift | s=actor o=moved {MOVING} |
movement.evacuation   | move_out lift_out | s=actor o=moved {MOVING} | obj:people|captive
movement.evacuation   | lift fly | s=actor o=moved {MOVING} | obj:people prep:out|out_of|from
movement.evacuation   | set_off set_out | s=means {MOVING} | subj:vehicle
movement.evacuation   | rescue extract ferry bus | s=actor o=moved {MOVING} | obj:people
custody.detention     | take lead haul march | s=taker o=taken to=place in=place | obj:people prep:prison|jail|cell|cells|custody|captivity
movement.evacuation   | take | s=actor o=moved {MOVING} | obj:people prep:board|aboard
movement.arrival      | take_in | s=host o=moved in=destination | obj:people
movement.evacuation   | bring take get carry escort lead | s=actor o=moved {MOVING} | obj:people prep:safety|out|out_of
harm.casualties       | leave | s=cause o=victim in=place | obj:people prep:dead|wounded|injured|missing|homeless
movement.withdrawal   | leave depart exit quit | s=moved o=origin {MOVING} | subj:warcraft
movement.evacuation   | leave depart exit quit | s=means o=origin {MOVING} | subj:vehicle
movement.flight       | leave quit abandon | s=moved o=origin {MOVING} | subj:civilian|captive obj:place
movement.flight       | leave | s=moved o=origin {MOVING} | subj:civilian|captive obj:named many
movement.flight       | leave depart | s=moved o=origin {MOVING} | subj:civilian|captive intr
movement.withdrawal   | leave depart exit quit vacate abandon | s=moved o=origin {MOVING} | subj:force obj:place
movement.withdrawal   | leave depart exit vacate | s=moved o=origin {MOVING} | subj:force intr
movement.arrival      | get_off disembark get_out_of | s=moved o=means {MOVING} | subj:people|force
movement.flight       | come get break | s=moved o=origin {MOVING} | subj:civilian|captive prep:out|out_of
movement.withdrawal   | come get | s=moved o=origin {MOVING} | subj:force prep:out|out_of
movement.return       | walk go come move drive head | s=moved {MOVING} | subj:people|force prep:back
movement.flight       | run | s=moved {MOVING} | subj:people prep:into|from|to with:place
movement.flight       | get_away break_free slip_away | s=moved o=origin {MOVING} | subj:people
movement.flight       | run_away | s=moved o=origin {MOVING} | subj:people|force
movement.flight       | take seek find | s=moved in=destination at=destination | subj:people obj:refuge
movement.withdrawal   | =gone | s=moved {MOVING} | subj:fighter
movement.flight       | =gone | s=moved {MOVING} | subj:civilian|captive
movement.arrival      | come | s=moved {MOVING} | subj:people|force with:vehicle
movement.arrival      | come | s=moved {MOVING} | subj:people prep:over|across|into|through|from|to with:place
movement.flight       | go | s=moved {MOVING} | subj:people many prep:into with:place
movement.flight       | flee escape | s=moved o=origin {MOVING} |
movement.flight       | displace uproot | s=actor o=moved {MOVING} |
movement.expulsion    | expel deport evict | s=actor o=moved {MOVING} |
movement.expulsion    | empty clear | s=actor o=origin of=moved | obj:settlement
movement.expulsion    | force drive push | s=actor o=moved {MOVING} | obj:civilian prep:from|out_of|off
movement.passage_blocked | close shut seal block cut cut_off sever obstruct | s=actor o=route | obj:route
movement.passage_blocked | send_back turn_back | s=actor o=blocked to=destination | obj:vehicle
movement.passage_blocked | block obstruct | s=actor o=blocked | obj:access
movement.passage_blocked | block halt stop prevent bar intercept | s=actor o=blocked from=route | obj:vehicle
movement.passage_blocked | prevent bar stop | s=actor o=blocked from=route | obj:civilian
movement.passage_blocked | bar trap prevent | s=actor o=blocked from=route | obj:captive
custody.release       | let | s=releaser o=released {MOVING} | prep:go
movement.passage_blocked | turn_away | s=actor o=blocked from=route |
movement.passage_blocked | stop halt | s=actor o=blocked at=route on=route | obj:people|force prep:at|near with:place
movement.passage_opened  | =open | s=route to=user for=user | subj:route
movement.flight       | use take | s=moved o=via {MOVING} | subj:people obj:route
movement.passage_opened  | let_through let_in let_out wave_through | s=granter o=user from=route to=route through=route | obj:people|vehicle|goods
movement.passage_opened  | let allow permit | s=granter o=user from=route to=route through=route | obj:people|vehicle|goods prep:through|pass|leave|enter|cross|out|in|into|onto|land|dock
movement.passage_opened  | reopen open | s=route | subj:route intr
movement.passage_opened  | open reopen | s=granter o=route to=user for=user | obj:route
movement.expulsion    | force | s=actor o=moved {MOVING} | obj:civilian prep:leave|flee|abandon|go|move|walk|march|board|quit|relocate|return|evacuate|migrate|resettle
movement.transfer     | relocate resettle | s=moved {MOVING} | subj:civilian intr
movement.transfer     | transfer relocate resettle re-export | s=actor o=moved {MOVING} |
movement.transfer     | move transport bus ferry ship shift fly fly_in haul | s=actor o=moved {MOVING} | obj:people|vehicle|captive|force|goods
movement.transfer     | transport carry deliver ship smuggle | s=actor o=moved {MOVING} | obj:weapon
movement.transfer     | bring take | s=actor o=moved {MOVING} | obj:weapon prep:from|to|into
movement.transfer     | accompany escort shepherd | s=actor o=moved {MOVING} | obj:vehicle
movement.transfer     | board | s=moved o=means {MOVING} | subj:people obj:vehicle
custody.detention     | take pull | s=taker o=taken from=place off=place | obj:people prep:off subj:fighter
movement.evacuation   | take lift | s=actor o=moved {MOVING} | obj:people prep:off
movement.transfer     | carry | s=actor o=moved {MOVING} | obj:people
movement.transfer     | bring take drive | s=actor o=moved {MOVING} | obj:people subj:vehicle
movement.transfer     | take bring drive carry | s=actor o=moved {MOVING} | obj:people|captive prep:to|into|toward|down|away
custody.detention     | take | s=taker o=taken from=place | obj:people prep:from|away|with
movement.transfer     | move drive fly | s=moved {MOVING} | subj:civilian intr prep:to|into|from
movement.transfer     | carry | s=actor o=moved {MOVING} | obj:body
movement.transfer     | put load | s=actor o=moved {MOVING} | obj:people prep:on|onto|aboard|into
territory.offensive   | advance | s=actor against=target on=target toward=target towards=target into=target along=place in=place | subj:force
territory.offensive   | march push press close_in | s=actor against=target on=target toward=target towards=target into=target | intr subj:force prep:against|on|toward|towards|into
territory.offensive   | move | s=actor against=target on=target | intr subj:force prep:against|on
territory.offensive   | break_through | s=actor at=place in=place | subj:force
movement.deployment   | move head | s=moved {MOVING} | intr subj:force prep:to|toward|towards|into
movement.deployment   | deploy redeploy mobilise mobilize station mass re-use reuse reinforce | s=actor o=moved against=target {MOVING} |
movement.evacuation   | send dispatch | s=actor o=means {MOVING} | obj:vehicle prep:evacuate
violence.bombing      | send | s=actor o=device against=target at=target into=target | obj:weapon prep:against|at|into
movement.deployment   | send dispatch rush send_in | s=actor o=moved against=target {MOVING} | obj:force|fighter|weapon|vehicle
movement.deployment   | use | s=actor o=moved in=target against=target | obj:force|fighter prep:battle|fight|fighting|offensive|operation|assault|against
movement.deployment   | set_up | s=actor o=moved on=destination in=destination at=destination | subj:force obj:place
movement.deployment   | move_up bring_up bring_in move_in amass concentrate assemble | s=actor o=moved {MOVING} | obj:force|fighter|weapon|vehicle
movement.deployment   | bring | s=actor o=moved {MOVING} | obj:vehicle|weapon prep:up|forward|in
movement.flight       | desert defect | s=moved o=origin {MOVING} | subj:people|force
movement.deployment   | recruit conscript enlist | s=actor o=moved {MOVING} | obj:people|captive
movement.evacuation   | withdraw | s=actor o=moved {MOVING} | obj:civilian
movement.withdrawal   | withdraw retreat pull_out pull_back | s=moved o=moved {MOVING} |
movement.withdrawal   | roll pull move drive march | s=moved {MOVING} | subj:vehicle|force prep:out|out_of
movement.withdrawal   | give_up | s=moved o=origin | subj:force obj:place|unknown
movement.withdrawal   | pull | s=actor o=moved {MOVING} | obj:force|vehicle prep:out|out_of|back|from
movement.withdrawal   | recall | s=actor o=moved {MOVING} | obj:force
movement.return       | return go_back repatriate come_back | s=moved o=moved {MOVING} | subj:people|force
movement.return       | return repatriate | s=actor o=moved {MOVING} | obj:people
movement.arrival      | arrive | s=moved at=destination in=destination {MOVING} |
movement.arrival      | drive | s=actor o=moved {MOVING} | obj:vehicle prep:into|to
movement.arrival      | land | s=moved in=destination inside=destination at=destination on=destination | subj:vehicle|people|force
movement.arrival      | come | s=moved {MOVING} | subj:vehicle
movement.arrival      | enter reach | s=moved o=destination {MOVING} | subj:people|vehicle|goods|force obj:place|toponym
movement.arrival      | enter reach | s=moved o=destination {MOVING} | subj:vehicle
movement.arrival      | come_ashore put_in come_in sail_in drop_anchor dock disembark pull_in turn_up | s=moved at=destination in=destination {MOVING} | subj:people|vehicle|force
movement.arrival      | shelter host house accommodate | s=host o=moved in=destination at=destination | obj:people
movement.arrival      | cross | s=moved o=via {MOVING} | subj:people|vehicle|force
state.presence        | trap strand hole_up stick | s=actor o=present in=place inside=place at=place | agentless obj:people
territory.siege       | besiege encircle surround blockade trap isolate cut_off pin_down corner hem_in box_in | s=actor o=target in=place around=place at=place inside=place |
territory.siege       | ring | s=actor o=target | obj:place|toponym|force
territory.siege       | close box hem shut lock | s=actor o=target in=place between=place | obj:force|fighter|armed prep:in|within|inside
custody.release       | liberate | s=releaser o=released from=origin | obj:captive
territory.capture     | retake recapture liberate conquer overrun | s=actor o=target from=loser |
territory.capture     | capture seize recover occupy reclaim regain | s=actor o=target from=loser | obj:place|building|route|toponym
territory.capture     | take_over penetrate | s=actor o=target from=loser | obj:place
territory.capture     | free | s=actor o=target from=loser | obj:settlement|toponym
territory.capture     | take secure | s=actor o=target from=loser | obj:toponym|place subj:force
territory.capture     | take | s=actor o=target from=loser | obj:toponym|settlement
territory.capture     | fall | s=target to=actor | subj:toponym|settlement
territory.capture     | fall | s=target to=actor | subj:place prep:to
harm.casualties       | lose | s=victim o=loss | obj:limb|life
harm.casualties       | claim | s=cause o=victim | obj:life
harm.casualties       | find recover discover retrieve pull | s=finder o=victim in=place from=place under=place | obj:body
harm.damage           | lose | s=loser o=object | subj:building|place obj:building
harm.casualties       | lose | s=loser o=victim | obj:people|captive
harm.damage           | lose | s=loser o=object | obj:vehicle|weapon
territory.capture     | lose cede surrender hand_over | s=loser o=target to=actor | obj:toponym|place
territory.offensive   | storm assault | s=actor o=target in=place | obj:place|building|route
territory.offensive   | invade | s=actor o=target |
violence.airstrike    | bomb strike target hit pound raid attack | s=actor o=target in=place with=weapon | subj:warplane
violence.airstrike    | use | s=actor o=weapon in=place against=target | obj:warplane
violence.airstrike    | drop | s=actor o=weapon on=target over=place in=place | obj:weapon
violence.airstrike    | airstrike | s=actor o=target in=place |
violence.shelling     | shell bombard | s=actor o=target in=place with=weapon |
violence.shelling     | use fire | s=actor o=weapon on=target at=target in=place inside=place against=target | obj:heavyarms
violence.attack       | use | s=actor o=weapon on=target at=target in=place inside=place against=target | obj:weapon prep:against|on|inside|in|at
violence.clash        | exchange trade | s=side o=weapon with=side in=place | obj:fire|smallarms
violence.attack       | fire shoot | s=actor at=target on=target into=target from=place | intr prep:on|at|into|upon|in|from|over
violence.airstrike    | open | s=actor o=weapon at=target on=target | obj:fire subj:warplane
violence.shelling     | open | s=actor o=weapon at=target on=target | obj:fire subj:heavyarms
violence.attack       | open | s=actor o=weapon at=target on=target | obj:fire
violence.attack       | beat stab | s=actor o=target in=place | obj:people|captive
violence.shelling     | fire launch lob | s=actor o=weapon at=target against=target on=target into=target toward=target | obj:weapon
violence.shelling     | pound hammer pummel | s=actor o=target with=weapon in=place | subj:force|heavyarms
violence.shelling     | hit strike land fall rain | s=weapon o=target in=place on=target | subj:weapon
violence.bombing      | rip tear | s=device through=target in=place at=place | subj:weapon
violence.bombing      | explode go_off | s=device in=place at=place under=target |
violence.bombing      | detonate blow_up | s=device in=place at=place | subj:weapon|vehicle
violence.bombing      | detonate set_off let_off | s=actor o=device in=place at=place | obj:weapon
violence.bombing      | detonate blow_up | s=actor o=target in=place | obj:weapon|building|vehicle|place
violence.bombing      | plant lay | s=actor o=device in=place at=place | obj:weapon
violence.bombing      | bomb | s=actor o=target in=place |
violence.clash        | clash skirmish | s=side with=side in=place near=place |
violence.clash        | fight battle | s=side o=side with=side against=side in=place | subj:force obj:force|armed
violence.clash        | fight battle | s=side o=side with=side against=side in=place | subj:force prep:with|against|in|near|around|inside|at
violence.clash        | fight battle | s=side o=side with=side against=side in=place | subj:people|force|unknown obj:force|self|armed
violence.clash        | fight battle brawl scuffle duel | s=side with=side against=side in=place | subj:people|force|unknown intr noinf notprep:for|off|to|through|over|back|alongside|corruption|crime|fire|fires|poverty
violence.clash        | scuffle grapple brawl tussle | s=side with=side in=place |
violence.clash        | fight battle | s=side for=place over=place | subj:force prep:for|over with:place|route
violence.attack       | attack ambush raid | s=actor o=target with=weapon in=place | intr
violence.attack       | attack ambush raid | s=actor o=target with=weapon in=place | notobj:abstract notprep:over
violence.attack       | target hit strike | s=actor o=target with=weapon in=place | obj:people|vehicle|place|building|toponym|goods|weapon|unknown subj:force|fighter
violence.killing      | shoot_dead | s=actor o=victim in=place |
violence.killing      | shoot | s=actor o=victim in=place | prep:dead|death
violence.killing      | gun_down mow_down slay | s=actor o=victim in=place |
violence.attack       | rape torture | s=actor o=target in=place | obj:people|captive|force
violence.attack       | open_fire | s=actor o=weapon on=target at=target in=place |
violence.attack       | target | s=actor o=target with=weapon in=place | obj:place|building
violence.attack       | hit strike | s=actor o=target with=weapon in=place | agentless obj:building|vehicle|place
violence.attack       | shoot | s=actor o=target at=target |
violence.killing      | assassinate massacre behead murder lynch | s=actor o=victim in=place |
violence.killing      | execute slaughter hang | s=actor o=victim in=place | obj:people|force|captive
harm.casualties       | freeze starve burn bleed crush trample choke | s=victim o=victim in=place | prep:death
harm.casualties       | neutralise neutralize liquidate | s=cause o=victim in=place | obj:people|force
harm.casualties       | martyr | s=cause o=victim in=place |
harm.casualties       | fall | s=victim in=place | subj:people|force prep:martyr|martyrs|battle|action|duty
harm.casualties       | succumb | s=victim to=cause |
harm.casualties       | kill wound injure maim | s=cause o=victim in=place during=place |
harm.casualties       | hurt | s=cause o=victim in=place during=place | obj:people|force|captive
harm.casualties       | =dead =missing =wounded =injured | s=victim in=place | subj:people|force|captive
harm.casualties       | die perish drown | s=victim in=place from=cause of=cause |
harm.damage           | destroy demolish raze bulldoze | s=cause o=object in=place |
harm.damage           | damage ruin wreck gut shatter | s=cause o=object in=place | notobj:abstract|people
harm.damage           | burn torch flatten bury submerge inundate flood engulf level burn_down vandalise vandalize ransack smash sink blow_away | s=cause o=object in=place | obj:building|vehicle|place|goods
harm.damage           | sweep_away wash_away tear_down knock_out pull_down | s=cause o=object in=place | obj:building|vehicle|place|goods
harm.damage           | burst break | s=object in=place | subj:building intr
harm.damage           | cut breach break | s=cause o=object in=place | obj:building
harm.damage           | set | s=cause to=object in=place | obj:fire
harm.damage           | set | s=cause o=object in=place | prep:fire|alight|ablaze|aflame
harm.damage           | collapse burn flood burn_down go_up_in | s=object in=place | subj:building
harm.damage           | sink capsize | s=object in=place | subj:vessel intr
harm.damage           | burn burn_out | s=object in=place | subj:vehicle intr
custody.detention     | arrest detain abduct kidnap imprison jail apprehend intern | s=taker o=taken from=place in=place |
custody.detention     | hold | s=taker o=taken in=place | subj:force obj:people|captive
custody.detention     | hold | s=taker o=taken in=place on=place at=place | obj:people with:place|vehicle
custody.detention     | hold | s=taker o=taken in=place | obj:people|force prep:hours|days|weeks|months|years|hour|day
custody.detention     | take | s=taker o=taken in=place | obj:captive
custody.detention     | seize impound | s=taker o=taken in=place off=place | obj:vehicle
custody.detention     | hold | s=taker o=taken in=place | prep:prison|jail|cell|custody|prisoner|hostage
custody.detention     | capture seize round_up take | s=taker o=taken in=place | obj:people|captive prep:prisoner|hostage|custody
custody.detention     | capture round_up seize lead_away | s=taker o=taken in=place | obj:people|captive|armed
custody.release       | hand_over turn_over | s=releaser o=released to=recipient for=exchanged_for {MOVING} | obj:captive|fighter|civilian
custody.release       | set | s=releaser o=released | prep:free
custody.release       | set_free let_go | s=releaser o=released {MOVING} | obj:people|captive
custody.release       | release free swap | s=releaser o=released for=exchanged_for {MOVING} | obj:people|captive|force
custody.release       | exchange | s=party o=released for=exchanged_for | obj:people|captive
deal.negotiation      | negotiate | s=party o=subject with=party over=subject on=subject about=subject |
deal.negotiation      | speak talk confer consult | s=party with=party | subj:speaker|force prep:with|telephone|phone
deal.negotiation      | talk | s=party to=party with=party | with:force
deal.negotiation      | meet | s=party o=party with=party in=place at=place | obj:force|speaker
deal.negotiation      | meet | s=party with=party in=place at=place | subj:force|speaker intr
deal.negotiation      | meet | s=party with=party in=place at=place | subj:people intr prep:discuss|with|talks|negotiate|agree|talk|resolve|end
deal.negotiation      | discuss meet | s=party o=subject with=party | subj:force prep:with
deal.agreement        | broker mediate | s=mediator o=terms between=party with=party | obj:deal
deal.agreement        | strike reach sign conclude seal finalise finalize make cut ink agree | s=party o=terms between=party with=party by=mediator | obj:deal
deal.negotiation      | mediate | s=mediator between=party |
deal.negotiation      | bring get | s=mediator o=party | obj:force|people|party prep:together
deal.negotiation      | talk | s=party about=subject on=subject | many subj:speaker|force intr notprep:to|of
deal.agreement        | agree | s=party to=terms on=terms with=party | to
deal.agreement        | accept | s=party o=terms | obj:offer
deal.agreement        | accept approve ratify initial extend renew respect observe honour honor implement | s=party o=terms with=party | obj:deal
deal.agreement        | break violate breach collapse end | s=party o=terms between=party | obj:deal
deal.agreement        | collapse hold fail expire | s=terms between=party with=party | subj:deal
movement.passage_blocked | refuse deny | s=actor o=blocked | obj:access
deal.refusal          | refuse | s=party o=subject with=party |
deal.refusal          | reject decline spurn turn_down rebuff dismiss rule_out | s=party o=subject with=party | obj:deal|offer|talks
deal.surrender        | surrender capitulate | s=surrenderer o=goods to=recipient |
deal.surrender        | give_up turn_in hand_over | s=surrenderer to=recipient | obj:self
deal.surrender        | lay_down hand_over give_up | s=surrenderer o=goods to=recipient | obj:weapon|arms
support.aid           | deliver distribute provide supply hand_out bring | s=giver o=goods to=recipient for=recipient in=place | obj:goods
support.aid           | unload truck | s=giver o=goods to=recipient in=place | obj:goods
support.aid           | receive | s=recipient o=goods from=giver in=place | obj:goods
support.aid           | hand give | s=giver o=goods to=recipient | obj:goods
support.aid           | loot plunder | s=actor o=goods in=place | obj:vehicle
violence.attack       | loot plunder | s=actor o=target in=place | obj:building|place
support.aid           | loot plunder pillage block seize steal | s=actor o=goods in=place | obj:goods
support.military      | train arm equip | s=actor o=target in=place at=place with=goods | obj:people|force|armed
support.military      | give hand | s=giver o=goods to=recipient | obj:weapon
support.military      | hand_over donate gift lend | s=giver o=goods to=recipient | obj:vehicle
support.military      | supply provide furnish | s=giver o=recipient with=goods | with:weapon
support.military      | supply provide | s=giver o=goods to=recipient | obj:weapon
protest.demonstration | protest demonstrate riot rally march | s=protester against=target in=place | subj:civilian
protest.demonstration | strike | s=protester against=target in=place | subj:worker|civilian intr
protest.demonstration | stop down | s=protester | subj:worker prep:work|tools|tool
protest.demonstration | walk_out | s=protester | subj:worker
protest.demonstration | walk stay | s=protester over=subject | prep:job|work prep:off|away
protest.demonstration | take pour | s=protester in=place against=target | subj:civilian prep:street|streets
protest.demonstration | riot protest demonstrate | s=protester o=target against=target in=place |
movement.flight       | take | s=moved to=destination | subj:people intr prep:to with:place
movement.flight       | {GO} | s=moved {MOVING} | intr subj:civilian|captive prep:from|out|out_of|away|off|for|toward|towards|across|over|through|along with:place
movement.flight       | {GO} | s=moved {MOVING} | intr subj:civilian|captive prep:out|out_of|away
movement.flight       | walk trek hike wade swim row travel journey run | s=moved {MOVING} | subj:civilian many prep:to|into with:place
movement.flight       | break_out bolt abscond get_out slip_out | s=moved {MOVING} | intr subj:people
movement.withdrawal   | {GO} pull | s=moved {MOVING} | intr subj:force prep:from|out|out_of
movement.deployment   | {GO} | s=moved {MOVING} | intr subj:fighter|military|weapon prep:to|toward|towards|into|across|for with:place
movement.arrival      | {GO} | s=moved {MOVING} | intr subj:people|vehicle|force prep:to|into|onto|in with:place
movement.transfer     | {GO} | s=moved {MOVING} | intr subj:vehicle prep:to|for|toward|towards|from with:place
movement.transfer     | {TAKE} | s=actor o=moved {MOVING} | obj:people|captive|victim|unknown prep:to|into|onto|aboard with:place
movement.flight       | leave depart | s=moved o=origin {MOVING} | subj:people intr prep:with|without
custody.detention     | take | s=taker o=taken in=place from=place | subj:fighter obj:people|captive|unknown
custody.detention     | take | s=taker o=taken in=place | agentless obj:captive|civilian
movement.flight       | leave quit abandon desert | s=moved o=origin {MOVING} | subj:people|civilian obj:place|toponym|building
movement.withdrawal   | leave quit abandon vacate | s=moved o=origin {MOVING} | subj:force obj:place|toponym|building|unknown
movement.flight       | leave quit abandon | s=moved o=origin {MOVING} | agentless obj:place|toponym|building
movement.flight       | leave depart | s=moved o=origin {MOVING} | intr subj:people|unknown
movement.arrival      | come | s=moved {MOVING} | intr subj:civilian|fighter|captive|goods notprep:power|end|terms|agreement|conclusion|forward|close|from|under|true|life|light|back|home|out|off|up|down|of
movement.arrival      | enter reach | s=moved o=destination {MOVING} | subj:people|vehicle|goods|force|unknown obj:place|toponym|building
movement.arrival      | enter reach | s=moved o=destination {MOVING} | agentless obj:place|toponym|building
movement.arrival      | land | s=moved {MOVING} | intr with:place
movement.arrival      | cross | s=moved o=via {MOVING} | obj:route|toponym
movement.transfer     | bring take carry move transport drive fly | s=actor o=moved {MOVING} | obj:people|captive|body|victim with:place
movement.transfer     | bring | s=actor o=moved {MOVING} | obj:people|vehicle
movement.deployment   | send dispatch | s=actor o=moved {MOVING} | obj:people prep:to|into|from|in|against
movement.transfer     | send | s=actor o=moved {MOVING} | obj:people|captive|body|vehicle
movement.transfer     | move shift drive | s=moved {MOVING} | intr subj:people|vehicle|captive with:place
custody.detention     | hold | s=taker o=taken in=place at=place | obj:people|captive
custody.detention     | keep | s=taker o=taken in=place at=place | obj:captive|civilian with:place
custody.detention     | seize grab capture | s=taker o=taken in=place | obj:people|unknown subj:force
custody.release       | release free | s=releaser o=released {MOVING} | obj:unknown with:force
support.aid           | distribute hand_out | s=giver o=goods to=recipient among=recipient in=place | notobj:report|abstract
support.aid           | send | s=giver o=goods to=recipient in=place | obj:goods
support.aid           | deliver | s=giver o=goods to=recipient in=place | obj:unknown prep:to|in
support.aid           | supply provide | s=giver o=recipient with=goods to=recipient | obj:civilian|place prep:with with:goods
movement.passage_blocked | stop block halt prevent bar turn_back hold_up | s=actor o=blocked from=route at=route | obj:people|vehicle|goods|force prep:from|at|near|on|entering|leaving|reaching|crossing
movement.passage_blocked | turn_back turn_round turn_around | s=blocked o=blocked to=destination from=route |
movement.passage_blocked | block close shut seal seal_off cordon_off barricade | s=actor o=route | obj:place|route|toponym|building
state.presence        | stay_behind stay_on remain_behind | s=present in=place | subj:people|force
state.presence        | hide shelter dwell sleep lodge camp | s=present in=place inside=place under=place | subj:people|force many with:place
state.presence        | stand wait queue camp | s=present in=place at=place near=place outside=place | subj:people|vehicle with:place
state.presence        | remain stay | s=present in=place inside=place at=place | subj:people|civilian|fighter|captive|force prep:in|inside|at|near|around|within|behind|throughout|there|on|along|under|among|outside|underground|aboard|ashore|put|nearby|indoors
state.presence        | hold_out | s=present in=place inside=place | subj:fighter|force
state.presence        | strand stick hole_up | s=actor o=present in=place inside=place at=place | obj:people
"""

NOUN_ROWS = """
movement.withdrawal   | pull_out pullback pull_back drawdown disengagement | s=moved of=moved from=origin to=destination
movement.arrival      | arrival influx | s=moved of=moved to=destination in=destination at=destination from=origin
movement.return       | return | s=moved of=moved to=destination from=origin | with:people|force|place|toponym
movement.deployment   | build_up buildup build-up | s=actor of=moved in=destination on=destination
support.aid           | aid_distribution food_distribution food_delivery relief_delivery water_delivery cash_distribution aid_airdrop | s=giver to=recipient in=place
support.military      | arms_delivery weapons_delivery arms_shipment weapons_shipment arms_supply military_aid | s=giver to=recipient from=giver
movement.evacuation   | evacuation airlift | s=actor of=moved from=origin to=destination by=actor
movement.flight       | flight | s=moved of=moved from=origin to=destination | of:people|force
movement.flight       | exodus displacement | s=moved of=moved from=origin to=destination
movement.expulsion    | expulsion deportation eviction removal forced_displacement forced_transfer forced_relocation forced_return | s=actor of=moved from=origin to=destination by=actor
movement.transfer     | transfer relocation | s=actor of=moved from=origin to=destination
movement.passage_blocked | closure blockage | s=actor of=route by=actor
movement.deployment   | redeployment repositioning regrouping | s=actor of=moved from=origin to=destination
movement.withdrawal   | withdrawal retreat pullout pull-out departure | s=moved of=moved from=origin to=destination
movement.return       | repatriation | s=moved of=moved to=destination from=origin
movement.deployment   | deployment mobilisation mobilization | s=actor of=moved to=destination
territory.siege       | siege encirclement blockade cordon stranglehold | s=actor of=target by=actor on=target
territory.capture     | capture seizure recapture liberation | s=actor of=target by=actor
territory.offensive   | offensive counteroffensive counter_offensive counterattack counter_attack counter-attack counter-offensive assault invasion incursion onslaught | s=actor of=target on=target against=target in=place by=actor
territory.capture     | fall | s=target of=target to=actor | of:settlement|toponym
territory.capture     | control | s=actor over=target of=target
territory.offensive   | attempt | s=actor by=actor on=target
movement.transfer     | convoy | s=actor of=moved from=origin to=destination
territory.offensive   | crackdown manhunt push sweep ground_attack ground_operation | s=actor against=target in=place on=target into=target towards=target by=actor
territory.offensive   | operation campaign advance | s=actor against=target in=place on=target by=actor
violence.airstrike    | aerial_bombardment air_bombardment aerial_attack aerial_raid aerial_strike airstrike air-strike air_strike air_raid drone_strike bombing_raid air_attack drone_attack sortie bombing_run | s=actor on=target against=target in=place by=actor of=target
violence.shelling     | shelling bombardment shellfire barrage rocket_attack missile_attack mortar_attack rocket_fire artillery_fire mortar_fire tank_fire shell_fire missile_strike artillery_strike cannonade | s=actor of=target on=target in=place by=actor
violence.bombing      | bombing explosion blast car_bomb suicide_attack suicide_bombing detonation | s=actor of=target in=place at=place by=actor
violence.clash        | shootout shoot-out gunfire crossfire combat hostility scuffle brawl melee gun_fight street_battle street_fighting infighting bloodshed | s=side between=side with=side in=place
violence.clash        | violence confrontation | s=side between=side with=side in=place
violence.clash        | clash fighting battle skirmish firefight gunfight gun_battle | s=side between=side with=side in=place for=place of=place
violence.airstrike    | strike | s=actor on=target against=target in=place by=actor | subj:warplane
violence.clash        | exchange | s=side between=side with=side in=place | of:fire|smallarms|weapon
violence.chemical     | presence trace exposure | of=agent in=place | of:chemical
violence.chemical     | use release | s=actor of=agent by=actor in=place against=target | of:chemical
violence.attack       | use | s=actor of=weapon by=actor in=place against=target | of:smallarms|weapon
violence.attack       | aggression gunshot firing lynching firebombing beating | s=actor on=target against=target of=target in=place by=actor
violence.attack       | shot gunshot | s=actor from=actor at=target in=place | carrier:come|ring_out|ring|hear
violence.attack       | torture ill-treatment ill_treatment mistreatment maltreatment | s=actor of=target by=actor in=place
movement.passage_opened | passage transit | of=user to=route through=route | of:vehicle|goods|people carrier:restore|re-establish|allow|open|resume|guarantee|secure|ensure|permit
violence.attack       | looting pillage | s=actor of=target by=actor in=place
protest.demonstration | stoppage boycott rioting picket general_strike hunger_strike walkout sit-in sitin strike_action work_stoppage | s=protester against=target in=place by=protester
protest.demonstration | strike | s=protester against=target in=place by=protester | subj:worker|civilian
protest.demonstration | strike | s=protester against=target in=place by=protester | carrier:enter|continue|end|call|begin|last|suspend|join|paralyse|paralyze|cripple|stage|observe|hold|go
violence.attack       | attack ambush raid shooting strike | s=actor on=target against=target in=place by=actor
violence.killing      | massacre execution assassination killing murder beheading slaughter carnage bloodbath | s=actor of=victim in=place by=actor
violence.chemical     | chemical_attack gas_attack | s=actor on=target in=place by=actor
harm.casualties       | disappearance | s=victim of=victim in=place
custody.detention     | enforced_disappearance forced_disappearance hostage-taking hostage_taking | s=taker of=taken in=place
harm.casualties       | burn fracture bruise concussion trauma bullet_wound gunshot_wound shrapnel_wound head_injury | s=victim from=cause in=place
harm.casualties       | injury wound | s=victim of=victim in=place from=cause
harm.casualties       | death_toll toll | of=victim in=place
harm.casualties       | loss | of=victim in=place | of:people
harm.damage           | loss | of=object in=place | of:vehicle|weapon|building
harm.casualties       | loss | s=victim of=victim in=place | carrier:suffer|inflict|sustain|take|report|incur|admit
harm.casualties       | casualty death fatality =dead =wounded =injured | of=victim in=place
harm.damage           | fire blaze inferno | s=cause in=object at=object | carrier:cause|start|spark|trigger|ignite|gut|break_out
harm.damage           | damage devastation | s=cause to=object of=object in=place by=cause
harm.damage           | destruction demolition | s=cause of=object in=place by=cause
custody.detention     | arrest abduction kidnapping detention | s=taker of=taken by=taker in=place
custody.release       | release exchange prisoner_swap prisoner_exchange swap | s=releaser of=released
deal.negotiation      | negotiation talk consultation meeting summit contact dialogue discussion mediation phone_call telephone_call | s=party between=party with=party on=subject over=subject about=subject in=place
deal.agreement        | agreement deal truce ceasefire cease-fire accord pact understanding cessation lull armistice protocol roadmap compromise memorandum treaty settlement | s=party between=party with=party
deal.refusal          | refusal rejection | s=party of=subject
deal.surrender        | surrender | s=surrenderer of=surrenderer to=recipient
support.aid           | airdrop distribution delivery | s=giver to=recipient of=goods in=place | of:goods
support.aid           | aid food_aid humanitarian_aid relief assistance humanitarian_assistance | s=giver to=recipient for=recipient in=place | carrier:suspend|halt|resume|freeze|stop|cut
support.aid           | aid_delivery | s=giver to=recipient of=goods
protest.demonstration | protest demonstration riot rally unrest march vigil | s=protester against=target in=place by=protester
"""

LIGHT_VERBS = frozenset(
    (
        "launch carry_out conduct continue begin start stage mount hold wage undertake resume execute perform "
        "make pursue lead order halt stop end suspend repel block thwart resist repulse complete finish see "
        "agree schedule postpone delay cancel survive escape endure announce report witness cause suffer face intensify step_up open prepare plan foil plot commit confirm "
        "deny describe impose lift enter secure obtain negotiate arrange hear fight_off beat_back push_back "
        "throw_back break_up disperse ban outlaw call call_off rule_out exclude offer demand admit acknowledge "
        "regret mourn deplore allege avenge hail greet oppose support condemn spark trigger prompt follow strike "
        "reach sign refuse reject violate break bring record document claim mark have put take raise carry_on lay tighten ease observe inflict sustain do "
        "host broker chair facilitate convene attend moderate sponsor restart relaunch reopen declare proclaim throw form"
    ).split()
)
"""Verbs that add no event of their own to an event noun ("launched an offensive": the offensive is the event)."""

HAPPENING_VERBS = frozenset(
    (
        "begin start continue end occur happen erupt break_out take_place go_on resume rage hit strike kill leave "
        "target follow collapse last cease stop come fail intensify escalate be stall exist break_down rock shake "
        "turn become degenerate spill_over swell subside abate persist recede fizzle_out peter_out spiral unfold proceed go_ahead recur "
        "rip tear enter open rise climb stand reach spread drag_on flare flare_up"
    ).split()
)
"""Verbs with an event noun as subject ("clashes broke out")."""

NOUN_CARRIERS: dict[str, frozenset[str]] = {
    noun: frozenset(form for lemma in verbs.split() for form in verb_forms(lemma.replace("_", " ")))
    for nouns, verbs in {
        "injury injuries wound wounds burn burns fracture fractures bruise bruises concussion trauma": "suffer sustain receive cause report treat",
        "convoy convoys": "plan schedule organise organize prepare arrange expect announce",
        "attempt attempts": "repel foil thwart repulse",
        "violence confrontation confrontations": "erupt flare flare_up break_out escalate spread rage leave kill displace force begin start continue resume subside",
        "push sweep manhunt": "carry_out conduct complete end launch make begin mount stall resume continue start repel order stage fail lead",
        "lull": "hold last end continue break collapse follow observe",
        "settlement": "sign reach conclude break violate negotiate broker strike make initial",
        "picket pickets": "mount stage hold form join",
        "control": "come fall pass establish impose take gain win regain assert extend seize wrest lose cede retake consolidate",
    }.items()
    for noun in nouns.split()
}
"""Nouns that name an event only with some verbs: "a convoy is planned", "attempts to enter were repelled", "took control"."""

JOINING_FORMS = frozenset(form for lemma in "participate engage join involve".split() for form in verb_forms(lemma))
"""Verbs of taking part: the event is in their phrase with "in"."""

WITNESSING_FORMS = frozenset(
    form
    for lemma in (
        "survive escape endure repel block thwart foil resist repulse report witness see suffer face announce confirm deny describe oppose support "
        "condemn document claim mark record admit acknowledge regret mourn deplore allege avenge hail greet follow trigger "
        "spark prompt"
    ).split()
    for form in verb_forms(lemma)
)
"""Light verbs whose subject does not do what their object names ("repelled an attack", "documented the death")."""

HITTING_FORMS = frozenset(
    form for lemma in "hit strike target kill destroy wound rock shake".split() for form in verb_forms(lemma)
)
"""Verbs by which an event noun reaches its target ("an air strike hit the market")."""

DESCRIBING: dict[str, frozenset[str]] = {
    form: frozenset(prepositions.split())
    for lemma, prepositions in {
        "gather": "for", "meet": "for", "assemble": "for", "arrive": "for", "travel": "for", "fly": "for", "turn": "for into", "come": "under", "live": "under",
        "remain": "under", "be": "under", "put": "under", "fall": "under", "pass": "under", "escalate": "into",
        "degenerate": "into", "descend": "into", "develop": "into", "commit": "to",
        "go": "with", "proceed": "with", "press": "with", "continue": "with",
        "speak": "of about", "talk": "of about", "tell": "of about", "warn": "of about against", "complain": "of about",
        "accuse": "of", "amount": "to", "keep": "to", "stick": "to",
        "abide": "by", "adhere": "to", "comply": "with", "condemn": "as", "denounce": "as", "describe": "as",
    }.items()
    for form in verb_forms(lemma)
}  # fmt: skip
"""Verbs that put an event into words: form -> the prepositions before its noun ("speaks of a forced removal")."""

GOAL_FORMS = frozenset(
    form
    for lemma in (
        "oust clear drive expel retake recapture capture seize liberate cleanse defeat eliminate crush dislodge remove take "
        "destroy encircle besiege free push drive wipe flush rout enter storm take disperse scatter"
    ).split()
    for form in verb_forms(lemma)
)
"""Verbs of a purpose clause whose object is what an operation is against ("an offensive to oust the rebels")."""

MEDIATING_FORMS = frozenset(
    form
    for lemma in "broker mediate facilitate host sponsor guarantee convene chair oversee".split()
    for form in verb_forms(lemma)
)
"""What is done to talks and deals by those who bring the sides together."""
MEDIATIONS = frozenset("auspices facilitation mediation sponsorship patronage aegis supervision chairmanship".split())
"""Nouns under which talks are held ("under the auspices of X")."""

SPECIFIC_ROLES: dict[str, dict[str, str]] = {
    "territory.siege": {"actor": "besieger", "target": "besieged"},
    "territory.capture": {"actor": "taker", "target": "area"},
    "territory.offensive": {"actor": "attacker"},
    "violence.airstrike": {"actor": "attacker"},
    "violence.shelling": {"actor": "attacker"},
    "violence.bombing": {"actor": "attacker"},
    "violence.attack": {"actor": "attacker"},
    "violence.killing": {"actor": "attacker"},
    "support.military": {"actor": "giver", "target": "recipient"},
    "support.aid": {"actor": "giver"},
    "deal.surrender": {"goods": "target"},
    "movement.transfer": {"moved": "target"},
    "movement.expulsion": {"moved": "target"},
}
"""type -> general role -> the ontology's own name for it; both are given."""

GENERAL_ROLES: dict[str, str] = {
    "taker": "actor",
    "releaser": "actor",
    "giver": "actor",
    "granter": "actor",
    "host": "actor",
    "protester": "actor",
    "taken": "target",
    "released": "target",
    "victim": "target",
    "object": "target",
    "present": "target",
    "blocked": "target",
    "recipient": "target",
    "surrenderer": "actor",
    "side": "actor",
    "party": "actor",
    "route": "target",
    "device": "weapon",
    "loser": "target",
    "preventer": "actor",
    "weapon": "means",
    "agent": "means",
}
"""specific role -> the general role that it also fills, where nothing else does."""


@dataclass(frozen=True, slots=True)
class EventFrame:
    """type, lemma; roles: argument ("s", "o", a preposition) -> role; conditions: (slot, classes) all of which hold."""

    type: str
    lemma: str
    roles: tuple[tuple[str, str], ...]
    conditions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def role(self, argument: str) -> str | None:
        """The role an argument fills; None when the frame has none for it."""
        return next((role for name, role in self.roles if name == argument), None)


def rows(table: str) -> list[EventFrame]:
    """The rows of a table, one for each lemma, in the order in which they are tried."""
    frames = []
    for line in table.strip().splitlines():
        event, lemmas, roles, *rest = (cell.strip() for cell in line.split("|", 3))
        pairs = tuple(dict.fromkeys((a, b) for a, b in (cell.split("=") for cell in roles.split())))
        frames += [EventFrame(event, lemma.replace("_", " "), pairs, _conditions(rest)) for lemma in lemmas.split()]
    return frames


def _conditions(cells: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    words = cells[0].split() if cells else []
    return tuple(
        (name, tuple(value.split("|")) if value else ()) for name, _, value in (w.partition(":") for w in words)
    )


def _index(table: str, inflected: bool) -> dict[str, tuple[tuple[EventFrame, Form], ...]]:
    found: dict[str, list[tuple[EventFrame, Form]]] = {}
    for frame in rows(table):
        forms = _forms(frame.lemma, inflected)
        for form, kind in forms.items():
            found.setdefault(form, []).append((frame, kind))
    return {form: tuple(frames) for form, frames in found.items()}


def _forms(lemma: str, inflected: bool) -> dict[str, Form]:
    """Written forms of a lemma; "=dead" is said as it stands (a predicate that is no verb)."""
    if lemma.startswith("="):
        return {lemma[1:]: "participle"}
    return verb_forms(lemma) if inflected else noun_forms(lemma)


VERB_FRAMES = _index(VERB_ROWS, inflected=True)
"""written form (with its particle: "pulled out") -> frames in order of the table."""
NOUN_FRAMES = _index(NOUN_ROWS, inflected=False)
"""written form ("air strikes") -> frames."""

USUAL_VERBS = {
    "movement.evacuation": "evacuate", "movement.flight": "flee", "movement.expulsion": "expel",
    "movement.transfer": "transfer", "movement.withdrawal": "withdraw", "movement.return": "return",
    "movement.arrival": "arrive", "movement.deployment": "deploy", "movement.passage_opened": "reopen",
    "movement.passage_blocked": "block", "territory.siege": "besiege", "territory.capture": "capture",
    "territory.offensive": "advance", "violence.clash": "clash", "violence.airstrike": "bomb",
    "violence.shelling": "shell", "violence.bombing": "explode", "violence.chemical": "use",
    "violence.attack": "attack", "violence.killing": "assassinate", "harm.casualties": "kill",
    "harm.damage": "destroy", "custody.detention": "arrest", "custody.release": "free",
    "deal.negotiation": "negotiate", "deal.agreement": "agree", "deal.refusal": "refuse",
    "deal.surrender": "surrender", "support.aid": "distribute", "support.military": "arm",
    "protest.demonstration": "protest", "state.presence": "remain",
}  # fmt: skip
"""type -> the verb whose roles a word without a row of its own takes."""
USUAL_FRAMES = {
    kind: next(frame for frame, _ in VERB_FRAMES[verb] if frame.type == kind) for kind, verb in USUAL_VERBS.items()
}
"""type -> the frame of its usual verb."""

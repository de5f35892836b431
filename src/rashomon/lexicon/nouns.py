"""Classes of common nouns that decide which sense of a verb is meant and which role a phrase fills.

Rule: tables of lemmas by class, and one look-up. "the trucks left" is a convoy leaving, "the army left" a withdrawal,
"she left" neither: the class of the subject decides. Classes may overlap; a user adds a noun by adding a word.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.lexicon.inflect import noun_forms

CLASSES: dict[str, str] = {
    "civilian": (
        "criminal apprentice intern trainee carer caregiver janitor caretaker sexton acolyte novice nanny "
        "housewife grandchild grandson granddaughter nephew niece stepson roofer stonemason blacksmith "
        "cobbler butcher grocer greengrocer miller brewer vintner lumberjack woodcutter charcoal-burner "
        "fishmonger boatman ferryman oarsman stoker signalman conductor cabbie courier postman "
        "firefighter fireman lifeguard caver potholer birdwatcher statistician geologist archaeologist "
        "surveyor envoy "
        "bishop archbishop cardinal rabbi cleric mullah sheikh chieftain elder chief editor author writer singer actor "
        "artist poet scientist researcher academic scholar dentist surgeon midwife pharmacist chemist "
        "electrician plumber "
        "carpenter builder welder bricklayer blogger photographer cameraman columnist cartoonist presenter producer "
        "publisher dissident critic opponent politician lawmaker legislator deputy senator councillor diplomat consul "
        "bureaucrat prosecutor magistrate judge attorney barrister cleaner waiter waitress chef barber "
        "hairdresser beggar "
        "twin sibling spouse girlfriend boyfriend friend colleague classmate comrade companion compatriot countryman "
        "mountaineer rower skipper helmsman diver swimmer surfer rider jockey cyclist runner athlete "
        "footballer spectator "
        "onlooker witness owner landlord manager businessman businesswoman entrepreneur banker contractor accountant "
        "seller vendor hawker buyer pilot stewardess attendant digger trapper hunter logger beekeeper vet applicant "
        "returner repatriate native islander highlander castaway stowaway expat defendant accused offender "
        "fugitive runaway fan viewer reader couple trio quartet "
        "deckhand teammate mourner informer informant defender trucker congregant parishioner churchgoer prospector "
        "artisan graduate undergraduate roommate "
        "passenger occupant settler inmate planner organiser organizer suspect sympathiser sympathizer supporter "
        "follower aid-worker aidworker peasant fisher fisherfolk herdsman porter guide interpreter translator "
        "broadcaster candidate voter guest employee staffer clerk merchant trader shopkeeper driver labourer laborer "
        "labour fisherman fishermen gardener tailor baker cook nurse medic paramedic rescuer volunteer pensioner "
        "monitor brother sister son daughter relative cousin uncle aunt parent grandmother grandfather kin newcomer "
        "nomad herder grazier deportee escapee protester protestor demonstrator striker marcher bystander neighbour "
        "neighbor visitor customer shopper pupil schoolchild professor lecturer lawyer journalist reporter activist "
        "priest imam monk nun pastor tribesman youngster teenager toddler bride groom sailor seafarer crewman "
        "engineer mechanic technician foreigner national expatriate motorist commuter civilian resident villager "
        "inhabitant local person people population family woman man child boy girl citizen refugee evacuee returnee "
        "displaced worker patient student teacher doctor farmer wife husband widow mother father household community "
        "shepherd miner worshipper pilgrim tourist elderly townspeople townsfolk passer-by baby infant minor youth "
        "survivor victim orphan IDP migrant householder tenant seeker bather climber hiker skier camper holidaymaker"
    ),
    "military": (
        "army battalion brigade regiment division unit platoon company garrison fleet squadron corps column detachment "
        "contingent troop force navy police gendarmerie infantry reinforcement"
    ),
    "fighter": (
        "captor repressor henchman enforcer jailer warder marauder aggressor intruder perpetrator "
        "police defender mutineer "
        "gendarme reinforcement infantry infantryman trooper legionnaire rifleman gunner warlord deserter defector "
        "recruit cadet paratrooper commando peacekeeper warrior irregular gang raider attacker saboteur infiltrator "
        "hijacker kidnapper bandit robber thug vigilante hitman assassin hooligan looter pirate cartel "
        "mobster arsonist shooter "
        "rioter foreign-fighter border-guard riot-police fighter militant soldier troop gunman rebel "
        "insurgent terrorist jihadist commander leader "
        "officer policeman guerrilla mercenary militiaman militia combatant guard paramilitary conscript emir sniper "
        "extremist operative spy agent adviser advisor trainer instructor ranger marine general colonel captain "
        "sergeant fundamentalist separatist partisan loyalist bomber assailant reservist "
        "smuggler trafficker"
    ),
    "force": (
        "organization organisation gang cell network guerrillas gendarmerie company platoon flotilla gendarme "
        "security junta authority administration army force unit battalion brigade regiment division troop police "
        "military militia group coalition alliance garrison patrol faction navy fleet squadron column militant rebel "
        "insurgent fighter guerrilla command corps wing regime government opposition side party movement front guard "
        "reserve peacekeeper mission contingent detachment team delegation crew inspector observer sides"
    ),
    "captive": "offender abductee internee suspect prisoner hostage detainee captive inmate convict prisoner-of-war",
    "vehicle": (
        "hearse digger crane pick-up-truck armoured-car fire-engine fire-truck speedboat motorboat lifeboat "
        "catamaran schooner trimaran cutter minesweeper trolleybus streetcar railcar handcart wheelbarrow "
        "carriage "
        "trawler yacht steamer tug canoe kayak hovercraft seaplane airship snowplough bulldozer excavator locomotive "
        "camper-van caravan cavalcade lorryload boatload planeload rickshaw scooter quad snowmobile sled sledge dhow "
        "truck bus lorry-load motorcycle motorbike bicycle taxi tram wagon car pick-up submarine destroyer freighter "
        "craft tugboat carrier fishing-boat boat convoy helicopter plane aircraft ambulance lorry van minibus "
        "coach train "
        "ship ferry vehicle chopper airliner jeep trailer barge dinghy motorcade tractor pickup airlift flight vessel "
        "truckload busload launch raft cart frigate gunboat tanker warship tender tank"
    ),
    "warplane": "aviation airforce warplane jet fighter-jet bomber drone helicopter aircraft gunship plane",
    "place": (
        "penitentiary maternity waterworks premises complex installation establishment residence villa "
        "nightclub arena laboratory gymnasium orphanage seminary canteen bazaar bridgehead hilltop heights "
        "foothill woodland meadow pasture paddock promenade seafront waterfront roadside riverside lakeshore "
        "grounds perimeter shoreline aid-post health-centre health-center substation police-station sports-hall "
        "site scene spot location newsroom room wreck crater glade summit exile hiding rubble wreckage safety "
        "open gathering-point assembly-point playground stairwell balcony attic flat apartment terrace street "
        "bush jungle "
        "steppe outskirts hinterland riverbank lakeside hillside ship-yard landfill workshop factory "
        "warehouse hangar barn studio theatre cinema supermarket shop mall restaurant cafe bar club morgue "
        "mortuary gallery shaft floodplain islet "
        "airfield runway mosque school gate crossroad faculty campus university pagoda temple shrine embankment dyke "
        "bank plaza palace parliament ministry courthouse court mission convent clinic ward depot plantation estate "
        "ranch homestead compound courtyard pier dock shipyard cave hut tent ruin cellar basement bunker schoolyard "
        "roof rooftop shed hall gym dormitory hotel monastery junction intersection crossroads halt landing plateau "
        "highland lowland slope gorge canyon ravine delta estuary lagoon archipelago coast shore beach reef atoll "
        "levee ford culvert barrier barricade district parish municipality commune canton county prefecture oblast "
        "woreda locality neighborhood slum shantytown barracks garrison fortress fort citadel hideout den strip "
        "sector pocket terminal berth dump store yard quarter mill farm marsh forest wood desert lake bay cape "
        "peninsula strait mountain pass tunnel trench position line stadium park cathedral cemetery mine pit quarry "
        "oasis canal reservoir quay wharf town city village area province governorate region countryside "
        "neighbourhood suburb camp base airbase holdout enclave stronghold territory valley airport port bridge "
        "crossing checkpoint border hospital church field front frontline house home building hill island road "
        "highway capital outskirt bastion zone land dam market square prison ridge river shelter settlement plant "
        "refinery station headquarters outpost post basin plain hamlet"
    ),
    "settlement": "town city village district quarter neighborhood neighbourhood suburb hamlet camp province area",
    "route": (
        "thoroughfare roundabout intersection freeway street avenue boulevard roadway motorway pontoon post "
        "expressway canal waterway airspace traffic track lane path railway line causeway pass gate crossing "
        "border road bridge checkpoint corridor "
        "passage highway route strait harbour harbor port frontier tunnel airport airfield station"
    ),
    "fire": "fire gunfire",
    "blaze": "fire blaze flame inferno wildfire bushfire",
    "drone": "drone UAV kamikaze-drone attack-drone",
    "smallarms": (
        "gas teargas tear-gas tear-smoke pepper-gas bullet round shot pellet volley burst rubber-bullet plastic-bullet "
        "live-ammunition live-round birdshot buckshot water-cannon stun-grenade gas-canister tear-gas-canister"
    ),
    "planted": (
        "car-bomb truck-bomb roadside-bomb parcel-bomb nail-bomb suicide-bomb time-bomb pipe-bomb letter-bomb "
        "motorcycle-bomb "
        "bus-bomb vehicle-bomb landmine mine IED explosive-device explosive"
    ),
    "hazard": (
        "earthquake quake aftershock storm cyclone hurricane typhoon tornado flood flooding floodwater "
        "landslide mudslide "
        "avalanche drought famine epidemic outbreak cholera virus disease pandemic crisis shortage inflation tragedy "
        "disaster wave recession sanction heatwave lightning rain hail wind tsunami tremor eruption"
    ),
    "talks": "talk negotiation dialogue mediation consultation summit conference roundtable",
    "lifeline": "electricity power water-supply internet phone-line telephone-line mobile-network gas-supply power-supply",
    "tyre": "tyre tire",
    "weapon": (
        "whip cane hammer axe hatchet crowbar iron-bar stick rod chain grenade-launcher rocket-launcher "
        "mortar-bomb firework nail-bomb "
        "baton truncheon club rifle-butt water-cannon pepper-spray rubber-bullet petrol-bomb firebomb molotov bayonet "
        "knife sword spear arrow torpedo flamethrower howitzer launcher fuse dynamite firearm rifle pistol machete "
        "machine-gun weapon weaponry arm cylinder canister barrel device explosive missile rocket shell mortar "
        "artillery bomb grenade bullet round gun tank drone barrel-bomb mine warhead projectile munition ammunition "
        "teargas salvo"
    ),
    "goods": (
        "bandage syringe crutch wheelchair incubator dialysis antibiotic toiletry diapers biscuit date lard "
        "salt tea coffee powder milk-powder baby-milk formula hay straw compost pesticide pump-set spare-part "
        "cement timber steel coal gravel dollar euro cash money pound blanket soap water-tank sandbag medication "
        "insulin tarpaulin mattress fuel salary wage tool seedling maize millet sorghum potato bean lentil rice grain "
        "wheat sugar bread oil diesel petrol kerosene livestock cattle sheep seed kit basket fodder milk clothing "
        "foodstuff aid food medicine supply relief flour water tent weapon ammunition equipment convoy assistance "
        "parcel shipment truckload goods ration vaccine meal soup nappy diaper stove lamp charger generator pill drug "
        "oxygen plasma firewood cloth shoe fertiliser fertilizer bucket jerrycan jerry-can mosquito-net pulse "
        "noodle fruit "
        "vegetable meat fish egg snack drink sandwich loaf voucher grant donation cargo sack stretcher "
        "nutrition necessity "
    ),
    "deal": (
        "deal agreement truce ceasefire cease-fire accord treaty pact settlement arrangement armistice understanding "
        "memorandum safe-conduct compromise pause bargain contract"
    ),
    "offer": "offer proposal plan demand ultimatum term condition request appeal invitation call overture bid initiative",
    "access": "entry access passage permission admission clearance go-ahead entrance exit transit",
    "chemical": "substance chlorine sarin gas poison chemical agent toxin phosphorus mustard",
    "operation": (
        "attempt bid offensive operation assault campaign advance attack incursion raid invasion push "
        "counteroffensive counter-offensive counterattack onslaught"
    ),
    "medium": (
        "agency newspaper channel radio television broadcaster website station magazine newsroom daily weekly news "
        "press network correspondent outlet site portal gazette wire bureau"
    ),
    "speaker": (
        "manager executive boss negotiator mediator bishop archbishop patriarch premier chancellor emissary "
        "spokesman spokeswoman spokesperson representative envoy ambassador minister president director head chief "
        "mayor governor official secretary chairman chairwoman coordinator commander general colonel"
    ),
    "report": (
        "report statement account post tweet bulletin release dispatch article message letter testimony communique "
        "communiqué video assessment analysis investigation inquiry finding count tally census survey"
    ),
    "building": (
        "penitentiary maternity waterworks structure premises complex installation establishment residence "
        "villa mansion cottage bungalow lodge guesthouse nightclub arena casino greenhouse stable abattoir "
        "brewery smelter sawmill seminary madrasa orphanage hostel canteen bazaar archive observatory "
        "laboratory lab auditorium gymnasium mausoleum church-hall town-hall city-hall police-station "
        "fire-station reservoir sewer cable antenna ferry-terminal grain-silo fuel-depot power-station "
        "power-plant "
        "power-line gasworks boiler storeroom cabin chalet bridgehead "
        "embankment dyke dike levee causeway pylon mast chapel shrine pagoda minaret tomb monument statue wall fence "
        "hut shack shanty window door shopfront roof-tile car-park crop field harvest orchard vineyard floodgate "
        "sluice terminal dump gate roof pipeline substation turbine storehouse barn granary stall kiosk office "
        "library theatre theater museum monastery temple courthouse prison barracks headquarters embassy consulate "
        "ward well pump canal jetty pier wharf tunnel rail track railway airport runway hangar refinery tank village "
        "house home building hospital school mosque church market bridge clinic warehouse station plant shop "
        "apartment tower road dam bakery facility depot infrastructure town city neighborhood neighbourhood district "
        "silo mill rooftop ceiling floor facade wing block flat tenement hotel restaurant cafe bar pharmacy workshop "
        "factory dispensary kindergarten nursery university college office-block police-post health-post classroom"
    ),
    "missile": "stone rock bottle brick cobblestone firecracker paving-stone",
    "crowd": "crowd picket picket-line demonstrator protester protestor marcher striker rally march demonstration mob",
    "worker": (
        "worker miner union employee staff merchant trader shopkeeper teacher doctor nurse driver docker labourer "
        "laborer student lorry-driver pilot farmer civil-servant judge lawyer journalist tradesman stevedore "
        "fisherman baker railwayman trucker crew"
    ),
    "vessel": (
        "ship boat ferry vessel barge frigate gunboat freighter tanker warship submarine launch raft tender dinghy "
        "trawler yacht steamer tug"
    ),
    "prison": "prison jail cell custody detention captivity jailhouse dungeon gaol imprisonment",
    "freedom": "freedom bail parole amnesty pardon clemency liberty",
    "intelligence": "intelligence cover support backing training imagery",
    "relief": (
        "aid food medicine supply relief flour water assistance parcel ration vaccine medication help meal tent blanket"
    ),
    "way": "way",
    "medic": "doctor nurse medic paramedic surgeon team clinic hospital volunteer",
    "arms": "ammunition rifle weapon missile shell howitzer munition weaponry arm",
    "kin": "father mother parent family relative wife husband brother sister uncle aunt grandparent grandmother",
    "corridor": "corridor",
    "barrier": "roadblock road-block barricade lockdown curfew cordon ban restriction",
    "movement": (
        "evacuation convoy departure flight transfer repatriation return ferry sailing crossing relocation deployment "
        "train traffic transport bus delivery shipment distribution sortie mission rescue airlift visit trip"
    ),
    "peril": (
        "flood floodwater water fire wildfire bushfire blaze storm cyclone hurricane typhoon landslide mudslide "
        "avalanche snow eruption lava earthquake quake tsunami rain drought hunger famine fighting clash violence "
        "shelling bombardment war conflict offensive river surge"
    ),
    "victim": "victim survivor casualty patient",
    "self": "themselves himself herself itself ourselves each",
    "warcraft": "tank gunboat frigate warship destroyer submarine fighter-jet warplane jet howitzer launcher landing-craft armour",
    "seat": (
        "embassy consulate ministry parliament palace courthouse court prefecture presidency assembly "
        "legislature senate "
        "city-hall town-hall headquarters"
    ),
    "square": "square plaza",
    "lockdown": "lockdown curfew",
    "ring": "ring cordon noose",
    "warfront": "front",
    "coercion": "force violence firearm",
    "captor": "captor kidnapper abductor jailer",
    "whiteflag": "white-flag",
    "party": "side party rival opponent foe employer enemy union",
    "reliefpost": "clinic kitchen soup-kitchen field-hospital water-point feeding-centre feeding-center",
    "consciousness": "consciousness",
    "limb": "leg arm limb hand foot eye eyesight sight",
    "life": "life",
    "flag": "flag banner colours",
    "hands": "hand",
    "body": "body corpse remains",
    "refuge": "refuge shelter sanctuary cover asylum",
    "heavyarms": "projectile munition cluster-munition cluster-bomb katyusha artillery mortar howitzer rocket missile cannon tank shell multiple-launcher",
    "abstract": (
        "list detail source word note place action effect root aim lead stand record rule account page phone "
        "call photo "
        "photograph picture image question answer "
        "reason sign time thing fact number figure amount share price cost rate level point view voice name title role "
        "part step measure lesson story history song film book poem idea thought feeling fear doubt look glance smile "
        "breath sleep rest tear heart mind soul memory eye ear toll blame credit responsibility charge oath "
        "vow promise "
        "stock notice care pride comfort advantage precedence priority shape form turn vote seat office job post "
        "soil sample data file document paper contract bill law decree verdict sentence degree course class exam match "
        "game race goal medal prize award "
        "reputation relation relationship trust confidence credibility interest prospect economy effort chance "
        "hope morale health career marriage peace unity dream faith future ambition plan talk process ability "
        "nerve target milestone pose chord balance peak low high headline snag obstacle "
        "budget policy reform decision remark comment strategy approach opinion proposal integrity "
        "wallet pocket capability evidence argument case currency business tie hearing vision capacity "
    ),
    "period": "day week month year hour minute decade night morning evening weekend",
}
"""class -> singular lemmas."""

IRREGULAR_PLURALS: dict[str, str] = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "wives": "wife",
    "policemen": "policeman",
    "gunmen": "gunman",
    "militiamen": "militiaman",
    "families": "family",
    "personnel": "troop",
    "staff": "worker",
    "aircraft": "aircraft",
    "lives": "life",
    "leaves": "leaf",
    "headquarters": "headquarters",
    "displaced": "displaced",
    "elderly": "elderly",
    "wounded": "victim",
    "sick": "victim",
    "homeless": "victim",
    "injured": "victim",
    "dead": "victim",
    "spokesmen": "spokesman",
    "spokespeople": "spokesperson",
    "forces": "force",
    "police": "police",
    "clergy": "civilian",
    "servicemen": "soldier",
    "crewmen": "soldier",
    "shepherds": "shepherd",
    "passers-by": "passer-by",
    "crew": "fighter",
}


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in CLASSES.items():
        for lemma in words.split():
            for form in noun_forms(lemma):
                found.setdefault(form, set()).add(name)
    for plural, lemma in IRREGULAR_PLURALS.items():
        found.setdefault(plural, set()).update(found.get(lemma, ()))
    return {form: frozenset(names) for form, names in found.items()}


_BY_FORM = _table()
_NONE: frozenset[str] = frozenset()


NO_AGENTS = frozenset(
    "kilometers kilometres centimeters centimetres millimeters millimetres miles numbers letters papers "
    "waters orders powers borders quarters matters offers corners towers computers containers answers "
    "rivers manners dangers centers layers shutters trailers loudspeakers speakers tractors sectors "
    "factors errors doors "
    "floors mirrors motors reactors harbors harbours colors colours rumors rumours favors favours labors odors posters "
    "banners stickers barriers markers covers meters litres characters chapters winters summers dinners hours lists "
    "means fees trees employees knees plans fans vans oceans bans pans cans loans clans tankers boulders shoulders "
    "ladders feathers layers fibers fibres timbers cylinders carriers freighters helicopters choppers bulldozers "
    "cruisers destroyers steamers lighters launchers mortars guitars dollars cars wars stars years ears".split()
)
"""Plurals that end like those of people who do something and name none."""


_SECOND_PARTS = (
    "girl boy woman worker craft truck plane copter boat town village yard field house camp shore land road bridge"
).split()
"""Nouns that stand closed up at the end of others and say what these are: "schoolgirl", "speedboat", "farmyard"."""


@lru_cache(maxsize=65536)
def classes(word: str) -> frozenset[str]:
    """The classes of a written common noun, singular or plural; empty when it is in none. A word written in one with
    its head noun is what the head noun is."""
    written = word.casefold()
    if written in _BY_FORM:
        return _BY_FORM[written]
    head = next((h for part in _SECOND_PARTS for h in (part, part + "s") if written.endswith(h)), "")
    return _BY_FORM.get(head, _NONE) if len(written) > len(head) + 2 else _NONE

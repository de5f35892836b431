"""Points that the bundled tables lack: middles of countries and of the states of the US, and regions without a border.

Rule: a table of facts, rounded: countries to whole degrees after the CIA World Factbook (public domain), states and
regions to a quarter or half degree. Abbreviations of states are those of the postal service and of news style.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.gazetteer.rows import PlaceRow

_COUNTRIES = """
AD 42 2|AE 24 54|AF 33 65|AG 17 -62|AL 41 20|AM 40 45|AO -12 18|AR -34 -64|AT 47 13|AU -27 133|AZ 40 48|BA 44 18
BB 13 -60|BD 24 90|BE 51 4|BF 13 -2|BG 43 25|BH 26 51|BI -3 30|BJ 10 2|BN 4 115|BO -17 -65|BR -10 -55|BS 24 -76
BT 27 90|BW -22 24|BY 53 28|BZ 17 -89|CA 60 -95|CD 0 25|CF 7 21|CG -1 15|CH 47 8|CI 8 -5|CL -30 -71|CM 6 12
CN 35 105|CO 4 -72|CR 10 -84|CU 22 -80|CV 16 -24|CY 35 33|CZ 50 15|DE 51 10|DJ 12 43|DK 56 10|DM 15 -61|DO 19 -71
DZ 28 3|EC -2 -78|EE 59 26|EG 27 30|EH 24 -13|ER 15 39|ES 40 -4|ET 8 38|FI 64 26|FJ -18 178|FM 7 158|FR 46 2
GA -1 12|GB 54 -2|GD 12 -62|GE 42 43|GH 8 -2|GL 72 -40|GM 13 -16|GN 11 -10|GQ 2 10|GR 39 22|GT 16 -90|GW 12 -15
GY 5 -59|HK 22 114|HN 15 -86|HR 45 15|HT 19 -72|HU 47 20|ID -5 120|IE 53 -8|IL 31 35|IN 22 79|IQ 33 44|IR 32 53
IS 65 -18|IT 43 13|JM 18 -77|JO 31 36|JP 36 139|KE 1 38|KG 41 75|KH 13 105|KI 1 173|KM -12 44|KP 40 127|KR 37 127
KW 29 46|KZ 48 68|LA 18 105|LB 34 36|LC 14 -61|LI 47 10|LK 7 81|LR 6 -9|LS -29 28|LT 56 24|LU 50 6|LV 57 25|LY 28 17
MA 32 -5|MC 44 7|MD 47 29|ME 42 19|MG -20 47|MK 42 22|ML 17 -4|MM 22 98|MN 46 105|MR 20 -12|MT 36 14|MU -20 57
MV 3 73|MW -13 34|MX 23 -102|MY 2 112|MZ -18 35|NA -22 17|NE 16 8|NG 10 8|NI 13 -85|NL 52 6|NO 62 10|NP 28 84
NZ -42 174|OM 21 57|PA 9 -80|PE -10 -76|PG -6 147|PH 13 122|PK 30 70|PL 52 20|PR 18 -66|PS 32 35|PT 39 -8|PY -23 -58
QA 25 51|RO 46 25|RS 44 21|RU 60 100|RW -2 30|SA 25 45|SB -8 159|SC -5 56|SD 15 30|SE 62 15|SG 1 104|SI 46 15
SK 49 20|SL 8 -12|SM 44 12|SN 14 -14|SO 10 49|SR 4 -56|SS 8 30|ST 1 7|SV 14 -89|SY 35 38|SZ -26 31|TD 15 19|TG 8 1
TH 15 100|TJ 39 71|TL -9 126|TM 40 60|TN 34 9|TO -20 -175|TR 39 35|TT 11 -61|TW 24 121|TZ -6 35|UA 49 32|UG 1 32
US 40 -98|UY -33 -56|UZ 41 64|VA 42 12|VC 13 -61|VE 8 -66|VN 16 106|VU -16 167|WS -14 -172|XK 43 21|YE 15 48
ZA -29 24|ZM -15 30|ZW -20 30
"""
_STATES = """
AL 32.75 -86.75 Ala.|AK 64 -150 Alaska|AZ 34.5 -111.5 Ariz.|AR 34.75 -92.5 Ark.|CA 37.25 -119.75 Calif.
CO 39 -105.5 Colo.|CT 41.75 -72.75 Conn.|DE 39 -75.5 Del.|FL 28.75 -82.5 Fla.|GA 32.75 -83.5 Ga.
HI 20.75 -156.5 Hawaii|ID 44.5 -114.25 Idaho|IL 40 -89.25 Ill.|IN 40 -86.25 Ind.|IA 42 -93.5 Iowa|KS 38.5 -98.5 Kan.
KY 38.25 -85 Ky.|LA 31 -92 La.|ME 45.5 -69.25 Maine|MD 39 -76.75 Md.|MA 42.25 -71.25 Mass.|MI 44.25 -85.5 Mich.
MN 46.25 -94.25 Minn.|MS 32.75 -89.75 Miss.|MO 38.25 -92.5 Mo.|MT 47 -109.75 Mont.|NE 41.5 -99.75 Neb.
NV 39.25 -116.75 Nev.|NH 43.75 -71.5 N.H.|NJ 40.25 -74.5 N.J.|NM 34.5 -106 N.M.|NY 43 -75.5 N.Y.|NC 35.5 -80 N.C.
ND 47.5 -100 N.D.|OH 40.25 -83 Ohio|OK 35.5 -97.5 Okla.|OR 44 -120.5 Ore.|PA 40.5 -77.25 Pa.|RI 41.75 -71.5 R.I.
SC 34 -81 S.C.|SD 44.5 -100.25 S.D.|TN 35.75 -86.25 Tenn.|TX 31.25 -99.25 Texas|UT 39.25 -111.75 Utah
VT 44 -72.75 Vt.|VA 37.5 -77.75 Va.|WA 47.5 -120.5 Wash.|WV 38.5 -80.5 W.Va.|WI 44.5 -90 Wis.|WY 43 -107.5 Wyo.
DC 39 -77 D.C.
"""
_REGIONS = """
Middle East:Mideast|33|36|;Persian Gulf:Gulf,Arabian Gulf|26|52|;Balkans|43|21|;Levant|34|37|;Caucasus|42.5|44.5|
Sahel|15|5|;Horn of Africa|8|45|;Maghreb|32|2|;Central Asia|43|66|;Southeast Asia:South-East Asia|10|106|
South Asia|23|79|;East Asia|35|112|;Latin America|-10|-66|;Central America|13|-86|;Caribbean|18|-70|
Scandinavia|63|16|;West Africa|12|-3|;East Africa|0|37|;North Africa|30|10|;Southern Africa|-24|25|
Central Africa|3|20|;Western Europe|48|5|;Eastern Europe|51|25|;Sub-Saharan Africa|3|22|;New England|43.5|-71.5|US
Midwest|41.5|-90|US;Siberia|60|105|RU;Crimea|45.5|34|UA;Donbas:Donbass|48.5|38|UA;West Bank:the West Bank|32|35.5|PS
Gaza Strip:the Gaza Strip|31.5|34.5|PS;Golan Heights|33|35.75|SY;Kashmir|34|75.5|;Darfur|13.5|24.5|SD
Kurdistan|36.5|44|IQ;Sinai:Sinai Peninsula|29.5|34|EG;Korean Peninsula|38|127|;England|52|-1|GB;Scotland|56.5|-4|GB
Wales|52.5|-3.5|GB;Northern Ireland|54.5|-6.5|GB;Atlantic Ocean:Atlantic|30|-40|;Pacific Ocean:Pacific|0|-160|
Indian Ocean|-20|80|;Mediterranean Sea:Mediterranean|36|18|;Black Sea|43|35|;Red Sea|20|38|;Baltic Sea:Baltic|58|20|
Caspian Sea|42|50|;Euphrates:Euphrates River|35|40.5|;Arctic|80|0|;South China Sea|12|113|;Aegean Sea:Aegean|39|25|
Bosphorus|41|29|TR;Strait of Hormuz|26.5|56.5|
"""
REGION_WEIGHT = 20_000_000
"""In place of inhabitants: a region of the table is meant before a town of its name."""

STATE_NAMES: dict[str, tuple[float, float, str]] = {
    code: (float(lat), float(lon), short)
    for row in _STATES.replace("\n", "|").split("|")
    if row
    for code, lat, lon, short in [row.split()]
}
"""Postal code -> latitude, longitude, abbreviation of news style."""
COUNTRY_POINTS: dict[str, tuple[float, float]] = {
    code: (float(lat), float(lon))
    for row in _COUNTRIES.replace("\n", "|").split("|")
    if row
    for code, lat, lon in [row.split()]
}
"""ISO 3166-1 code -> latitude and longitude of the country's middle."""


def region_rows() -> Iterator[PlaceRow]:
    """Regions, seas and countries without a state of their own."""
    for row in _REGIONS.replace("\n", ";").split(";"):
        if row:
            named, lat, lon, country = row.split("|")
            name, _, others = named.partition(":")
            feature = "water" if name.endswith(("Ocean", "Sea", "Gulf", "Euphrates", "Hormuz")) else "region"
            key = name.casefold().replace(" ", "-")
            names = tuple(other for other in others.split(",") if other)
            yield PlaceRow(f"rashomon:{key}", name, float(lat), float(lon), feature, country, "", REGION_WEIGHT, names)

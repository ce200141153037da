"""How the practices were grouped before the networks: three areas, four localities, six hubs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Place:
    """A practice by the short name the federation used; `code` is None where no practice answers to it."""

    short_name: str
    code: str | None


@dataclass(frozen=True)
class Hub:
    """A locality hub and its practices. The locality it lay in is inferred from the names of the towns."""

    name: str
    locality: str
    places: tuple[Place, ...]


# The move to hubs was made in the course of this year; no day is given, so the hubs stand from its end.
MOVED_FIRST_DAY, MOVED_LAST_DAY = date(2017, 4, 1), date(2018, 3, 31)
HUBS_SINCE = date(2018, 4, 1)

AREAS = 3
AREAS_ARE_NAMED = "not named in the sources"

LOCALITIES_PLANNED_ON = date(2017, 3, 30)
LOCALITIES = ("Melton & Rutland", "Harborough", "Oadby & Wigston", "Blaby & Lutterworth")

HUBS = (
    Hub(
        "Oadby & Wigston",
        "Oadby & Wigston",
        (
            Place("Wigston Central", "C82071"),
            Place("Bushloe", "C82013"),
            Place("South Wigston", "C82079"),
            Place("Central", "C82021"),
            Place("Croft", "C82067"),
            Place("Severn", "C82112"),
            Place("Rosemead", "C82048"),
        ),
    ),
    Hub(
        "North Blaby",
        "Blaby & Lutterworth",
        (
            Place("Kingsway", "C82039"),
            Place("Glenfield", "C82056"),
            Place("Limes", "C82055"),
            Place("Forest House", "C82066"),
            Place("Enderby", "C82631"),
            Place("Narborough", None),
        ),
    ),
    Hub(
        "South Blaby & Lutterworth",
        "Blaby & Lutterworth",
        (
            Place("Northfield", "C82068"),
            Place("Wycliffe", "C82025"),
            Place("Masharani", "C82611"),
            Place("Hazelmere", "C82098"),
            Place("Countesthorpe", "C82002"),
        ),
    ),
    Hub(
        "SLAM",
        "Melton & Rutland",
        (
            Place("Melton", "C82038"),
            Place("County", "C82042"),
            Place("Jubilee", "C82078"),
            Place("Long Clawson", "C82016"),
        ),
    ),
    Hub(
        "Rutland",
        "Melton & Rutland",
        (
            Place("Uppingham", "C82077"),
            Place("Oakham", "C82010"),
            Place("Market Overton & Somerby", "C82649"),
            Place("Empingham", "C82044"),
        ),
    ),
    Hub(
        "Harborough",
        "Harborough",
        (
            Place("Billesdon", "C82022"),
            Place("Kibworth", "C82001"),
            Place("Two Shires", "C82036"),
            Place("Husbands Bosworth", "C82109"),
            Place("Market Harborough", "C82009"),
        ),
    ),
)

HUBS_PAGE = "The federation’s page on its localities and hubs"
NETWORKS_PAGE = "The federation’s page on its primary care networks"
PLAN = "The board’s plan of 30 March 2017"
FILES = "the NHS’s published files"


@dataclass(frozen=True)
class Total:
    """How many patients a source says there are; `on` is the day by which it was written."""

    patients: int
    about: bool
    on: date
    dates: str
    source: str


POPULATIONS = (
    Total(325_000, True, MOVED_LAST_DAY, "in 2017–18; the page is undated", HUBS_PAGE),
    Total(335_000, True, date(2019, 7, 1), "in 2019; the page is undated", NETWORKS_PAGE),
)

NOTES = (
    (
        "The hubs list 31 practices and the federation elsewhere counts 30: Narborough answers to no practice "
        "of the published files. The one practice in Narborough, The Limes, is listed under its own name.",
        f"{HUBS_PAGE}; {NETWORKS_PAGE}; {FILES}",
    ),
    (
        "Melton is taken for Latham House, the one practice in the town that is not listed otherwise.",
        f"{HUBS_PAGE}; {FILES}",
    ),
    (
        "Kibworth is taken for South Leicestershire Medical Partnership, of Smeeton Road, Kibworth; Two Shires, "
        "of the same village, is listed by name.",
        f"{HUBS_PAGE}; {FILES}",
    ),
    ("In the list of North Blaby a full stop stands between Limes and Forest House; it is read as a comma.", HUBS_PAGE),
    ("The three areas before the hubs are not named in the sources, nor are their practices.", HUBS_PAGE),
    (
        "The plan of 30 March 2017 has four localities, while the hubs are said to have followed three areas. "
        "No source lists the practices of a locality; each hub’s locality is inferred from the names of towns.",
        f"{PLAN}; {HUBS_PAGE}",
    ),
    (
        "The networks began on 1 July 2019 by agreement; the Organisation Data Service records them from "
        "1 October 2019. Both dates are kept.",
        f"{NETWORKS_PAGE}; {FILES}",
    ),
    (
        "Croft was in the hub Oadby & Wigston, Billesdon and Kibworth in Harborough; all three joined the "
        "network Cross Counties.",
        f"{HUBS_PAGE}; {FILES}",
    ),
    (
        "Two Shires was dormant in December 2019, has no spell in a network, and closed with its last day on "
        "30 June 2020. That it merged into South Leicestershire Medical Partnership, of the same village, is "
        "inferred.",
        FILES,
    ),
    (
        "The registered population is about 325,000 in one source and about 335,000 in another. On 1 January "
        "2021 the 29 members still open had 338,555 patients; no source has a list size of Two Shires.",
        f"{HUBS_PAGE}; {NETWORKS_PAGE}; {FILES}",
    ),
)
"""Where the sources contradict one another or are silent, with the sources in question."""

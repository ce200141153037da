"""The eight primary care networks, and every spell of a practice in one, as published in February 2023."""

from datetime import date

from registry.demo.facts.practices import EAST_LEICESTERSHIRE_AND_RUTLAND, IN_2023
from registry.structure.published import PublishedNetwork, PublishedSpell

AS_AT = date(2023, 2, 24)
AGREED_FROM = date(2019, 7, 1)
RECORDED_FROM = date(2019, 10, 1)
RECAST_FROM = date(2022, 4, 1)
RECAST_AFTER = date(2022, 3, 31)

# Name, address and postcode.
WHO = {
    "U09521": ("OADBY & WIGSTON PCN", ("103 ROSEMEAD DRIVE", "OADBY", "LEICESTER"), "LE2 5PP"),
    "U12169": (
        "NORTH BLABY PCN",
        ("ENDERBY MEDICAL CENTRE", "SHORTRIDGE LANE", "ENDERBY", "LEICESTER"),
        "LE19 4LY",
    ),
    "U25294": (
        "MELTON, SYSTON AND VALE PCN",
        ("LATHAM HOUSE MEDICAL CENTRE", "SAGE CROSS STREET", "MELTON MOWBRAY"),
        "LE13 1NX",
    ),
    "U30213": (
        "CROSS COUNTIES PCN",
        ("THE CROFT MEDICAL CENTRE", "2 GLEN ROAD", "OADBY", "LEICESTER"),
        "LE2 4PE",
    ),
    "U50165": ("MARKET HARBOROUGH & BOSWORTH PCN", ("67 COVENTRY ROAD", "MARKET HARBOROUGH"), "LE16 9BX"),
    "U67590": ("RUTLAND HEALTH PCN", ("NORTH GATE", "UPPINGHAM", "OAKHAM"), "LE15 9EG"),
    "U71931": ("SOUTH BLABY & LUTTERWORTH PCN", ("12 VILLERS COURT", "BLABY", "LEICESTER"), "LE8 4NS"),
    "U87499": ("G3 PCN", ("9 GROBY ROAD", "LEICESTER"), "LE3 9ED"),
}

# The networks of the network agreements of 2019; G3 was formed later, across a border.
SEVEN = tuple(code for code in WHO if code != "U87499")

NETWORKS = tuple(
    PublishedNetwork(
        code=code,
        name=name,
        sub_icb=EAST_LEICESTERSHIRE_AND_RUTLAND,
        opened=RECORDED_FROM if code in SEVEN else RECAST_FROM,
        closed_last_day=None,
        address=address,
        postcode=postcode,
    )
    for code, (name, address, postcode) in WHO.items()
)

THROUGHOUT = {
    "U09521": ("C82013", "C82021", "C82048", "C82071", "C82079"),
    "U12169": ("C82039", "C82055", "C82066", "C82631"),
    "U25294": ("C82016", "C82038", "C82042", "C82078", "C83653"),
    "U30213": ("C82001", "C82022", "C82067"),
    "U50165": ("C82009", "C82109"),
    "U67590": ("C82010", "C82044", "C82077", "C82649"),
    "U71931": ("C82002", "C82025", "C82068", "C82098", "C82611"),
}
# Practice, network, first day, last day.
FOR_A_TIME = (
    ("C82005", "U87499", RECAST_FROM, None),
    ("C82056", "U12169", RECORDED_FROM, RECAST_AFTER),
    ("C82056", "U87499", RECAST_FROM, None),
    ("C82112", "U09521", RECORDED_FROM, RECAST_AFTER),
    ("C82112", "U50165", RECAST_FROM, date(2022, 6, 8)),
    ("C82628", "U12169", date(2020, 5, 1), RECAST_AFTER),
    ("C82628", "U87499", RECAST_FROM, None),
)
TIMES = (
    *((practice, code, RECORDED_FROM, None) for code, practices in THROUGHOUT.items() for practice in practices),
    *FOR_A_TIME,
)
BY_CODE = {practice.code: practice for practice in IN_2023}
SPELLS = tuple(
    PublishedSpell(
        practice_code=practice,
        practice_name=BY_CODE[practice].name,
        practice_commissioner=BY_CODE[practice].commissioner,
        network_code=network,
        network_name=WHO[network][0],
        first_day=first_day,
        last_day=last_day,
    )
    for practice, network, first_day, last_day in TIMES
)

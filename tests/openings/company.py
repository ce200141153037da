"""A company made up for these tests, with twenty years of paper: its old books copied out, gaps and all.

What its registers must say once they are brought in was worked out by hand, and stands beside them.
"""

from datetime import date

from registry.company import commands as companies
from registry.members.models import ShareClass
from tests.factories import ADA, ABody, APractice, AShareClass

INCORPORATED = date(2005, 4, 1)

PEOPLE = """\
key,title,forenames,surname,born,died
P1,Dr,Agnes Mary,Holloway,,
P2,Dr,Asha,Patel,,
P3,Dr,Brendan,Quill,,14 March 2018
P4,Dr,J. K.,Marsh,,
P5,Dr,Carys,Llewellyn,,
P6,Dr,Dafydd,Osei,,
P7,Dr,Edith,Farrow,,
P8,Dr,Fergus,Nkemelu,1961-02-03,
P9,Dr,Asha,Patel,,
P10,Mrs,Greta,Sandiford,1955-12-01,
"""

DECISIONS = """\
number,body,on,text,route,outcome,votes_for,votes_against,supersedes
M/05/1,Board,2005-04-01,To allot ten shares to each subscriber,meeting,carried,4,0,
M/06/2,Board,May 2006,To admit Fenside and Longdrove,meeting,carried,,,
M/09/1,Board,12 May 2009,To admit Marsh Lane,meeting,carried,5,1,
M/09/2,Board,about 2009,To hold meetings by telephone where need be,,carried,,,
M/09/2,Board,2009-11-03,To adopt terms of reference,meeting,carried,,,
,Board,"undated, by 31 March 2018",To form informal networks and joint working hubs,,carried,,,
M/19/1,Board,2019-06-04,To adopt terms of reference anew,meeting,carried,6,0,M/09/2 (2)
"""

ACCOUNTS = """\
folio,holder,holder 2,address,entered,ceased,practice
1,P1,,"1 Church Row, Fenside",2005-04-01,2010-07-01,C82901
2,P2,,"2 Mill Lane, Longdrove",2005-04-01,,C82902
3,P3,,,2005-04-01,2018-09-04,C82903
4,P4,,"4 Drove End, Marsh",2005-04-01,,C82904
5,P5,P6,"5 High Street, Holme",May 2006,,C82905
6,P6,,,May 2006,2012-02-29,C82906
8,P7,,"8 Station Road, Weir",2009-05-12,,
9,P8,,"1 Church Row, Fenside",2010-07-01,,C82901
11,P9,,"3 Bank, Sutton",2018-09-04,,C82903
12,P1,,"12 The Green, Thorpe",2021,,C82907
"""

SHARES = """\
On,Event,Out of,Into,Class,Shares,First,Paid,Instrument received,Reference,Authority
2005-04-01,subscription,,1,Ordinary,10,1,1.00,,,M/05/1
2005-04-01,subscription,,2,Ordinary,10,11,1.00,,,M/05/1
2005-04-01,subscription,,3,Ordinary,10,21,1.00,,,M/05/1
2005-04-01,subscription,,4,Ordinary,10,31,1.00,,,M/05/1
May 2006,allotment,,5,Ordinary,12,41,1.00,,Allotment 1,M/06/2
May 2006,allotment,,6,Ordinary,8,53,,,Allotment 1,M/06/2
2012-02-29,buy-back,6,,Ordinary,8,53,,,,
2009-05-12,allotment,,8,Ordinary,10,71,1.00,,Allotment 2,M/09/1
2010-07-01,transfer,1,9,Ordinary,10,1,,2010-06-11,Transfer 1,Minute of June 2010
2015-10-06,transfer,2,4,Ordinary,3,18,,,Transfer 2,
2018-09-04,transmission,3,11,Ordinary,10,,,,Transmission 1,
2021,brought forward,,12,Ordinary,5,,,,,
"""

CERTIFICATES = """\
number,folio,class,shares,numbers,issued,cancelled
1,1,Ordinary,10,1-10,2005-05-20,2010-07-01
2,2,Ordinary,10,11-20,2005-05-20,2015-10-06
3,3,Ordinary,10,21-30,2005-05-20,2018-09-04
4,4,Ordinary,10,31-40,2005-05-20,
5,5,Ordinary,12,41-52,June 2006,
6,6,Ordinary,8,53-60,June 2006,2012-02-29
8,8,Ordinary,10,71-80,2009-06-30,
9,9,Ordinary,10,1-10,2010-08-02,
10,2,Ordinary,7,11-17,2015-11-02,
10,4,Ordinary,3,18-20,2015-11-02,
11,11,Ordinary,10,21-30,2018-10-01,
"""

SEATS = """\
body,title,kind,votes,director,since,until,authority
Board,Chair,chair,1,yes,2005-04-01,,
Board,Medical director,director,1,yes,2005-04-01,2016-04-01,M/05/1
Board,Lay member,lay,1,yes,2009-05-12,,M/09/1
"""

APPOINTMENTS = """\
body,seat,person,since,until,ended,authority
Board,Chair,P1,2005-04-01,2010-07-01,resigned,M/05/1
Board,Chair,P8,2010-09-07,,,
Board,Medical director,P3,2005-04-01,2016-04-01,term ended,
Board,Lay member,P10,about 2010,,,Minute of the annual general meeting
"""

DIRECTORS = """\
person,since,until,ended,service_address,country,nationality,occupation,authority
P1,2005-04-01,2010-07-01,resigned,"1 Church Row, Fenside",United Kingdom,British,General practitioner,M/05/1
P3,2005-04-01,2016-04-01,term ended,,,,General practitioner,M/05/1
P8,September 2010,,,"1 Church Row, Fenside",United Kingdom,British,General practitioner,
P10,about 2010,,,,,,,Minute of the annual general meeting
"""

TERMS = """\
body,kind,title,version,since,until,quorum,heading,text,authority
Board,terms of reference,Terms of reference,1.0,2009-11-03,2017-11-03,3,Purpose,To direct the company.,M/09/2 (2)
Board,terms of reference,Terms of reference,1.0,2009-11-03,2017-11-03,3,Quorum,Three directors.,M/09/2 (2)
Board,terms of reference,Terms of reference,2.0,2019-06-04,,4,Purpose,To direct the company for its members.,M/19/1
Board,terms of reference,Terms of reference,2.0,2019-06-04,,4,Quorum,"Four directors, of whom ??? a lay member.",M/19/1
Board,articles,Articles of association,1,2005-04-01,,,,,
"""

BALANCES = """\
folio,class,shares
2,Ordinary,7
4,Ordinary,13
5,Ordinary,12
8,Ordinary,10
9,Ordinary,9
11,Ordinary,10
12,Ordinary,5
"""
BALANCES_AS_AT, BALANCES_COME_TO = date(2025, 3, 31), 66
"""The old register’s last page. It shows 9 shares on folio 9, of which the history makes 10."""

OLD_BOOKS = {
    "people": PEOPLE,
    "decisions": DECISIONS,
    "accounts": ACCOUNTS,
    "shares": SHARES,
    "certificates": CERTIFICATES,
    "seats": SEATS,
    "appointments": APPOINTMENTS,
    "directors": DIRECTORS,
    "terms": TERMS,
    "balances": BALANCES,
}

HELD_IN_THE_END = {2: 7, 4: 13, 5: 12, 8: 10, 9: 10, 11: 10, 12: 5}
"""By folio, Ordinary shares, from 1 January 2022 on; 67 in all."""


def there_is_the_company() -> ShareClass:
    """What stands in its own registers before any old book is brought in: practices, the board, the shares’ class."""
    companies.enter(
        number="05400001", incorporated=INCORPORATED, name="Fen Edge GP Federation Limited (made up)",
        office="1 Church Row\nFenside\nPE99 1AA", year_end="31 March", by=ADA,
    )  # fmt: skip
    for place, name in enumerate(("FENSIDE", "LONGDROVE", "SUTTON", "MARSH", "HOLME", "FEN END", "THORPE"), start=1):
        APractice(code=f"C8290{place}", name=f"{name} SURGERY", opened=date(1974, 4, 1))
    ABody(name="Board", kind="board", since=INCORPORATED)
    return AShareClass(name="Ordinary", nominal=100, numbered=True)

"""The people of the demo. All persons are fictional; none works, or ever worked, at the practice named."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Person:
    """Someone invented, by the name that the registers would use."""

    name: str
    born: date


# One general practitioner for each member, who holds the shares on the practice's behalf.
NOMINEES = {
    "C82001": Person("Dr Harriet Ashworth", date(1968, 3, 14)),
    "C82002": Person("Dr Imran Sheikh", date(1975, 11, 2)),
    "C82009": Person("Dr Margaret Olufemi", date(1963, 6, 21)),
    "C82010": Person("Dr Edmund Thackeray", date(1961, 1, 9)),
    "C82013": Person("Dr Nisha Vaghela", date(1979, 8, 30)),
    "C82016": Person("Dr Thomas Wainfleet", date(1971, 4, 17)),
    "C82021": Person("Dr Jaspreet Gill", date(1977, 12, 5)),
    "C82022": Person("Dr Rosalind Peverell", date(1966, 9, 26)),
    "C82025": Person("Dr Olumide Adeyinka", date(1973, 2, 11)),
    "C82036": Person("Dr Clive Ormandy", date(1957, 7, 3)),
    "C82038": Person("Dr Catherine Brankin", date(1970, 10, 19)),
    "C82039": Person("Dr Mehul Trivedi", date(1974, 5, 28)),
    "C82042": Person("Dr Sian Prosser", date(1980, 1, 23)),
    "C82044": Person("Dr Alastair Kinnear", date(1964, 12, 12)),
    "C82048": Person("Dr Yasmin Chaudhry", date(1982, 3, 8)),
    "C82055": Person("Dr Philip Garrowby", date(1967, 8, 15)),
    "C82056": Person("Dr Anjali Deshmukh", date(1976, 6, 4)),
    "C82066": Person("Dr Kwabena Mensah", date(1972, 9, 10)),
    "C82067": Person("Dr Eleanor Fosdyke", date(1978, 2, 27)),
    "C82068": Person("Dr Hamza Qureshi", date(1981, 7, 16)),
    "C82071": Person("Dr Lydia Marchbanks", date(1969, 11, 24)),
    "C82077": Person("Dr Gareth Llewelyn-Rees", date(1965, 5, 6)),
    "C82078": Person("Dr Bhavna Solanki", date(1974, 10, 1)),
    "C82079": Person("Dr Piotr Zawadzki", date(1979, 4, 20)),
    "C82098": Person("Dr Ngozi Ezeudu", date(1977, 1, 31)),
    "C82109": Person("Dr Simon Tolleshunt", date(1962, 8, 8)),
    "C82112": Person("Dr Farida Rahimi", date(1983, 12, 18)),
    "C82611": Person("Dr Ravindra Jayasuriya", date(1960, 3, 29)),
    "C82631": Person("Dr Bronagh McAlinden", date(1973, 7, 22)),
    "C82649": Person("Dr Winston Cargill", date(1968, 6, 13)),
}

# The accountable clinical director of each network of 2019. Three are nominees; one is a nurse.
CLINICAL_DIRECTORS = {
    "U09521": NOMINEES["C82021"],
    "U12169": Person("Dr Tamsin Oakeshott", date(1976, 2, 3)),
    "U25294": NOMINEES["C82042"],
    "U30213": NOMINEES["C82067"],
    "U50165": Person("Dr Devendra Nathwani", date(1971, 9, 7)),
    "U67590": Person("Ms Joanne Hebblethwaite", date(1975, 5, 19)),
    "U71931": Person("Dr Chidi Nwosu", date(1980, 10, 11)),
}

CHAIR = NOMINEES["C82010"]
LAY_DIRECTOR = Person("Mrs Beverley Anscombe", date(1958, 4, 25))
COMPANY_SECRETARY = Person("Mr Desmond Fairclough", date(1966, 11, 30))

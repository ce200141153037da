"""Patients registered at each practice on 1 January 2021: 32 practices, 355,549 patients."""

from datetime import date

from registry.practices.published import PublishedListSize

AS_AT = date(2021, 1, 1)
PATIENTS = {
    "C82001": 26_437,
    "C82002": 10_951,
    "C82009": 25_744,
    "C82010": 15_938,
    "C82013": 11_287,
    "C82016": 7_053,
    "C82021": 9_258,
    "C82022": 7_214,
    "C82025": 10_772,
    "C82038": 35_700,
    "C82039": 10_564,
    "C82042": 12_731,
    "C82044": 7_472,
    "C82048": 4_587,
    "C82055": 14_534,
    "C82056": 14_058,
    "C82066": 15_136,
    "C82067": 9_188,
    "C82068": 11_910,
    "C82071": 12_482,
    "C82077": 11_738,
    "C82078": 12_252,
    "C82079": 7_958,
    "C82098": 7_492,
    "C82109": 4_109,
    "C82112": 4_275,
    "C82611": 6_145,
    "C82631": 6_856,
    "C82649": 4_714,
    "C82005": 9_634,
    "C82628": 3_619,
    "C83653": 3_741,
}
LIST_SIZES = tuple(PublishedListSize(code, patients, AS_AT) for code, patients in PATIENTS.items())

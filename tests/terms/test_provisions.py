"""What each kind of rule says in words, and the profiles of the Act and the Model Articles."""

import re

import pytest

from registry.cli.books import law
from registry.terms.models import Provision
from registry.terms.profiles import PROFILES
from registry.terms.provisions import KINDS, SENTENCES, SHAPES, sentence_of

SAID = {
    ("quorum", 1): "The quorum is 1 voting member",
    ("quorum", 4): "The quorum is 4 voting members",
    ("quorum", 1, 3): "The quorum is 1/3 of the members who may vote",
    ("quorum", 1, 2, "more than"): "The quorum is more than 1/2 of the members who may vote",
    ("quorum includes", 2, None, "ACD"): "A quorum includes 2 ACD seats at least",
    ("majority of more than", 1, 2, "those entitled to vote"): (
        "A decision needs the votes of more than 1/2 of those entitled to vote"
    ),
    ("majority of at least", 3, 4, "those voting", "a practice’s leaving"): (
        "A practice’s leaving needs the votes of at least 3/4 of those voting"
    ),
    ("casting vote", None, None, "the chair"): "Where votes are equal, the chair has a casting vote",
    ("casting vote", None, None, "nobody"): "Where votes are equal, nobody has a casting vote",
    ("deputies", 0): "No deputy may be sent",
    ("deputies", 1): "A member may send 1 deputy",
    ("deputies", 2): "A member may send 2 deputies",
    ("abstention", None, None, "counted against"): "Whoever abstains is counted against",
    ("recusal", None, None, "not counted for quorum or vote"): (
        "Whoever has a conflict is not counted for quorum or vote"
    ),
    ("hours for proxies", 24): "Proxies are due 24 hours of working days before a meeting",
    ("votes to require", 1, 40): "Members with 1/40 of the votes may require a written resolution",
    ("days to agree", 21): "A written resolution lapses after 21 days, that of its sending one",
    ("without a meeting", None, None, "if all agree"): "Without a meeting, decisions are taken if all agree",
    ("without a meeting", None, None, "never"): "Without a meeting, decisions are taken never",
    ("notice", 7): "Notice of a meeting is 7 clear days",
    ("meetings a year", 4): "It meets at least 4 times a year",
    ("delegated up to", 25_000, None, "", "a contract"): "It may decide on a contract up to £25,000",
    ("reserved", None, None, "the members", "a new class of share"): "A new class of share is reserved to the members",
    ("review", 24): "The terms are reviewed every 24 months",
}


@pytest.mark.parametrize("told", SAID, ids=str)
def test_each_says_in_words_what_it_is(told):
    what, number, of, who, matter = (*told, *(None, None, "", "")[len(told) - 1 :])

    assert sentence_of(Provision(what=what, number=number, of=of, who=who, matter=matter)) == SAID[told]


def test_every_kind_has_a_shape_and_a_sentence():
    assert set(KINDS) == set(SHAPES) == set(SENTENCES) == {what for what, *_ in SAID}


def test_every_rule_of_a_profile_is_cited_once_and_says_a_whole_sentence():
    for kind, standards in PROFILES.items():
        sentences = [standard.sentence for standard in standards]
        assert len(set(sentences)) == len(sentences), kind
        for standard in standards:
            assert re.match(r"(Model Articles, art(\.|s) |Companies Act 2006, s\.)\d", standard.authority)
            assert standard.sentence[0].isupper() and not standard.sentence.endswith(".")


@pytest.mark.parametrize(
    "article",
    ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "50"],
)
def test_the_directors_profile_has_each_article_on_their_decisions(article):
    cited = {re.sub(r"\(.*", "", standard.authority) for standard in PROFILES["board"]}

    assert f"Model Articles, art. {article}" in cited


def test_the_rule_book_prints_the_profiles_with_their_authorities(app):
    printed = app.test_cli_runner().invoke(law).output

    for kind, standards in PROFILES.items():
        assert f"What holds of a {kind}" in printed
        for standard in standards:
            assert f"({standard.authority})\n    {standard.sentence}." in printed

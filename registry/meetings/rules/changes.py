"""What differs between two texts of a meeting, in words, and whether that may change what its readers decide."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from registry.wording import day as in_words

ALIKE = 0.75  # of two words' letters, in their order: more than that, and one is a slip for the other

Text = dict[str, Any]
Called = Callable[[Text], str]


@dataclass(frozen=True)
class Change:
    """One thing that differs; a `major` one may change what its readers come to decide."""

    sentence: str
    major: bool = False


def changes(before: Text, after: Text, hidden: Collection[str] = ()) -> list[Change]:
    """What differs between the texts of a meeting; the titles of `hidden` items, by their refs, are not told."""

    def called(item: Text) -> str:
        return f"item {item['place']} ({'restricted' if item['ref'] in hidden else item['title']})"

    return [
        *_of_the_meeting(before, after),
        *_of_the_order(before, after),
        *_of_the_items(before, after, called, hidden),
        *_of_the_papers(before, after, called),
    ]


def _of_the_meeting(before: Text, after: Text) -> Iterator[Change]:
    if before["on"] != after["on"]:
        yield Change(f"The meeting is on {in_words(after['on'])}, not on {in_words(before['on'])}.", major=True)
    if before["begins"] != after["begins"]:
        yield Change(f"It begins at {after['begins']}, not at {before['begins']}.")
    if before["place"] != after["place"]:
        yield Change(f"The place is {after['place']}.")
    if before["joining"] != after["joining"]:
        yield Change("How to take part from elsewhere was changed.")


def _of_the_order(before: Text, after: Text) -> Iterator[Change]:
    """Among the items of both, as they follow one another."""
    both = {item["ref"] for item in before["items"]} & {item["ref"] for item in after["items"]}
    if _in_place(before, both) != _in_place(after, both):
        yield Change("The items stand in another order.", major=True)


def _in_place(text: Text, wanted: Collection[str]) -> list[str]:
    return [item["ref"] for item in sorted(text["items"], key=lambda item: item["place"]) if item["ref"] in wanted]


def _of_the_items(before: Text, after: Text, called: Called, hidden: Collection[str]) -> Iterator[Change]:
    was = {item["ref"]: item for item in before["items"]}
    for item in sorted(after["items"], key=lambda item: item["place"]):
        name = called(item)
        if item["ref"] not in was:
            yield Change(f"{_begin(name)} was added.", major=True)
        elif item["withdrawn"] != was[item["ref"]]["withdrawn"]:
            yield Change(f"{_begin(name)} was withdrawn.", major=True)
        else:
            yield from _of_an_item(was[item["ref"]], item, name, is_hidden=item["ref"] in hidden)
            if _parties(before, item) != _parties(after, item):
                yield Change(f"Whom {name} is about was changed.")


def _of_an_item(was: Text, item: Text, name: str, *, is_hidden: bool) -> Iterator[Change]:
    if was["title"] != item["title"]:
        slip = is_a_slip(was["title"], item["title"])
        before = "" if is_hidden else f"; it was {was['title']}"
        yield Change(f"The {'spelling' if slip else 'title'} of {name} was changed{before}.", major=not slip)
    for field, sentence, major in OF_AN_ITEM:
        if was[field] != item[field]:
            yield Change(f"{_begin(sentence.format(name=name))}.", major=major)


OF_AN_ITEM = (
    ("proposed", "the words proposed for {name} were changed", True),
    ("purpose", "what {name} is for was changed", True),
    ("resolution", "the kind of resolution asked for by {name} was changed", True),
    ("restricted", "who may read {name} was changed", True),
    ("presenter_ref", "{name} has another presenter", False),
    ("time_wanted", "the time wanted for {name} was changed", False),
    ("topic", "the topic of {name} was changed", False),
)
"""What else may differ in an item, how that is said, and whether it is major."""


def _parties(text: Text, item: Text) -> set[tuple[str | None, str]]:
    return {(each["party_ref"], each["name"]) for each in text["parties"] if each["item_ref"] == item["ref"]}


def _of_the_papers(before: Text, after: Text, called: Called) -> Iterator[Change]:
    """By their letters alone: what they are is for those to read who may have them."""
    known = {paper["ref"] for paper in before["papers"]}
    items = {item["ref"]: item for item in after["items"]}
    for paper in after["papers"]:
        if paper["ref"] not in known:
            yield Change(f"Paper {paper['letter']} came late for {called(items[paper['item_ref']])}.")


def is_a_slip(before: str, after: str) -> bool:
    """Whether one title is the other but for its spelling: the same words, each alike, and every figure the same."""
    olds, news = before.casefold().split(), after.casefold().split()
    return len(olds) == len(news) and all(map(_are_alike, olds, news))


def _are_alike(old: str, new: str) -> bool:
    has_figures = any(letter.isdecimal() for letter in old + new)
    return old == new or (not has_figures and SequenceMatcher(None, old, new).ratio() >= ALIKE)


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

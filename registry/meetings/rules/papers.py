from collections import Counter
from collections.abc import Sequence
from string import ascii_uppercase


def letters(items: Sequence[str]) -> list[str]:
    """How papers are cited, given the item of each in the order they came: A, B1, B2.

    An item has a letter once it has a paper; its papers are numbered once there are several.
    """
    order, several, so_far = list(dict.fromkeys(items)), Counter(items), Counter[str]()
    cited = []
    for item in items:
        so_far[item] += 1
        cited.append(letter(order.index(item)) + (str(so_far[item]) if several[item] > 1 else ""))
    return cited


def letter(place: int) -> str:
    """A to Z, then AA to ZZ."""
    return ascii_uppercase[place % 26] * (place // 26 + 1)


def in_order(cited: str) -> tuple[int, str, int]:
    """By what papers are sorted: B2 before B10, and Z before AA."""
    letters = cited.rstrip("0123456789")
    return len(letters), letters, int(cited[len(letters) :] or 0)

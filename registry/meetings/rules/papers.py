from collections import Counter
from collections.abc import Sequence
from itertools import count
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


def late_letter(cited: Sequence[tuple[str, str]], item: str) -> str:
    """How a paper is cited that comes once the agenda is out, given the item and letter of each that is there.

    Nothing that anybody cites moves: beside A comes A2, after B2 comes B3, and an item's first has the next letter.
    """
    own = [in_order(cite) for about, cite in cited if about == item]
    if not own:
        taken = {cite.rstrip("0123456789") for _, cite in cited}
        return next(free for place in count() if (free := letter(place)) not in taken)
    _, its, last = max(own)
    return f"{its}{max(last, 1) + 1}"


def letter(place: int) -> str:
    """A to Z, then AA to ZZ."""
    return ascii_uppercase[place % 26] * (place // 26 + 1)


def in_order(cited: str) -> tuple[int, str, int]:
    """By what papers are sorted: B2 before B10, and Z before AA."""
    letters = cited.rstrip("0123456789")
    return len(letters), letters, int(cited[len(letters) :] or 0)

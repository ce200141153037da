"""What a quorum comes to, in the words of a page and of minutes."""

from collections.abc import Iterable
from typing import Any

from registry.meetings.quorum.needs import said_of


def in_words(quorum: Any) -> str:
    """Quorate: 4 of 9 with a vote counted; 4 needed, of them 2 ACD (Terms of reference v2.0, clause 6)."""
    if quorum.needed.count is None:
        return f"{quorum.counted} of {quorum.seated} {quorum.among} counted; nothing in force says how many are needed"
    headline = _foreseen(quorum) if quorum.foreseen else _counted(quorum)
    return "; ".join([f"{headline} ({quorum.needed.authority})", *_who(quorum)])


def _counted(quorum: Any) -> str:
    verdict = "Quorate" if quorum.quorate else "Not quorate"
    return f"{verdict}: {quorum.counted} of {quorum.seated} {quorum.among} counted; {said_of(quorum.needed)}"


def _foreseen(quorum: Any) -> str:
    if quorum.quorate:
        return f"A quorum can be had: {quorum.counted} expected, {said_of(quorum.needed)}"
    return f"A quorum cannot be had: {quorum.counted} expected, {said_of(quorum.needed)}"


def _who(quorum: Any) -> Iterable[str]:
    """Whoever makes up the kinds that are asked for, who comes for another, and who is kept out."""
    counted = [each for each in quorum.people if each.counted]
    for kind in quorum.needed.includes:
        named = ", ".join(each.name for each in counted if kind in each.kinds)
        yield f"of {kind}: {named or 'nobody'}"
    for each in counted:
        if each.comes_as:
            yield f"{each.name} comes as {each.comes_as}"
    yield from _kept_out(quorum)


def _kept_out(quorum: Any) -> Iterable[str]:
    """Those of whom the same is to be said are named together."""
    together: dict[str, list[str]] = {}
    for each in quorum.people:
        if each.conflicted:
            how = "not counted" if not each.counted else "counted" if each.votes else "counted, without a vote"
            together.setdefault(f"{how} ({each.why})", []).append(each.name)
    for how, names in together.items():
        yield f"{' and '.join(filter(None, [', '.join(names[:-1]), names[-1]]))} {how}"

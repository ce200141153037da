"""One person for each voice, and one voice for each person: as many as can be had."""

from collections.abc import Sequence


def matched(candidates: Sequence[Sequence[str]]) -> dict[str, int]:
    """Persons, each with the voice counted for her (by its place), given who may speak for each, the first by right.

    Nobody is counted twice, and a voice not at all by two; of the ways to do that, it is one that counts the most.
    """
    speaking: dict[str, int] = {}

    def finds_somebody(voice: int, tried: set[str]) -> bool:
        for person in candidates[voice]:
            if person not in tried:
                tried.add(person)
                if person not in speaking or finds_somebody(speaking[person], tried):
                    speaking[person] = voice
                    return True
        return False

    for voice in range(len(candidates)):
        finds_somebody(voice, set())
    return speaking

from collections.abc import Collection, Mapping

from registry.law import rule


@rule("Model Articles, art. 11")
def is_quorate(present_voting: Collection[str], excluded: Collection[str], needed: int) -> bool:
    """Without a quorum, nothing is voted on but the calling of another meeting; it is counted item by item."""
    return len(set(present_voting) - set(excluded)) >= needed


@rule("Model Articles, art. 5")
def has_whom_a_quorum_includes(counted: Mapping[str, int], needed: Mapping[str, int]) -> bool:
    """Where terms say that a quorum includes some of a kind, it is none without them."""
    return all(counted.get(kind, 0) >= least for kind, least in needed.items())

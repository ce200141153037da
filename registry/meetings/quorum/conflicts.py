"""What the rule in force makes of whoever has a conflict: of the quorum, of the vote, and of the chair."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from registry.terms.provisions import IN_BOTH, IN_THE_QUORUM, OUT_OF_BOTH


@dataclass(frozen=True)
class Conflicts:
    """Who is kept out of an item (by ref, each with why), and what the rule in force makes of that.

    Whatever the rule, whoever is `gone` is not there to be counted, and whoever is `silent` has been left no vote.
    """

    excluded: Mapping[str, str] = field(default_factory=dict)
    recusal: str = OUT_OF_BOTH
    gone: Collection[str] = ()
    silent: Collection[str] = ()

    def let_count(self, person: str) -> bool:
        return person not in self.gone and counts(person in self.excluded, self.recusal)

    def let_vote(self, person: str) -> bool:
        return person not in (*self.gone, *self.silent) and may_vote(person in self.excluded, self.recusal)


NO_CONFLICTS = Conflicts()


def counts(conflicted: bool, recusal: str) -> bool:
    """Whether somebody is counted for the quorum, given the rule in force about whoever has a conflict."""
    return not conflicted or recusal in (IN_THE_QUORUM, IN_BOTH)


def may_vote(conflicted: bool, recusal: str) -> bool:
    """The same of the vote, which some terms take from those whom they leave in the quorum."""
    return not conflicted or recusal == IN_BOTH

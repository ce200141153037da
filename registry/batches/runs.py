"""What is done for a batch in the background."""

from collections.abc import Callable

from registry.batches import batch
from registry.batches.batch import Asked, Batch
from registry.batches.delivery import delivered
from registry.batches.printing import printed
from registry.errands import Outcome, Working, runs
from registry.errands.shelf import folder

CERTIFICATES, MEMBERS, READERS = "batches.certificates", "batches.members", "batches.readers"
BATCHES: dict[str, Callable[[Asked], Batch]] = {
    CERTIFICATES: batch.certificates,
    MEMBERS: batch.members,
    READERS: batch.readers,
}
"""Each kind of batch, by the name of the errand that prints it."""
NEEDS = "batches.print"


@runs(CERTIFICATES, needs=NEEDS)
@runs(MEMBERS, needs=NEEDS)
@runs(READERS, needs=NEEDS)
def print_batch(working: Working) -> Outcome:
    wanted = BATCHES[working.kind](working.asked)
    papers = printed(wanted.packets, title=wanted.title, by=working.account, tell=working.tell)
    return delivered(papers, delivered_as=working.asked["delivered_as"], title=wanted.title, into=folder())

from registry import clock
from registry.check import rules
from registry.check.schedule import Keeping
from registry.ledger import together
from registry.press import Print, let_go


def withdraw(paper: Print, *, why: str) -> None:
    """Let whoever checks a paper be told that it is withdrawn; its bytes stay where they are."""
    rules.is_withdrawn_once(paper.withdrawn)
    with together():
        paper.withdrawn, paper.withdrawn_why, paper.rev = clock.now(), why, paper.rev + 1


def let_go_of(paper: Print, keeping: Keeping) -> None:
    """Let go of the bytes of a paper that has been kept as long as it is to be; what the log says of it stays."""
    with together():
        let_go(paper, f"It was kept as long as it was to be ({keeping.authority}).")

from registry import clock
from registry.check import rules
from registry.ledger import together
from registry.press import Print


def withdraw(paper: Print, *, why: str) -> None:
    """Let whoever checks a paper be told that it is withdrawn; its bytes stay where they are."""
    rules.is_withdrawn_once(paper.withdrawn)
    with together():
        paper.withdrawn, paper.withdrawn_why, paper.rev = clock.now(), why, paper.rev + 1

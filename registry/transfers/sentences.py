"""Who gives, who takes, and what: in the words of every page that speaks of a transfer."""

from datetime import date

from registry.transfers.models import Transfer


def in_short(transfer: Transfer, day: date) -> str:
    """10 Ordinary shares from Asha Patel to Ben Okoro, as they were called on a day."""
    shares = f"{transfer.shares:,} {transfer.share_class.name} {'share' if transfer.shares == 1 else 'shares'}"
    return f"{shares} from {transfer.member.names_on(day)} to {to_whom(transfer, day)}"


def to_whom(transfer: Transfer, day: date) -> str:
    return " and ".join(takers(transfer, day))


def takers(transfer: Transfer, day: date) -> list[str]:
    """The names of those who take the shares, the first-named first."""
    if transfer.transferees or transfer.to is None:
        return [person.name_on(day) for person in transfer.persons]
    return [holder.person.name_on(day) for holder in transfer.to.holders_on(day)]

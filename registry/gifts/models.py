from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Pence
from registry.ledger import Document, link
from registry.people.models import Person
from registry.wording import day as in_words

GIFT, CASH, HOSPITALITY = KINDS = "gift", "cash or voucher", "hospitality"
ACCEPTED, DECLINED, TO_CHARITY = OUTCOMES = "accepted", "declined", "given to charity"


class GiftPolicy(Document):
    """What the federation has settled on for gifts and hospitality from `since` on, until the next policy.

    Amounts are in pence. A supplier may give a small item of up to `from_supplier`; anybody else up to
    `from_others`, at once or in a year. Hospitality is declared from `declared_from` on, and above
    `approved_above` it is refused unless a senior person approves it. `resolution` is what adopted the policy.
    """

    since: Mapped[date] = mapped_column(unique=True)
    from_supplier: Mapped[Pence]
    from_others: Mapped[Pence]
    declared_from: Mapped[Pence]
    approved_above: Mapped[Pence]
    resolution: Mapped[str]

    @property
    def called(self) -> str:
        return f"Policy on gifts since {in_words(self.since)}"


class Gift(Document):
    """Something that a person was offered on a day, declared on another, and what became of it.

    `organisation_ref` is that of who offered it, where the registers know them; `supplier` says whether they supply
    the federation or its practices, or would like to. `value` is in pence, and may be `estimated`. The approver is
    the senior person who approved that it be accepted, on `approved_on`. What is private (`public` False) has the
    reason why, and is shown to few.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship(foreign_keys="Gift.person_ref")
    kind: Mapped[str]
    organisation: Mapped[str]
    organisation_ref: Mapped[str | None]
    supplier: Mapped[bool]
    description: Mapped[str]
    value: Mapped[Pence]
    estimated: Mapped[bool] = mapped_column(default=False)
    offered_on: Mapped[date]
    declared_on: Mapped[date]
    outcome: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    approver_ref: Mapped[str | None] = link("person")
    approver: Mapped[Person | None] = relationship(foreign_keys="Gift.approver_ref")
    approved_on: Mapped[date | None]
    public: Mapped[bool] = mapped_column(default=True)
    private_reason: Mapped[str] = mapped_column(default="")

    @property
    def scope(self) -> str:
        """Whose it is: a grant over a person is over what that person was offered."""
        return self.person_ref

    @property
    def called(self) -> str:
        return f"{self.person.called}: {self.description}"

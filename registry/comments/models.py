from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.accounts.models import Account
from registry.ledger import Document, link
from registry.people.models import Person
from registry.terms.models import Terms
from registry.wording import day as in_words

TAKEN_UP, IN_PART, NOT_TAKEN_UP = OUTCOMES = "taken up", "taken up in part", "not taken up"
OPEN = "open"


class Comment(Document):
    """What somebody says of a version of terms, `on` a day: of the whole, or of the `clause` of that number.

    It is the account's own word, or that of a `person` which the office wrote down. `outcome` is what was made of it
    on the day `answered`, for the reason given in `answer`; it is empty until then.
    """

    terms_ref: Mapped[str] = link("terms")
    terms: Mapped[Terms] = relationship()
    account_ref: Mapped[str] = link("account")
    account: Mapped[Account] = relationship()
    person_ref: Mapped[str | None] = link("person")
    person: Mapped[Person | None] = relationship()
    on: Mapped[date]
    clause: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    outcome: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    answered: Mapped[date | None]

    @property
    def called(self) -> str:
        return f"Comment of {in_words(self.on)} on {self.terms.called}"

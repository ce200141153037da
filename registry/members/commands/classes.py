from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import standing
from registry.members.models import ShareClass
from registry.members.rules import shares as rules


@command
def create_class(
    *, name: str, nominal: int, votes_per_share: int = 1, rights: str = "", numbered: bool = False, by: Actor
) -> ShareClass:
    """Open the register for a class of shares, each of the same nominal value in pence."""
    rules.class_name_is_free(standing.class_named(name) is not None)
    rules.share_has_a_nominal_value(nominal)
    share_class = ShareClass(
        name=name, nominal=nominal, votes_per_share=votes_per_share, rights=rights, numbered=numbered
    )
    db.session.add(share_class)
    return share_class

from registry.files import Paper
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.terms import rules
from registry.terms.models import Terms


@command
def keep_signed_copy(terms: Terms, *, signed: Paper, by: Actor) -> None:
    """Keep the signed copy of a version that was adopted, by the hash of its bytes."""
    rules.is_adopted(terms.since)
    terms.signed, terms.signed_name = signed.sha256, signed.name

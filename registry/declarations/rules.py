from registry.interests.rules import GUIDANCE
from registry.law import rule


@rule(GUIDANCE, field="agreed")
def word_is_given(agreed: bool) -> bool:
    """An interest is recorded on the word of whoever has it: tick the box if this is so."""
    return agreed

"""How a decision is entered, and done."""

from registry.decisions.commands.carrying import carry_out, satisfy_condition
from registry.decisions.commands.logging import log
from registry.decisions.commands.opening import bring_in, note_effect
from registry.decisions.commands.seats import abolish_seat, establish_seat

__all__ = ["abolish_seat", "bring_in", "carry_out", "establish_seat", "log", "note_effect", "satisfy_condition"]

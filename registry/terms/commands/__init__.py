from registry.terms.commands.adopting import adopt, revoke
from registry.terms.commands.circulating import amend, circulate, withdraw
from registry.terms.commands.opening import bring_in
from registry.terms.commands.signing import keep_signed_copy

__all__ = ["adopt", "amend", "bring_in", "circulate", "keep_signed_copy", "revoke", "withdraw"]

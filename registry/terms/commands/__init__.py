from registry.terms.commands.drafting import adopt, draft, revise
from registry.terms.commands.opening import bring_in

__all__ = ["adopt", "bring_in", "draft", "revise"]

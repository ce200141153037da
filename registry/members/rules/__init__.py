from registry.members.rules import accounts, corrections, opening, shares

__all__ = ["accounts", "corrections", "opening", "shares"]

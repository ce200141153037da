from registry.members.rules import accounts, corrections, shares

__all__ = ["accounts", "corrections", "shares"]

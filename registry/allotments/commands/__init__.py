from registry.allotments.commands.authorities import authorise, correct_authority, revoke
from registry.allotments.commands.formulas import correct_formula, set_formula
from registry.allotments.commands.issuing import allot, subscribe

__all__ = [
    "allot",
    "authorise",
    "correct_authority",
    "correct_formula",
    "revoke",
    "set_formula",
    "subscribe",
]

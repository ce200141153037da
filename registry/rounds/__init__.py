"""Rounds: rounds of declarations, as they are asked for, answered and gone after."""

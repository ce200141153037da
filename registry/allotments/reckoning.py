"""What a list size comes to in shares, by the federation's formula. Pure: no books are asked."""

from registry.allotments.models import DOWN, UP

PATIENTS = 1_000
"""For how many patients the formula says what nominal value of shares there are."""


def entitlement(patients: int, *, per_thousand: int, nominal: int, rounding: str) -> int:
    """Whole shares: `per_thousand` and `nominal` are in pence, and half a share is nearest to a whole one."""
    value, whole = patients * per_thousand, PATIENTS * nominal
    if rounding == DOWN:
        return value // whole
    if rounding == UP:
        return -(-value // whole)
    return (2 * value + whole) // (2 * whole)

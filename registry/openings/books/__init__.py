"""The old books, each with its columns and how its lines are brought in, in the order in which they are."""

from registry.openings.books import (
    accounts,
    balances,
    directorships,
    movements,
    persons,
    places,
    resolutions,
    share_certificates,
    versions,
)
from registry.openings.books.brought import Answers, Book, Brought, Line
from registry.openings.models import (
    ACCOUNTS,
    APPOINTMENTS,
    BALANCES,
    CERTIFICATES,
    DECISIONS,
    DIRECTORS,
    PEOPLE,
    SEATS,
    SHARES,
    TERMS,
)

BY_NAME: dict[str, Book] = {
    PEOPLE: persons.BOOK,
    DECISIONS: resolutions.BOOK,
    ACCOUNTS: accounts.BOOK,
    SHARES: movements.BOOK,
    CERTIFICATES: share_certificates.BOOK,
    SEATS: places.SEATS_BOOK,
    APPOINTMENTS: places.APPOINTMENTS_BOOK,
    DIRECTORS: directorships.BOOK,
    TERMS: versions.BOOK,
    BALANCES: balances.BOOK,
}

__all__ = ["BY_NAME", "Answers", "Book", "Brought", "Line"]

"""The kinds of seat, as a page says them."""

from registry.seats.models import ACD, ATTENDING, CHAIR, DIRECTOR, LAY, OBSERVER, OFFICER

KINDS_IN_WORDS = {
    DIRECTOR: "Director",
    CHAIR: "Chair",
    ACD: "Accountable Clinical Director (ACD)",
    LAY: "Lay member",
    OFFICER: "Officer",
    OBSERVER: "Observer",
    ATTENDING: "In attendance",
}

from registry.rounds.views import by_link, duties, office
from registry.rounds.views.doors import room

__all__ = ["by_link", "duties", "office", "room"]

from registry.reviews.views import beside, reviewing, telling
from registry.reviews.views.doors import room

__all__ = ["beside", "reviewing", "room", "telling"]

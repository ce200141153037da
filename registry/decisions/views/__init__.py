from registry.decisions.views import asking, telling
from registry.decisions.views.doors import room

__all__ = ["asking", "room", "telling"]

from registry.decisions.views import asking, finding, telling
from registry.decisions.views.doors import room

__all__ = ["asking", "finding", "room", "telling"]

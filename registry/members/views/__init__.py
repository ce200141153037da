from registry.members.views import beside, changing, putting_right, telling
from registry.members.views.doors import room

__all__ = ["beside", "changing", "putting_right", "room", "telling"]

from registry.interests.views import beside, declaring, telling
from registry.interests.views.doors import room

__all__ = ["beside", "declaring", "room", "telling"]

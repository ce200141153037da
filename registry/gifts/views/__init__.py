from registry.gifts.views import beside, declaring, telling
from registry.gifts.views.doors import room

__all__ = ["beside", "declaring", "room", "telling"]

from registry.minutes.views import beside, confirming, suggesting, telling, writing
from registry.minutes.views.doors import room

__all__ = ["beside", "confirming", "room", "suggesting", "telling", "writing"]

from registry.minutes.views import beside, confirming, finding, suggesting, telling, writing
from registry.minutes.views.doors import room

__all__ = ["beside", "confirming", "finding", "room", "suggesting", "telling", "writing"]

from registry.resolutions.views import by_link, duties, hanging, office, writing
from registry.resolutions.views.doors import room

__all__ = ["by_link", "duties", "hanging", "office", "room", "writing"]

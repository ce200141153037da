from registry.openings.views import loading, signing, telling
from registry.openings.views.doors import room

__all__ = ["loading", "room", "signing", "telling"]

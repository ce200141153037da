from registry.practices.views import changing, loading, telling
from registry.practices.views.doors import room

__all__ = ["changing", "loading", "room", "telling"]

from registry.structure.views import changing, loading, schemes, telling
from registry.structure.views.doors import room

__all__ = ["changing", "loading", "room", "schemes", "telling"]

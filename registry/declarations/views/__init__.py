from registry.declarations.views import asking, confirming
from registry.declarations.views.doors import room

__all__ = ["asking", "confirming", "room"]

"""Doors of the editions."""

from registry.editions.views import building, issuing, sending, telling
from registry.editions.views.doors import room

__all__ = ["building", "issuing", "room", "sending", "telling"]

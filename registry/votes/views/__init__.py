from registry.votes.views import polling, putting, telling
from registry.votes.views.doors import room

__all__ = ["polling", "putting", "room", "telling"]

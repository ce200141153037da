from registry.meetings.views import attending, beside, calling, drawing, indexed, noticing, publishing, telling
from registry.meetings.views.doors import room

__all__ = ["attending", "beside", "calling", "drawing", "indexed", "noticing", "publishing", "room", "telling"]

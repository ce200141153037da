from registry.meetings.views import attending, beside, calling, drawing, telling
from registry.meetings.views.doors import room

__all__ = ["attending", "beside", "calling", "drawing", "room", "telling"]

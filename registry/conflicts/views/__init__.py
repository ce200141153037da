from registry.conflicts.views import acting, beside, by_link, telling
from registry.conflicts.views.doors import room

__all__ = ["acting", "beside", "by_link", "room", "telling"]

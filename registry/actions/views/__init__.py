from registry.actions.views import acting, beside, by_link, telling
from registry.actions.views.doors import room

__all__ = ["acting", "beside", "by_link", "room", "telling"]

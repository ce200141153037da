from registry.actions.views import acting, beside, telling
from registry.actions.views.doors import room

__all__ = ["acting", "beside", "room", "telling"]

from registry.reorganisations.views import acting, telling
from registry.reorganisations.views.doors import room

__all__ = ["acting", "room", "telling"]

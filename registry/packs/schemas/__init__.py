"""What is asked of whoever makes up packs, and what packs tell."""

from registry.packs.schemas.asked import ArrangeForm, BuildForm, ChooseForm
from registry.packs.schemas.told import PackPage, PackRow

__all__ = ["ArrangeForm", "BuildForm", "ChooseForm", "PackPage", "PackRow"]

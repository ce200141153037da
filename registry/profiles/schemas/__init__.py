"""What is asked of whoever records a profile, and what is told of it."""

from registry.profiles.schemas.asked import CorrectForm, RecordForm
from registry.profiles.schemas.told import ProfileOfItRow, ProfilePage, ProfileRow

__all__ = ["CorrectForm", "ProfileOfItRow", "ProfilePage", "ProfileRow", "RecordForm"]

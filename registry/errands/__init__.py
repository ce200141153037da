"""Errands: what is done in the background for whoever sent it, how far it has come, and the file it ends in."""

from registry.errands.commands import send
from registry.errands.kinds import Outcome, runs
from registry.errands.working import Working

__all__ = ["Outcome", "Working", "runs", "send"]

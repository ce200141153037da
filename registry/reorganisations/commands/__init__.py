from registry.reorganisations.commands.merging import merge
from registry.reorganisations.commands.moving import depart, move
from registry.reorganisations.commands.regrouping import regroup
from registry.reorganisations.commands.splitting import split
from registry.reorganisations.commands.undoing import undo

__all__ = ["depart", "merge", "move", "regroup", "split", "undo"]

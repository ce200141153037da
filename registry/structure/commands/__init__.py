from registry.structure.commands.belongings import join, leave, resume, strike
from registry.structure.commands.bodies import dissolve, found, revive, strike_body
from registry.structure.commands.loading import load_networks
from registry.structure.commands.schemes import amend, introduce, restore, retire, strike_scheme
from registry.structure.commands.sources import flag, report, settle

__all__ = [
    "amend",
    "dissolve",
    "flag",
    "found",
    "introduce",
    "join",
    "leave",
    "load_networks",
    "report",
    "restore",
    "resume",
    "retire",
    "revive",
    "settle",
    "strike",
    "strike_body",
    "strike_scheme",
]

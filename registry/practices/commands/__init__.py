from registry.practices.commands.entering import close_branch, count, enter, open_branch, reopen_branch, strike, uncount
from registry.practices.commands.loading import load_list_sizes, load_practices
from registry.practices.commands.merging import merge, unmerge

__all__ = [
    "close_branch",
    "count",
    "enter",
    "load_list_sizes",
    "load_practices",
    "merge",
    "open_branch",
    "reopen_branch",
    "strike",
    "uncount",
    "unmerge",
]

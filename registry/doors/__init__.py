"""Doors: how requests come into a room, and how answers leave it."""

from registry.doors.before import Foretold, RestingSince, WhatItComesTo
from registry.doors.door import PUBLIC, demand, find
from registry.doors.errors import answer_for_errors
from registry.doors.house import init_app
from registry.doors.hung import Duty, Found
from registry.doors.room import Room
from registry.doors.telling import About, Listing

__all__ = [
    "PUBLIC",
    "About",
    "Duty",
    "Foretold",
    "Found",
    "Listing",
    "RestingSince",
    "Room",
    "WhatItComesTo",
    "answer_for_errors",
    "demand",
    "find",
    "init_app",
]

"""What is sent to a door, where it is held while it is read."""

from io import BytesIO
from typing import IO, Any

from flask import Request, current_app

from registry.doors.door import door_of


class Sent(Request):
    """A request. Werkzeug puts files of half a megabyte and more on the disk, but for those of a door `in_memory`."""

    def _get_file_stream(self, *about: Any, **more: Any) -> IO[bytes]:
        door = door_of(self.endpoint) if self.endpoint in current_app.view_functions else None
        return BytesIO() if door and door.in_memory else super()._get_file_stream(*about, **more)

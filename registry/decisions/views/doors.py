from registry.decisions import returns
from registry.doors import Room

room = Room(__name__)
returns.hang_all()

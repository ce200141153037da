from registry.doors import Room

room = Room(__name__)

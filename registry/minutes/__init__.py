"""Minutes: the record of a meeting, grown from its agenda and from what the registers say happened."""

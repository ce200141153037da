"""Packs: papers drawn from several rooms, printed as one."""

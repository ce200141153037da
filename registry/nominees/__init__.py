"""Nominees: for which practice each account is held, apart from the register, which may name no trust."""

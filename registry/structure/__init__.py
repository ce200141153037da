"""Structure: the bodies of the federation, and which practices belonged to which of them, when."""

"""People: the natural persons whom the registers name, by names that change and a ref that does not."""

"""Members: the shares of the company, who holds them, and how they came to."""

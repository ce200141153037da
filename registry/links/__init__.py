"""Links: signed links, by each of which one person does one thing without signing in; all of them working papers."""

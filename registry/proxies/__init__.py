"""Proxies: whom members appoint to vote for them in general meeting, how instructed, and which appointments stand."""

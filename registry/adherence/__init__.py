"""Adherence: each member's deed of adherence to the shareholders' agreement."""

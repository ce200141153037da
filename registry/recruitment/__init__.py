"""Recruitment: how a seat is filled in the open, from the vacancy to the appointment; candidates are working papers."""

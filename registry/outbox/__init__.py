"""Outbox: letters by e-mail to persons in the registers, as they are written, sent, or wait; all working papers."""

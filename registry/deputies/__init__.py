"""Deputies: who may come in the place of whoever holds a seat, where the terms of the body let them."""

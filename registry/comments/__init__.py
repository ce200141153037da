"""Comments: what people say of a version of terms that has been circulated, and what was made of it."""

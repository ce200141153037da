"""Terms: the constitution and terms of reference, version by version, and the rules they lay down."""

"""The registers that the sentences of minutes come from: one module each, in the words of `minutes.words`."""

"""What is wrong with a file, gathered so that all of it is said at once."""

MOST_TOLD = 50


class Unreadable(Exception):
    """A published file that cannot be taken, with each problem by line; line 0 is the file as a whole."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        self.problems = problems[:MOST_TOLD]
        self.more = len(problems) - len(self.problems)
        super().__init__("\n".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        """The problems in words, and last, if not all are told, how many more there are."""
        told = [sentence for _, sentence in self.problems]
        if self.more:
            told.append(f"There {'is' if self.more == 1 else 'are'} {self.more} more like these")
        return told


class Problems:
    """A list that must be empty before anything is believed."""

    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []

    def note(self, line: int, sentence: str) -> None:
        self._found.append((line, sentence))

    def refuse_if_any(self) -> None:
        if self._found:
            raise Unreadable(self._found)


def refuse(sentence: str) -> Unreadable:
    """The file as a whole is wrong, so that no line of it can be judged."""
    return Unreadable([(0, sentence)])

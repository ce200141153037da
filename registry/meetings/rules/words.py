LETTERS_OF_A_STEM = 5
TOO_COMMON = frozenset({"about", "their", "other", "which", "board", "company", "members", "between", "every"})


def share_a_word(one: str, other: str) -> bool:
    """Whether two texts have a word in common that means something, whatever its ending."""
    return bool(_stems(one) & _stems(other))


def _stems(text: str) -> set[str]:
    letters = "".join(letter if letter.isalpha() else " " for letter in text.casefold())
    words = (word for word in letters.split() if word not in TOO_COMMON)
    return {word[:LETTERS_OF_A_STEM] for word in words if len(word) >= LETTERS_OF_A_STEM}

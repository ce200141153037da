"""The letter with which minutes go out. It has none of their words: whoever may read them finds them at its address."""

from registry.wording import counted


def subject_of(minutes: str, version: int) -> str:
    return f"{minutes}, version {version}" if version > 1 else minutes


def body_of(minutes: str, *, company: str, to: str, address: str, version: int, accepted: int) -> str:
    """The letter in plain text; `accepted` is how many suggestions went into this version."""
    anew = (
        f"This is version {version}. {counted(accepted, 'suggested correction')} went into it." if version > 1 else ""
    )
    parts = [
        f"Dear {to},",
        f"The {minutes[:1].lower()}{minutes[1:]} have been circulated. They are a draft until the next meeting "
        "confirms them.",
        anew,
        "Read them here, once you have signed in; you can suggest a correction beside any passage.",
        address,
        f"The company secretary\n{company}",
    ]
    return "\n\n".join(part for part in parts if part)

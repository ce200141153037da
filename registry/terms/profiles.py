"""The rules that hold where neither terms nor articles say otherwise: the Act's, and those of the Model Articles.

They are of one form with those of any terms (registry.terms.provisions); what no figure tells is in words alone.
Sources: Companies Act 2006; SI 2008/3229, Schedule 1 (Model Articles for private companies limited by shares).
"""

from dataclasses import dataclass

from registry.structure.models import BOARD, COMMITTEE, GENERAL_MEETING
from registry.terms.provisions import (
    ABSTENTION,
    AT_LEAST,
    CASTING_VOTE,
    CHAIR,
    IF_ALL_AGREE,
    LAPSE,
    MORE_THAN,
    NOBODY,
    NOT_COUNTED,
    NOTICE,
    OUT_OF_BOTH,
    QUORUM,
    RECUSAL,
    REQUIRED,
    VOTING,
    WITHOUT_A_MEETING,
    sentence_of,
)

SPECIAL_RESOLUTION = "a special resolution"
COMMON_VIEW = "Directors may decide without a meeting when all who could vote on it share a common view"
A_TWENTIETH = "Members with a twentieth of the votes may require a written resolution to be circulated"
WITH_THE_28TH_DAY = "A written resolution lapses with the 28th day, counted from that of its circulation"


@dataclass(frozen=True)
class Standard:
    """A rule of a profile, for bodies of the kind `over`; `words` where it has no figures, and `what` is then empty.

    One that `is_floor` is the least that the Act allows, whatever articles or terms say.
    """

    authority: str
    over: str
    what: str = ""
    number: int | None = None
    of: int | None = None
    who: str = ""
    matter: str = ""
    words: str = ""
    clause: str = ""
    is_floor: bool = False

    @property
    def sentence(self) -> str:
        return self.words or sentence_of(self)


def article(number: str) -> str:
    return f"Model Articles, art. {number}"


def act(section: str) -> str:
    return f"Companies Act 2006, s.{section}"


def _of_directors(over: str) -> tuple[Standard, ...]:
    """Model Articles, arts 3 to 20 and 50; committees follow the board's procedure as far as they apply (art. 6)."""
    told = (
        ("3", "The directors manage the company’s business, and may exercise all its powers"),
        ("4", "The members may direct the directors by special resolution, but not so as to undo what was done before"),
        ("5", "The directors may delegate any power to whom and on what terms they think fit, and may revoke it"),
        ("6", "Committees follow the articles that govern the directors, unless rules made for them say otherwise"),
        ("9", "Any director may call a meeting; each has notice, and may waive it up to seven days after"),
        ("10", "A director takes part who can communicate to the others what he or she has to say, wherever each is"),
        ("11(1)", "Without a quorum, nothing is voted on but the calling of another meeting"),
        ("11(3)", "Directors too few to make a quorum may only appoint more or call a general meeting"),
        ("12", "The directors appoint a chair and may end that; for one ten minutes late, others there may"),
        ("13(2)", "The chair has no casting vote where he or she is not to be counted, having a conflict"),
        ("14(3)", "A conflicted director is counted all the same if the members disapply the rule, if no conflict is "
                  "likely, or for a permitted cause"),
        ("15", "Every decision of the directors is recorded, and the record kept for ten years at least"),
        ("16", "The directors may make rules about how they take decisions and record them"),
        ("17", "A director is appointed by ordinary resolution of the members, or by the directors"),
        ("18", "A director ceases by law, by bankruptcy or composition, on medical opinion of incapacity beyond three "
               "months, or by resigning"),
        ("19", "Directors are paid what the directors determine"),
        ("20", "Directors’ reasonable expenses may be paid"),
        ("50", "Nobody may inspect the company’s records merely by being a member"),
    )  # fmt: skip
    return (
        Standard(article("7"), over, MORE_THAN, 1, 2, VOTING),
        Standard(article("11(2)"), over, QUORUM, 2),
        Standard(article("13(1)"), over, CASTING_VOTE, who=CHAIR),
        Standard(article("14(1)"), over, RECUSAL, who=OUT_OF_BOTH),
        Standard(article("7"), over, ABSTENTION, who=NOT_COUNTED),
        Standard(article("8"), over, WITHOUT_A_MEETING, who=IF_ALL_AGREE, words=COMMON_VIEW),
        *(Standard(article(number), over, words=words) for number, words in told),
    )


OF_MEMBERS = (
    Standard(act("282"), GENERAL_MEETING, MORE_THAN, 1, 2, VOTING, is_floor=True),
    Standard(act("283"), GENERAL_MEETING, AT_LEAST, 3, 4, VOTING, SPECIAL_RESOLUTION, is_floor=True),
    Standard(act("282(3)"), GENERAL_MEETING, ABSTENTION, who=NOT_COUNTED),
    Standard(act("307(1)"), GENERAL_MEETING, NOTICE, 14, is_floor=True),
    Standard(act("318(2)"), GENERAL_MEETING, QUORUM, 2),
    Standard("Model Articles, arts 42 to 47", GENERAL_MEETING, CASTING_VOTE, who=NOBODY),
    Standard(act("292(5)"), GENERAL_MEETING, REQUIRED, 1, 20, words=A_TWENTIETH),
    Standard(act("297(1)"), GENERAL_MEETING, LAPSE, 28, words=WITH_THE_28TH_DAY),
    *(
        Standard(authority, GENERAL_MEETING, words=words)
        for authority, words in (
            (act("281"), "Members decide by written resolution or at a meeting; what all assent to stands besides"),
            (act("281(3)"), "Where a resolution is called for and its kind is not said, an ordinary one is enough"),
            (act("283(6)"), "A special resolution is named as one in the notice, with its text"),
            (act("284"), "On a show of hands each member present has one vote; on a poll, and in writing, one a share"),
            (act("285"), "On a show of hands a proxy has one vote; one each way, if instructed both ways by several"),
            (act("286"), "Of joint holders, the vote of the first-named counts"),
            (act("288(2)"), "A director or an auditor is not removed by written resolution"),
            (act("289"), "Those may agree to a written resolution who could have voted on the day it was circulated"),
            (act("296"), "A written resolution passes when the majority needed has agreed; agreement is not withdrawn"),
            (act("307(5)"), "Shorter notice stands if a majority in number agrees who hold nine tenths of the shares"),
            (act("320"), "The chair’s declaration of a show of hands is conclusive, unless a poll is demanded"),
            (act("325"), "A notice says prominently that a member may appoint a proxy"),
            (act("327"), "Proxies may not be asked for earlier than 48 hours before the meeting, working days counted"),
            (article("37"), "A member attends who can speak and vote, wherever each is"),
            (article("38"), "Without a quorum, nothing is done but to appoint a chair"),
            (article("39"), "The chair of the directors chairs; failing that, a director or a member appointed there"),
            (article("40"), "Directors may attend and speak"),
            (article("41"), "Without a quorum for half an hour, or once it is lost, the meeting is adjourned; for more "
                            "than fourteen days, on seven clear days’ notice"),
            (article("43"), "Who may vote is objected to at the meeting, and the chair’s ruling is final"),
            (article("44"), "A poll may be demanded by the chair, the directors, two voters or a tenth of the votes"),
            (article("45"), "A proxy is appointed in writing that names the member, the proxy and the meeting"),
            (article("46"), "A member may come and vote in person; a proxy’s authority ends by notice before it"),
            (article("47"), "An ordinary resolution may be amended on 48 hours’ notice within its scope; a special "
                            "one only by the chair, for a slip"),
        )
    ),
)  # fmt: skip

PROFILES: dict[str, tuple[Standard, ...]] = {
    BOARD: _of_directors(BOARD),
    COMMITTEE: _of_directors(COMMITTEE),
    GENERAL_MEETING: OF_MEMBERS,
}
"""By the kind of body; other kinds have no rules but those of their terms."""

DELEGATION = next(each for each in PROFILES[BOARD] if each.authority == article("5"))
"""On what a body of any other kind rests: the directors’ power to delegate to it."""

from datetime import date

from registry.adherence import commands, queries
from registry.members import commands as members
from tests.breaches import refused
from tests.factories import ADA, AHolding, AMember, APerson

SIGNED = date(2017, 5, 4)


def signed_on(day):
    return [(line["name"], line["signed"]) for line in queries.adherence_on(day)]


class TestRecord:
    def test_is_on_file_from_the_day_it_was_signed(self):
        commands.record(AMember(), signed=SIGNED, by=ADA)

        assert signed_on(date(2017, 5, 3)) == [("Asha Patel", None)]
        assert signed_on(SIGNED) == [("Asha Patel", SIGNED)]

    def test_may_be_signed_before_the_member_is_entered(self):
        commands.record(AMember(entered=SIGNED), signed=date(2017, 5, 1), by=ADA)

        assert signed_on(SIGNED) == [("Asha Patel", date(2017, 5, 1))]

    def test_a_second_deed_of_one_member_is_refused(self):
        member = AMember()
        commands.record(member, signed=SIGNED, by=ADA)

        with refused(""):
            commands.record(member, signed=SIGNED, by=ADA)

    def test_on_a_day_still_to_come_is_refused(self):
        with refused("signed"):
            commands.record(AMember(), signed=date(2199, 1, 1), by=ADA)

    def test_a_member_who_returns_signs_anew(self):
        asha = APerson()
        holding = AHolding(5, member=AMember(person=asha))
        commands.record(holding.member, signed=SIGNED, by=ADA)
        left = date(2018, 7, 1)
        moved = {"share_class": holding.share_class, "shares": 5, "on": left, "instrument_received": left, "by": ADA}
        members.transfer(holding.member, to=AMember(person=APerson(forenames="Ben")), **moved)
        members.admit(holders=[asha], address="1 HIGH STREET", entered=left, by=ADA)

        assert ("Asha Patel", None) in signed_on(left)

    def test_by_a_former_member_is_refused(self):
        with refused("signed"):
            commands.record(AHoldingThatWent(), signed=date(2020, 1, 1), by=ADA)


def AHoldingThatWent():
    holding = AHolding(5)
    moved = {
        "share_class": holding.share_class,
        "shares": 5,
        "on": date(2018, 7, 1),
        "instrument_received": SIGNED,
        "by": ADA,
    }
    members.transfer(holding.member, to=AMember(), **moved)
    return holding.member


class TestCorrect:
    def test_puts_the_day_right(self):
        deed = commands.record(AMember(), signed=SIGNED, by=ADA)

        commands.correct(deed, signed=date(2017, 5, 3), reason="Misread.", by=ADA)

        assert signed_on(date(2017, 5, 3)) == [("Asha Patel", date(2017, 5, 3))]

    def test_to_a_day_still_to_come_is_refused(self):
        deed = commands.record(AMember(), signed=SIGNED, by=ADA)

        with refused("signed"):
            commands.correct(deed, signed=date(2199, 1, 1), reason="Misread.", by=ADA)

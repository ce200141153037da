from datetime import date

from registry.law import rule
from registry.transfers.models import CERTIFICATE_1, DUTY_PAID

INSTRUMENT = "Companies Act 2006, s.770(1)"
DECISION = "Companies Act 2006, s.771(1)"
STAMP = "Stock Transfer Act 1963 (form J30); Companies Act 2006, s.770(1)"
TRANSMITTEES = "Model Articles, arts 27 to 29"
RETURN = "Model Articles, art. 26(5)"

MOST_OF_CERTIFICATE_1 = 1_000_00
DUTY_IN_THOUSANDTHS = 5
DUTY_STEP = 5_00
MONTHS_TO_DECIDE = 2


@rule(INSTRUMENT, field="instrument_received")
def instrument_was_signed_first(signed: date, received: date) -> bool:
    """A proper instrument is signed before it is received; this one was signed on {signed}."""
    return signed <= received


@rule(INSTRUMENT, field="lodged")
def instrument_was_received(received: date, lodged: date) -> bool:
    """A transfer is lodged once the company has a proper instrument of transfer; this one came on {received}."""
    return received <= lodged


@rule(DECISION, field="lodged")
def lodging_has_happened(lodged: date, today: date) -> bool:
    """The two months run from the day on which it was lodged; {lodged} is still to come."""
    return lodged <= today


@rule(INSTRUMENT, field="to")
def transferee_is_named(to_a_member: bool, persons: int, address: str) -> bool:
    """Name either a member who takes the shares, or the persons to be admitted and their service address."""
    return to_a_member is not bool(persons) and bool(persons) is bool(address)


@rule("Companies Act 2006, s.113(2)", field="transferees")
def transferees_have_no_account(folio: int | None) -> bool:
    """These persons are on the register already: choose their account there, folio {folio}."""
    return folio is None


@rule(STAMP, field="stamping")
def certificate_1_is_for_little(stamping: str, consideration: int) -> bool:
    """Certificate 1 is for a consideration of £1,000 or less."""
    return stamping != CERTIFICATE_1 or consideration <= MOST_OF_CERTIFICATE_1


@rule(STAMP, field="stamping")
def duty_is_on_a_consideration(stamping: str, consideration: int) -> bool:
    """Where there is no consideration no duty is paid: say which certificate the form bears."""
    return stamping != DUTY_PAID or consideration > 0


@rule(STAMP, field="duty")
def duty_is_right(paid: int, due: int, in_pounds: str) -> bool:
    """Duty is 0.5% of the consideration, rounded up to the next £5, and none if certified exempt: here {in_pounds}."""
    return paid == due


@rule("Companies Act 2006, s.113(3)", field="shares")
def shares_are_not_lodged_already(waiting: int, left: int, shares: int) -> bool:
    """Of the shares held, {waiting} are lodged already and wait for a decision; {left} can still be lodged."""
    return shares <= left


@rule("Companies Act 2006, s.113(3)", field="first")
def number_is_not_lodged_already(first: int, left: bool) -> bool:
    """Share number {first} is lodged already and waits for a decision."""
    return left


@rule(f"{INSTRUMENT}; {TRANSMITTEES}", field="instrument_date")
def instrument_was_signed_in_life(died: date | None, signed: date, by_transmittee: bool) -> bool:
    """Who died on {died} signed nothing after it: whoever signed instead gives evidence of title, or elects to hold."""
    return died is None or signed <= died or by_transmittee


@rule("Model Articles, art. 27", field="happened")
def death_is_on_record(died: date | None, happened: date) -> bool:
    """Shares pass from the day of the holder's death, which must be on record first and was {died}."""
    return died is not None and happened == died


@rule("Model Articles, art. 27", field="happened")
def transmission_follows_what_happened(happened: date, lodged: date) -> bool:
    """Nobody becomes entitled before it happens: {happened} is after the day of lodging."""
    return happened <= lodged


@rule("Model Articles, art. 27", field="cause")
def a_sole_holder_held(holders: int) -> bool:
    """Where one of several joint holders has gone the others hold on: strike out the one; nothing is transmitted."""
    return holders == 1


@rule(DECISION)
def transfer_is_undecided(is_decided: bool, what: str) -> bool:
    """Each transfer is decided once: this one was {what}."""
    return not is_decided


@rule(INSTRUMENT)
def decided_once_lodged(lodged: date, decided: date) -> bool:
    """Nothing is decided of a transfer before it is lodged; this one was on {lodged}."""
    return lodged <= decided


@rule(DECISION)
def decision_has_been_made(decided: date, today: date) -> bool:
    """The record is of what has been done: {decided} is still to come."""
    return decided <= today


@rule("Companies Act 2006, s.113(3)")
def lodged_shares_are_held_still(held: bool) -> bool:
    """The shares lodged are not all held any longer, or not on that day: this transfer can only be refused."""
    return held


@rule(DECISION, field="reasons")
def refusal_gives_reasons(reasons: str) -> bool:
    """Notice of refusal is given together with the reasons for it."""
    return bool(reasons.strip())


@rule(RETURN)
def instrument_is_to_be_returned(state: str, has_instrument: bool) -> bool:
    """Only a refused transfer has an instrument to be returned; this one has none, or is {state}."""
    return has_instrument and state == "refused"


@rule(RETURN)
def instrument_is_with_the_company(settled: str) -> bool:
    """This instrument was {settled}."""
    return not settled


@rule(RETURN, field="returned")
def returned_once_refused(refused: date, returned: date) -> bool:
    """The instrument goes back with the notice of refusal, or after it: it was refused on {refused}."""
    return refused <= returned


def duty_on(consideration: int) -> int:
    """Stamp duty in pence on so many pence: 0.5%, rounded up to a multiple of £5."""
    return -(-consideration * DUTY_IN_THOUSANDTHS // (1000 * DUTY_STEP)) * DUTY_STEP

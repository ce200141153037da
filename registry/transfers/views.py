from flask import abort, g, url_for

from registry import clock
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.members.models import Member
from registry.transfers import commands, instruments, offering, queries
from registry.transfers.models import REFUSED, TRANSFER, Transfer
from registry.transfers.rules import DECISION, RETURN, TRANSMITTEES
from registry.transfers.schemas import (
    FormPage,
    FormsPage,
    LodgeForm,
    LodgeTransmissionForm,
    NoticePage,
    PassingRow,
    ReturnInstrumentForm,
    TransferPage,
    TransferRow,
    WithdrawForm,
    WithholdInstrumentForm,
)
from registry.transfers.sentences import in_short, to_whom

room = Room(__name__, under="members")

UNLESS = "unless fraud is suspected"


def is_undecided(transfer: Transfer) -> bool:
    return transfer.outcome is None


def instrument_is_here(transfer: Transfer) -> bool:
    """Whether the instrument of a refused transfer is still to be given back, or kept for a reason."""
    return transfer.kind == TRANSFER and bool(transfer.refused) and not (transfer.returned or transfer.withheld)


def account_is_open(member: Member) -> bool:
    return member.ceased is None


@room.page("/register", needs="transfers.read", tells=TransferRow, title="Transfers")
def register(on):
    return queries.transfers_on(on)


@room.page(
    "/<word>",
    needs="transfers.read",
    tells=TransferPage,
    title="Transfer",
    of=Transfer,
    acts=("transfers.withdraw", "transfers.return_instrument", "transfers.withhold_instrument"),
)
def transfer(transfer, on):
    return instruments.transfer_on(transfer, on)


@room.page("/<word>/form", needs="transfers.read", tells=FormPage, title="Stock transfer form", of=Transfer)
def form(transfer, on):
    if transfer.kind != TRANSFER:
        abort(404, f"{transfer.called} is by operation of law: there is no instrument.")
    return instruments.form_of(transfer, on) | {"title": f"Stock transfer form {transfer.number}", "ref": transfer.ref}


@room.page("/<word>/notice", needs="transfers.read", tells=NoticePage, title="Notice of refusal", of=Transfer)
def notice(transfer, on):
    if transfer.state(on) != REFUSED:
        abort(404, f"Transfer {transfer.number} was not refused by that day, so there is no notice of refusal.")
    return instruments.transfer_on(transfer, on) | {"title": f"Notice of refusal, transfer {transfer.number}"}


@room.page(
    "/member/<word>",
    needs="transfers.read",
    tells=PassingRow,
    title="Transfers of a member",
    of=Member,
    many=True,
    acts=("transfers.lodge", "transfers.lodge_transmission"),
)
def of_member(member, on):
    return queries.transfers_of(member, on)


@room.page("/member/<word>/form", needs="transfers.read", tells=FormsPage, title="Stock transfer form", of=Member)
def form_to_sign(member, on):
    title = f"Stock transfer form, folio {member.folio}"
    return {"title": title, "member": member.names_on(on), "forms": instruments.forms_to_sign(member, on)}


@room.form(
    "/member/<word>/lodge",
    needs="transfers.lodge",
    asks=LodgeForm,
    title="Lodge a transfer",
    of=Member,
    offers=offering.transfer,
    when=account_is_open,
)
def lodge(member, answer):
    return at(commands.lodge(member, **answer, by=g.account))


@room.form(
    "/member/<word>/lodge-transmission",
    needs="transfers.lodge_transmission",
    asks=LodgeTransmissionForm,
    title="Lodge a transmission",
    of=Member,
    offers=offering.transmission,
    when=account_is_open,
)
def lodge_transmission(member, answer):
    return at(commands.lodge_transmission(member, **answer, by=g.account))


@room.form(
    "/<word>/withdraw",
    needs="transfers.withdraw",
    asks=WithdrawForm,
    title="It was withdrawn",
    of=Transfer,
    edits=True,
    offers=lambda transfer: {"withdrawn": clock.today()},
    when=is_undecided,
)
def withdraw(transfer, answer):
    commands.withdraw(transfer, **answer, by=g.account)
    return at(transfer)


@room.form(
    "/<word>/return-instrument",
    needs="transfers.return_instrument",
    asks=ReturnInstrumentForm,
    title="Instrument returned",
    of=Transfer,
    edits=True,
    offers=lambda transfer: {"returned": clock.today()},
    when=instrument_is_here,
)
def return_instrument(transfer, answer):
    commands.return_instrument(transfer, **answer, by=g.account)
    return at(transfer)


@room.form(
    "/<word>/withhold-instrument",
    needs="transfers.withhold_instrument",
    asks=WithholdInstrumentForm,
    title="Keep the instrument: fraud is suspected",
    of=Transfer,
    edits=True,
    when=instrument_is_here,
)
def withhold_instrument(transfer, answer):
    commands.withhold_instrument(transfer, **answer, by=g.account)
    return at(transfer)


def at(transfer: Transfer) -> str:
    return url_for("transfers.transfer", word=transfer.ref)


@room.panel(
    on=Member,
    needs="transfers.read",
    tells=PassingRow,
    title="Transfers lodged",
    empty="No transfer of its shares, or to it, was ever lodged.",
)
def transfers_touching(member, on):
    return queries.transfers_of(member, on)


@room.duties(needs="transfers.lodge")
def decisions_due(on):
    """Each is for the board; the Act sets no day for shares that have passed by operation of law."""
    for transfer in queries.undecided_on(on):
        due, reckoned = queries.due_in_words(transfer)
        what = f"{transfer.kind} {transfer.number}, {in_short(transfer, on)}"
        authority = DECISION if due else TRANSMITTEES
        yield Duty(f"Register {what}, or refuse it with reasons", due, authority, at(transfer), reckoned)


@room.duties(needs="transfers.return_instrument")
def instruments_to_return(on):
    for transfer in queries.to_be_returned_on(on):
        due, reckoned = queries.due_in_words(transfer)
        to = to_whom(transfer, on)
        sentence = f"Return the instrument of transfer {transfer.number} to {to} with the notice of refusal, {UNLESS}"
        done_at = url_for("transfers.return_instrument", word=transfer.ref)
        yield Duty(sentence, due, RETURN, at(transfer), reckoned, done_at)


@room.resting(on=Member)
def transfers_resting(member, since):
    for transfer in queries.lodged_or_decided_since(member, since):
        yield Found("Transfer", f"{transfer.number}: {in_short(transfer, since)}", at(transfer))


@room.searched(needs="transfers.read")
def search(words, on):
    for line in queries.transfers_on(on):
        text = f"{line['number']}: {line['shares']:,} {line['share_class']} from {line['member']} to {line['to']}"
        if has_all(text, words):
            yield Found("Transfer", text, url_for("transfers.transfer", word=line["ref"]))

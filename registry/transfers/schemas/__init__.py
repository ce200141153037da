"""What is asked of whoever lodges a transfer, and what the room tells."""

from registry.transfers.schemas.asked import (
    LodgeForm,
    LodgeTransmissionForm,
    ReturnInstrumentForm,
    WithdrawForm,
    WithholdInstrumentForm,
    transfer_name,
    undecided,
)
from registry.transfers.schemas.told import FormPage, FormsPage, NoticePage, PassingRow, TransferPage, TransferRow

__all__ = [
    "FormPage",
    "FormsPage",
    "LodgeForm",
    "LodgeTransmissionForm",
    "NoticePage",
    "PassingRow",
    "ReturnInstrumentForm",
    "TransferPage",
    "TransferRow",
    "WithdrawForm",
    "WithholdInstrumentForm",
    "transfer_name",
    "undecided",
]

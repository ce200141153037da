"""The primary care networks and their practices as the NHS publishes them: ePCN, a workbook of two sheets."""

from registry.practices.published import Unreadable
from registry.structure.published.epcn import PublishedNetwork, PublishedNetworks, PublishedSpell, networks_in

__all__ = ["PublishedNetwork", "PublishedNetworks", "PublishedSpell", "Unreadable", "networks_in"]

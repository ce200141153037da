"""The Merkle tree of RFC 9162, section 2.1: one leaf for each entry, one root for all of them."""

from collections.abc import Iterable
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of the tree: the roots of its full subtrees, largest first.

    It is all that is needed to append: log2(size) hashes, whatever the size.
    """

    def __init__(self, size: int = 0, packed: bytes = b"") -> None:
        if len(packed) != HASH_BYTES * size.bit_count():
            raise ValueError(f"{len(packed)} bytes are no frontier of {size} leaves")
        self.size = size
        self.hashes = [packed[i : i + HASH_BYTES] for i in range(0, len(packed), HASH_BYTES)]

    def append(self, leaf: bytes) -> None:
        """Add the next leaf's hash, joining every pair of full subtrees that it completes."""
        joins = (~self.size & self.size + 1).bit_length() - 1
        for _ in range(joins):
            leaf = node_hash(self.hashes.pop(), leaf)
        self.hashes.append(leaf)
        self.size += 1

    def extend(self, leaves: Iterable[bytes]) -> "Frontier":
        for leaf in leaves:
            self.append(leaf)
        return self

    def root(self) -> bytes:
        if not self.hashes:
            return EMPTY_ROOT
        *lefts, root = self.hashes
        for left in reversed(lefts):
            root = node_hash(left, root)
        return root

    def packed(self) -> bytes:
        return b"".join(self.hashes)

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.ledger.tree import EMPTY_ROOT, Frontier, leaf_hash, node_hash

pytestmark = pytest.mark.pure

LEAVES = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    bytes(range(0x50, 0x58)),
    bytes(range(0x60, 0x70)),
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


class TestRoot:
    def test_of_no_leaves_is_the_hash_of_nothing(self):
        assert Frontier().root() == EMPTY_ROOT == sha256(b"").digest()

    @pytest.mark.parametrize("size", range(1, 9))
    def test_is_that_of_the_test_vectors_of_certificate_transparency(self, size):
        assert Frontier().extend(map(leaf_hash, LEAVES[:size])).root().hex() == ROOTS[size - 1]

    @given(st.lists(st.binary(max_size=8), max_size=70))
    def test_is_the_recursive_definition_of_rfc_9162(self, leaves):
        assert Frontier().extend(map(leaf_hash, leaves)).root() == defined(leaves)


class TestFrontier:
    @given(st.lists(st.binary(max_size=4), max_size=40), st.lists(st.binary(max_size=4), max_size=40))
    def test_goes_on_from_where_it_was_packed(self, before, after):
        packed = Frontier().extend(map(leaf_hash, before))

        resumed = Frontier(packed.size, packed.packed()).extend(map(leaf_hash, after))

        assert resumed.root() == defined(before + after)

    def test_of_another_size_is_refused(self):
        with pytest.raises(ValueError, match="no frontier of 3 leaves"):
            Frontier(3, b"\0" * 32)


def defined(leaves):
    """RFC 9162, section 2.1.1, word for word."""
    if len(leaves) < 2:
        return leaf_hash(leaves[0]) if leaves else EMPTY_ROOT
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(defined(leaves[:split]), defined(leaves[split:]))

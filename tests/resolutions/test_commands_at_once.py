"""Two who agree at the same instant: neither sees the other's agreement, and yet together they pass it, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from registry import clock
from registry.db import db
from registry.decisions.models import Decision
from registry.people.models import Person
from registry.resolutions import commands
from registry.resolutions.models import Resolution
from tests.factories import ADA, AHolding, AMember, APerson, AResolution, AShareClass
from tests.resolutions.answering import stands
from tests.resolutions.conftest import CIRCULATED


@pytest.mark.parametrize("votes", [(50, 1, 49), (30, 30, 40)], ids=["51 of 100", "60 of 100"])
def test_two_agreements_at_once_pass_it_once(shared, time, votes):
    ordinary = AShareClass(name="Ordinary")
    members = [AMember(person=APerson(forenames=name)) for name in ("Asha", "Ben", "Cara")]
    for member, shares in zip(members, votes, strict=True):
        AHolding(shares, member=member, share_class=ordinary)
    resolution = AResolution()
    ref, people = resolution.ref, [member.holders[0].person_ref for member in members[:2]]
    db.session.commit()
    start = Barrier(2)

    def agree(person_ref, seed):
        with shared.app_context(), clock.telling(CIRCULATED + timedelta(hours=1), seed=seed):
            mine, person = db.session.get_one(Resolution, ref), db.session.get_one(Person, person_ref)
            assert mine.answers == []
            db.session.rollback()
            start.wait()
            commands.agree(mine, person=person, by=ADA)
            db.session.remove()

    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(agree, person, seed) for seed, person in enumerate(people, start=7)]:
            each.result()

    db.session.expire_all()
    time.at += timedelta(hours=2)
    agreed = votes[0] + votes[1]
    assert stands(db.session.get_one(Resolution, ref)) == ("passed", agreed, 51, 100)
    assert db.session.query(Decision).count() == 1

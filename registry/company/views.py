from flask import g, url_for

from registry import clock, press
from registry.company import commands, queries
from registry.company.models import Company
from registry.company.schemas import ChangeForm, CompanyPage, CorrectForm, EnterForm
from registry.doors import Room

room = Room(__name__)
press.letterhead_from(queries.letterhead_on)


@room.page("/register", needs="company.read", tells=CompanyPage, title="Company", many=False)
def register(on):
    return queries.company_on(on)


@room.form("/enter", needs="company.enter", asks=EnterForm, title="Enter the company")
def enter(answer):
    commands.enter(**answer, by=g.account)
    return url_for(".register")


@room.form(
    "/<word>/change",
    needs="company.change",
    asks=ChangeForm,
    title="A particular changed",
    of=Company,
    edits=True,
    offers=lambda company: {"since": clock.today()},
)
def change(company, answer):
    commands.change(company, **answer, by=g.account)
    return url_for(".register")


@room.form(
    "/<word>/correct", needs="company.correct", asks=CorrectForm, title="A particular was wrong", of=Company, edits=True
)
def correct(company, answer):
    commands.correct(company, **answer, by=g.account)
    return url_for(".register")

"""Settings, with safe defaults; REGISTRY_<NAME> in the environment overrides each.

The company's own particulars stand here until its constitution is entered in the books.
"""

import os

COMPANY = "East Leicestershire and Rutland GP Federation Limited (demonstration)"
COMPANY_NUMBER = "00000000"
REGISTERED_OFFICE = "1 Demonstration Way, Leicester LE1 1AA"

DATABASE_URL = "sqlite:///registry.db"
"""Where the books are kept. A relative SQLite path is under the instance folder."""

MAX_CONTENT_LENGTH = 25 * 1024 * 1024
"""The most bytes that one request may carry; more is refused with 413."""

SECURE_COOKIES = False
"""Send cookies over HTTPS alone. Set it wherever the registry is reached by HTTPS; the demo, on loopback, is not."""

TRUSTED_PROXIES = 0
"""How many web servers stand before this one and say, in X-Forwarded headers, who really asks."""

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SIGN_IN_HOURS = 12
"""How long a signed-in browser stays so without being used."""

ACCESS_LOG_DAYS = 400
"""How long sign-ins, failures and readings of restricted papers are kept."""

PRINTS_MONTHS = 24
"""How long the bytes are kept of papers that no law has kept: lists, searches, a reader's own pages."""

NOTES_MONTHS = 12
"""How many months after a meeting what readers noted for themselves in its pack is kept."""

PRESS_WORKERS = min(os.cpu_count() or 1, 4)
"""How many processes set a long pack at once, each about 100 MB; with fewer than two, whoever asks for it does."""

SIGNING_KEY = ""
"""The file (PKCS#12) of the key and certificate that sign minutes, certificates and extracts; none, and none is signed.
"""

SIGNING_MODULE = ""
SIGNING_TOKEN = ""
SIGNING_LABEL = ""
"""In place of a file, a token: the library that speaks to it (PKCS#11), its label, and that of its key and certificate.
"""

SIGNING_PASSPHRASE_FILE = ""
"""The file that holds the key's passphrase, or the token's PIN: it stands in no setting."""

KEEP_WHAT_IS_SET = True
"""Keep the sections of packs as they were set, in the instance folder, for a month after they were last wanted."""

SET_PACKS_AHEAD = True
"""Set the packs of the meetings of the next six weeks again, in the background, once an act changes what they show."""

ERRANDS_AT_ONCE = 2
"""How many things are done in the background at once, each in a process of its own of about 150 MB."""

ERRAND_LEASE_SECONDS = 30
"""How long nothing may be heard of something done in the background before it is begun again."""

ERRAND_DAYS = 7
"""How long what was done in the background is kept, with the file that it ended in."""

GHOSTSCRIPT = "gs"
"""Ghostscript, which turns the papers of meetings into PDF/A; without it they are kept as sent, and packs say so."""

OFFICE = "soffice"
"""LibreOffice, which turns Word documents, spreadsheets and presentations into PDF; without it they are refused."""

RATELIMIT_STORAGE_URI = "memory://"
SIGN_IN_LIMIT = "10 per minute; 60 per hour"
"""How often one address may try to sign in."""

MITIGATIONS = [
    "Noted: nothing more need be done",
    "Declares it at the item, and does not vote",
    "Neither speaks nor votes on the item",
    "Leaves the meeting for the item",
    "Is sent no papers on the item",
    "Does not attend the meeting",
    "Hands the chair to another for the item",
    "Leaves the role",
]
"""The ways of handling an interest that a reviewer is offered, the lightest first; others are put in words."""

WTF_CSRF_CHECK_DEFAULT = False
WTF_CSRF_TIME_LIMIT = None

ADDRESS = ""
"""Where the registry is reached from outside, such as https://registry.example.nhs.uk, for the links in letters.

Left empty, it is where the browser reached it of whoever has the letters written.
"""

MAIL_SERVER = ""
"""The SMTP server that carries letters out. While there is none they wait, and can be read in the outbox."""

MAIL_PORT = 25
MAIL_STARTTLS = False
"""Go on in cipher (STARTTLS) before anything is said, and send nothing if the server will not."""

MAIL_USER = ""
MAIL_PASSWORD = ""
"""What the registry signs in to the mail server with; nothing, if it asks for nothing."""

MAIL_FROM = "registry@localhost"
"""The address that letters come from, and to which answers and failures go."""

MAIL_SECONDS = 10
"""How long the mail server may take over any one answer."""

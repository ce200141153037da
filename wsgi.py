"""For a server of WSGI: `gunicorn wsgi:app`."""

from registry import create_app

app = create_app()

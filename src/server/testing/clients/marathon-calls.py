"""Calls the PyPI package `marathon` for the test beside it.

Each line of the input is a call, {"method", "args"}; each line of the output is what it returned, {"returned"}, or raised,
{"raised", "message"}. With `events` as third argument, the lines are the raw events that the package yields. The arguments
are the address of Marathon and the token.
"""

import collections
import collections.abc
import json
import sys

# The package is older than Python 3.10, which took this name away.
collections.Iterable = collections.abc.Iterable

import requests
from marathon import MarathonClient
from marathon.models import MarathonApp, MarathonGroup
from marathon.models.base import MarathonObject

ARGUMENT_TYPES = {
    "create_app": MarathonApp,
    "update_app": MarathonApp,
    "update_apps": MarathonApp,
    "create_group": MarathonGroup,
    "update_group": MarathonGroup,
}


def plain(value):
    if isinstance(value, MarathonObject):
        return json.loads(value.to_json(minimal=False))
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.decode() if isinstance(value, bytes) else value


def read(wrap, arg):
    if isinstance(arg, list):
        return [read(wrap, item) for item in arg]
    return wrap.from_json(arg) if wrap and isinstance(arg, dict) else arg


def call(client, method, args, options):
    wrapped = [read(ARGUMENT_TYPES.get(method), arg) for arg in args]
    try:
        return {"returned": plain(getattr(client, method)(*wrapped, **options))}
    except Exception as fault:
        return {"raised": type(fault).__name__, "message": str(fault)}


def say(answer):
    print(answer if isinstance(answer, str) else json.dumps(answer), flush=True)


def main(address, token, mode="calls"):
    # The package sends its token with everything but the request for events.
    events = requests.Session()
    events.headers["Authorization"] = f"token={token}"
    client = MarathonClient(address, auth_token=token, sse_session=events)
    if mode == "methods":
        for name in sorted(vars(MarathonClient)):
            if not name.startswith("_"):
                say(name)
        return
    if mode == "events":
        for event in client.event_stream(raw=True):
            say(event.strip())
    for line in sys.stdin:
        wished = json.loads(line)
        say(call(client, wished["method"], wished["args"], wished["options"]))


main(*sys.argv[1:])

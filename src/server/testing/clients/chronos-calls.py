"""Calls the PyPI package `chronos-python` for the test beside it.

Each line of the input is a call, {"method", "args", "options"}; each line of the output is what it returned, {"returned"},
or raised, {"raised", "message"}. With `methods` as third argument, the lines are the names of the package's methods. The
arguments are the address of Chronos without its protocol, and the token.
"""

import json
import sys

import chronos


def call(client, method, args, options):
    try:
        return {"returned": getattr(client, method)(*args, **options)}
    except Exception as fault:
        return {"raised": type(fault).__name__, "message": str(fault)}


def main(address, token, mode="calls"):
    if mode == "methods":
        for name in sorted(vars(chronos.ChronosClient)):
            if not name.startswith("_"):
                print(name, flush=True)
        return
    client = chronos.connect(address, extra_headers={"Authorization": f"token={token}"})
    for line in sys.stdin:
        wished = json.loads(line)
        print(json.dumps(call(client, wished["method"], wished["args"], wished["options"])), flush=True)


main(*sys.argv[1:])

"""What schemathesis is to know of this API: lines of JSON, and names of things that are there."""

import json
import os

import schemathesis

KNOWN = json.loads(os.environ.get("DIANSHAO_KNOWN", "{}"))


@schemathesis.serializer("application/x-ndjson")
def lines_of_json(ctx, value):
    items = value if isinstance(value, list) else [value]
    return "\n".join(json.dumps(item) for item in items).encode("utf-8", "surrogatepass")


@schemathesis.hook
def map_path_parameters(ctx, path_parameters):
    """Names something that is there in two of three requests: a made-up name is only ever not found."""
    if not path_parameters:
        return path_parameters
    for name, known in KNOWN.items():
        drawn = path_parameters.get(name)
        if known and drawn is not None and len(str(drawn)) % 3:
            path_parameters[name] = known[len(str(drawn)) % len(known)]
    return path_parameters

#!/usr/bin/env python3
"""Receives alerts of Dianshao: Standard Webhooks 1.0 with the standard library of Python 3.8 or later alone.

    WEBHOOK_SECRET=whsec_… python3 receiver.py --port 8080

It verifies the signature over the raw bytes, the time, and takes each webhook-id once. Replace `take_in` by what your
system does with an alert; when it raises, the sender is told to come again.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import sys
import threading
import time
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 300
MOST_BODY_BYTES = 64 * 1024
REMEMBERED_IDS = 10_000


class Refused(Exception):
    """A delivery that is not from the sender it claims, or not from now."""


def key_of(secret):
    """The bytes behind `whsec_…`."""
    if not secret.startswith("whsec_"):
        raise ValueError("a secret begins with whsec_")
    return base64.b64decode(secret[len("whsec_"):], validate=True)


def verify(key, headers, body, now=None):
    """Returns the webhook-id of a delivery that is verified; raises Refused.

    `headers` answers `get(name)`; `body` is the raw bytes, before any parsing.
    """
    webhook_id = headers.get("webhook-id") or ""
    timestamp = headers.get("webhook-timestamp") or ""
    if not webhook_id or not (timestamp.isascii() and timestamp.isdigit()):
        raise Refused("webhook-id or webhook-timestamp is missing")
    age = (time.time() if now is None else now) - int(timestamp)
    if abs(age) > TOLERANCE_SECONDS:
        raise Refused("the timestamp is more than 300 s away")
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    expected = hmac.new(key, signed, hashlib.sha256).digest()
    # While a secret is rotated there are two signatures; one that fits is enough.
    for part in (headers.get("webhook-signature") or "").split():
        version, _, text = part.partition(",")
        if version != "v1":
            continue
        try:
            given = base64.b64decode(text, validate=True)
        except ValueError:
            continue
        if hmac.compare_digest(given, expected):
            return webhook_id
    raise Refused("no signature fits")


class Once:
    """Runs what is to be done once an id; an id whose work failed may come again.

    Of an office's system the ids belong into its database, in the transaction that takes the alert in.
    """

    def __init__(self, limit=REMEMBERED_IDS):
        self._limit = limit
        self._taken = OrderedDict()
        self._lock = threading.Lock()

    def run(self, webhook_id, work):
        # One at a time: a second delivery of the same id waits for the first.
        with self._lock:
            if webhook_id in self._taken:
                return
            work()
            self._taken[webhook_id] = True
            while len(self._taken) > self._limit:
                self._taken.popitem(last=False)


def take_in(webhook_id, alert):
    """What your system does with an alert."""
    about = alert["data"].get("caseNumber", "-")
    print(f"taken {webhook_id} {alert['type']} {about}", flush=True)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 15
    key = b""
    once = Once()

    def do_POST(self):
        status, reason = self.receive()
        if reason:
            print(f"refused {status} {reason}", file=sys.stderr, flush=True)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if status == 413:
            # The rest of the body was not read.
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()

    def receive(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            self.close_connection = True
            return 411, "no length was told"
        if int(length) > MOST_BODY_BYTES:
            return 413, "the body is too long"
        body = self.rfile.read(int(length))
        try:
            webhook_id = verify(self.key, self.headers, body)
        except Refused as refused:
            return 401, str(refused)
        try:
            alert = json.loads(body.decode("utf-8"))
            alert["type"], alert["data"]
        except (ValueError, KeyError, TypeError):
            return 400, "what is signed is no alert"
        try:
            self.once.run(webhook_id, lambda: take_in(webhook_id, alert))
        except Exception as error:  # Whatever it was: the sender comes again.
            return 500, f"the alert could not be taken in: {error}"
        return 204, None

    def log_message(self, *_):
        """Says nothing by itself: addresses and headers belong into no log."""


def main():
    parser = argparse.ArgumentParser(description="Receives alerts of Dianshao.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    told = parser.parse_args()
    Receiver.key = key_of(os.environ.get("WEBHOOK_SECRET", ""))
    server = ThreadingHTTPServer((told.host, told.port), Receiver)
    print(f"listening {server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

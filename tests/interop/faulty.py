"""Servers on this machine that do what a server must not do: refuse, hang, break off, lie."""

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Faulty(ThreadingHTTPServer):
    """Answers the n-th request as `plan` says: a status, or "hang", "cut" before anything is answered, "drip" an answer that never ends, or what
    the handler of its kind knows besides."""

    daemon_threads = True

    def __init__(self, plan, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.plan = plan
        self.seen, self.lock = [], threading.Lock()
        self.address = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def note(self, request):
        """The number of a request."""
        with self.lock:
            self.seen.append(request)
            return len(self.seen) - 1


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def spoil(self, fault):
        """Commits a fault that every server can commit; false if it is none."""
        if isinstance(fault, int):
            self.give(b"not now", fault)
        elif fault == "hang":
            time.sleep(4)
            self.close_connection = True
        elif fault == "cut":
            self.close_connection = True
        elif fault == "drip":
            self.drip()
        else:
            return False
        return True

    def drip(self):
        self.promise(1000000)
        for _ in range(40):
            try:
                self.wfile.write(b" ")
                self.wfile.flush()
            except OSError:
                break
            time.sleep(0.3)
        self.close_connection = True

    def promise(self, length, status=200, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def give(self, body, status=200, kind="application/json"):
        self.promise(len(body), status, kind)
        self.wfile.write(body)


class Connection(Faulty):
    """Passes requests on to the server behind it, except those that its plan spoils; "lose" breaks off the answer to one that was done.
    `password` is asked for if there is one."""

    def __init__(self, behind, plan=lambda number: None, password=None):
        super().__init__(plan, ConnectionHandler)
        self.behind, self.password = behind, password


class ConnectionHandler(Handler):
    def handle_any(self):
        body = self.body()
        number = self.server.note(self.command)
        if self.server.password and self.headers.get("Authorization") != self.server.password:
            return self.give(b"who are you?", 401, "text/plain")
        fault = self.server.plan(number)
        if self.spoil(fault):
            return None
        status, answer, kind = self.pass_on(body)
        if fault == "lose":
            self.promise(1000)
            self.wfile.write(b"half")
            self.close_connection = True
            return None
        return self.give(answer, status, kind or "text/plain")

    do_GET = do_PUT = do_POST = do_DELETE = handle_any

    def pass_on(self, body):
        headers = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
        request = urllib.request.Request(self.server.behind + self.path, data=body or None, headers=headers, method=self.command)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read(), answer.headers.get("Content-Type")
        except urllib.error.HTTPError as error:
            return error.code, error.read(), None


MANIFEST = {"versions": ["0.2"], "name": "Hostile", "identifierSpace": "https://hostile.example/"}


class Hostile(Faulty):
    """A reconciliation service that answers each batch by a plan: a function of the number of the batch and the questions by key, that gives a
    fault, or the answer as bytes or as an object. It speaks 0.2, or 1.0 if its manifest says so."""

    def __init__(self, plan, manifest=MANIFEST):
        super().__init__(plan, HostileHandler)
        self.manifest = manifest
        self.address += "/api"


class HostileHandler(Handler):
    def do_GET(self):
        self.say(self.server.manifest)

    def do_POST(self):
        body = self.body()
        if self.path.endswith("/reconcile"):
            questions = {f"q{n}": question for n, question in enumerate(json.loads(body)["queries"])}
        else:
            questions = json.loads(urllib.parse.parse_qs(body.decode())["queries"][0])
        answer = self.server.plan(self.server.note((self.path, questions)), questions)
        if not self.spoil(answer):
            self.say(answer)

    def say(self, answer):
        self.give(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

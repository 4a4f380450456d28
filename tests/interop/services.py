"""Reconciliation services on this machine: a real one, our own, and one that does all that a service must not do."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command, address, **options):
    """A server, from its first answer on."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        for _ in range(400):
            try:
                urllib.request.urlopen(address, timeout=5).read()
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait()


@contextmanager
def csv_reconcile(folder, rows, space="https://register.example/id/"):
    """The service of the package csv-reconcile with a register of identifiers and names; gives its address."""
    port, folder = free_port(), Path(folder)
    folder.mkdir()
    (folder / "register.csv").write_text("id,name\n" + "".join(f"{key},{name}\n" for key, name in rows.items()), encoding="utf-8")
    manifest = {"name": "Register of names", "identifierSpace": space}
    (folder / "settings.py").write_text(f'SERVER_NAME = "127.0.0.1:{port}"\nMANIFEST = {manifest!r}\n')
    program = Path(sys.executable).parent / "csv-reconcile"
    subprocess.run([program, "init", "--config", "settings.py", "register.csv", "id", "name"], cwd=folder, check=True, capture_output=True)
    with running([program, "serve"], f"http://127.0.0.1:{port}/reconcile", cwd=folder) as address:
        yield address


@contextmanager
def dateline_serve(store, *more):
    """Our own server; gives its address."""
    address = f"127.0.0.1:{free_port()}"
    with running([os.environ["DATELINE"], "serve", "--store", store, "--bind", address, *more], f"http://{address}/"):
        yield f"http://{address}"


MANIFEST = {"versions": ["0.2"], "name": "Hostile", "identifierSpace": "https://hostile.example/"}


class Hostile(ThreadingHTTPServer):
    """Answers each batch by a plan: a function of the number of the batch and the questions by key, that gives the bytes to send, a status, or
    "hang", "cut" or "drip". It speaks 0.2, or 1.0 if its manifest says so."""

    daemon_threads = True

    def __init__(self, plan, manifest=MANIFEST):
        super().__init__(("127.0.0.1", 0), HostileHandler)
        self.plan, self.manifest = plan, manifest
        self.batches, self.lock = [], threading.Lock()
        self.address = f"http://127.0.0.1:{self.server_port}/api"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class HostileHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        manifest = self.server.manifest
        self.give(manifest if isinstance(manifest, bytes) else json.dumps(manifest).encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.endswith("/reconcile"):
            questions = {f"q{n}": question for n, question in enumerate(json.loads(body)["queries"])}
        else:
            questions = json.loads(urllib.parse.parse_qs(body.decode())["queries"][0])
        with self.server.lock:
            number = len(self.server.batches)
            self.server.batches.append((self.path, questions))
        answer = self.server.plan(number, questions)
        if answer == "hang":
            time.sleep(4)
            self.close_connection = True
        elif answer == "cut":
            self.close_connection = True
        elif answer == "drip":
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            for _ in range(40):
                try:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                except OSError:
                    break
                time.sleep(0.3)
            self.close_connection = True
        elif isinstance(answer, int):
            self.give(b"not now", answer)
        else:
            self.give(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def give(self, body, status=200):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

"""A SPARQL server on this machine, and a faulty connection to it."""

import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyoxigraph

from exports import oxigraph_term


@contextmanager
def oxigraph():
    """An empty server; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).parent / "oxigraph"
    server = subprocess.Popen([program, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(address + "/store", timeout=5).read()
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait()


def dataset(address):
    """All that a server has."""
    request = urllib.request.Request(address + "/store", headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request) as answer:
        quads = pyoxigraph.parse(input=answer.read(), format=pyoxigraph.RdfFormat.N_QUADS)
        return {tuple(map(oxigraph_term, quad)) for quad in quads}


class Connection(ThreadingHTTPServer):
    """Passes requests on, but spoils those for whose number a plan gives a fault: a status, "hang", "cut" before the server has heard of the
    request, or "lose" its answer after it has done it. `password` is asked for if there is one."""

    daemon_threads = True

    def __init__(self, behind, plan=lambda number: None, password=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.behind, self.plan, self.password = behind, plan, password
        self.methods, self.lock = [], threading.Lock()
        self.address = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.server.lock:
            number = len(self.server.methods)
            self.server.methods.append(self.command)
        if self.server.password and self.headers.get("Authorization") != self.server.password:
            return self.answer(401, b"who are you?")
        fault = self.server.plan(number)
        if isinstance(fault, int):
            return self.answer(fault, b"not now")
        if fault == "hang":
            time.sleep(3)
            self.close_connection = True
            return None
        if fault == "cut":
            self.close_connection = True
            return None
        status, answer, kind = self.pass_on(body)
        if fault == "lose":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
            return None
        return self.answer(status, answer, kind)

    do_GET = do_PUT = do_POST = do_DELETE = handle_any

    def pass_on(self, body):
        headers = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
        request = urllib.request.Request(self.server.behind + self.path, data=body or None, headers=headers, method=self.command)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read(), answer.headers.get("Content-Type")
        except urllib.error.HTTPError as error:
            return error.code, error.read(), None

    def answer(self, status, body, kind=None):
        self.send_response(status)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

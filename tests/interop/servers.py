"""Well-behaved servers on this machine: SPARQL, reconciliation, our own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from exports import oxigraph_term


def installed(program):
    """A program that came with a Python package."""
    return Path(sys.executable).parent / program


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
def oxigraph():
    """An empty SPARQL server; gives its address."""
    bind = f"127.0.0.1:{free_port()}"
    with running([installed("oxigraph"), "serve", "--bind", bind], f"http://{bind}/store"):
        yield f"http://{bind}"


def dataset(address):
    """All that a SPARQL server has."""
    request = urllib.request.Request(address + "/store", headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request) as answer:
        quads = pyoxigraph.parse(input=answer.read(), format=pyoxigraph.RdfFormat.N_QUADS)
        return {tuple(map(oxigraph_term, quad)) for quad in quads}


@contextmanager
def csv_reconcile(folder, rows, space="https://register.example/id/"):
    """The service of the package csv-reconcile with a register of identifiers and names; gives its address."""
    port, folder = free_port(), Path(folder)
    folder.mkdir()
    (folder / "register.csv").write_text("id,name\n" + "".join(f"{key},{name}\n" for key, name in rows.items()), encoding="utf-8")
    manifest = {"name": "Register of names", "identifierSpace": space}
    (folder / "settings.py").write_text(f'SERVER_NAME = "127.0.0.1:{port}"\nMANIFEST = {manifest!r}\n')
    program = installed("csv-reconcile")
    subprocess.run([program, "init", "--config", "settings.py", "register.csv", "id", "name"], cwd=folder, check=True, capture_output=True)
    with running([program, "serve"], f"http://127.0.0.1:{port}/reconcile", cwd=folder) as address:
        yield address


@contextmanager
def dateline_serve(store, *more):
    """Our own server; gives its address."""
    address = f"127.0.0.1:{free_port()}"
    with running([os.environ["DATELINE"], "serve", "--store", store, "--bind", address, *more], f"http://{address}/"):
        yield f"http://{address}"

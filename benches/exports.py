"""How long exports of a store take and how much memory, beside `oxigraph dump` of the same store:
benches/exports.py DATELINE OXIGRAPH ARTICLES.nq QUADS...

ARTICLES.nq is an export of some articles as N-Quads. A store of so many QUADS is made of copies of them, each under other IRIs.
Prints for each store and format the least CPU seconds of three runs, their ratio to the dump's, and the maximum resident size.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 3
FORMATS = ["nquads", "turtle", "jsonld"]


def copies(articles, wanted, out):
    """Writes the quads again and again, until there are so many; gives their number."""
    written = copy = 0
    with out.open("w", encoding="utf-8") as file:
        while written < wanted:
            # Line by line: a process begun later is charged with the memory of this one.
            with articles.open(encoding="utf-8") as lines:
                for line in lines:
                    # Graphs of articles alone, so that each copy has its own.
                    if "/id/graph/" not in line and written < wanted:
                        file.write(line.replace("/id/article/", f"/id/article/{copy}-"))
                        written += 1
            copy += 1
    return written


def measured(command):
    """CPU seconds and mebibytes of a command, whose output goes nowhere."""
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main(dateline, oxigraph, articles, *sizes):
    for size in map(int, sizes):
        with tempfile.TemporaryDirectory() as folder:
            quads, store = Path(folder) / "quads.nq", Path(folder) / "kg"
            number = copies(Path(articles), size, quads)
            subprocess.run([oxigraph, "load", "--location", store, "--file", quads, "--non-atomic"], check=True, stderr=subprocess.DEVNULL)
            quads.unlink()
            commands = {"dump": [oxigraph, "dump", "--location", store, "--format", "nq"]}
            commands |= {form: [dateline, "export", "--store", store, "--format", form] for form in FORMATS}
            least = {}
            for _ in range(RUNS):
                for name, command in commands.items():
                    least[name] = min(least.get(name, (float("inf"), 0)), measured(command))
            for name, (seconds, size_in_memory) in least.items():
                ratio = seconds / least["dump"][0]
                print(f"{number:>9} quads  {name:7} {seconds:7.2f} s  {ratio:5.2f} times  {size_in_memory:5} MB", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

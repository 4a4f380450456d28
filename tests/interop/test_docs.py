"""Scripts of the documentation that use other people's tools: a block of python, javascript or sh right before a block of text is run
and gives that text. `DATELINE_BLESS=1` writes the answers as they are now into the pages: read them before you keep them."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from exports import ROOT
from servers import oxigraph

BLOCK = re.compile(r"```(python|javascript|sh)\n((?:(?!```).)*)```\n\n```text\n((?:(?!```).)*)```\n", re.DOTALL)
SERVER = "http://localhost:7878"
TOOLS = Path(sys.prefix)


def commands(page):
    """The commands of blocks of console, which the tests of the program itself compare with their answers."""
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    return "\n".join(line[2:] for block in blocks for line in block.splitlines() if line[:2] in ("$ ", "> "))


class Pages(unittest.TestCase):
    maxDiff = 4000

    def run_block(self, kind, code, folder):
        script = folder / {"python": "script.py", "javascript": "script.mjs", "sh": "script.sh"}[kind]
        script.write_text(code, encoding="utf-8")
        program = {"python": [sys.executable], "javascript": ["node"], "sh": ["bash", "-e"]}[kind]
        path = [Path(os.environ["DATELINE"]).parent, TOOLS / "bin", TOOLS.parent / "node_modules" / ".bin"]
        environment = os.environ | {"PATH": os.pathsep.join(map(str, path)) + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        done = subprocess.run([*program, script], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120)
        self.assertEqual(done.returncode, 0, f"{code}\n{done.stderr}")
        return done.stdout

    def answered(self, page, folder, server):
        """The page with the answers that its scripts give now."""

        def answer(found):
            kind, code, _ = found.groups()
            out = self.run_block(kind, code.replace(SERVER, server), folder).replace(server, SERVER)
            return f"```{kind}\n{code}```\n\n```text\n{out}```\n"

        return BLOCK.sub(answer, page)

    def test_scripts_give_what_pages_show(self):
        pages = [path for path in sorted((ROOT / "docs").rglob("*.md")) if BLOCK.search(path.read_text(encoding="utf-8"))]
        self.assertGreater(len(pages), 2)
        for path in pages:
            page = path.read_text(encoding="utf-8")
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder, oxigraph() as server:
                folder = Path(folder)
                for name in ("examples", "queries", "ontology"):
                    shutil.copytree(ROOT / name, folder / name)
                (folder / "node_modules").symlink_to(TOOLS.parent / "node_modules")
                self.run_block("sh", commands(page), folder)
                expected = self.answered(page, folder, server)
                if os.environ.get("DATELINE_BLESS"):
                    path.write_text(expected, encoding="utf-8")
                    page = expected
                self.assertEqual(page, expected)

    def test_an_answer_that_has_changed_is_seen(self):
        page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.answered(page, Path(folder), SERVER), page.replace("3", "2"))


if __name__ == "__main__":
    unittest.main()

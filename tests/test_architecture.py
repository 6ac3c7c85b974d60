"""The arrows between the rooms, read from the imports; the same checker is shown planted faults."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

VALUES = {
    "rules.values", "rules.recommendation", "rules.part_values", "rules.problems",
    "rules.vocabulary",
}  # fmt: skip
WORDS = {"rules.quantities", "rules.say"}
BEHIND_WORDS = {"rules.decisive"}  # picks the telling lines of a trace; decides nothing itself

MAY_IMPORT = {
    "main": {"gui", "commands"},
    "go": set[str](),
    "gui": {"casework", "records", *VALUES, *WORDS},
    "commands": {"casework", "records", *VALUES, *WORDS},
    "casework": {"rules", "records", "geography", "letters", "store", "sample"},
    "sample": {"records", "geography", *VALUES},
    "geography": {"records", *VALUES},
    "letters": {"records", *VALUES, *WORDS},
    "store": {"records", *VALUES},
    "records": VALUES,
    "rules": set[str](),
}
"""Each room, and the rooms (or single modules) it may import besides itself."""

ONLY_IN = {
    "PySide6": "gui", "shiboken6": "gui",
    "sqlite3": "store", "sqlcipher3": "store", "sqlite_utils": "store", "pysqlite3": "store",
    "reportlab": "letters",
    "shapely": "geography", "pyproj": "geography", "scipy": "geography",
    "pyogrio": "geography", "osmium": "geography",
    "z3": "rules",
    "polars": "casework",
}  # fmt: skip
"""Libraries that one room alone may know."""

LATE = {"z3", "polars"}
"""Libraries that are imported inside the function that needs them."""

IMPURE = {
    "asyncio", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets",
    "shutil", "socket", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "now", "today", "utcnow", "read_text"}
"""What rules/ has no use for: it is handed its texts and its days."""


@dataclass(frozen=True)
class Import:
    """One import: the module that does it, what it names, on which line, and when it happens."""

    by: str
    of: str
    line: int
    late: bool


def room_of(module: str) -> str:
    return module.partition(".")[0]


def modules_in(root: Path) -> dict[str, str]:
    """Read every module of the rooms: its dotted name and its source."""
    sources = {}
    for room in MAY_IMPORT:
        for path in [root / f"{room}.py", *sorted((root / room).rglob("*.py"))]:
            if path.exists():
                parts = path.relative_to(root).with_suffix("").parts
                name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
                sources[name] = path.read_text(encoding="utf-8")
    return sources


def imports_in(sources: dict[str, str]) -> list[Import]:
    """List the imports of all modules; those for type checkers alone are left out."""
    packages = {name.rpartition(".")[0] for name in sources}
    return [
        Import(module, target, node.lineno, late)
        for module, source in sources.items()
        for node, late in statements(ast.parse(source), late=False)
        for target in targets(node, module, module in packages, sources)
    ]


def statements(node: ast.AST, *, late: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Walk to every import, noting whether it stands inside a function."""
    for child in ast.iter_child_nodes(node):
        # No import stands inside an expression, and most of a tree is expressions.
        if isinstance(child, ast.expr) or is_for_type_checkers(child):
            continue
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from statements(child, late=late or inside)


def is_for_type_checkers(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def targets(
    node: ast.stmt, module: str, is_package: bool, sources: dict[str, str]
) -> Iterator[str]:
    """Name what a statement imports; ``from rules import say`` may name rules.say."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        start = module.split(".")[: None if is_package and node.level == 1 else -node.level]
        base = ".".join([*(start if node.level else []), *filter(None, [node.module])])
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in sources else base


def wrong_arrows(imports: list[Import]) -> list[str]:
    """Say which imports go where no arrow leads."""
    return [
        f"{each.by}:{each.line} imports {each.of}; {room_of(each.by)} may not"
        for each in imports
        if room_of(each.of) in MAY_IMPORT
        and room_of(each.of) != room_of(each.by)
        and not {each.of, room_of(each.of)} & MAY_IMPORT[room_of(each.by)]
    ]


def engine_in_values(imports: list[Import]) -> list[str]:
    """Say where a value or word module would pull the engine into rooms that may have only it."""
    free = VALUES | WORDS | BEHIND_WORDS
    return [
        f"{each.by}:{each.line} imports {each.of}, which letters and gui must not depend on"
        for each in imports
        if each.by in free and room_of(each.of) in MAY_IMPORT and each.of not in free
    ]


def strangers(imports: list[Import]) -> list[str]:
    """Say which libraries are known outside the one room for them, or imported too early."""
    out = [
        f"{each.by}:{each.line} imports {each.of}, which only {ONLY_IN[room_of(each.of)]} may"
        for each in imports
        if ONLY_IN.get(room_of(each.of), room_of(each.by)) != room_of(each.by)
    ]
    early = [each for each in imports if room_of(each.of) in LATE and not each.late]
    return out + [f"{each.by}:{each.line} imports {each.of} too early" for each in early]


def effects_in_rules(sources: dict[str, str], imports: list[Import]) -> list[str]:
    """Say where rules/ would touch a file, a clock or anything else outside its arguments."""
    found = [
        f"{each.by}:{each.line} imports {each.of}; rules are pure"
        for each in imports
        if room_of(each.by) == "rules" and room_of(each.of) in IMPURE
    ]
    for module, source in sources.items():
        if room_of(module) == "rules":
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Call) and called(node) in IMPURE_CALLS:
                    found.append(f"{module}:{node.lineno} calls {called(node)}; rules are pure")
    return found


def called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def cycles(sources: dict[str, str], imports: list[Import]) -> list[str]:
    """Say which modules import each other in a ring, late imports included."""
    graph: dict[str, set[str]] = {}
    for each in imports:
        if each.of in sources and each.of != each.by:
            graph.setdefault(each.by, set()).add(each.of)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["ring of imports: " + " → ".join(error.args[1])]
    return []


def complaints(sources: dict[str, str], imports: list[Import] | None = None) -> list[str]:
    """Hold the modules, and what they import, against the plan of the house."""
    imports = imports_in(sources) if imports is None else imports
    return [
        *wrong_arrows(imports),
        *engine_in_values(imports),
        *strangers(imports),
        *effects_in_rules(sources, imports),
        *cycles(sources, imports),
    ]


@pytest.fixture(scope="module")
def modules(root: Path) -> dict[str, str]:
    return modules_in(root)


@pytest.fixture(scope="module")
def imports(modules: dict[str, str]) -> list[Import]:
    return imports_in(modules)


def test_the_arrows_between_the_rooms_point_one_way(
    modules: dict[str, str], imports: list[Import]
) -> None:
    found = complaints(modules, imports)
    assert not found, "\n".join(found)


def test_the_checker_reads_the_rooms_that_are_there(
    modules: dict[str, str], imports: list[Import]
) -> None:
    assert {"main", "go", "commands", "rules.values", "records.decision"} <= set(modules)
    assert any(each.of == "rules.values" for each in imports)


PLANTED = [
    ("main", "import casework.assess", "main may not"),
    ("go", "from rules import values", "go may not"),
    ("gui.map", "from geography.network import Network", "gui may not"),
    ("gui.officer.case", "import rules.decide", "gui may not"),
    ("gui.officer.case", "from rules import decide", "gui may not"),
    ("commands.assess", "def run():\n    import gui.app", "commands may not"),
    ("casework.assess", "from gui import tasks", "casework may not"),
    ("store.decisions", "from rules.decide import decide", "store may not"),
    ("store.decisions", "from ..rules.decide import decide", "store may not"),
    ("letters.compose", "import store.file", "letters may not"),
    ("records.child", "from rules.quantities import miles", "records may not"),
    ("rules.values", "import records.child", "rules may not"),
    ("rules.say", "from rules.decide import decide", "must not depend on"),
    ("casework.assess", "import sqlite3", "only store may"),
    ("gui.map", "from shapely.geometry import Point", "only geography may"),
    ("geography.grid", "from PySide6.QtCore import QPointF", "only gui may"),
    ("gui.letter", "import reportlab.pdfgen", "only letters may"),
    ("store.file", "try:\n    import z3\nexcept ImportError:\n    pass", "only rules may"),
    ("rules.prove", "import z3", "too early"),
    ("rules.read", "from pathlib import Path", "rules are pure"),
    ("rules.read", "text = open('a')", "rules are pure"),
    ("rules.read", "from datetime import date\nday = date.today()", "rules are pure"),
    ("rules.one", "import rules.two", "ring of imports"),
]


@pytest.mark.parametrize(("module", "source", "complaint"), PLANTED)
def test_a_planted_fault_is_found(module: str, source: str, complaint: str) -> None:
    beside = {"rules": "", "rules.values": "", "rules.decide": "", "gui": "", "gui.tasks": "",
              "rules.two": "def late():\n    from rules.one import x", module: source}  # fmt: skip
    assert any(complaint in found for found in complaints(beside)), complaints(beside)


ALLOWED = [
    ("main", "def f():\n    from gui.app import main"),
    ("gui.officer.case", "from casework.assess import assess\nfrom rules.say import outcome_words"),
    ("commands.assess", "from rules.problems import UserFacingError"),
    ("store.engine", "import sqlcipher3\nfrom records.child import Child"),
    ("rules.prove", "def prove():\n    import z3"),
    ("rules.dates", "from datetime import date\nday = date(2027, 9, 1)"),
    ("records.child", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import store.file"),
]


@pytest.mark.parametrize(("module", "source"), ALLOWED)
def test_what_the_plan_allows_is_not_complained_of(module: str, source: str) -> None:
    assert complaints({"rules": "", "rules.say": "", "gui": "", module: source}) == []


def test_policy_holds_no_python(root: Path) -> None:
    assert list((root / "policy").rglob("*.py")) == []


@pytest.mark.parametrize("folder", ["packaging", "tests"])
def test_folders_that_must_not_be_packages_are_not(root: Path, folder: str) -> None:
    """packaging/__init__.py would hide the library of that name from pytest and PyInstaller."""
    assert list((root / folder).rglob("__init__.py")) == []

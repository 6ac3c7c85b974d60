"""A version made ready to evaluate: every node of its tree as a function, its answers kept.

Steps of a trace never change, so one that was made for one child serves every child for whom the
same test came out the same. Deciding is then mostly looking up, and the trace is for free.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, cast

from rules import tree
from rules.policy import PolicyVersion
from rules.recommendation import Step
from rules.run import MET, NOT_MET, UNKNOWN, Found, Judged, Run
from rules.values import FactType

Judge = Callable[[Run], Judged]
Find = Callable[[Run], Found]

MOST_KEPT = 20_000
"""How many answers a version keeps before it starts anew."""


@dataclass(slots=True, eq=False)
class Program:
    """The functions of one version's nodes, and the tables of what they answered.

    ``make_judge`` and ``make_find`` make the function of each kind of node.

    A table's key may hold the ``id`` of an answer in another table; tables are therefore emptied
    all together, and each entry holds the answers whose ids its key names.
    """

    policy: PolicyVersion
    make_judge: Mapping[type, Callable[[Program, Any], Judge]]
    make_find: Mapping[type, Callable[[Program, Any], Find]]
    judges: dict[int, tuple[tree.Condition, Judge]] = field(default_factory=dict)
    finds: dict[int, tuple[tree.Value, Find]] = field(default_factory=dict)
    named: dict[tuple[str, str], Judge] = field(default_factory=dict)
    tables: list[dict[Any, Any]] = field(default_factory=list)
    kept: int = 0

    def judge(self, node: tree.Condition) -> Judge:
        """The function that judges a condition, made once for each node."""
        known = self.judges.get(id(node))
        if known is None:
            known = self.judges[id(node)] = (node, self.make_judge[type(node)](self, node))
        return known[1]

    def find(self, node: tree.Value) -> Find:
        """The function that finds a value, made once for each node."""
        known = self.finds.get(id(node))
        if known is None:
            known = self.finds[id(node)] = (node, self.make_find[type(node)](self, node))
        return known[1]

    def definition(self, name: str) -> Judge:
        """The function that judges a definition, once for each child."""
        key = ("definition", name)
        if key not in self.named:
            body = self.policy.definitions[name].body
            is_value = isinstance(body, tuple | tree.Fact | tree.Defined)
            judge = self._of_value(name) if is_value else self.judge(cast(tree.Condition, body))
            self.named[key] = _once(name, judge, _DEFINITIONS)
        return self.named[key]

    def _of_value(self, name: str) -> Judge:
        """Judge a yes/no definition that is written as a value, or by cases."""
        find = self.find(tree.Defined(name, FactType.YES_NO))

        def judged(run: Run) -> Judged:
            found = find(run)
            result = {True: MET, False: NOT_MET, None: UNKNOWN}[found.value]
            step = Step("test", name, result, (), name, FactType.YES_NO, found.value, "is", True)
            return step, found.missing if result is UNKNOWN else ()

        return judged

    def provision(self, provision: str) -> Judge:
        """The function that judges a provision, once for each child."""
        key = ("provision", provision)
        if key not in self.named:
            when = self.policy.provision(provision).when
            self.named[key] = _once(provision, self.judge(when), _PROVISIONS)
        return self.named[key]

    def table(self) -> dict[Any, Any]:
        """A new table of answers."""
        made: dict[Any, Any] = {}
        self.tables.append(made)
        return made

    def keep(self, table: dict[Any, Any], key: object, answer: Any) -> Any:
        """Keep an answer in a table, and give it."""
        self.kept += 1
        table[key] = answer
        return answer

    def tidy(self) -> None:
        """Start anew when too much is kept; called between children only."""
        if self.kept > MOST_KEPT:
            for table in self.tables:
                table.clear()
            self.kept = 0


_DEFINITIONS = attrgetter("definitions")
_PROVISIONS = attrgetter("provisions")


def _once(name: str, judge: Judge, answers: Callable[[Run], dict[str, Judged]]) -> Judge:
    def judged(run: Run) -> Judged:
        known = answers(run)
        found = known.get(name)
        if found is None:
            found = known[name] = judge(run)
        return found

    return judged

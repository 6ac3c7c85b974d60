"""The solver, wrapped thinly: the one module that knows z3, imported when first asked.

Each proof has a context of its own, so that answers do not depend on what was asked before and
proofs may run in several threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rules.prove.problems import CannotProve, TookTooLong

Truth = Any
"""A yes/no expression of the solver."""


MOST_WORK = 15_000_000
"""Steps after which a proof is given up, about as many microseconds; what is shipped takes a few.

Steps are counted, not time, so that a proof is given up on every machine or on none.
"""
FOR_A_QUESTION, FOR_A_TEST, FOR_A_PART = 600, 2, 20
"""Steps of a question to the solver, of each test it is asked with, and of each part joined."""


class Logic:
    """Makes expressions, and asks whether some can hold together."""

    def __init__(self) -> None:
        import z3

        self._z3 = z3
        self._context = z3.Context()
        self._solver = z3.Solver(ctx=self._context)
        self._solver.set("random_seed", 0)
        self._names = 0
        self._work = 0
        self._known: dict[str, Truth] = {}
        self._denied: dict[int, Truth] = {}
        self.true: Truth = z3.BoolVal(True, self._context)
        self.false: Truth = z3.BoolVal(False, self._context)

    def yes_no(self, name: str) -> Truth:
        """A yes/no unknown."""
        if name not in self._known:
            self._known[name] = self._z3.Bool(name, self._context)
        return self._known[name]

    def whole(self, name: str) -> Any:
        """A whole-number unknown."""
        return self._z3.Int(name, self._context)

    def all_of(self, parts: Sequence[Truth]) -> Truth:
        """All of them hold."""
        return self._joined(self._z3.Z3_mk_and, parts) if parts else self.true

    def any_of(self, parts: Sequence[Truth]) -> Truth:
        """One of them holds."""
        return self._joined(self._z3.Z3_mk_or, parts) if parts else self.false

    def _joined(self, make: Any, parts: Sequence[Truth]) -> Truth:
        """Straight to the library: the casts of z3's own And and Or take most of their time."""
        self._worked(FOR_A_PART * len(parts))
        several = (self._z3.Ast * len(parts))(*(each.ast for each in parts))
        made = make(self._context.ref(), len(parts), several)
        return self._z3.BoolRef(made, self._context)

    def no(self, part: Truth) -> Truth:
        """It does not hold. The same is asked of one part again and again."""
        found = self._denied.get(identity(part))
        if found is None:
            found = self._denied[identity(part)] = self._z3.Not(part)
        return found

    def add(self, *always: Truth) -> None:
        """Let these hold from now on."""
        self._solver.add(*always)

    def named(self, whole: Truth) -> Truth:
        """A plain unknown that holds exactly when ``whole`` does."""
        self._names += 1
        name = self.yes_no(f"#{self._names}")
        self._solver.add(name == whole)
        return name

    def possible(self, *together: Truth) -> bool:
        """Whether these (plain unknowns or their opposites) can hold together.

        Raises TookTooLong once so much was asked that no more should be.
        """
        self._worked(FOR_A_QUESTION + FOR_A_TEST * len(together))
        z3 = self._z3
        # As in _joined: z3's own check() spends ten times the solver's time on casts.
        asked = (z3.Ast * len(together))(*(each.ast for each in together))
        found = z3.Z3_solver_check_assumptions(
            self._context.ref(), self._solver.solver, len(together), asked
        )
        if found == z3.Z3_L_UNDEF:
            raise CannotProve(
                "The solver gave up on this question. Nothing was proved. "
                "Ask about fewer days, or a smaller part of the policy."
            )
        return bool(found == z3.Z3_L_TRUE)

    def _worked(self, steps: int) -> None:
        self._work += steps
        if self._work > MOST_WORK:
            raise TookTooLong

    def clashing(self) -> set[int]:
        """Of what was asked last and answered no, the identities of some that clash already."""
        z3, context = self._z3, self._context.ref()
        core = z3.Z3_solver_get_unsat_core(context, self._solver.solver)
        z3.Z3_ast_vector_inc_ref(context, core)
        size = z3.Z3_ast_vector_size(context, core)
        found = [z3.Z3_ast_vector_get(context, core, at) for at in range(size)]
        identities = {z3.Z3_get_ast_id(context, each) for each in found}
        z3.Z3_ast_vector_dec_ref(context, core)
        return identities

    def alike(self, together: Sequence[Truth], asked: Sequence[Truth]) -> dict[int, bool]:
        """Of some plain unknowns those that are the same wherever some others all hold.

        By their identities, with what they are there. All at once, which is far quicker than one
        after another.
        """
        self._worked(FOR_A_QUESTION + FOR_A_TEST * len([*together, *asked]))
        z3 = self._z3
        given, wanted, found = (z3.AstVector(None, self._context) for _ in range(3))
        for vector, several in ((given, together), (wanted, asked)):
            for each in several:
                vector.push(each)
        answer = z3.Z3_solver_get_consequences(
            self._context.ref(), self._solver.solver, given.vector, wanted.vector, found.vector
        )
        if answer != z3.Z3_L_TRUE:
            raise CannotProve("A region without children was to be told. Please report this.")
        return self._consequences(found, {identity(each) for each in asked})

    def _consequences(self, found: Any, asked: set[int]) -> dict[int, bool]:
        """What follows, by identity. Straight to the library, as in _joined."""
        z3, context = self._z3, self._context.ref()
        told = {}
        for at in range(z3.Z3_ast_vector_size(context, found.vector)):
            implied = z3.Z3_ast_vector_get(context, found.vector, at)
            literal = z3.Z3_get_app_arg(context, z3.Z3_to_app(context, implied), 1)
            if (plain := z3.Z3_get_ast_id(context, literal)) in asked:
                told[plain] = True
                continue
            denied = z3.Z3_get_app_arg(context, z3.Z3_to_app(context, literal), 0)
            told[z3.Z3_get_ast_id(context, denied)] = False
        return told

    def child(self) -> Child:
        """The child found by the last question that was answered yes."""
        return Child(self._solver.model(), self._z3, self._context)


class Child:
    """What the solver found: a value for every unknown."""

    def __init__(self, model: Any, z3: Any, context: Any) -> None:
        self._model, self._z3, self._context = model, z3, context

    def holds(self, truth: Truth) -> bool:
        """Whether an expression holds of this child."""
        z3, context = self._z3, self._context.ref()
        found = (z3.Ast * 1)()
        z3.Z3_model_eval(context, self._model.model, truth.ast, True, found)
        return bool(z3.Z3_get_bool_value(context, found[0]) == z3.Z3_L_TRUE)

    def number(self, whole: Any) -> int:
        """The value of a whole number for this child."""
        return int(self._model.evaluate(whole, model_completion=True).as_long())


def identity(truth: Truth) -> int:
    """A number that two expressions share exactly when they are one and the same."""
    kept: dict[str, int] = truth.__dict__
    if "_identity" not in kept:
        kept["_identity"] = int(truth.get_id())
    return kept["_identity"]

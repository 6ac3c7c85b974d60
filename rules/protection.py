"""The *protection* of a cohort: which older version a child is kept on, if any."""

from __future__ import annotations

from rules.evaluate import Run
from rules.part_findings import finding_of, provisions_of
from rules.part_values import Protection, ProtectionOutcome
from rules.policy import PolicyVersion
from rules.recommendation import Finding
from rules.values import Effect, Facts, Result, Standing

UNPROTECTED = Protection(ProtectionOutcome.NONE, None, None, None, ())


def protection(policy: PolicyVersion, facts: Facts) -> Protection:
    """Name the version that a ``protects`` provision keeps a child on; the first met counts.

    It names the version and reads nothing of it: the text may not be held. Whoever has it decides
    under it too, and the child has the more favourable of both. It cannot be told while a
    provision above the first met is open, unless it would keep the child on the same version.
    """
    run = Run(policy, facts)
    possible: list[Finding] = []
    for provision in provisions_of(run, Effect.PROTECTS):
        found = finding_of(run, provision)
        if found.result is Result.NOT_MET:
            continue
        possible.append(found)
        if found.result is Result.MET:
            return _kept(policy, possible)
    return _open(possible) if possible else UNPROTECTED


def _kept(policy: PolicyVersion, possible: list[Finding]) -> Protection:
    """The last of ``possible`` is met; the others are open."""
    met = possible[-1]
    keeps = {policy.provision(each.provision).keeps for each in possible}
    if len(keeps) > 1:
        return _open(possible[:-1])
    return Protection(ProtectionOutcome.KEPT, keeps.pop(), met, met.cites, ())


def _open(possible: list[Finding]) -> Protection:
    first = possible[0]
    missing = tuple(dict.fromkeys(name for each in possible for name in each.missing))
    unread = tuple(each.provision for each in possible if each.standing is Standing.UNREAD)
    return Protection(ProtectionOutcome.CANNOT_TELL_YET, None, first, first.cites, missing, unread)

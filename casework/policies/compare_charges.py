"""What two versions charge differently: sums, whom they fit, and charges that come or go."""

from __future__ import annotations

from collections.abc import Iterator

from casework.policies.condition_words import Speech, WrittenLine, condition_lines, value_text
from casework.policies.text_difference import replacements
from rules.policy import PolicyVersion, Provision
from rules.prove.meaning import Reader
from rules.quantities import pounds
from rules.tree import Case, Charge, Parameter
from rules.values import Effect


def charges_changed(old: PolicyVersion, new: PolicyVersion) -> tuple[str, ...]:
    """A sentence for each charge that is new, gone, or asks for something else; in text order.

    Two charges are held side by side by name, or where one says that it replaces the other. What
    they mean counts, names resolved, so that another figure or another definition shows. Help
    that costs nothing in both is no change.
    """
    before, after = _charging(old), _charging(new)
    pairs = _paired(before, after, replacements(new))
    gone = [
        each for each in before if all(each is not one for one, _ in pairs) and _asks(old, each)
    ]
    come = [each for each in after if all(each is not two for _, two in pairs) and _asks(new, each)]
    return (
        *(said for one, two in pairs for said in _changed(old, new, one, two)),
        *(f"{each.title}: no longer charged." for each in gone),
        *(f"{each.title}: new; {_sums_in_words(new, each.charge)}." for each in come),
    )


def _charging(policy: PolicyVersion) -> list[Provision]:
    return [each for each in policy.provisions if each.effect is Effect.CHARGES]


def _paired(
    before: list[Provision], after: list[Provision], replaced: dict[str, str]
) -> list[tuple[Provision, Provision]]:
    by_id = {each.id: each for each in before}
    by_name = {each.id.partition("#")[2]: each for each in before}
    pairs: list[tuple[Provision, Provision]] = []
    for each in after:
        alike = by_name.get(each.id.partition("#")[2])
        one = by_id.get(each.id) or by_id.get(replaced.get(each.id, "")) or alike
        if one is not None and all(one is not taken for taken, _ in pairs):
            pairs.append((one, each))
    return pairs


def _changed(
    old: PolicyVersion, new: PolicyVersion, one: Provision, two: Provision
) -> Iterator[str]:
    """What is said of a charge that both versions have; nothing where it means the same."""
    if one.charge is None or two.charge is None:
        if one.charge is not two.charge:
            yield f"{two.title}: what is charged was not read in one of the two texts."
        return
    if not (_asks(old, one) or _asks(new, two)):
        return
    if _meaning(old, one.charge) != _meaning(new, two.charge):
        yield f"{two.title}: {_sums_changed(old, new, one.charge, two.charge)}."
    if _whom(old, one) != _whom(new, two):
        yield f"{two.title}: whom it is asked of is said otherwise."


def _asks(policy: PolicyVersion, provision: Provision) -> bool:
    """Whether a charge may ask for more than nothing; one that was not read may."""
    if provision.charge is None:
        return True
    return any(_sum(policy, case) != pounds(0) for case in provision.charge.cases)


def _whom(policy: PolicyVersion, provision: Provision) -> tuple[object, ...]:
    touched = tuple(sorted(each.partition("#")[2] for each in provision.touches))
    return Reader(policy, frozenset()).meaning(provision.when), touched


def _meaning(policy: PolicyVersion, charge: Charge) -> tuple[object, ...]:
    """A charge with all names resolved: alike for two that ask alike sums of alike children."""
    reader = Reader(policy, frozenset())
    shares = [(reader.meaning(each.by), reader.meaning(each.out_of), each.rounding)
              for each in charge.times]  # fmt: skip
    parts = reader.meaning(charge.instalments) if charge.instalments else None
    return reader.meaning(charge.cases), tuple(shares), parts


def _sums_changed(old: PolicyVersion, new: PolicyVersion, one: Charge, two: Charge) -> str:
    """``£0 becomes £600.00``; case by case where both have the same ones."""
    whens = [_whens(old, one), _whens(new, two)]
    if whens[0] != whens[1]:
        return f"it was {_sums_in_words(old, one)}; now {_sums_in_words(new, two)}"
    words = [
        f"{_sum(old, was)} becomes {_sum(new, now)}{_where(new, now, len(two.cases))}"
        for was, now in zip(one.cases, two.cases, strict=True)
        if _sum(old, was) != _sum(new, now)
    ]
    return ", ".join(words) or "its shares or its parts of the year are others"


def _whens(policy: PolicyVersion, charge: Charge) -> list[str]:
    reader = Reader(policy, frozenset())
    return [reader.meaning(case.when) if case.when else "" for case in charge.cases]


def _sums_in_words(policy: PolicyVersion, charge: Charge | None) -> str:
    if charge is None:
        return "what is charged was not read"
    count = len(charge.cases)
    return ", ".join(f"{_sum(policy, each)}{_where(policy, each, count)}" for each in charge.cases)


def _sum(policy: PolicyVersion, case: Case) -> str:
    """A case's sum; those of a figure with dates in order of days."""
    if not isinstance(case.value, Parameter):
        return case.value if isinstance(case.value, str) else value_text(Speech(policy), case.value)
    dated = policy.parameters[case.value.name].values
    return " then ".join(pounds(each.value) for each in dated if isinstance(each.value, int))


def _where(policy: PolicyVersion, case: Case, count: int) -> str:
    if case.when is None:
        return " otherwise" if count > 1 else ""
    return f" where {_joined(condition_lines(Speech(policy), case.when))}"


def _joined(lines: tuple[WrittenLine, ...]) -> str:
    """The lines of a condition run on: ``(any one of these: low income, asylum support)``."""
    words = [f"{each.words[:1].lower()}{each.words[1:]}" for each in lines]
    return words[0] if len(words) == 1 else f"({words[0]}: {', '.join(words[1:])})"

"""The recommendation in a sentence: its outcome, its ground, its figure, and how long it lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from casework.assess import Assessment
from casework.last_day import end_of_school_year
from casework.rationale import rationale
from gui.officer.notes import note_of, plain
from records.kept import KeptOn
from rules.quantities import day_in_words, limit_in_miles, miles
from rules.recommendation import Finding, Recommendation, Step
from rules.say import finding_sentence, telling_test
from rules.values import Effect, KnownHow, NoRoute, Outcome, Result

WALKING_LIMITS: Final = {
    "walking_limit_under_eight": "the limit for a child under 8",
    "walking_limit_from_eight": "the limit for a child of 8 or over",
}
_GENERAL_LIMIT: Final = "the limit"
_YES_NO: Final = {True: "yes", False: "no"}
_HELPING: Final = (Effect.ENTITLES, Effect.OFFERS)


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that answers: ``outcome`` stands out, ``because`` follows it, ``then`` ends."""

    outcome: str
    because: str
    then: str = ""


def lead_of(assessment: Assessment) -> Lead:
    """Say what is recommended of a case, or why nothing can be yet."""
    found = assessment.recommendation
    if found is None:
        return Lead("The facts contradict each other.", trouble_words(assessment))
    if assessment.kept is not None and assessment.outcome is not found.eligibility.outcome:
        return Lead("For an officer.", _kept_on_what_is_not_held(assessment.kept))
    outcome = found.eligibility.outcome
    if outcome in (Outcome.ENTITLED, Outcome.OFFERED):
        return _met(assessment, found)
    if outcome is Outcome.NOT_ENTITLED:
        return Lead("Not entitled.", _why_not(assessment, found))
    if outcome is Outcome.FOR_AN_OFFICER:
        return Lead("For an officer.", _why_officer(assessment, found))
    return Lead("Cannot tell yet.", _what_is_missing(assessment))


def _kept_on_what_is_not_held(kept: KeptOn) -> str:
    return (
        f"The child is kept on {kept.keeps}, whose text is not held here and may do more than the "
        "version of the day."
    )


def at_odds(assessment: Assessment) -> tuple[str, ...]:
    """Name the facts that contradict each other, as the trouble names them."""
    words = re.findall(r"\w+", assessment.trouble or "")
    return tuple(dict.fromkeys(word for word in words if word in assessment.policy.vocabulary))


def trouble_words(assessment: Assessment) -> str:
    """Say which facts are at odds, by their labels, and why."""
    words = (assessment.trouble or "").rpartition("contradict each other: ")[2]
    for name in sorted(at_odds(assessment), key=len, reverse=True):
        words = words.replace(f"{name} = ", f"{assessment.policy.vocabulary[name].label}: ")
    for machine, said in ((": True", ": yes"), (": False", ": no"), (" Nothing was decided.", "")):
        words = words.replace(machine, said)
    return words[:1].upper() + words[1:]


def _met(assessment: Assessment, found: Recommendation) -> Lead:
    word = "Entitled" if found.eligibility.outcome is Outcome.ENTITLED else "Offered"
    last = assessment.lasts_until
    until = f" until {day_in_words(last)}" if last else ""
    by_id = {finding.provision: finding for finding in found.findings}
    ground = by_id[found.eligibility.grounds[0]]
    if _is_the_walking_limit(ground, Result.MET):
        return Lead(
            f"{word}{until}.", distance_sentence(assessment, ground), _what_then(assessment)
        )
    because = _within_sentence(assessment, ground) or distance_sentence(assessment, ground)
    because = f"{ground.title}: {because}" if because else plain(finding_sentence(ground))
    return Lead(f"{word}{until}.", because, _what_then(assessment))


def distance_sentence(assessment: Assessment, finding: Finding) -> str:
    """Say how far the school is and what the limit is, where a finding turns on the walk."""
    test = telling_test(finding)
    if test is None or test.name != "walking_distance" or not isinstance(test.limit, int):
        return ""
    return f"{_how_far(assessment.case.school.name, test)}; {_limit(test)}."


def _within_sentence(assessment: Assessment, ground: Finding) -> str:
    """Of a ground met although the walk is within its limit, say what was judged instead."""
    test = telling_test(ground)
    if test is None or test.name != "walking_distance":
        return ""
    if not isinstance(test.value, int) or not isinstance(test.limit, int):
        return ""
    if test.value > test.limit:
        return ""
    far = _how_far(assessment.case.school.name, test)
    within = f"{far}, within the limit of {limit_in_miles(test.limit)}."
    judged = "; ".join(_judged(assessment, ground))
    return f"{within} Judged by an officer: {judged}." if judged else within


def _judged(assessment: Assessment, ground: Finding) -> list[str]:
    """Name the judgements that a ground rests on, each with its answer."""
    looked_at = set(_names_in(ground.because))
    return [
        f"{_as_part(assessment.policy.vocabulary[fact.name].label)}: {_YES_NO[fact.value]}"
        for fact in assessment.facts
        if fact.how is KnownHow.JUDGED and fact.value in _YES_NO and fact.name in looked_at
    ]


def _names_in(step: Step) -> Iterator[str]:
    if step.name:
        yield step.name
    for part in step.parts:
        yield from _names_in(part)


def _as_part(words: str) -> str:
    return words[:1].lower() + words[1:]


def _how_far(school: str, test: Step) -> str:
    if isinstance(test.value, NoRoute):
        return f"There is no walking route to {school} on this network"
    if not isinstance(test.value, int) or not isinstance(test.limit, int):
        return f"The walk to {school} has not been measured"
    away = miles(test.value, test.limit)
    return f"{school} is {away} away by the shortest available walking route"


def _limit(test: Step) -> str:
    limit = limit_in_miles(test.limit) if isinstance(test.limit, int) else ""
    return f"{WALKING_LIMITS.get(test.limit_name or '', _GENERAL_LIMIT)} is {limit}"


def _what_then(assessment: Assessment) -> str:
    """Say why it ends before the school year does, where a birthday is the reason."""
    last, child = assessment.lasts_until, assessment.case.child
    if last is None or last >= end_of_school_year(assessment.case.application.day_of_travel):
        return ""
    after = last + timedelta(days=1)
    born = child.date_of_birth
    if born is not None and (born.month, born.day) == (after.month, after.day):
        age = after.year - born.year
        return (
            f"{child.given_name} turns {age} on {day_in_words(after)}; from then the case has to "
            "be looked at again."
        )
    return f"From {day_in_words(after)} the case has to be looked at again."


def _why_not(assessment: Assessment, found: Recommendation) -> str:
    if sentence := _walking_limit_not_met(assessment, found):
        return f"{sentence} No other provision is met."
    failed = [each for each in rationale(found).failed if each.effect in _HELPING]
    if not failed:
        return "No provision of the policy is for this age, phase or kind of place."
    return f"No provision is met. {_nearest(assessment, failed[0])}".strip()


def _nearest(assessment: Assessment, finding: Finding) -> str:
    note = note_of(finding, assessment.policy.vocabulary)
    return f"The nearest, {finding.title.lower()}, fails on this: {note}." if note else ""


def _walking_limit_not_met(assessment: Assessment, found: Recommendation) -> str:
    walked = [
        each for each in rationale(found).failed if _is_the_walking_limit(each, Result.NOT_MET)
    ]
    return distance_sentence(assessment, walked[0]) if walked else ""


def _is_the_walking_limit(finding: Finding, of: Result) -> bool:
    test = telling_test(finding)
    return test is not None and test.limit_name in WALKING_LIMITS and test.result is of


def _why_officer(assessment: Assessment, found: Recommendation) -> str:
    unread = titles(found, found.eligibility.unread)
    if unread:
        return f"The policy speaks of this case in a text that is not held here: {unread}."
    if not assessment.questions:
        return "A provision of the policy hands this case to an officer's judgement."
    open_ones = titles(found, tuple(each.provision for each in rationale(found).open))
    judged = f"What is left, a named person has to judge: {open_ones[:1].lower()}{open_ones[1:]}."
    return f"{_walking_limit_not_met(assessment, found)} {judged}".strip()


def _what_is_missing(assessment: Assessment) -> str:
    count = len(assessment.questions)
    if count == 1:
        return "One fact that could still decide is not known; it is asked for below."
    return (
        f"{count} facts that could still decide are not known; the one that matters most is "
        "asked for first."
    )


def titles(found: Recommendation, provisions: tuple[str, ...]) -> str:
    """Name provisions by their titles, in the order given, each once."""
    by_id = {finding.provision: finding.title for finding in found.findings}
    names = dict.fromkeys(by_id.get(each, each) for each in provisions)
    return "; ".join(names)


def span(assessment: Assessment) -> tuple[date, date, date] | None:
    """Give the first day, the last day of the outcome and the end of the school year."""
    start = assessment.case.application.day_of_travel
    if assessment.lasts_until is None:
        return None
    return start, assessment.lasts_until, end_of_school_year(start)

"""Random policies over a small vocabulary that holds every kind of fact, definition and limit."""

from __future__ import annotations

import random

from rules.policy import PolicyVersion
from tests.rules.made_up import read_text

VOCABULARY = """
format: 1
facts:
  day_of_travel: {type: date, how: recorded, scope: yes, label: Day, question: Which day?}
  date_of_birth: {type: date, how: recorded, scope: yes, label: Born, question: When born?}
  began: {type: date, how: judged, label: Began, question: When begun?}
  began_on: {type: date, how: derived, given: yes, label: Began on, question: When begun?}
  term: {type: date, how: derived, label: Term, question: Which term?}
  age: {type: number, how: derived, scope: yes, label: Age, question: How old?}
  places: {type: number, how: derived, given: yes, label: Places, question: How many?, most: 100}
  form: {type: number, how: recorded, label: Form, question: Which form?, least: -2, most: 20}
  kind:
    {type: choice, how: recorded, scope: yes, label: Kind, question: Which kind?,
     choices: {school: a school, college: a college, home: at home}}
  size:
    {type: choice, how: derived, label: Size, question: Which size?,
     choices: {small: small, middling: middling, large: large}}
  given_size:
    {type: choice, how: derived, given: yes, label: Given size, question: Which size?,
     choices: {small: small, middling: middling, large: large}}
  kind_told:
    {type: choice, how: derived, label: Kind told, question: Which kind?,
     choices: {school: a school, college: a college, home: at home}}
  one: {type: yn, how: recorded, label: One, question: One?}
  two: {type: yn, how: evidenced, label: Two, question: Two?}
  three: {type: yn, how: recorded, label: Three, question: Three?}
  judged_one: {type: yn, how: judged, label: Judged one, question: Judged one?}
  judged_two: {type: yn, how: judged, label: Judged two, question: Judged two?}
  worked_out: {type: yn, how: derived, label: Worked out, question: Worked out?}
  may_be_given: {type: yn, how: derived, given: yes, label: May be given, question: May be given?}
  judged_both: {type: yn, how: derived, given: yes, label: Judged both, question: Judged both?}
  by_cases: {type: yn, how: derived, label: By cases, question: By cases?}
  the_same: {type: yn, how: derived, given: yes, label: The same, question: The same?}
  never_defined: {type: yn, how: derived, given: yes, label: Never, question: Never?}
  far: {type: length, how: measured, label: Far, question: How far?}
  farther: {type: length, how: measured, label: Farther, question: How much farther?}
  road: {type: length, how: derived, given: yes, label: Road, question: How far by road?}
  earned: {type: money, how: evidenced, label: Earned, question: How much?}
parameters:
  least_year: {value: -2, source: {document: vocabulary, standing: enacted}}
truths:
  - {truth: order, says: Born first., holds: day_of_travel > date_of_birth}
  - {truth: three, says: One or the other., holds: {any: [one, not three, may_be_given]}}
"""

PARAMETERS = """
format: 1
policy: made-up/one
title: Made up
status: draft
documents: {paper: {title: The paper, where: nowhere}}
parameters:
  limit: {value: 2 miles, source: {document: paper, standing: adopted}}
  sum: {value: £100, source: {document: paper, standing: adopted}}
  several: {value: 3, source: {document: paper, standing: adopted}}
  eight: {value: 8, source: {document: paper, standing: adopted}}
  sixteen: {value: 16, source: {document: paper, standing: adopted}}
  last_day: {value: 2026-10-01, source: {document: paper, standing: adopted}}
  seasons: {value: [31 March, 31 August, 31 December], source: {document: paper, standing: adopted}}
  leap_day: {value: [29 February], source: {document: paper, standing: adopted}}
  moving_limit:
    source: {document: paper, standing: adopted}
    values:
      - {until: 2026-08-31, value: 3 miles}
      - {from: 2026-09-01, until: 2026-10-31, value: 1 mile}
      - {from: 2026-11-01, value: 2 miles}
  moving_age:
    source: {document: paper, standing: adopted}
    values: [{until: 2026-09-30, value: 8}, {from: DATED, value: 11}]
  moving_seasons:
    source: {document: paper, standing: adopted}
    values:
      - {until: 2026-09-30, value: [31 March]}
      - {from: DATED, value: [1 September, 29 February]}
"""

DEFINITIONS = """
definitions:
  age: age of date_of_birth on day_of_travel
  age_in_season: age of date_of_birth on last of seasons before day_of_travel
  age_when_begun: age of date_of_birth on began
  season_of_eight: first of seasons on or after birthday eight of date_of_birth
  moving_season: last of moving_seasons on or before date_of_birth
  sixteenth: birthday sixteen of date_of_birth
  leap: first of leap_day on or after date_of_birth
  worked_out: {all: [one, two]}
  may_be_given: {any: [{all: [one, judged_one]}, two]}
  judged_both: {all: [judged_one, judged_two]}
  began_on:
    cases:
      - {when: one, value: began}
      - {when: two, value: day_of_travel}
      - {when: "age < moving_age", value: last_day}
      - {otherwise: began}
  term: {value: first of seasons on or after began_on}
  places:
    cases: [{when: one, value: form}, {when: judged_one, value: several}, {when: two, value: eight}]
  one_of_two: {cases: [{when: judged_two, value: several}, {otherwise: eight}]}
  road:
    cases: [{when: kind is home, value: far}, {when: CASE, value: limit}, {otherwise: farther}]
  by_cases: {cases: [{when: CASE, value: one}, {when: two, value: judged_one}, {otherwise: three}]}
  the_same: {value: judged_one}
  size:
    cases:
      - {when: form < several, value: small}
      - {when: CASE, value: middling}
      - {when: CASE, value: small}
      - {otherwise: large}
  given_size:
    cases: [{when: judged_one, value: small}, {when: two, value: large}]
  kind_told:
    cases: [{when: one, value: school}, {when: kind is home, value: home}, {otherwise: college}]
  both_kinds: {any: [kind_told is school, size is small]}
  one_or_two: {any: [one, not two]}
  beyond: {any: ["far > limit", "road > moving_limit"]}
"""

LEAVES = (
    """
one|two|three|not one|not three|judged_one|not judged_two|worked_out|not worked_out|may_be_given
not may_be_given|judged_both|not judged_both|by_cases|not by_cases|the_same|never_defined
one_or_two|not one_or_two|beyond|not beyond|both_kinds|far > limit|far <= limit
far > moving_limit|farther > far|road <= limit|road > far|earned <= sum|earned > sum
form < several|form = eight|form >= moving_age
age < eight|age >= moving_age|age_in_season < sixteen|age_when_begun >= eight|places > several
places = one_of_two|one_of_two < eight|kind is home|kind in [school, college]|size is small
size in [small, large]|size in [small, middling, large]|given_size is large|kind_told is school
kind_told in [school, home]|day_of_travel <= last_day|day_of_travel > season_of_eight
moving_season < began_on|began < moving_season|sixteenth < leap|day_of_travel < sixteenth
began_on > sixteenth|term > day_of_travel|school year of began = school year of day_of_travel
year of began = year of sixteenth|last friday of june in year after sixteenth > day_of_travel
last sunday of february in year of began < day_of_travel|began_on = began
birthday form of date_of_birth > day_of_travel|age of began_on on term < moving_age
first of moving_seasons on or after day_of_travel > began|last of seasons before began < term
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
EFFECTS = "entitles entitles offers offers offers withholds withholds refers extends owes".split()


def random_policy(seed: int) -> PolicyVersion:
    """A policy of some random provisions, definitions and dated limits, the same for a seed."""
    dice = random.Random(seed)
    dated = dice.choice(["2026-10-01", "2026-11-01", "2026-11-01"])
    head = (PARAMETERS + DEFINITIONS).replace("DATED", dated)
    while "CASE" in head:
        head = head.replace(
            "CASE", dice.choice(["one", "two", "judged_one", "not three", "age < eight"]), 1
        )
    effects = [dice.choice(EFFECTS) for _ in range(dice.randint(3, 19))]
    lines = [_provision(dice, at, effects) for at in range(len(effects))]
    return read_text(head + "provisions:\n" + "\n".join(lines), VOCABULARY)


def _provision(dice: random.Random, at: int, effects: list[str]) -> str:
    unread = effects[at] in ("entitles", "offers", "withholds") and dice.random() < 0.15
    standing = "unread" if unread else "adopted"
    touches = ""
    offers = [f"p{each}" for each, effect in enumerate(effects) if effect == "offers"]
    if effects[at] == "withholds" and offers and dice.random() < 0.7:
        touches = f"\n    touches: [{', '.join(dice.sample(offers, 1))}]"
    return (
        f"  - provision: p{at}\n    title: P{at}\n    effect: {effects[at]}{touches}\n"
        f"    when: {_group(dice, at, 0)}\n"
        f"    source: {{document: paper, standing: {standing}}}"
    )


def _group(dice: random.Random, at: int, depth: int) -> str:
    parts = [_part(dice, at, depth) for _ in range(dice.randint(1, 3))]
    return f"{{{dice.choice(['all', 'any', 'any', 'none'])}: [{', '.join(parts)}]}}"


def _part(dice: random.Random, at: int, depth: int) -> str:
    if depth < 3 and dice.random() < 0.35:
        return _group(dice, at, depth + 1)
    if at and dice.random() < 0.06:
        return f"p{dice.randrange(at)}"
    return f'"{dice.choice(LEAVES)}"'

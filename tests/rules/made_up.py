"""Small made-up policies to test the engine with: a vocabulary of plain facts, and short texts."""

from __future__ import annotations

from rules.policy import PolicyVersion
from rules.reader import read

VOCABULARY = """
format: 1
facts:
  day_of_travel: {type: date, how: recorded, scope: yes, label: Day, question: Which day?}
  date_of_birth: {type: date, how: recorded, scope: yes, label: Born, question: When born?}
  age: {type: number, how: derived, scope: yes, label: Age, question: How old?}
  kind:
    {type: choice, how: recorded, scope: yes, label: Kind, question: Which kind?,
     choices: {school: a school, college: a college, home: at home}}
  size:
    {type: choice, how: derived, label: Size, question: Which size?,
     choices: {small: small, middling: middling, large: large}}
  one: {type: yn, how: recorded, label: One, question: One?}
  two: {type: yn, how: recorded, label: Two, question: Two?}
  three: {type: yn, how: evidenced, label: Three, question: Three?}
  four: {type: yn, how: evidenced, label: Four, question: Four?}
  judged_one: {type: yn, how: judged, label: Judged one, question: Judged one?}
  judged_two: {type: yn, how: judged, label: Judged two, question: Judged two?}
  worked_out: {type: yn, how: derived, label: Worked out, question: Worked out?}
  may_be_given: {type: yn, how: derived, given: yes, label: May be given, question: May be given?}
  judged_both: {type: yn, how: derived, given: yes, label: Judged both, question: Judged both?}
  far: {type: length, how: measured, label: Far, question: How far?}
  farther: {type: length, how: measured, label: Farther, question: How much farther?}
  count: {type: number, how: recorded, label: Count, question: How many?, most: 100}
  earned: {type: money, how: evidenced, label: Earned, question: How much?}
parameters:
  nothing: {value: 0, source: {document: vocabulary, standing: enacted}}
truths:
  - {truth: order, says: A child travels after being born., holds: day_of_travel > date_of_birth}
"""

HEAD = """
format: 1
policy: {id}
title: Made up
status: draft
documents: {{paper: {{title: The paper, where: nowhere}}}}
"""

PARAMETERS = """
parameters:
  limit: {value: 2 miles, source: {document: paper, standing: adopted}}
  several: {value: 3, source: {document: paper, standing: adopted}}
  sum: {value: £100, source: {document: paper, standing: adopted}}
"""

DEFINITIONS = """
definitions:
  age: age of date_of_birth on day_of_travel
  worked_out: {all: [one, two]}
  may_be_given: {all: [one, two]}
  judged_both: {all: [judged_one, judged_two]}
  size:
    cases:
      - {when: count < several, value: small}
      - {when: one, value: middling}
      - {otherwise: large}
"""


def provision(
    name: str, effect: str, when: str | None, standing: str = "adopted", **more: str
) -> str:
    """One provision's text; ``when`` as YAML on one line."""
    lines = [f"  - provision: {name}", f"    title: Provision {name}", f"    effect: {effect}"]
    lines += [] if when is None else [f"    when: {when}"]
    lines += [f"    {key}: {value}" for key, value in more.items()]
    lines.append(f"    source: {{document: paper, at: section {name}, standing: {standing}}}")
    return "\n".join(lines)


def text_of(
    *provisions: str, id: str = "made-up/one", parts: str = PARAMETERS + DEFINITIONS
) -> str:
    """A policy's text from provisions."""
    body = "\nprovisions:\n" + "\n".join(provisions) + "\n" if provisions else ""
    return HEAD.format(id=id) + parts + body


def read_text(text: str, vocabulary: str = VOCABULARY, **others: str) -> PolicyVersion:
    """Read a text; ``others`` are texts it may build on, by the version part of made-up/version."""
    texts = {f"made-up/{name}": other for name, other in others.items()}
    return read(text, (texts | {"vocabulary": vocabulary}).__getitem__, "own.yaml")


def policy(*provisions: str) -> PolicyVersion:
    """A policy of those provisions on the made-up vocabulary."""
    return read_text(text_of(*provisions))

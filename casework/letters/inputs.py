"""All that goes into a letter beside the decision and its wording, kept to prove it by."""

from __future__ import annotations

from dataclasses import dataclass, replace

import letters as words
from casework.gate import UNDECIDED
from casework.letters.charge_told import charge_told
from letters.language import Language
from letters.template import ENGLISH_TAG, digest_of
from records.decision import Decision
from records.occasions import OCCASION_OF
from rules.policy import PolicyVersion
from rules.reader import read_closure
from rules.vocabulary import Vocabulary
from store.encoding import decode, encode


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper that goes with a letter: what it is, its title, and the SHA-256 of its record."""

    what: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LetterInputs:
    """What a letter was written from.

    ``officer`` signs it; ``occasion`` is the canonical JSON of what gave rise to it, empty for the
    letter of a decision, and ``occasion_id`` its id in the store. ``decision`` is the id of the
    decision it tells of; ``before`` is the case as it stood where nothing was decided, without its
    policy texts: those are in the store, by the SHA-256 in ``texts``. ``points`` is the size of
    large print. ``in_place_of`` names the letter whose place it takes.
    ``answered`` are the family's points as they stood when a review was told, also those raised
    since the decision; ``known_apart`` are reviewers and panel members whom the store knows as
    other people.
    ``layout`` is the number of the layout it was drawn by; letters from before it was kept have 1.
    ``language`` holds the words of one other than English, as they stood.
    """

    kind: str
    sender: words.Sender
    terms: words.Terms
    officer: str | None
    decision: str = ""
    before: Decision | None = None
    texts: tuple[tuple[str, str], ...] = ()
    touched_by: tuple[str, ...] = ()
    occasion: str = ""
    occasion_id: str = ""
    format: words.Format = words.Format.STANDARD
    points: float = 18.0
    in_place_of: str = ""
    enclosed: tuple[Enclosed, ...] = ()
    language: Language | None = None
    known_apart: tuple[str, ...] = ()
    answered: tuple[words.PointAnswered, ...] = ()
    layout: int = 1

    @property
    def tag(self) -> str:
        """The tag of the letter's language."""
        return self.language.tag if self.language else ENGLISH_TAG

    def as_json(self) -> str:
        """Write them as the canonical JSON that the letter keeps."""
        return encode(self).decode()


def without_texts(decision: Decision) -> Decision:
    """The case as it stood, as inputs hold it: its policy texts are kept beside it, once."""
    return replace(decision, policy_texts=())


def digests_of(decision: Decision) -> tuple[tuple[str, str], ...]:
    """Each policy text of a case by id, with the SHA-256 that it is kept under."""
    return tuple((id, digest_of(text)) for id, text in decision.policy_texts)


def read_inputs(text: str) -> LetterInputs:
    """Read what a letter keeps of its inputs."""
    return decode(LetterInputs, text)


def occasion_in(inputs: LetterInputs) -> object | None:
    """Give what gave rise to the letter; None for the letter of a decision."""
    if not inputs.occasion:
        return None
    kind: type[object] = OCCASION_OF[inputs.kind]
    return decode(kind, inputs.occasion)


def matter_from(decision: Decision, inputs: LetterInputs) -> words.Matter:
    """Gather what the letter may say, from the record and its inputs alone."""
    policy = policy_of(decision)
    charging = charge_told(policy, decision)
    matter = words.matter_of(decision, inputs.sender, inputs.terms, policy.vocabulary, charging)
    if decision.outcome in UNDECIDED:
        matter = replace(matter, outcome=None, grounds=(), decider=None, decided_on=None)
    return replace(
        matter,
        officer=inputs.officer,
        touched_by=inputs.touched_by,
        known_apart=inputs.known_apart,
        points=inputs.answered or matter.points,
        occasion=occasion_in(inputs),
    )


def policy_of(decision: Decision) -> PolicyVersion:
    """The policy version as it stood when the case was decided."""
    return read_closure(decision.recommendation.policy, dict(decision.policy_texts))


def vocabulary_of(decision: Decision) -> Vocabulary:
    """The words for facts as they stood then."""
    return policy_of(decision).vocabulary

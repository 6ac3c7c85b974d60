"""The keys of the policy format: what each takes and says, for the reader and for editors alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rules.values import Authoriser, Determined, Effect, EndsAs, Rounding, Standing

STATUSES = ("draft", "consultation", "adopted", "enacted", "withdrawn")


class Takes(StrEnum):
    """What may stand under a key."""

    TEXT = "plain text"
    POLICY = "the id of a policy"
    PROVISION = "the id of a provision or of a name"
    DAY = "a day"
    CHOICE = "one of some words"
    WORDS = "a list of words"
    LINE = "one line: a name, or days worked out"
    CONDITION = "a condition"
    CONDITIONS = "a list of conditions"
    AMOUNT = "a number, a length, a sum, a day, or a list of days of every year"
    PART = "one part"
    NAMED = "parts, each under its name"
    LIST = "a list of parts"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a part: what it takes, and what it is for, in words for the author.

    ``part`` is the part that stands under it; ``choices`` are the words it takes; ``effects`` are
    the only effects it goes with (empty: any).
    """

    name: str
    takes: Takes
    says: str
    needed: bool = False
    part: str = ""
    choices: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()


_SOURCE = Key("source", Takes.PART, "Where it stands, and how sure we are.", part="source")
_SAYS = Key("says", Takes.TEXT, "The same in plain words, for screens and letters.")
_REPLACES = Key("replaces", Takes.PROVISION, "What it stands in place of, named in full.")
_NOTE = Key("note", Takes.TEXT, "Words for whoever reads the text. They change nothing.")

_POLICY = (
    Key("format", Takes.CHOICE, "The version of this language.", True, choices=("1",)),
    Key("policy", Takes.POLICY, "The text's own id: council/version.", True),
    Key("title", Takes.TEXT, "The title as adopted.", True),
    Key("status", Takes.CHOICE, "How far it has come.", True, choices=STATUSES),
    Key("travel", Takes.PART, "The days of travel it governs.", part="travel"),
    Key("known", Takes.PART, "When it was decided, and by whom.", part="known"),
    Key("builds_on", Takes.POLICY, "The text it adds to and inherits from."),
    Key("measuring", Takes.PART, "How routes are measured and schools ranked.", part="measuring"),
    Key("documents", Takes.NAMED, "The papers that were read.", part="document"),
    Key("parameters", Takes.NAMED, "Every number, with value, unit, source.", part="parameter"),
    Key("definitions", Takes.NAMED, "Names for conditions and values.", part="definition"),
    Key("provisions", Takes.LIST, "The rules, in the order of the text.", part="provision"),
    Key("drops", Takes.WORDS, "Inherited provisions that no longer hold, each named in full."),
    _NOTE,
)
_TRAVEL = (
    Key("from", Takes.DAY, "The first day of travel."),
    Key("until", Takes.DAY, "The last day of travel; without it there is no end."),
)
_STANDING = tuple(each.value for each in Standing)
_KNOWN = (
    Key("from", Takes.DAY, "The day it was decided."),
    Key("by", Takes.TEXT, "Who decided it."),
    Key("standing", Takes.CHOICE, "'to_confirm' where the day was not read.", choices=_STANDING),
)
STARTS = ("road", "address")
"""Where a route starts."""

RANKED_BY = ("walking", "road", "road_beyond_walking")
"""How *nearest* is ranked; the last: on foot, by road where all are beyond walking distance."""

_MEASURING = (
    Key("length", Takes.CHOICE, "On the ground or on the grid.", choices=("ground", "grid")),
    Key(
        "starts",
        Takes.CHOICE,
        "Where the property meets the road, or at its address point.",
        choices=STARTS,
    ),
    Key(
        "nearest",
        Takes.CHOICE,
        "By which route schools are ranked; never by a straight line.",
        choices=RANKED_BY,
    ),
)
_DOCUMENT = (
    Key("title", Takes.TEXT, "The paper's title.", True),
    Key("where", Takes.TEXT, "Where it is to be found."),
    Key("seen", Takes.TEXT, "Which parts of it were read."),
)
_SOURCE_PART = (
    Key("document", Takes.TEXT, "The document, by its name under documents.", True),
    Key("at", Takes.TEXT, "The place in it."),
    Key("standing", Takes.CHOICE, "How sure we are.", True, choices=_STANDING),
    Key("year", Takes.TEXT, "'inferred' where the paper does not say its year."),
    _NOTE,
)
_PARAMETER = (
    Key("value", Takes.AMOUNT, "Its value with its unit."),
    Key("values", Takes.LIST, "Its values by days of travel.", part="dated value"),
    _SOURCE,
    _REPLACES,
    _SAYS,
)
_DATED = (
    Key("from", Takes.DAY, "The first day of travel it holds for."),
    Key("until", Takes.DAY, "The last day of travel it holds for."),
    Key("value", Takes.AMOUNT, "The value with its unit.", True),
    _SOURCE,
)
_DEFINITION = (
    Key("all", Takes.CONDITIONS, "Met when every one is met."),
    Key("any", Takes.CONDITIONS, "Met when one is met."),
    Key("none", Takes.CONDITIONS, "Met when none is met."),
    Key("when", Takes.CONDITION, "Met when this is met."),
    Key("value", Takes.LINE, "A value worked out."),
    Key("cases", Takes.LIST, "Values by cases; the first that is met counts.", part="case"),
    _SAYS,
    _SOURCE,
    _REPLACES,
)
_CASE = (
    Key("when", Takes.CONDITION, "When this case is met.", True),
    Key("value", Takes.LINE, "The value then.", True),
)
_OTHERWISE = (Key("otherwise", Takes.LINE, "The value when no case above is met.", True),)
_EFFECTS = tuple(each.value for each in Effect)
_PROVISION = (
    Key("provision", Takes.TEXT, "Its name within this text.", True),
    Key("title", Takes.TEXT, "Its title, as screens and letters show it.", True),
    Key("effect", Takes.CHOICE, "What it does when it is met.", True, choices=_EFFECTS),
    Key("when", Takes.CONDITION, "When it is met; may be left out where the text is unread."),
    Key("source", Takes.PART, _SOURCE.says, True, part="source"),
    Key(
        "touches",
        Takes.WORDS,
        "The provisions it is about; without it, all.",
        effects=(Effect.WITHHOLDS, Effect.OWES, Effect.CHARGES, Effect.ENDS),
    ),
    _REPLACES,
    _NOTE,
    Key("charge", Takes.PART, "What a family pays.", part="charge", effects=(Effect.CHARGES,)),
    Key(
        "with_consent", Takes.TEXT, "The law by which the parent has to agree.",
        effects=(Effect.ARRANGES,),
    ),
    Key(
        "interim", Takes.CHOICE, "Whether other travel is arranged until this is ready.",
        choices=("yes", "no"), effects=(Effect.ARRANGES,),
    ),
    Key(
        "keeps", Takes.POLICY, "The older version that the child is kept on; it need not be held.",
        effects=(Effect.PROTECTS,),
    ),
    Key("on", Takes.LINE, "The day it ends help: a day, or days worked out.",
        effects=(Effect.ENDS,)),
    Key(
        "as", Takes.CHOICE, "Whether help ends on the day, or is looked at again by it.",
        choices=tuple(each.value for each in EndsAs), effects=(Effect.ENDS,),
    ),
    Key(
        "determines", Takes.CHOICE, "What is judged.",
        choices=tuple(each.value for each in Determined), effects=(Effect.DETERMINES,),
    ),
    Key(
        "authoriser", Takes.CHOICE, "Who must authorise it before it counts.",
        choices=tuple(each.value for each in Authoriser), effects=(Effect.DETERMINES,),
    ),
    Key(
        "review", Takes.CHOICE, "Written where a day of review must be set.",
        choices=("compulsory",), effects=(Effect.DETERMINES,),
    ),
)  # fmt: skip
_CHARGE = (
    Key("amount", Takes.LINE, "The name of a sum."),
    Key("cases", Takes.LIST, "Sums by cases; the first that is met counts.", part="case"),
    Key("times", Takes.LIST, "Shares taken of the sum, one after the other.", part="share"),
    Key("instalments", Takes.LINE, "The name of a number: in how many parts it is paid."),
)
_SHARE = (
    Key("by", Takes.LINE, "The name of a number: how many parts of the sum.", True),
    Key("out_of", Takes.LINE, "The name of a number: of how many.", True),
    Key(
        "round", Takes.CHOICE, "How it becomes whole pence, or pounds; half goes up.", True,
        choices=tuple(each.value for each in Rounding),
    ),
)  # fmt: skip

PARTS: dict[str, tuple[Key, ...]] = {
    "policy": _POLICY,
    "travel": _TRAVEL,
    "known": _KNOWN,
    "measuring": _MEASURING,
    "document": _DOCUMENT,
    "source": _SOURCE_PART,
    "parameter": _PARAMETER,
    "dated value": _DATED,
    "definition": _DEFINITION,
    "case": _CASE,
    "otherwise": _OTHERWISE,
    "provision": _PROVISION,
    "charge": _CHARGE,
    "share": _SHARE,
}
"""Every part of a policy text with its keys. A new key is added here and nowhere else."""

ONE_OF: dict[str, tuple[str, ...]] = {
    "parameter": ("value", "values"),
    "definition": ("all", "any", "none", "when", "value", "cases"),
    "charge": ("amount", "cases"),
}
"""Keys of a part of which exactly one must stand."""


def names(part: str) -> tuple[str, ...]:
    """The keys that a part may have."""
    return tuple(key.name for key in PARTS[part])


def needed(part: str) -> tuple[str, ...]:
    """The keys that a part must have."""
    return tuple(key.name for key in PARTS[part] if key.needed)

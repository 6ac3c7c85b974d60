"""Words that letters leave out, each with a better way; and words that only look like shouting."""

from __future__ import annotations

from typing import Final

BANNED: Final = {
    r"please note(?: that)?": "Leave it out, and say the thing itself.",
    r"please be advised(?: that)?": "Leave it out, and say the thing itself.",
    r"unfortunately": "Leave it out: tell the decision, then why.",
    r"i\.e\.?|\bie\b": "Write “that is”, or say it in a sentence of its own.",
    r"e\.g\.?|\beg\b": "Write “for example” or “such as”.",
    r"\betc\b\.?": "Name what you mean, or leave it out.",
    r"\bn\.b\.?|\bviz\b": "Leave it out, and say the thing itself.",
    r"per annum": "Write “a year”.",
    r"per se": "Leave it out.",
    r"pro rata": "Say how it is shared out.",
    r"ad hoc": "Say how and when it is done.",
    r"inter alia": "Write “among other things”, or name them all.",
    r"prima facie": "Write “at first sight”.",
    r"vice versa": "Say the other case in words.",
    r"\bvia\b": "Write “through” or “by”.",
}
"""Phrases that say nothing, and Latin."""

BLAME: Final = {
    r"you (?:have )?failed to": "Say what is missing and by when: “We do not have … yet”.",
    r"you (?:have )?(?:omitted|forgot(?:ten)?) to": (
        "Say what is missing and by when: “We do not have … yet”."
    ),
    r"you (?:have )?neglected to": "Say what is missing and by when: “We do not have … yet”.",
    r"you did(?: not|n’t|n't) bother": "Say what is missing: “We do not have … yet”.",
    r"your failure to": "Say what is missing and by when: “We do not have … yet”.",
    r"you (?:have )?refused to": "Say what was said or not said, without a judgement.",
    r"you should have": "Say what can be done now.",
}
"""Words that put blame on a family."""

BLANKET: Final = {
    r"we (?:(?:normally|usually|generally|ordinarily|typically) )?"
    r"(?:do not|don[’']t|cannot|can[’']t|never|will not|won[’']t|would not|wouldn[’']t) "
    r"(?:(?:normally|usually|generally|ordinarily|typically|ever) )?consider": (
        "Every case is looked at on its own facts."
    ),
    r"we (?:do not|never) (?:provide|offer|give|fund)[^.]*\bunder any circumstances": (
        "Every case is looked at on its own facts."
    ),
    r"it is (?:not )?(?:our|the council’s|the council's) policy (?:not )?to": (
        "Say which rule was applied to which fact, and where the rule stands."
    ),
    r"exceptional circumstances": (
        "This is no test in the law. Name the test that was applied, or say what was weighed "
        "when discretion was considered."
    ),
    r"(?:ehcp?|ehc plan|education,? health and care plan) (?:is )?(?:required|needed)": (
        "A plan is evidence, and not a condition of the law."
    ),
    r"(?:dla|disability living allowance|motability|mobility (?:car|component|allowance))": (
        "A benefit or a car does not of itself end the duty. Say what the family can do."
    ),
    r"parents? (?:is|are) (?:always )?(?:responsible|expected) (?:for|to)": (
        "Say why it is reasonable for this parent, on what they told you."
    ),
    r"\bupheld\b": "It can be read both ways. Write “We have changed / not changed our decision”.",
}
"""Phrases that decide every case alike, or mislead about the law."""

JARGON: Final = {
    r"prior to": "before",
    r"in order to": "to",
    r"in respect of|with regard to|with respect to|regarding": "about",
    r"in accordance with|pursuant to": "under, or as … says",
    r"in the event (?:that|of)": "if",
    r"in receipt of": "get, or have",
    r"due to the fact that": "because",
    r"at this (?:moment|point) in time": "now",
    r"a number of": "some, or the number",
    r"commenc(?:e|es|ed|ing|ement)": "start",
    r"terminat(?:e|es|ed|ing|ion)": "end",
    r"utilis(?:e|es|ed|ing|ation)": "use",
    r"facilitat(?:e|es|ed|ing)": "help",
    r"ascertain(?:s|ed|ing)?": "find out",
    r"endeavour(?:s|ed|ing)?": "try",
    r"notwithstanding": "although, or even if",
    r"hereby|herewith|hereinafter|aforementioned|thereof|therein": "leave it out, or name it",
    r"forthwith": "at once",
    r"remuneration": "pay",
    r"mainstream provision": "ordinary school",
    r"placement": "place at a school",
    r"home to school transport|htst": "help with travel to school",
    r"statutory (?:walking )?distance|swd": "the limit in the law: 2 miles, or 3 miles",
    r"ehcps?|ehc plans?": "education, health and care plan, written out the first time",
    r"ptbs?": "personal travel budget",
    r"sen transport|send transport": "travel help because of special educational needs",
    r"\bnss\b": "nearest suitable school",
    r"\bla\b": "council",
    r"should you (?:wish|require|need|have)": "if you want, or if you have",
}
"""Words of the office, with plain ones."""

NOT_PASSIVE: Final = frozenset(
    "entitled needed interested related supposed tired married based allowed used concerned "
    "involved disabled enclosed worried pleased prepared limited signed listed attached "
    "added planned mixed detached closed".split()
)
"""Words in -ed that stand after “is” like adjectives, so that none of them is told of."""

IRREGULAR: Final = frozenset(
    "made taken given seen told sent written done found known kept held heard paid put set shown "
    "drawn chosen brought thought said met left lost read".split()
)
"""Past participles that do not end in -ed and are common in letters."""

SPELT_OUT: Final = frozenset("OS PDF BSL GP NHS UK SEND SEN EHC PE II III IV".split())
"""Short forms that are read letter by letter, and so are not shouted."""

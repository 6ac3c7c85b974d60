"""One fact with another value, in words: ``under 8 on the day``, ``walking distance were …``."""

from __future__ import annotations

from datetime import date, timedelta

from rules.dates import age
from rules.say import limit_words, value_words
from rules.values import FactType, FactValue
from rules.vocabulary import FactWord
from rules.what_if import Alternative

_MEASURED = (FactType.LENGTH, FactType.MONEY)
_ONE_DAY = timedelta(days=1)


def labelled(word: FactWord, value: FactValue | None, limit: int | None = None) -> str:
    """A fact's value as screens show it: a choice by its label, a length apart from ``limit``."""
    if isinstance(value, str) and value in word.choices and word.choice_labels:
        return word.choice_labels[word.choices.index(value)]
    return value_words(value, word.type, limit)


def then_words(each: Alternative, name: str) -> str:
    """What would be, of the fact called ``name``: ``walking distance were more than 2 miles``."""
    now, then = each.now, each.then
    if isinstance(then, date):
        return _day_words(each, name, then)
    if each.word.type is FactType.NUMBER:
        return f"{name}: {then}"
    if each.word.type not in _MEASURED or not isinstance(now, int) or not isinstance(then, int):
        return f"{name} were {labelled(each.word, then)}"
    more = then > now
    limit = limit_words(then - 1 if more else then, each.word.type)
    return f"{name} were {'more than' if more else 'not more than'} {limit}"


def now_words(each: Alternative, limit: int | None = None) -> str:
    """What is, beside it: ``1.31 miles``; of a day of birth the age: ``aged 8``."""
    if each.travel is not None and isinstance(each.now, date):
        born = value_words(each.now, FactType.DATE)
        aged = f"aged {age(each.now, each.travel)}"
        return aged if _at_birthday(each) else f"{aged}, born {born}"
    return labelled(each.word, each.now, limit)


def _day_words(each: Alternative, name: str, then: date) -> str:
    now = each.now
    day = value_words(then, FactType.DATE)
    if not isinstance(now, date):
        return f"{name} were {day}"
    side = "on or after" if then > now else "on or before"
    if each.travel is None:
        return f"{name} were {side} {day}"
    years = age(then, each.travel)
    if not _at_birthday(each):
        return f"born {side} {day}"
    return f"under {years + 1} on the day" if then > now else f"{years} or over on the day"


def _at_birthday(each: Alternative) -> bool:
    """Whether one day less of the change would make another age of it."""
    now, then, travel = each.now, each.then, each.travel
    if travel is None or not isinstance(now, date) or not isinstance(then, date):
        return False
    nearer = then - _ONE_DAY if then > now else then + _ONE_DAY
    return age(nearer, travel) != age(then, travel)

"""Reads a policy text, with all it builds on, into a checked PolicyVersion."""

from __future__ import annotations

from functools import lru_cache

from rules.linking import Entry, Linker, Resolve, chain_of
from rules.parameter_days import check_days
from rules.policy import VOCABULARY, PolicyVersion, Truth, digest_of
from rules.policy_text import PolicyText
from rules.problems import BadPolicy, Problem
from rules.reading_parts import read_parameter
from rules.shape import Shape
from rules.vocabulary_text import VocabularyText, read_vocabulary
from rules.yaml_text import Mapping

TRUTHS = "vocabulary"


def read(text: str, resolve: Resolve, place: str | None = None) -> PolicyVersion:
    """Read a version's text; ``resolve`` hands over the texts it builds on, and ``vocabulary``.

    ``place`` names the file in problems. Raises BadPolicy with every problem found, each with
    file, line and column.
    """
    try:
        vocabulary_text = resolve(VOCABULARY)
    except KeyError:
        raise BadPolicy([Problem(place or "policy", "there is no vocabulary.yaml")]) from None
    place = place or "policy text"
    *bases, own = chain_of(text, place, resolve)
    texts = {VOCABULARY: vocabulary_text, own.id: text}
    texts |= {base.id: resolve(base.id) for base in bases}
    return _read(own.id, place, tuple(texts.items()))


def read_closure(policy: str, texts: dict[str, str]) -> PolicyVersion:
    """Read a version from a stored closure: the texts a decision was made from, by id."""
    return read(texts[policy], texts.__getitem__, f"policy/{policy}.yaml")


@lru_cache(maxsize=64)
def _read(head: str, place: str, pairs: tuple[tuple[str, str], ...]) -> PolicyVersion:
    texts = dict(pairs)
    vocabulary = read_vocabulary(texts[VOCABULARY])
    chain = chain_of(texts[head], place, texts.__getitem__)
    linker = Linker(vocabulary)
    truths_shape = _vocabulary_parameters(linker, vocabulary)
    for each in chain:
        linker.add(each)
    try:
        version = _version(linker, chain, texts, truths_shape)
    except RecursionError:
        deep = "groups and definitions stand too deep in one another to be read"
        raise BadPolicy([Problem(place, deep)]) from None
    problems = [problem for shape in linker.shapes for problem in shape.problems]
    if problems:
        raise BadPolicy(problems)
    return version


def _vocabulary_parameters(linker: Linker, vocabulary: VocabularyText) -> Shape:
    shape = Shape("policy/vocabulary.yaml")
    linker.shapes.append(shape)
    documents = {TRUTHS: "Vocabulary of facts"}
    for name, node in vocabulary.parameters.entries.items():
        parameter = read_parameter(shape, name, TRUTHS, node, documents)
        if parameter:
            linker.parameters[name] = parameter
    return shape


def _version(
    linker: Linker, chain: list[PolicyText], texts: dict[str, str], truths_shape: Shape
) -> PolicyVersion:
    own = chain[-1]
    definitions = linker.all_definitions()
    provisions = linker.all_provisions()
    linker.check_extent(definitions, provisions)
    linker.check_determined_once(provisions)
    check_days(own, linker.parameters, linker.shapes[-1])
    return PolicyVersion(
        id=own.id,
        title=own.title,
        status=own.status,
        travel_from=own.travel_from,
        travel_until=own.travel_until,
        known_from=own.known_from,
        known_by=own.known_by,
        known_standing=own.known_standing,
        note=own.note,
        builds_on=own.builds_on,
        documents=dict(linker.documents),
        seen=dict(linker.seen),
        parameters=dict(linker.parameters),
        definitions=definitions,
        provisions=provisions,
        truths=_truths(linker, truths_shape, usual=False),
        usual=_truths(linker, truths_shape, usual=True),
        vocabulary=linker.vocabulary.facts,
        texts=texts,
        digest=digest_of(texts),
        length_that_counts=next(
            (each.length_that_counts for each in chain[::-1] if each.length_that_counts), "ground"
        ),
        starts_at=next((each.starts_at for each in chain[::-1] if each.starts_at), "road"),
        nearest_by=next((each.nearest_by for each in chain[::-1] if each.nearest_by), None),
        own=tuple(each.id for each in provisions if each.id.startswith(f"{own.id}#")),
    )


def _truths(linker: Linker, shape: Shape, *, usual: bool) -> tuple[Truth, ...]:
    typer = linker.typer(Entry(TRUTHS, shape, {}, Mapping()))
    wanted = [truth for truth in linker.vocabulary.truths if truth.usual is usual]
    typed = [(truth, typer.condition(truth.holds)) for truth in wanted]
    return tuple(Truth(truth.name, truth.says, holds) for truth, holds in typed if holds)

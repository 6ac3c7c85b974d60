"""Letters against bare ReportLab drawing of the same text, as ratios in one run.

Run with ``python -m bench.letters``; nothing here decides a test. The rival is ReportLab's own
layout (Platypus) of the same words in the same fonts, without structure, links or artifacts, and
without compression, as ours is.
"""

from __future__ import annotations

import io
import resource
import time
from collections.abc import Callable
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from letters import LetterContent, blocks, compose, pdf
from letters.printing import fonts
from tests.letters.case import GOOD

ROUNDS, LETTERS = 5, 40
BODY = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=12, leading=17, spaceAfter=8)


def main() -> None:
    """Print what a letter costs, and its ratio to bare ReportLab."""
    fonts.load()
    for kind, matter in GOOD.items():
        content = compose(matter, kind)
        ours, theirs = best(lambda c=content: pdf(c)), best(lambda c=content: bare(c))
        words = best(lambda k=kind, m=matter: compose(m, k))
        print(
            f"{kind}: {ours:.1f} ms printed ({len(pdf(content)) / 1000:.0f} kB), "
            f"{words:.2f} ms composed; bare ReportLab {theirs:.1f} ms; ratio {ours / theirs:.2f}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


def best(work: Callable[[], object]) -> float:
    """Give the best round's milliseconds for one piece of work."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(LETTERS):
            work()
        rounds.append((time.perf_counter() - start) * 1000 / LETTERS)
    return min(rounds)


def bare(content: LetterContent) -> bytes:
    """Set the same words with ReportLab's own layout, untagged."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, pageCompression=0, initialFontName=fonts.REGULAR)
    document.build([piece for block in content.blocks for piece in flowables(block)])
    return out.getvalue()


def flowables(block: blocks.Block) -> list[object]:
    """Turn a block into ReportLab's own flowables."""
    if not isinstance(block, blocks.Table):
        return [Paragraph(escape(text), BODY) for text in blocks.texts(block)]
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    cells = [[Paragraph(escape(text), BODY) for text in row] for row in rows]
    share = 440 / sum(block.widths)
    return [Table(cells, colWidths=[width * share for width in block.widths])]


if __name__ == "__main__":
    main()

"""The *prove* reading: questions about every possible child, answered by a solver.

The tree is grounded into plain formulas (``grounding``), the days a child can have are tabulated
with the engine's own calendar (``worlds``), and the solver (``logic``, the only module that knows
it, and imports it late) says whether a child can be found. Every answer states what it rests on,
and every child it shows has been through *decide*.
"""

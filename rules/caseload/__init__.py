"""The *caseload* reading: a table of children at once, column by column, exactly as *decide* says.

``columns`` holds the table, ``reading`` and ``tables`` bring one in from outside, ``compile`` turns
a policy's tree into column steps, ``run`` walks them in chunks. Import ``rules.caseload.run``.
"""

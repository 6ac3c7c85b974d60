"""SQLCipher under sqlite-utils: the one place where either library is imported.

sqlite-utils looks for ``pysqlite3`` before the standard ``sqlite3``. Registering SQLCipher's
module under that name first makes sqlite-utils catch the very errors that our connections raise.
"""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

# Before sqlite_utils is imported: afterwards it would hold the standard library's errors.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

from sqlite_utils import Database  # noqa: E402
from sqlite_utils.migrations import Migrations  # noqa: E402

DatabaseError = dbapi2.DatabaseError
IntegrityError = dbapi2.IntegrityError
connect = dbapi2.connect

__all__ = ["Database", "DatabaseError", "IntegrityError", "Migrations", "connect"]

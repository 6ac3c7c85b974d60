"""One encrypted SQLite file: schema, migrations, transactions, audit chain, backups, search."""

"""The certificate of a measurement: its words, tables, streets and map."""

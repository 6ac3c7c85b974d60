"""The panel's room: decided cases, read-only, in an order that a lay member can follow."""

"""Easy Read: short lines, and the pictures beside them."""

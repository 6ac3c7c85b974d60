"""What maps show of a case and of a store, and what is found and picked on them."""

"""A policy version as a document: what is in it, and drawing it."""

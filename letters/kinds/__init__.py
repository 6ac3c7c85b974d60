"""The kinds of letter: whom each is for, and what it must say."""

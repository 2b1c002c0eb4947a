"""A small grammar of operations on sentences.

`phrase` holds a sentence as words with their grammar. Every other file holds operations of one kind, each a pure function from a
phrase to a phrase (or to None where it cannot be done safely): they take words out, move them, or put words in that the passages
hold. What they make is checked like any other sentence; none of them may make a statement stronger than it was.
"""

"""reuse: who has whose words in an archive of millions of texts; pure functions from arrays to arrays.

    UTF-8 -> words: folded words as numbers, with their places and which are quoted
          -> fingerprints: winnowed hashes of runs of own words
          -> postings -> pairs of texts that share some        (one part of the inverted index at a time)
          -> passages: exact runs stretched over small edits   (one pair at a time)
          -> links: copy, edited, partial                      -> groups: whole copies joined

`trace` weighs a few articles of one story in every way there is; this looks for shared words alone, in as many as there are.
"""

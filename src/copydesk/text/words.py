"""Closed classes of English words that several stages look at. Lower case throughout."""


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


WEEKDAYS: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: tuple[str, ...] = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip

# Verbs that put words into somebody's mouth, in the forms in which they do so. Verbs of thought are apart (THOUGHT_VERBS).
SPEECH_VERBS: frozenset[str] = _words(
    """
    said say says saying told tell tells telling asked asks added adds adding replied replies answered answers
    responded responds stated states stating declared declares announced announces warned warns warning
    argued argues insisted insists claimed claims alleged alleges asserted asserts maintained maintains contended contends
    explained explains noted notes noting observed observes remarked remarks commented comments recalled recalls
    acknowledged acknowledges admitted admits conceded concedes confirmed confirms denied denies emphasized emphasizes
    emphasised emphasises stressed stresses suggested suggests urged urges vowed vows pledged pledges promised promises
    predicted predicts concluded concludes testified testifies wrote writes writing tweeted tweets posted quipped joked
    shouted cried exclaimed whispered continued continues reiterated reiterates complained complains boasted boasts
    revealed reveals disclosed discloses recounted recounts quoted reported reports reporting expressed expresses highlighted
    highlights outlined outlines mentioned mentions countered counters cautioned cautions lamented laments advised advises
    """
)

# Words that often begin a sentence and are no names.
STARTERS: frozenset[str] = _words(
    """
    The A An This That These Those It He She They We You His Her Its Their Our My There Here In On At But And Or So If When While
    As After Before Since For From With Without By To Not No Yes What Who Why How Where Which Then Now Also However Yet Still Some
    Many Most Both Each Every All Although Though Because Under Over During Between Among Meanwhile Last Next One Two
    """
)

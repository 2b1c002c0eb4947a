"""Other stories behind the end: paragraphs of real prose that follow an article without a word to part them.

A page that ends in the first sentences of other stories, copied as text, looks like an article that goes on. What gives them away,
taken together: hardly any of their people, places and words stood anywhere before, nothing behind them comes back to the article,
and most of them carry a mark of their own: a headline, a dateline, a photo credit, a line about their writer. Newness alone does
not do for one paragraph, since an article's last often brings new people; two or more in a row that are new to the article and to
each other, and open like stories, are enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.read.places import Vocabulary, is_subhead
from copydesk.read.signs import Face

# Before so many words of an article, anything may still be new to it.
_WORDS_BEFORE = 100
# Shares of a story's names and meaningful words that may be known: of one without a mark, anywhere else in the text; of one with a
# mark, in the article; of headed ones in a row, on average, in two paragraphs of the article, because a long one has many words.
_BARE, _MARKED, _HEADED = (0.0, 0.15), (0.2, 0.25), (0.35, 0.2)
_MOST_STRANGE = 0.3
_FEWEST_BARE, _OPENING_WORDS, _LONGEST_STORY, _MOST_PARAGRAPHS, _MOST_STORIES = 2, 14, 90, 2, 12
# Words that no story opens with: they point back.
_POINTS_BACK = frozenset(
    """
    he she they it his her their its this that these those but and however also meanwhile still another other others both neither
    such then later earlier afterwards instead so yet nor yes no we i our you asked according nobody none most some many several
    """.split()  # noqa: SIM905
)
# Names that say nothing of the subject.
_GENERAL = frozenset(
    """
    u s us uk d c p m new north south east west president minister news american americans states united mr mrs ms dr st monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True)
class _Story:
    """A paragraph, or a few under one headline.

    Attributes:
        start: The first block: its headline, dateline or byline where it has one.
        end: Behind its last paragraph.
        headed: Whether a headline, dateline or byline of its own stands above it.
        marked: Whether it carries any mark of its own: also a photo credit beside it, or a line about its writer.
        opens: Whether its first paragraph opens like a story.
        names: Whom and what it names.
        content: Its meaningful words.
        words: How many words its paragraphs have.
    """

    start: int
    end: int
    headed: bool
    marked: bool
    opens: bool
    names: frozenset[str]
    content: frozenset[str]
    words: int


def other_stories(faces: Sequence[Face], kept: Sequence[bool], bios: frozenset[int]) -> frozenset[int]:
    """Return the places of the blocks that tell other stories behind the article's end.

    Args:
        faces: The document's blocks.
        kept: For each, whether it would be kept.
        bios: The places of lines about a writer.
    """
    prose = [i for i, face in enumerate(faces) if kept[i] and face.prose]
    if len(prose) < 2 or not _may_be_another(prose[-1], prose[:-1], faces, bios):
        return frozenset()
    stories = _stories(prose, faces, bios)
    cut = _cut(stories, sections=any(kept[i] and is_subhead(faces[i - 1]) for i in prose[1:]))
    others = range(stories[cut].start, stories[-1].end) if cut < len(stories) else range(0)
    return frozenset(i for i in others if faces[i].notice is None)


def _may_be_another(last: int, others: Sequence[int], faces: Sequence[Face], bios: frozenset[int]) -> bool:
    """Tell whether a text's last paragraph could be another story's: it carries a mark, or names nobody whom the text has named."""
    if _is_marked(last, last + 1, faces, bios) or _head_of(last, faces) < last:
        return True
    names = faces[last].names - _GENERAL
    return bool(names) and all(names.isdisjoint(faces[i].names) for i in others)


def _cut(stories: Sequence[_Story], *, sections: bool) -> int:
    """Return with which story others begin; their number where all are the article's.

    The sections of an article bring new people and words, so where there are sections a mark is needed.
    """
    whole, total = _Known(stories), sum(story.words for story in stories)
    for cut in range(max(1, len(stories) - _MOST_STORIES), len(stories)):
        words = sum(story.words for story in stories[:cut])
        enough = words >= max(_WORDS_BEFORE, total - words) and (stories[cut].marked or not sections)
        if enough and _are_others(stories[cut:], stories[:cut], whole):
            return cut
    return len(stories)


def _are_others(tail: Sequence[_Story], before: Sequence[_Story], whole: "_Known") -> bool:
    """Tell whether what shows on the last paragraphs of a text is enough to make other stories of them."""
    bare = next((i for i, story in enumerate(tail) if story.marked), len(tail))
    if bare in range(1, _FEWEST_BARE) or not all(story.names and story.words <= _LONGEST_STORY for story in tail):
        return False
    own = _Known(before)
    if sum(own.is_strange(story, _BARE, itself=True) for story in before) > _MOST_STRANGE * len(before):
        return False  # letters, briefs, a round-up: nothing in it belongs together
    if sum(story.headed for story in before[1:]) >= _FEWEST_BARE:  # the article itself has headings everywhere
        return all(story.opens and own.is_strange(story, _BARE) for story in tail)
    subject = own.names.commonest()
    if all(story.headed and subject not in story.names for story in tail):
        shares = [own.shares(story, twice=True) for story in tail]
        return all(sum(values) <= most * len(tail) for values, most in zip(zip(*shares, strict=True), _HEADED, strict=True))
    return all(
        own.is_strange(story, _MARKED) if story.marked else story.opens and whole.is_strange(story, _BARE, itself=True)
        for story in tail
    )


class _Known:
    """The names and meaningful words of several stories."""

    def __init__(self, stories: Sequence[_Story]) -> None:
        self.names = Vocabulary(story.names for story in stories)
        self.content = Vocabulary(story.content for story in stories)

    def shares(self, story: _Story, *, twice: bool) -> tuple[float, float]:
        """Return the shares of a story's names and of its words that are known, `twice`: from more than one story."""
        return self.names.share(story.names, itself=twice), self.content.share(story.content, itself=twice)

    def is_strange(self, story: _Story, most: tuple[float, float], *, itself: bool = False) -> bool:
        """Tell whether no more than these shares of a story are known from others; `itself`: the story is one of these."""
        names, content = self.shares(story, twice=itself)
        return names <= most[0] and content <= most[1]


def _stories(prose: Sequence[int], faces: Sequence[Face], bios: frozenset[int]) -> list[_Story]:
    """Group the kept paragraphs: those right behind one another under a headline of their own are one story."""
    groups: list[tuple[int, list[int]]] = []
    for i in prose:
        head = _head_of(i, faces)
        if len(groups) > 1 and head == i and _goes_on(*groups[-1], i):
            groups[-1][1].append(i)
        else:
            groups.append((head, [i]))
    return [_story(start, places, faces, bios) for start, places in groups]


def _goes_on(start: int, places: Sequence[int], i: int) -> bool:
    """Tell whether a paragraph belongs to the headed one right before it."""
    return start < places[0] and len(places) < _MOST_PARAGRAPHS and places[-1] == i - 1


def _story(start: int, places: Sequence[int], faces: Sequence[Face], bios: frozenset[int]) -> _Story:
    first, end = places[0], places[-1] + 1
    beside = _is_marked(start, end, faces, bios)
    said = [faces[i] for i in range(start, end) if i in places or faces[i].by is None]
    names = frozenset[str]().union(*[face.names for face in said]) - _GENERAL
    content = frozenset[str]().union(*[face.content for face in said])
    words = sum(len(faces[i].words) for i in places)
    return _Story(start, end, start < first, start < first or beside, _opens(faces[first]), names, content, words)


def _is_marked(start: int, end: int, faces: Sequence[Face], bios: frozenset[int]) -> bool:
    """Tell whether a photo credit or a line about a writer stands beside some blocks."""
    return any(0 <= j < len(faces) and (faces[j].is_photo_credit or j in bios) for j in (start - 1, end))


def _opens(face: Face) -> bool:
    """Tell whether a paragraph opens like a story: not with a word that points back or a quote, and not too short."""
    return len(face.words) >= _OPENING_WORDS and face.lower[0] not in _POINTS_BACK and face.text[0].isalnum()


def _head_of(i: int, faces: Sequence[Face]) -> int:
    """Return where a paragraph's headline, byline and dateline begin; its own place where it has none."""
    start = i
    while start > 0 and i - start < 3 and (faces[start - 1].by is not None or faces[start - 1].is_dateline):
        start -= 1
    if start > 0 and _is_headline(faces[start - 1], faces[i]):
        return start - 1
    return start


def _is_headline(line: Face, below: Face) -> bool:
    """Tell whether a line is a story's headline, no heading inside one: it is long, or the paragraph says its words again."""
    n = len(line.words)
    if not 4 <= n <= 18 or line.ends or line.text[-1] in ":," or line.is_photo_credit or line.widget or line.notice:
        return False
    return n >= 6 or len(line.content & below.content) >= 2

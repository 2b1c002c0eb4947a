"""group: a pile of articles about many events becomes stories.

marked articles
   │ about        what each is about: names, telling words, lead, time
   │ neighbours   pairs that may be one story, from one inverted index     (links: copies and edits are one story)
   │ quoted       articles that quote the same words are one story
   │ merging      the likest first, as long as a story stays of one piece
   │ briefs       short articles left alone, by the meaning of their words
   ▼ reasons      why each article belongs there
Stories
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from copydesk.group.about import about
from copydesk.group.briefs import placed
from copydesk.group.config import GroupConfig
from copydesk.group.merging import Merging
from copydesk.group.neighbours import neighbours
from copydesk.group.quoted import same_quotes
from copydesk.group.reasons import reasons
from copydesk.ports import Vectors
from copydesk.records import Marked, ReuseLink, Story
from copydesk.text.pile import Pile


def group(
    marked: Sequence[Marked], links: Sequence[ReuseLink], stories: Sequence[Story], vectors: Vectors, config: GroupConfig
) -> tuple[Story, ...]:
    """Put articles together that are about one event.

    Args:
        marked: Marked articles with different ids, in any order; the result does not depend on it.
        links: What `trace` found between them.
        stories: Open stories. One that holds some of the articles keeps its id and all its article ids; the others come back as
        they are.
        vectors: Puts texts of like meaning near each other; asked only where a short article was left alone.
        config: Settings.

    Returns:
        Stories sorted by id, each article in exactly one; an article about which there is no other is a story of its own. Raises
        nothing on any text.
    """
    ordered = Pile(marked)
    place = {one.article.id: i for i, one in enumerate(ordered)}
    articles = [about(one, words) for one, words in zip(ordered, ordered.words, strict=True)]
    sure = [
        link
        for link in links
        if link.dependence == "yes" and link.kind in ("copy", "edited") and place.keys() >= set(link.articles)
    ]
    forced = [(place[link.articles[0]], place[link.articles[1]]) for link in sure] + _held_together(stories, place)
    forced += same_quotes(ordered, ordered.words, articles, config)
    groups = placed(Merging(articles, config).run(forced, neighbours(articles, config)), articles, ordered, vectors, config)
    linked: dict[str, list[ReuseLink]] = defaultdict(list)
    for link in sure:
        for article_id in link.articles:
            linked[article_id].append(link)
    named = _named([[articles[i].id for i in members] for members in groups], stories)
    found = [
        Story(id=name, article_ids=ids, reasons=reasons(members, articles, ordered, linked) | kept)
        for members, (name, ids, kept) in zip(groups, named, strict=True)
    ]
    untouched = [story for story in stories if not place.keys() & set(story.article_ids)]
    return tuple(sorted([*found, *untouched], key=lambda story: story.id))


def _held_together(stories: Sequence[Story], place: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the pairs of articles that open stories hold together."""
    present = [[place[i] for i in sorted(story.article_ids) if i in place] for story in stories]
    return [(members[0], other) for members in present if members for other in members[1:]]


def _named(groups: Sequence[Sequence[str]], stories: Sequence[Story]) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    """Return for each group of article ids its name, all its article ids, and the reasons of those that are not at hand.

    A group takes the name of the open story most of whose articles it holds; else one from its first article.
    """
    open_story = {article: story for story in sorted(stories, key=lambda s: s.id) for article in story.article_ids}
    found: list[tuple[str, tuple[str, ...], dict[str, str]]] = []
    for members in groups:
        held = {open_story[i].id: open_story[i] for i in members if i in open_story}
        times = Counter(open_story[i].id for i in members if i in open_story)
        name = min(times, key=lambda story: (-times[story], story), default=_story_id(members))
        away = {i: story.reasons.get(i, "") for story in held.values() for i in story.article_ids if i not in members}
        found.append((name, tuple(sorted({*members, *away})), away))
    return found


def _story_id(members: Sequence[str]) -> str:
    """Return the name of a new story: from its first article, so that it does not depend on the order of the input."""
    return "s" + blake2b(min(members).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()

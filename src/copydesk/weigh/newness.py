"""When something was told first, and what came with the latest articles."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from copydesk.records import Article, Marked, Seen
from copydesk.weigh.units import Unit

_DAY, _MINUTE = 10, 16  # lengths of "2024-04-10" and "2024-04-10T12:34"


def moment(article: Article) -> str:
    """Return when an article was published in a form that sorts: to the minute, in UTC where that is known; empty if not."""
    when = article.published.when or ""
    if len(when) <= _MINUTE:
        return when
    try:
        known = datetime.fromisoformat(when)
    except ValueError:
        return when[:_MINUTE]
    return (known.astimezone(UTC) if known.tzinfo else known).strftime("%Y-%m-%dT%H:%M")


def days_between(a: Article, b: Article) -> int | None:
    """Return how many days lie between the publication of two articles; None where one of the days is not known."""
    try:
        one, other = (date.fromisoformat((article.published.when or "")[:_DAY]) for article in (a, b))
    except ValueError:
        return None
    return abs((one - other).days)


def first_seen(units: Iterable[Unit]) -> Seen | None:
    """Return the earliest article in which one of some units stands; None where no time is known."""
    articles = {u.marked.article.id: u.marked.article for u in units if u.marked.article.published.when}
    first = min(articles.values(), key=lambda a: (moment(a), a.id), default=None)
    if first is None or first.published.when is None:
        return None
    return Seen(when=first.published.when, article_id=first.id, outlet=first.outlet)


def latest(articles: Sequence[Marked]) -> frozenset[str]:
    """Return the ids of the latest articles: those of the last day, or, where all are of one day, of the last time.

    Nothing where not every other article is surely earlier than these: then nobody knows what is new.
    """
    times = {m.article.id: moment(m.article) for m in articles}
    dated = {i: when for i, when in times.items() if len(when) >= _DAY}
    days = {when[:_DAY] for when in dated.values()}
    exact = _DAY if len(days) > 1 else _MINUTE
    if len(dated) < len(times) or (exact == _MINUTE and any(len(when) < _MINUTE for when in dated.values())):
        return frozenset()
    last = max((when[:exact] for when in dated.values()), default="")
    found = frozenset(i for i, when in dated.items() if when[:exact] == last)
    return found if len(found) < len(times) else frozenset()

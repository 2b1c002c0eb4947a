"""What no article says though readers will ask.

    openings of the articles -> kinds of event (events.py), told by enough of the articles
    kind -> the slot it makes readers ask for -> left empty by every sentence of every article: a question

Whatever might be the answer counts as one, so that nothing is asked that some article tells in other words; a question that is
missed costs less than one that makes no sense.
"""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from copydesk.records import Asked, Claim, Unanswered
from copydesk.weigh.accusations import accusations, answered
from copydesk.weigh.answers import (
    COMING,
    FOLLOWING,
    SUSPECT,
    Told,
    ahead,
    always,
    any_of,
    counted,
    lasting,
    many,
    money,
    timed,
    told_in,
    toll,
)
from copydesk.weigh.claims import Made
from copydesk.weigh.events import (
    DISASTERS,
    MOVING,
    accident,
    bought,
    called_back,
    harmed,
    jobs_cut,
    left_office,
    mishap,
    sentenced,
    to_be_built,
    undertaking,
    voted,
)
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene

_ENOUGH = 3  # a third of the articles must tell of an event in their first sentences
_MOST = 5  # claims named for a question


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A slot that a kind of event makes readers ask for.

    Attributes:
        asks: The slot.
        question: What no article says.
        event: What makes readers ask, a sentence without its full stop.
        lacks: What no article does, behind "no article".
        raised: Whether a node tells of such an event.
        answered: Whether anything in the story may be the answer.
        fitting: Whether the story as a whole is of that kind.
    """

    asks: Asked
    question: str
    event: str
    lacks: str
    raised: Callable[[Node], bool]
    answered: Callable[[Told], bool]
    fitting: Callable[[Told], bool] = always

    @property
    def reason(self) -> str:
        """Why readers will ask."""
        return f"{self.event}, and no article {self.lacks}."


QUESTIONS: tuple[Question, ...] = (
    Question(
        asks="toll",
        question="whether anybody was hurt",
        event="It is an accident or attack",
        lacks="says how many were killed or hurt, or that nobody was",
        raised=accident,
        fitting=any_of(COMING | DISASTERS | MOVING),
        answered=toll,
    ),
    Question(
        asks="responsible",
        question="who did it",
        event="It was done to somebody",
        lacks="names a suspect or says that none is known",
        raised=harmed,
        fitting=any_of(COMING),
        answered=any_of(SUSPECT),
    ),
    Question(
        asks="place",
        question="where it happened",
        event="It is an accident or attack",
        lacks="names a place",
        raised=mishap,
        fitting=any_of(COMING),
        answered=lambda told: told.places,
    ),
    Question(
        asks="date",
        question="when it happened",
        event="It is an accident or attack",
        lacks="gives a day, or any other time",
        raised=mishap,
        fitting=any_of(COMING),
        answered=timed,
    ),
    Question(
        asks="cost",
        question="what it costs",
        event="Something is to be built",
        lacks="gives a sum or says who pays",
        raised=to_be_built,
        answered=money,
    ),
    Question(
        asks="cost",
        question="the price",
        event="Something is bought",
        lacks="gives a sum or says that it was not made known",
        raised=bought,
        answered=money,
    ),
    Question(
        asks="date",
        question="by when it is to happen",
        event="It is a plan",
        lacks="gives a time for it",
        raised=undertaking,
        answered=ahead,
    ),
    Question(
        asks="count",
        question="how many voted which way",
        event="There was a vote",
        lacks="gives its count or says that all agreed",
        raised=voted,
        answered=counted,
    ),
    Question(
        asks="count",
        question="how many jobs",
        event="Jobs are cut",
        lacks="says how many",
        raised=jobs_cut,
        answered=many,
    ),
    Question(
        asks="count",
        question="how many are called back",
        event="Something that was sold is called back",
        lacks="says how many of it there are",
        raised=called_back,
        answered=many,
    ),
    Question(
        asks="successor",
        question="who follows",
        event="Somebody leaves an office",
        lacks="says who takes it or how it is filled",
        raised=left_office,
        answered=any_of(FOLLOWING),
    ),
    Question(
        asks="term",
        question="how long the sentence is",
        event="Somebody was sentenced",
        lacks="says to what",
        raised=sentenced,
        answered=lasting,
    ),
)


def unanswered(scene: Scene, made: Made) -> tuple[Unanswered, ...]:
    """Return what no article of a story says though its readers will ask, in the order of the table, then who did not answer."""
    opening = [node for node in scene.nodes if node.opening and node.number in made.of_node]
    raising = [(q, claims) for q in QUESTIONS if (claims := raised(q.raised, opening, made))]
    blamed = accusations(scene, opening)
    if not raising and not blamed:
        return ()
    articles = {u.marked.article.id for node in scene.nodes for u in node.units}
    told = told_in(scene)
    found = [
        Unanswered(asks=q.asks, question=q.question, reason=q.reason, claim_ids=tuple([c.id for c in claims[:_MOST]]))
        for q, claims in raising
        if widely(claims, len(articles)) and q.fitting(told) and not q.answered(told)
    ]
    return (*found, *silent(blamed, scene, made, len(articles)))


def raised(by: Callable[[Node], bool], nodes: Iterable[Node], made: Made) -> list[Claim]:
    """Return the claims that tell of a kind of event, the most important first."""
    places = sorted({made.of_node[node.number] for node in nodes if by(node)})
    return [made.claims[at] for at in places]


def widely(claims: Iterable[Claim], articles: int) -> bool:
    """Return whether a fair part of a story's articles make some claims: the event is the story's, not one that it mentions."""
    return len({p.article_id for claim in claims for p in claim.passages}) * _ENOUGH >= articles


def silent(blamed: dict[str, list[Node]], scene: Scene, made: Made, articles: int) -> Iterator[Unanswered]:
    """Yield the accused whom no article lets answer, by name."""
    for key, nodes in sorted(blamed.items(), key=lambda item: scene.cast.name(item[0])):
        claims = [made.claims[at] for at in sorted({made.of_node[node.number] for node in nodes})]
        if widely(claims, articles) and not answered(key, scene):
            name = scene.cast.name(key)
            yield Unanswered(
                asks="answer",
                question=f"what {name} says to it",
                reason=f"{name} is accused, and no article gives an answer or says that none was to be had.",
                claim_ids=tuple([claim.id for claim in claims[:_MOST]]),
            )

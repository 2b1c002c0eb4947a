"""What a rewrite did to the report it rests on: each thing it dropped, altered or added, and nothing that it only moved."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from tests.trace import articles

from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser
from copydesk.records import Change, Marked, Published, Reuse, ReuseKind
from copydesk.trace import trace
from copydesk.trace.audit import audit
from copydesk.trace.config import TraceConfig
from copydesk.trace.examined import Examined

REPORT = """\
The harbour board voted on Tuesday to close the eastern quay of Velmont after divers found a crack in the pier.
The crack is 14 metres long and was caused by a dredger in March, chief engineer Petra Lund said.
Repairs may take until autumn and will cost 9 million crowns, according to the board.
“We told them twice that the dredger was working far too close to the pier, and nobody wrote it down,” said diver Anton Reyes.
Two ferry lines will lose their berth."""

Audited = Callable[..., list[Change]]


@pytest.fixture(scope="module")
def made() -> Callable[[str, str], Marked]:
    """Mark a text whose every line is a paragraph."""
    parser = load_parser()

    def run(name: str, text: str) -> Marked:
        article = articles.marked(name, text).article
        context = MarkContext(blocks=article.blocks, published=Published(when="2031-04-09", precision="day", basis="text"))
        return Marked(article=article, marks=mark(text, parser, MarkConfig(), context))

    return run


@pytest.fixture
def audited(made: Callable[[str, str], Marked]) -> Audited:
    """Hold a text against the report, its lines against the report's lines that share most words."""

    def run(text: str, report: str = REPORT) -> list[Change]:
        later, earlier = made("b", text), made("a", report)
        passages = tuple(_paired(later, earlier))
        return list(audit(Examined(later), Examined(earlier), passages, whole=True).changes)

    return run


def _paired(later: Marked, earlier: Marked) -> list[Reuse]:
    found: list[Reuse] = []
    for mine in later.marks.sentences:
        words = set(later.article.text[mine.start : mine.end].lower().split())
        like = [(len(words & set(earlier.article.text[s.start : s.end].lower().split())), s) for s in earlier.marks.sentences]
        shared, yours = max(like, key=lambda pair: pair[0])
        if shared >= 0.5 * len(words):
            kind: ReuseKind = "edited" if shared >= 0.6 * len(words) else "reworded"
            here, there = later.passage(mine.start, mine.end), earlier.passage(yours.start, yours.end)
            found.append(Reuse(later=here, earlier=there, kind=kind))
    for mine_quote in later.marks.quotes:
        for your_quote in earlier.marks.quotes if mine_quote.direct else ():
            here = later.passage(mine_quote.words_start, mine_quote.words_end)
            there = earlier.passage(your_quote.words_start, your_quote.words_end)
            if your_quote.direct and set(here.text.split()[:5]) & set(there.text.split()):
                found.append(Reuse(later=here, earlier=there, kind="quoted"))
    return found


def altered(changes: list[Change]) -> list[tuple[str, str, str]]:
    """Return what is no whole sentence."""
    return [(change.what, change.aspect, change.detail) for change in changes if change.aspect != "fact"]


def test_a_copy_changes_nothing(audited: Audited) -> None:
    assert audited(REPORT) == []


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        (", chief engineer Petra Lund said", "", ("dropped", "attribution", "no longer attributed to chief engineer Petra Lund")),
        (", according to the board", "", ("dropped", "attribution", "no longer attributed to the board")),
        ("14 metres", "40 metres", ("altered", "number", "“14 metres” became “40 metres”")),
        ("9 million crowns", "6 million crowns", ("altered", "number", "“9 million crowns” became “6 million crowns”")),
        ("on Tuesday", "on Monday", ("altered", "date", "“Tuesday” became “Monday”")),
        ("may take", "will take", ("altered", "firmness", "“may take” became “will take”")),
        ("far too close", "close", ("altered", "quote", "“far too” is left out inside the quotation marks")),
        (
            "nobody wrote it down",
            "they ignored us",
            ("altered", "quote", "inside the quotation marks, “nobody wrote it down” became “they ignored us”"),
        ),
        (
            "twice that the dredger was working far too close to the pier, and nobody wrote it down",
            "twice",
            ("altered", "quote", "shortened from 20 to 4 words"),
        ),
        ("voted on", "did not vote on", ("altered", "negation", "“voted” became “did not vote”")),
        ("will lose", "will not lose", ("altered", "negation", "“will lose” became “will not lose”")),
        ("divers found a crack", "divers found no crack", ("altered", "negation", "“found a crack” became “found no crack”")),
        ("diver Anton Reyes", "mayor Paul Brown", ("altered", "speaker", "“Anton Reyes” became “Paul Brown”")),
    ],
)
def test_each_change_is_told_alone(was: str, now: str, change: tuple[str, str, str], audited: Audited) -> None:
    assert was in REPORT
    assert altered(audited(REPORT.replace(was, now))) == [change]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("14 metres", "about 14 metres"),
        ("chief engineer Petra Lund said", "Lund told the meeting"),
        ("according to the board", "the board said"),
        ("9 million crowns", "almost 9.1 million crowns"),
        ("the dredger was working far too close", "the dredger […] was working far too close"),
        ("The harbour board voted", "The board of the harbour voted"),
        ("Two ferry lines will lose", "Two ferry lines lose"),
        ("diver Anton Reyes", "Reyes, a diver"),
        ("diver Anton Reyes", "a diver"),
    ],
)
def test_what_says_the_same_is_no_change(was: str, now: str, audited: Audited) -> None:
    assert was in REPORT
    assert altered(audited(REPORT.replace(was, now))) == []


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        ("More than 200 people left the quay.", "Fewer than 200 people left the quay.", "number"),
        ("At most 200 people left the quay.", "At least 200 people left the quay.", "number"),
        ("The board did not approve the plan for the quay.", "The board approved the plan for the quay.", "negation"),
        ("The board didn’t vote on the plan on Friday.", "The board did vote on the plan on Friday.", "negation"),
        ("The man is not guilty of the theft, the court said.", "The man is guilty of the theft, the court said.", "negation"),
        ("“We do not know the owner of the dredger,” Lund said.", "“We do know the owner of the dredger,” Lund said.", "quote"),
    ],
)
def test_a_reversal_is_told_both_ways(was: str, now: str, change: str, audited: Audited) -> None:
    assert [aspect for _, aspect, _ in altered(audited(now, was))] == [change]
    assert [aspect for _, aspect, _ in altered(audited(was, now))] == [change]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The board met on Monday in the town hall.", "The board will meet Monday in the town hall."),
        ("No more than 200 people left the quay.", "Fewer than 200 people left the quay."),
        ("The board did not approve the plan for the quay.", "The board refused to approve the plan for the quay."),
        ("The board did not approve the plan for the quay.", "The board has yet to approve the plan for the quay."),
        ("The board did not approve the plan until Friday.", "The board approved the plan on Friday."),
        ("Police did not find weapons in the house of the man.", "Police found letters in the house of the man."),
        ("I do not think that the board will approve the plan.", "I think that the board will not approve the plan."),
        ("The plan may not pass the council this summer.", "The plan may pass the council this summer."),
        ("No-one was hurt in the fire on the quay.", "No one was hurt in the fire on the quay."),
        (
            "“We do not want it, and it is ours, you cannot deny it,” Lund said.",
            "“We don't want it, and it’s ours, you can’t deny it,” Lund said.",
        ),
        ("“We will not pay, he has been told so,” Lund said.", "“We won’t pay, he’s been told so,” Lund said."),
    ],
)
def test_what_only_seems_reversed_is_no_change(was: str, now: str, audited: Audited) -> None:
    assert altered(audited(now, was)) == []
    assert altered(audited(was, now)) == []


def test_quotes_that_begin_alike_may_be_of_two_people(audited: Audited) -> None:
    was = "“There was a lot of noise around this game, but we all were calm,” Anton Reyes said."
    now = "“There was a lot of pressure, and I was nervous before it,” Paul Brown said."
    assert [one for one in altered(audited(now, was)) if one[1] == "speaker"] == []


def test_words_that_lose_their_quotation_marks_and_words_that_get_some(audited: Audited) -> None:
    told = REPORT.replace("“We told them twice that the", "They were told twice that the").replace(
        "down,” said diver Anton Reyes", "down"
    )
    assert ("altered", "quotation", "words of diver Anton Reyes stand without quotation marks") in altered(audited(told))
    quoting = REPORT.replace("Two ferry lines will lose their berth.", "“Two ferry lines will lose their berth,” the mayor said.")
    assert ("altered", "quotation", "the other article’s own words stand in quotation marks") in altered(audited(quoting))


def test_a_part_of_a_quote_that_stands_in_another_one_is_not_lost(audited: Audited) -> None:
    parted = REPORT.replace("close to the pier, and nobody", "close to the pier,” he said. “And nobody")
    assert [one for one in altered(audited(parted)) if "shortened" in one[2]] == []


def test_sentences_left_out_and_added_are_told_with_their_passage(audited: Audited) -> None:
    lines = REPORT.split("\n")
    changes = audited("\n".join([*lines[:4], "The town of Steen has offered its own pier until the work is done."]))
    facts = [(one.what, one.later or one.earlier) for one in changes if one.aspect == "fact"]
    told = [(what, passage.text if passage else "") for what, passage in facts]
    assert told == [
        ("added", "The town of Steen has offered its own pier until the work is done."),
        ("dropped", "Two ferry lines will lose their berth."),
    ]


def test_of_a_loan_only_what_it_altered_is_told(made: Callable[[str, str], Marked]) -> None:
    later, earlier = made("b", f"Rain fell on Steen.\n{REPORT.splitlines()[1].replace('14', '41')}"), made("a", REPORT)
    found = audit(Examined(later), Examined(earlier), tuple(_paired(later, earlier)), whole=False)
    assert found.sentences == (1, 2)
    assert altered(list(found.changes)) == [("altered", "number", "“14 metres” became “41 metres”")]
    assert len(found.changes) == 1


def test_a_link_carries_it_where_it_is_known_which_was_later(made: Callable[[str, str], Marked]) -> None:
    text = REPORT.replace("14 metres", "41 metres")
    dated = [Published(when=f"2031-04-{day:02}", precision="day", basis="json-ld") for day in (9, 10)]
    pile = [
        replace(one, article=replace(one.article, published=published, outlet=outlet))
        for one, published, outlet in zip((made("a", REPORT), made("b", text)), dated, ("Lantern", "Herald"), strict=True)
    ]
    [link] = trace(pile, TraceConfig()).links
    assert (link.articles, link.direction, link.sentences) == (("b", "a"), "forward", (5, 5))
    assert altered(list(link.changes)) == [("altered", "number", "“14 metres” became “41 metres”")]
    undated = [made("a", REPORT), made("b", text)]
    [open_link] = trace(undated, TraceConfig()).links
    assert (open_link.direction, open_link.sentences, open_link.changes) == ("unclear", (0, 0), ())

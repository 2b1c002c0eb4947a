"""The offline writer: what a reader of a report relies on."""

# ruff: noqa: E501 - a sentence with its grammar reads best in few lines

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from copydesk.records import (
    Brief,
    Difference,
    Draft,
    DraftSection,
    DraftSentence,
    Marked,
    Origin,
    Passage,
    Side,
    Verdict,
)
from copydesk.write import OPERATIONS, SWITCHES, OfflineWriter, WriteConfig, write
from copydesk.write.offline.tellers import with_article

from .conftest import brief, marked, sentence

STRUCK = "The|DET|DT|2|det ferry|NOUN|NN|3|nsubj struck|VERB|VBD|0|root the|DET|DT|6|det north|ADJ|JJ|6|amod pier|NOUN|NN|3|obj in|ADP|IN|8|case Osper|PROPN|NNP|3|obl .|PUNCT|.|3|punct"
STRUCK_TOO = "A|DET|DT|2|det ferry|NOUN|NN|3|nsubj struck|VERB|VBD|0|root Osper|PROPN|NNP|7|nmod:poss ’s|PART|POS|4|case north|ADJ|JJ|7|amod pier|NOUN|NN|3|obj .|PUNCT|.|3|punct"
OPENED = "Mayor|PROPN|NNP|3|compound Ana|PROPN|NNP|3|compound Boro|PROPN|NNP|4|nsubj opened|VERB|VBD|0|root a|DET|DT|7|det sports|NOUN|NNS|7|compound hall|NOUN|NN|4|obj for|ADP|IN|9|case relatives|NOUN|NNS|7|nmod .|PUNCT|.|4|punct"
PROMISED = "Boro|PROPN|NNP|2|nsubj promised|VERB|VBD|0|root help|NOUN|NN|2|obj to|ADP|IN|6|case fishing|NOUN|NN|6|compound families|NOUN|NNS|3|nmod .|PUNCT|.|2|punct"
SHE = "She|PRON|PRP|2|nsubj visited|VERB|VBD|0|root two|NUM|CD|4|nummod hospitals|NOUN|NNS|2|obj after|ADP|IN|6|case midnight|NOUN|NN|2|obl .|PUNCT|.|2|punct"
FISH = "Fresh|ADJ|JJ|2|amod fish|NOUN|NN|3|nsubj became|VERB|VBD|0|root scarce|ADJ|JJ|3|xcomp across|ADP|IN|7|case northern|ADJ|JJ|7|amod markets|NOUN|NNS|3|obl .|PUNCT|.|3|punct"
THESE = (
    "These|DET|DT|2|det rules|NOUN|NNS|3|nsubj surprised|VERB|VBD|0|root the|DET|DT|5|det council|NOUN|NN|3|obj .|PUNCT|.|3|punct"
)
FERRY_LINE = "The|DET|DT|3|det ferry|NOUN|NN|3|compound line|NOUN|NN|4|nsubj suspended|VERB|VBD|0|root its|PRON|PRP$|6|nmod:poss captain|NOUN|NN|4|obj .|PUNCT|.|4|punct"
INJURED = "The|DET|DT|2|det crash|NOUN|NN|3|nsubj injured|VERB|VBD|0|root 31|NUM|CD|5|nummod passengers|NOUN|NNS|3|obj on|ADP|IN|7|case Monday|PROPN|NNP|3|obl .|PUNCT|.|3|punct"
INJURED_TOO = "Doctors|NOUN|NNS|2|nsubj said|VERB|VBD|0|root at|ADP|IN|4|case least|ADJ|JJS|5|advmod 38|NUM|CD|6|nummod people|NOUN|NNS|8|nsubj:pass were|AUX|VBD|8|aux:pass injured|VERB|VBN|2|ccomp .|PUNCT|.|2|punct"
PEOPLE = {"Mayor|Ana Boro": "Ana Boro", "Boro": "Ana Boro", "She": "Ana Boro"}


def gazette(*written: str, people: bool = True) -> Marked:
    return marked("a" * 12, written, "Osper Gazette", PEOPLE if people else {})


def radio(*written: str, outlet: str | None = "Radio Nine", letter: str = "b") -> Marked:
    return marked(letter * 12, written, outlet, {})


def tolls(*others: Marked) -> Brief:
    """Return reports that differ about how many were injured: the Gazette's, and one or more others."""
    local = gazette(STRUCK, INJURED, FISH, people=False)
    places = [sentence(local, 1), sentence(others[0], 0)]
    origins = [("o0",), tuple(f"o{i + 1}" for i in range(len(others)))]
    sides = tuple(
        Side(claim_id=f"c{i + 2}", passage=places[i], value=("31 passengers", "38 people")[i], origin_ids=origins[i])
        for i in (0, 1)
    )
    told = Difference(topic="how many were hurt", what="number", sides=sides)
    claims = [[(0, 0)], [(0, 1)], [(i + 1, 0) for i in range(len(others))], [(0, 2)]]
    return brief([local, *others], claims, differences=[told])


def drafted(given: Brief) -> Draft:
    return write(given, OfflineWriter(), WriteConfig())


def everything(draft: Draft) -> list[DraftSentence]:
    return [draft.headline, draft.dek, *body(draft)]


def body(draft: Draft) -> list[DraftSentence]:
    return [s for section in draft.sections for s in section.sentences]


def texts(draft: Draft) -> str:
    return " ".join(s.text for s in everything(draft))


@pytest.fixture
def two() -> Brief:
    """Two reports of one event that share its centre."""
    local, other = gazette(STRUCK, OPENED, PROMISED, SHE), radio(STRUCK_TOO, FISH)
    return brief([local, other], [[(0, 0), (1, 0)], [(0, 1)], [(0, 2)], [(1, 1)], [(0, 3)]])


def test_what_two_origins_carry_is_stated_plainly_and_leads(two: Brief) -> None:
    draft = drafted(two)
    lead = body(draft)[0]
    assert lead.text == "A ferry struck Osper’s north pier."
    assert not lead.attributed
    assert {c.article_id for c in lead.citations} == {"a" * 12, "b" * 12}


LONG = "Two|NUM|CD|2|nummod sailors|NOUN|NNS|4|nsubj:pass were|AUX|VBD|4|aux:pass killed|VERB|VBN|0|root when|ADV|WRB|8|advmod the|DET|DT|7|det ferry|NOUN|NN|8|nsubj struck|VERB|VBD|4|advcl the|DET|DT|10|det pier|NOUN|NN|8|obj ,|PUNCT|,|14|punct and|CCONJ|CC|14|cc ministers|NOUN|NNS|14|nsubj promised|VERB|VBD|4|conj new|ADJ|JJ|16|amod radars|NOUN|NNS|14|obj for|ADP|IN|18|case harbours|NOUN|NNS|16|nmod .|PUNCT|.|4|punct"
BRIEFLY = "Two|NUM|CD|2|nummod sailors|NOUN|NNS|4|nsubj:pass were|AUX|VBD|4|aux:pass killed|VERB|VBN|0|root as|SCONJ|IN|8|mark the|DET|DT|7|det ferry|NOUN|NN|8|nsubj struck|VERB|VBD|4|advcl the|DET|DT|10|det pier|NOUN|NN|8|obj .|PUNCT|.|4|punct"


def test_what_two_origins_carry_is_worded_without_what_only_one_of_them_says() -> None:
    draft = drafted(brief([gazette(LONG, FISH, people=False), radio(BRIEFLY)], [[(0, 0), (1, 0)], [(0, 1)]]))
    shared = [s for s in everything(draft) if len({c.article_id for c in s.citations}) == 2]
    assert shared
    assert not any("radars" in s.text for s in shared)


def test_what_another_report_says_in_a_claim_of_its_own_counts_too() -> None:
    draft = drafted(brief([gazette(LONG, FISH, people=False), radio(BRIEFLY)], [[(0, 0)], [(0, 1)], [(1, 0)]]))
    shared = [s for s in everything(draft) if len({c.article_id for c in s.citations}) == 2]
    assert [s.attributed for s in shared] == [False] * len(shared)
    assert any("killed" in s.text for s in shared)
    assert not any("radars" in s.text for s in shared)


def test_a_story_is_headed_by_what_its_articles_open_with() -> None:
    draft = drafted(brief([gazette(STRUCK, FISH, people=False), radio(STRUCK_TOO)], [[(0, 1)], [(0, 0)], [(1, 0)]]))
    assert "struck" in draft.headline.text


def test_what_one_origin_carries_is_given_to_it(two: Brief) -> None:
    single = [s for s in everything(drafted(two)) if len({c.article_id for c in s.citations}) == 1]
    assert len(single) == 4
    for one in single:
        outlet = "Osper Gazette" if one.citations[0].article_id == "a" * 12 else "Radio Nine"
        assert one.attributed
        assert outlet in one.text


def test_an_outlet_that_is_not_known_is_called_so() -> None:
    draft = drafted(brief([gazette(STRUCK, people=False), radio(FISH, outlet=None)], [[(0, 0)], [(1, 0)]]))
    fish = next(s for s in everything(draft) if "fish" in s.text.lower())
    assert "one report" in fish.text.lower()


def test_an_outlet_that_is_only_credited_is_named_with_the_one_that_passes_it_on() -> None:
    local, other = gazette(STRUCK, FISH, people=False), radio(STRUCK_TOO)
    given = brief([local, other], [[(0, 0), (1, 0)], [(0, 1)]])
    fish = sentence(local, 1)
    origins = (*given.material.lineage.origins, elsewhere(given, fish))
    first = replace(origins[0], passages=origins[0].passages[:1])
    lineage = replace(given.material.lineage, origins=(first, *origins[1:]))
    draft = drafted(replace(given, material=replace(given.material, lineage=lineage)))
    assert any("the Tribune, as cited by the Osper Gazette" in s.text or "The Tribune reported, as cited by the Osper Gazette" in s.text
               for s in everything(draft) if "fish" in s.text.lower())  # fmt: skip


def elsewhere(given: Brief, passage: Passage) -> Origin:
    return replace(
        given.material.lineage.origins[0], id="o9", kind="elsewhere", root_article_id=None, credited="Tribune", passages=(passage,)
    )


def test_people_are_introduced_once_and_go_by_one_name_afterwards(two: Brief) -> None:
    printed = " ".join(s.text for s in body(drafted(two)))
    assert printed.count("Mayor Ana Boro") == 1
    assert printed.index("Ana Boro") <= printed.index("Boro")
    assert "She" not in printed


def test_a_pronoun_without_anybody_is_passed_over() -> None:
    draft = drafted(brief([gazette(STRUCK, SHE, people=False), radio(FISH)], [[(0, 0)], [(0, 1)], [(1, 0)]]))
    assert "hospitals" not in texts(draft)
    assert [x.reason for x in draft.left_out if "hospitals" in x.text] == ["“She” has nobody to stand for"]


def test_what_only_made_sense_in_its_article_is_passed_over_with_the_reason() -> None:
    draft = drafted(brief([gazette(STRUCK, THESE, people=False)], [[(0, 0)], [(0, 1)]]))
    assert "rules" not in texts(draft)
    assert any("points at another sentence" in x.reason for x in draft.left_out)


def test_nothing_is_said_twice() -> None:
    local, other = gazette(STRUCK, FISH, people=False), radio(STRUCK_TOO)
    draft = drafted(brief([local, other], [[(0, 0)], [(1, 0)], [(0, 1)]]))
    assert sum("pier" in s.text for s in body(draft)) == 1
    assert any(x.reason == "said already" for x in draft.left_out)


def test_every_sentence_cites_passages_that_exist(two: Brief) -> None:
    articles = {m.article.id: m.article.text for m in two.material.articles}
    for one in everything(drafted(two)):
        assert one.citations
        assert all(articles[c.article_id][c.start : c.end] == c.text for c in one.citations)


def test_a_headline_has_no_full_stop_and_is_nobodys(two: Brief) -> None:
    headline = drafted(two).headline.text
    assert headline == "A ferry struck Osper’s north pier"
    own = two.material.articles[1]
    titled = replace(own, article=replace(own.article, title="A ferry struck Osper’s north pier!"))
    again = drafted(replace(two, material=replace(two.material, articles=(two.material.articles[0], titled))))
    assert again.headline.text != headline


@pytest.mark.parametrize("words", [5, 20, 40, 80, 450])
def test_the_report_is_no_longer_than_asked_but_for_its_head(two: Brief, words: int) -> None:
    draft = drafted(replace(two, words=words))
    head = len(draft.headline.text.split()) + len(draft.dek.text.split())
    assert sum(len(s.text.split()) for s in everything(draft)) <= max(words, head)


def test_no_claims_still_give_a_report_from_the_first_words() -> None:
    draft = drafted(brief([gazette(STRUCK, FISH, people=False)], []))
    assert "ferry struck" in draft.headline.text
    assert "Osper Gazette" in draft.headline.text
    assert draft.headline.citations


def test_an_article_without_the_sentences_verb_and_most_of_its_words_is_not_cited() -> None:
    local, other = gazette(STRUCK, FISH, people=False), radio(FERRY_LINE)
    draft = drafted(brief([local, other], [[(0, 0), (1, 0)], [(0, 1)]]))
    assert all(len({c.article_id for c in s.citations}) == 1 and s.attributed for s in everything(draft))


def test_a_report_is_called_the_same_throughout() -> None:
    given = brief(
        [radio(STRUCK, FISH, outlet=None), radio(WILL_OPEN, HALVES, outlet=None, letter="c")],
        [[(0, 0)], [(1, 0)], [(0, 1)], [(1, 1)]],
    )
    called: dict[str, set[str]] = {}
    for s in everything(drafted(given)):
        name = next(n for n in ("one report", "first report", "second report") if n in s.text.casefold())
        called.setdefault(s.citations[0].article_id, set()).add(name)
    assert sorted(sorted(names) for names in called.values()) in (
        [["first report", "one report"], ["second report"]],
        [["one report"], ["second report"]],
    )


def differing(draft: Draft) -> list[DraftSentence]:
    return [s for section in draft.sections if section.heading == "Where accounts differ" for s in section.sentences]


def test_a_difference_gives_each_side_to_who_stands_on_it_and_cites_that_side_alone() -> None:
    told = differing(drafted(tolls(radio(INJURED_TOO))))
    assert [s.text for s in told] == [
        "The Osper Gazette reports that 31 were injured.",
        "Doctors said at least 38 people were injured, Radio Nine reports.",
    ]
    assert [{c.article_id for c in s.citations} for s in told] == [{"a" * 12}, {"b" * 12}]


def test_the_side_that_more_origins_carry_comes_first_and_cites_them_all() -> None:
    told = differing(drafted(tolls(radio(INJURED_TOO), radio(INJURED_TOO, outlet="The Tribune", letter="c"))))
    assert [s.text for s in told] == [
        "Doctors said at least 38 people were injured, Radio Nine and The Tribune report.",
        "The Osper Gazette reports that 31 were injured.",
    ]


def test_a_difference_with_a_side_that_cannot_be_told_is_not_told() -> None:
    given = tolls(radio(INJURED_TOO))
    claims = [c for c in given.weighed.claims if c.id != "c3"]
    assert differing(drafted(replace(given, weighed=replace(given.weighed, claims=tuple(claims))))) == []


def test_repair_gives_the_fallbacks_in_turn_and_then_nothing(two: Brief) -> None:
    writer, verdict = OfflineWriter(), Verdict(label="unsupported", score=0, checks=(), evidence=())
    one: DraftSentence | None = DraftSentence(text="a", claim_ids=(), citations=(), fallbacks=("b", "c"))
    seen = []
    while one is not None:
        seen.append(one.text)
        one = writer.repair(one, verdict, two)
    assert seen == ["a", "b", "c"]


def test_the_same_brief_gives_the_same_draft(two: Brief) -> None:
    assert drafted(two) == drafted(two)


def test_every_operation_can_be_switched_off(two: Brief) -> None:
    assert SWITCHES[: len(OPERATIONS)] == tuple(OPERATIONS)
    draft = OfflineWriter(WriteConfig(off=SWITCHES)).draft(two)
    assert "she visited" in texts(draft)


class Careless:
    """A writer that breaks every promise."""

    name = "careless"

    def __init__(self, sentences: Sequence[DraftSentence]) -> None:
        self.sentences = sentences

    def draft(self, brief: Brief) -> Draft:
        nothing = DraftSentence(text="", claim_ids=(), citations=())
        return Draft(headline=nothing, dek=nothing, sections=(DraftSection(heading="H", sentences=tuple(self.sentences)),))

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        return None


def test_a_careless_writers_sentences_are_left_out_with_the_reason(two: Brief) -> None:
    good = two.weighed.claims[0].passages[0]
    invented = Passage(article_id=good.article_id, start=0, end=5, text="wrong")
    sentences = [
        DraftSentence(text="Said without a passage.", claim_ids=(), citations=()),
        DraftSentence(text="Said after an invented passage.", claim_ids=(), citations=(invented,)),
        DraftSentence(text="Kept.", claim_ids=(), citations=(good,)),
    ]
    draft = write(two, Careless(sentences), WriteConfig())
    assert [s.text for s in body(draft)] == ["Kept."]
    assert [x.reason for x in draft.left_out] == ["cites no passage", "cites a passage that does not exist"]
    assert draft.headline.citations
    assert draft.dek.citations


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5), st.integers(min_value=0, max_value=200))
def test_any_text_gives_a_draft(sentences: list[str], words: int) -> None:
    written = [
        " ".join(f"{w.replace('|', '')}|X|X|{i}|dep" for i, w in enumerate(s.split()) if w.replace("|", "")) for s in sentences
    ]
    article = marked("a" * 12, [w for w in written if w] or ["x|X|X|0|root"], None, {})
    claims = [[(0, i)] for i in range(len(article.marks.sentences))]
    draft = drafted(brief([article], claims, words=words))
    assert draft.headline.text
    assert all(s.citations for s in everything(draft))


WILL_OPEN = "The|DET|DT|3|det Osper|PROPN|NNP|3|compound bridge|NOUN|NN|5|nsubj will|AUX|MD|5|aux open|VERB|VB|0|root in|ADP|IN|7|case June|PROPN|NNP|5|obl .|PUNCT|.|5|punct"
HALVES = "Freight|NOUN|NN|2|compound traffic|NOUN|NN|4|nsubj had|AUX|VBD|4|aux halved|VERB|VBN|0|root since|ADP|IN|6|case January|PROPN|NNP|4|obl .|PUNCT|.|4|punct"
CHANCE = "Engineers|NOUN|NNS|2|nsubj expect|VERB|VBP|0|root heavier|ADJ|JJR|4|amod lorries|NOUN|NNS|2|obj than|ADP|IN|6|case ever|ADV|RB|4|advmod .|PUNCT|.|2|punct"


def kinds(given: Brief, *wanted: str) -> Brief:
    """Return a brief whose first claims are of other kinds."""
    claims = [replace(c, kind=kind) for c, kind in zip(given.weighed.claims, wanted, strict=False)]
    claims += given.weighed.claims[len(wanted) :]
    return replace(given, weighed=replace(given.weighed, claims=tuple(claims)))


def test_a_story_of_what_lies_ahead_has_no_what_happened() -> None:
    given = brief([gazette(WILL_OPEN, CHANCE, HALVES, people=False), radio(FISH)], [[(0, 0)], [(0, 1)], [(1, 0)], [(0, 2)]])
    headings = [s.heading for s in drafted(kinds(given, "announcement", "expectation")).sections]
    assert headings[0] == "What was announced or is expected"
    assert "What happened" not in headings


def test_the_dek_is_not_repeated_below(two: Brief) -> None:
    draft = drafted(two)
    assert draft.dek.claim_ids not in [s.claim_ids for s in body(draft)]


def test_one_sentence_is_a_headline_and_a_dek() -> None:
    draft = drafted(brief([gazette(STRUCK, people=False)], [[(0, 0)]]))
    assert draft.sections == ()
    assert "Osper Gazette" in draft.headline.text
    assert draft.dek.text == "According to the Osper Gazette, the ferry struck the north pier in Osper."


def test_one_report_is_named_once_and_is_the_report_afterwards() -> None:
    draft = drafted(brief([gazette(STRUCK, FISH, WILL_OPEN, HALVES, people=False)], [[(0, 0)], [(0, 1)], [(0, 2)], [(0, 3)]]))
    printed = " ".join(s.text for s in body(draft))
    assert printed.count("Osper Gazette") == 1
    assert "the report" in printed.lower()


def test_a_difference_within_one_report_is_none() -> None:
    local = gazette(STRUCK, FISH, people=False)
    spans = [sentence(local, 0), sentence(local, 1)]
    sides = tuple(Side(claim_id=f"c{i + 1}", passage=p, value=str(i), origin_ids=("o0",)) for i, p in enumerate(spans))
    draft = drafted(brief([local], [[(0, 0)], [(0, 1)]], differences=[Difference(topic="x", what="number", sides=sides)]))
    assert "Where accounts differ" not in [s.heading for s in draft.sections]


def test_two_spellings_of_a_name_are_no_difference() -> None:
    local, other = gazette(STRUCK, FISH, people=False), radio(STRUCK_TOO)
    names = ("Gurban Berdy", "Gurbanly Berdy")
    sides = tuple(
        Side(claim_id=f"c{i + 1}", passage=sentence(m, 0), value=v, origin_ids=(f"o{i}",))
        for i, (m, v) in enumerate(zip((local, other), names, strict=True))
    )
    draft = drafted(brief([local, other], [[(0, 0)], [(1, 0)]], differences=[Difference(topic="who", what="name", sides=sides)]))
    assert "Where accounts differ" not in [s.heading for s in draft.sections]


def test_a_sentence_of_thousands_of_words_is_passed_over_at_once() -> None:
    endless = (
        "Ferries|NOUN|NNS|2|nsubj struck|VERB|VBD|0|root " + "piers|NOUN|NNS|2|obj ,|PUNCT|,|2|punct " * 5000 + ".|PUNCT|.|2|punct"
    )
    draft = drafted(brief([gazette(endless, FISH, people=False)], [[(0, 0)], [(0, 1)]]))
    assert any("too long" in x.reason for x in draft.left_out)
    assert "fish" in draft.headline.text.lower()


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("Osper Gazette", "the Osper Gazette"), ("The Hill", "The Hill"), ("Radio Nine", "Radio Nine"), ("", "")],
)
def test_outlets_get_the_article_that_english_gives_them(outlet: str, name: str) -> None:
    assert with_article(outlet) == name

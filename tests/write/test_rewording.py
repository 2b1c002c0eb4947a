"""A sentence that repeats an article too closely is said in other words, and stays a sentence."""

from collections.abc import Sequence

import pytest
from tests.write.conftest import read

from copydesk.spans import Span
from copydesk.text.runs import Originals, longest
from copydesk.write.grammar.distance import Voice, distanced
from copydesk.write.grammar.nearness import nearest
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.rewording import exchanged, owned, owning, turned
from copydesk.write.grammar.told import Told


def laid(phrase: Phrase, outlets: Sequence[str] = ()) -> list[str]:
    """Return a sentence with who reports or says it elsewhere."""
    told = Told.of(phrase, outlets)
    return [other.text for other, _ in told.otherwise(told.statement)]


# form|tag|fine|head|relation
COUNCIL = (
    "The|DET|DT|2|det council|NOUN|NN|3|nsubj began|VERB|VBD|0|root about|ADV|RB|5|advmod 40|NUM|CD|6|nummod "
    "repairs|NOUN|NNS|3|obj of|ADP|IN|8|case roads|NOUN|NNS|6|nmod and|CCONJ|CC|10|cc bridges|NOUN|NNS|8|conj "
    "in|ADP|IN|12|case spring|NOUN|NN|3|obl .|PUNCT|.|3|punct"
)
OWNER = (
    "Norvane|PROPN|NNP|3|nmod:poss ’s|PART|POS|1|case return|NOUN|NN|4|nsubj pleased|VERB|VBD|0|root the|DET|DT|6|det "
    "mayor|NOUN|NN|4|obj of|ADP|IN|8|case Davor|PROPN|NNP|6|nmod .|PUNCT|.|4|punct"
)


def test_names_and_quotations_are_no_repetition() -> None:
    phrase = read(COUNCIL)
    assert nearest(phrase, Originals.of([phrase.text])).words == 12
    # "Norvane" stands at the head, where every word has a capital; "Davor" does not count.
    assert nearest(read(OWNER), Originals.of([read(OWNER).text])).words == 6
    assert nearest(phrase, Originals.of(["Nothing of that kind stands here at all."])).words == 0


def test_a_word_is_put_for_a_word_of_its_kind() -> None:
    phrase = read(COUNCIL)
    run = nearest(phrase, Originals.of([phrase.text])).span
    texts = {other.text for other in exchanged(phrase, run)}
    assert "The council started about 40 repairs of roads and bridges in spring." in texts
    assert "The council began around 40 repairs of roads and bridges in spring." in texts


def test_two_that_and_joins_change_places() -> None:
    phrase = read(COUNCIL)
    run = nearest(phrase, Originals.of([phrase.text])).span
    assert [other.text for other in turned(phrase, run)] == ["The council began about 40 repairs of bridges and roads in spring."]


def test_who_owns_what_is_said_the_other_way() -> None:
    phrase = read(OWNER)
    run = nearest(phrase, Originals.of([phrase.text])).span
    assert "The return of Norvane pleased the mayor of Davor." in [other.text for other in owned(phrase, run)]
    assert "Norvane’s return pleased Davor’s mayor." in [other.text for other in owning(phrase, run)]


@pytest.mark.parametrize("limit", [5, 7, 10])
def test_every_wording_keeps_the_limit(limit: int) -> None:
    phrase = read(COUNCIL)
    originals = Originals.of([phrase.text])
    wordings = distanced(phrase, originals, limit)
    assert wordings
    assert all(text != phrase.text and longest(text, originals) <= limit for text in wordings)


def test_only_a_sentence_that_names_its_outlet_may_quote() -> None:
    phrase = read(COUNCIL)
    originals = Originals.of([phrase.text])
    assert not any("“" in text for text in distanced(phrase, originals, 3))


def test_what_is_not_near_stays() -> None:
    assert distanced(read(COUNCIL), Originals.of(["The council met."]), 12, Voice(attributed=True)) == ()


# form|tag|fine|head|relation
REPORTED = (
    "The|DET|DT|2|det Courier|PROPN|NNP|3|nsubj adds|VERB|VBZ|0|root that|SCONJ|IN|8|mark the|DET|DT|6|det harbour|NOUN|NN|8|nsubj "
    "will|AUX|MD|8|aux close|VERB|VB|3|ccomp on|ADP|IN|10|case Monday|PROPN|NNP|8|obl and|CCONJ|CC|12|cc open|VERB|VB|8|conj "
    "again|ADV|RB|12|advmod before|ADP|IN|16|case the|DET|DT|16|det feast|NOUN|NN|12|obl of|ADP|IN|18|case spring|NOUN|NN|16|nmod "
    ".|PUNCT|.|3|punct"
)
FIRE = "Two|NUM|CD|2|nummod men|NOUN|NNS|3|nsubj opened|VERB|VBD|0|root fire|NOUN|NN|3|obj .|PUNCT|.|3|punct"
BRIBES = (
    "He|PRON|PRP|2|nsubj denies|VERB|VBZ|0|root bribery|NOUN|NN|2|obj and|CCONJ|CC|5|cc abuse|NOUN|NN|3|conj of|ADP|IN|7|case "
    "office|NOUN|NN|3|nmod .|PUNCT|.|2|punct"
)


def test_who_reports_it_may_stand_behind_the_subject_or_between_two_statements() -> None:
    texts = laid(read(REPORTED), ["Courier"])
    assert texts[:2] == [
        "the harbour, the Courier adds, will close on Monday and open again before the feast of spring.",
        "the harbour will close on Monday, the Courier adds, and open again before the feast of spring.",
    ]
    assert laid(read(REPORTED), ["The Courier"])[0].startswith("the harbour, The Courier adds,")


def test_a_word_that_means_something_else_here_is_left() -> None:
    phrase = read(FIRE)
    assert list(exchanged(phrase, Span(0, len(phrase.words)))) == []


def test_what_may_belong_to_one_of_two_keeps_them_in_order() -> None:
    phrase = read(BRIBES)
    assert list(turned(phrase, Span(0, len(phrase.words)))) == []


def test_only_what_nobody_but_the_outlet_could_have_said_is_quoted() -> None:
    phrase = read(REPORTED)
    originals = Originals.of([phrase.text])
    assert not any("“" in text for text in distanced(phrase, originals, 6, Voice(attributed=True, alone=False)))


def test_more_than_is_over_before_a_number_only() -> None:
    listed = read(
        "Seven|NUM|CD|2|nummod more|ADJ|JJR|0|root than|ADP|IN|2|prep on|ADP|IN|5|case list|NOUN|NN|2|obl were|VERB|VBD|2|dep "
        "aboard|ADV|RB|6|advmod over|ADP|IN|9|case Senby|PROPN|NNP|6|obl .|PUNCT|.|2|punct"
    )
    texts = {other.text for other in exchanged(listed, nearest(listed, Originals.of([listed.text])).span)}
    assert not {text for text in texts if "over on" in text or "more than Senby" in text}


SAID = (
    "Two|NUM|CD|2|nummod men|NOUN|NNS|3|nsubj left|VERB|VBD|11|ccomp the|DET|DT|5|det bank|NOUN|NN|3|obj after|ADP|IN|8|case "
    "an|DET|DT|8|det hour|NOUN|NN|3|obl ,|PUNCT|,|11|punct police|NOUN|NN|11|nsubj said|VERB|VBD|0|root .|PUNCT|.|11|punct"
)


def test_who_says_it_may_stand_in_the_middle_too() -> None:
    assert "two men, police said, left the bank after an hour." in laid(read(SAID))
    assert "police said that two men left the bank after an hour." in laid(read(SAID))


def test_a_place_that_is_described_does_not_become_an_owner() -> None:
    described = read(
        "Snow|NOUN|NN|2|nsubj fell|VERB|VBD|0|root on|ADP|IN|5|case the|DET|DT|5|det outskirts|NOUN|NNS|2|obl of|ADP|IN|7|case "
        "Davor|PROPN|NNP|5|nmod ,|PUNCT|,|10|punct a|DET|DT|10|det town|NOUN|NN|7|appos .|PUNCT|.|2|punct"
    )
    assert list(owning(described, Span(0, len(described.words)))) == []


RESPECTIVELY = (
    "Norvane|PROPN|NNP|4|nsubj and|CCONJ|CC|3|cc Davor|PROPN|NNP|1|conj reported|VERB|VBD|0|root four|NUM|CD|4|obj "
    "and|CCONJ|CC|7|cc seven|NUM|CD|5|conj deaths|NOUN|NNS|5|dep respectively|ADV|RB|4|advmod .|PUNCT|.|4|punct"
)


def test_two_whose_order_says_something_stay_in_order() -> None:
    phrase = read(RESPECTIVELY)
    assert list(turned(phrase, Span(0, len(phrase.words)))) == []


def test_a_month_may_be_somebody() -> None:
    june = read(
        "Casey|PROPN|NNP|2|compound June|PROPN|NNP|4|nmod:poss ’s|PART|POS|2|case statement|NOUN|NN|5|nsubj helped|VERB|VBD|0|root "
        ".|PUNCT|.|5|punct"
    )
    assert not any("in" in one.text.split() for one in owned(june, Span(0, len(june.words))))

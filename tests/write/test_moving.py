"""The parts of a statement in another order: what is moved keeps its sense, and what would not keep it stays."""

from collections.abc import Callable, Iterator

import pytest
from tests.write.conftest import Read, read

from copydesk.spans import Span
from copydesk.text.runs import Originals, longest
from copydesk.write.grammar.distance import Voice, distanced
from copydesk.write.grammar.moving import backed, fronted, on_day, parted, related, said_that
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.places import places
from copydesk.write.grammar.telling import trailing_telling
from copydesk.write.grammar.told import Told, apart_of
from copydesk.write.grammar.voices import made_active, made_passive

Operation = Callable[[Phrase, Span], Iterator[Phrase]]


def done(operation: Operation, written: str) -> list[str]:
    """Return what an operation makes of a statement."""
    phrase = Told.of(read(written)).statement
    return [other.text for other in operation(phrase, Span(0, len(phrase.words)))]


# form|tag|fine|head|relation
MET = (
    "The|DET|DT|2|det council|NOUN|NN|3|nsubj met|VERB|VBD|0|root in|ADP|IN|5|case Osper|PROPN|NNP|3|obl after|SCONJ|IN|9|mark "
    "the|DET|DT|8|det mayor|NOUN|NN|9|nsubj resigned|VERB|VBD|3|advcl .|PUNCT|.|3|punct"
)
DENIED = (
    "The|DET|DT|2|det council|NOUN|NN|5|nsubj did|AUX|VBD|5|aux not|PART|RB|5|advmod meet|VERB|VB|0|root because|SCONJ|IN|9|mark "
    "the|DET|DT|8|det mayor|NOUN|NN|9|nsubj resigned|VERB|VBD|5|advcl .|PUNCT|.|5|punct"
)
CHARGED = (
    "Police|NOUN|NNS|2|nsubj charged|VERB|VBD|0|root two|NUM|CD|4|nummod men|NOUN|NNS|2|obj over|ADP|IN|7|case the|DET|DT|7|det "
    "raid|NOUN|NN|2|obl on|ADP|IN|9|case Monday|PROPN|NNP|2|obl .|PUNCT|.|2|punct"
)
MARCHED = (
    "Two|NUM|CD|2|nummod bands|NOUN|NNS|3|nsubj marched|VERB|VBD|0|root to|ADP|IN|6|case the|DET|DT|6|det harbour|NOUN|NN|3|obl "
    "on|ADP|IN|8|case Monday|PROPN|NNP|3|obl .|PUNCT|.|3|punct"
)


def test_a_clause_or_a_time_at_the_end_moves_to_the_front() -> None:
    assert done(fronted, MET) == ["after the mayor resigned, the council met in Osper"]
    assert done(fronted, MARCHED) == ["on Monday, two bands marched to the harbour"]


def test_what_is_denied_for_a_reason_stays_in_order() -> None:
    assert done(fronted, DENIED) == []


def test_a_day_that_may_be_another_event_s_stays_behind_it() -> None:
    assert done(fronted, CHARGED) == []


BEFORE = (
    "After|SCONJ|IN|4|mark the|DET|DT|3|det mayor|NOUN|NN|4|nsubj resigned|VERB|VBD|8|advcl ,|PUNCT|,|4|punct the|DET|DT|7|det "
    "council|NOUN|NN|8|nsubj met|VERB|VBD|0|root in|ADP|IN|10|case Osper|PROPN|NNP|8|obl .|PUNCT|.|8|punct"
)
MEANT = BEFORE.replace("the|DET|DT|7|det council|NOUN|NN|8", "old|ADJ|JJ|7|amod she|PRON|PRP|8")


def test_a_clause_at_the_front_moves_to_the_end_unless_a_pronoun_would_lose_whom_it_means() -> None:
    assert done(backed, BEFORE) == ["the council met in Osper after the mayor resigned"]
    assert done(backed, MEANT) == []


CLOSED = (
    "The|DET|DT|2|det bridge|NOUN|NN|6|nsubj over|ADP|IN|5|case the|DET|DT|5|det sound|NOUN|NN|2|nmod broke|VERB|VBD|0|root "
    ",|PUNCT|,|11|punct and|CCONJ|CC|11|cc a|DET|DT|10|det ferry|NOUN|NN|11|nsubj carried|VERB|VBD|6|conj people|NOUN|NNS|11|obj "
    "across|ADV|RB|11|advmod daily|ADV|RB|11|advmod .|PUNCT|.|6|punct"
)


def test_two_statements_are_told_with_a_semicolon_between_them() -> None:
    assert done(parted, CLOSED) == ["the bridge over the sound broke; a ferry carried people across daily"]


def test_two_that_do_one_thing_stay_together() -> None:
    assert done(parted, CLOSED.replace(",|PUNCT|,|11|punct and", "then|ADV|RB|6|advmod and")) == []


HOPED = (
    "The|DET|DT|2|det boards|NOUN|NNS|3|nsubj hope|VERB|VBP|0|root the|DET|DT|5|det port|NOUN|NN|6|nsubj reopens|VERB|VBZ|3|ccomp "
    "Monday|PROPN|NNP|6|obl:unmarked .|PUNCT|.|3|punct"
)


def test_that_and_on_are_put_in_where_they_may_stand() -> None:
    assert done(said_that, HOPED) == ["the boards hope that the port reopens Monday"]
    assert done(on_day, HOPED) == ["the boards hope the port reopens on Monday"]


@pytest.mark.parametrize("before", ["Black|PROPN|NNP", "last|ADJ|JJ", "by|ADP|IN"])
def test_a_day_that_is_part_of_something_else_gets_no_on(before: str) -> None:
    assert (
        done(on_day, f"Shops|NOUN|NNS|2|nsubj open|VERB|VBP|0|root {before}|4|amod Friday|PROPN|NNP|2|obl .|PUNCT|.|2|punct") == []
    )


WHO = (
    "Two|NUM|CD|2|nummod officers|NOUN|NNS|8|nsubj who|PRON|WP|5|nsubj:pass were|AUX|VBD|5|aux:pass killed|VERB|VBN|2|acl:relcl "
    "in|ADP|IN|7|case Osper|PROPN|NNP|5|obl had|VERB|VBD|0|root children|NOUN|NNS|8|obj .|PUNCT|.|8|punct"
)
WHOM = (
    "Two|NUM|CD|2|nummod people|NOUN|NNS|6|nsubj killed|VERB|VBN|2|acl in|ADP|IN|5|case Osper|PROPN|NNP|3|obl "
    "had|VERB|VBD|0|root children|NOUN|NNS|6|obj .|PUNCT|.|6|punct"
)


def test_who_were_comes_and_goes() -> None:
    assert done(related, WHO) == ["two officers killed in Osper had children"]
    assert done(related, WHOM) == ["two people who were killed in Osper had children"]


ARRESTED = (
    "Police|NOUN|NNS|2|nsubj arrested|VERB|VBD|0|root two|NUM|CD|4|nummod men|NOUN|NNS|2|obj in|ADP|IN|6|case "
    "Osper|PROPN|NNP|2|obl .|PUNCT|.|2|punct"
)
SEIZED = (
    "Two|NUM|CD|2|nummod men|NOUN|NNS|4|nsubj:pass were|AUX|VBD|4|aux:pass arrested|VERB|VBN|0|root by|ADP|IN|6|case "
    "police|NOUN|NNS|4|obl:agent in|ADP|IN|8|case Osper|PROPN|NNP|4|obl .|PUNCT|.|4|punct"
)


def test_active_and_passive() -> None:
    assert done(made_passive, ARRESTED) == ["two men were arrested by police in Osper"]
    assert done(made_active, SEIZED) == ["police arrested two men in Osper"]


@pytest.mark.parametrize("agent", ["car|NOUN|NN", "Monday|PROPN|NNP", "accident|NOUN|NN"])
def test_by_whom_or_what_cannot_do_anything_stays(agent: str) -> None:
    assert done(made_active, SEIZED.replace("police|NOUN|NNS", agent)) == []


SAID = (
    "Police|NOUN|NNS|2|nsubj said|VERB|VBD|0|root the|DET|DT|4|det driver|NOUN|NN|5|nsubj left|VERB|VBD|2|ccomp the|DET|DT|7|det "
    "scene|NOUN|NN|5|obj {tail}.|PUNCT|.|2|punct"
)
BUT = "but|CCONJ|CC|10|cc would|AUX|MD|10|aux name|VERB|VB|5|conj nobody|PRON|NN|10|obj "


def test_who_says_it_moves_behind_what_is_said() -> None:
    told = Told.of(read(SAID.format(tail="")))
    texts = [other.text for other, _ in told.otherwise(told.statement)]
    assert "the driver left the scene, police said." in texts
    assert "Police said that the driver left the scene.".lower() in [text.lower() for text in texts]


def test_what_the_speaker_did_besides_is_not_told_of_somebody_else() -> None:
    told = Told.of(read(SAID.format(tail=BUT)))
    assert told.speaker == ()


def test_a_pronoun_does_not_come_before_whom_it_means() -> None:
    told = Told.of(read(SAID.format(tail="").replace("the|DET|DT|4|det driver|NOUN|NN", "also|ADV|RB|5|advmod it|PRON|PRP")))
    assert not any("said." in other.text for other, _ in told.otherwise(told.statement))


LISTED = (
    "Three|NUM|CD|2|nummod cars|NOUN|NNS|9|nsubj ,|PUNCT|,|5|punct two|NUM|CD|5|nummod buses|NOUN|NNS|2|conj and|CCONJ|CC|8|cc "
    "a|DET|DT|8|det lorry|NOUN|NN|2|conj burned|VERB|VBD|0|root in|ADP|IN|12|case the|DET|DT|12|det yard|NOUN|NN|9|obl "
    "near|ADP|IN|14|case Osper|PROPN|NNP|12|nmod on|ADP|IN|16|case Monday|PROPN|NNP|9|obl .|PUNCT|.|9|punct"
)
TRIED = (
    "A|DET|DT|2|det man|NOUN|NN|7|nsubj arrested|VERB|VBD|2|acl in|ADP|IN|5|case Osper|PROPN|NNP|3|obl "
    "yesterday|NOUN|NN|3|obl:unmarked denies|VERB|VBZ|0|root the|DET|DT|9|det theft|NOUN|NN|7|obj of|ADP|IN|11|case "
    "paintings|NOUN|NNS|9|nmod .|PUNCT|.|7|punct"
)


def test_nothing_parts_a_list_or_a_subject() -> None:
    assert not [at for at in places(Told.of(read(LISTED)).statement) if at < 8]
    assert 2 not in places(Told.of(read(TRIED)).statement)


@pytest.mark.parametrize(
    ("told", "teller"),
    [
        ("The|DET|DT|2|det Courier|PROPN|NNP|3|nsubj reports|VERB|VBZ|0|root that|SCONJ|IN|7|mark", "the Courier reports"),
        ("Two|NUM|CD|2|nummod reports|NOUN|NNS|3|nsubj say|VERB|VBP|0|root that|SCONJ|IN|7|mark", ""),
    ],
)
def test_who_alone_reports_it_is_known(told: str, teller: str) -> None:
    rest = "the|DET|DT|6|det port|NOUN|NN|7|nsubj closed|VERB|VBD|3|ccomp .|PUNCT|.|3|punct"
    assert apart_of(read(f"{told} {rest}"), ["Courier"]).teller == teller


THOUSANDS = (
    "The|DET|DT|2|det wave|NOUN|NN|3|nsubj killed|VERB|VBD|0|root 170|NUM|CD|7|nummod ,|PUNCT|,|7|punct 000|NUM|CD|7|nummod "
    "people|NOUN|NNS|3|obj on|ADP|IN|11|case the|DET|DT|11|det north|ADJ|JJ|11|amod coast|NOUN|NN|3|obl .|PUNCT|.|3|punct"
)


def test_a_statement_that_breaks_off_is_no_trouble() -> None:
    broken = read(
        "The|DET|DT|2|det ship|NOUN|NN|3|nsubj carried|VERB|VBD|0|root sand|NOUN|NN|3|obj that|PRON|WDT|6|nsubj "
        "came|VERB|VBD|4|acl:relcl in|ADP|IN|6|obl"
    )
    assert distanced(broken, Originals.of([broken.text]), 3, Voice(several="two")) is not None


def test_nothing_parts_a_number() -> None:
    assert 4 not in places(Told.of(read(THOUSANDS)).statement)


COUNCIL = (
    "The|DET|DT|2|det council|NOUN|NN|3|nsubj began|VERB|VBD|0|root about|ADV|RB|5|advmod 40|NUM|CD|6|nummod "
    "repairs|NOUN|NNS|3|obj of|ADP|IN|8|case roads|NOUN|NNS|6|nmod and|CCONJ|CC|10|cc bridges|NOUN|NNS|8|conj "
    "in|ADP|IN|12|case spring|NOUN|NN|3|obl .|PUNCT|.|3|punct"
)


@pytest.mark.parametrize("written", [COUNCIL, MET, MARCHED, BEFORE, CLOSED, LISTED, SAID.format(tail="")])
@pytest.mark.parametrize("limit", [4, 6, 8])
def test_every_wording_keeps_the_limit(written: str, limit: int) -> None:
    phrase = read(written)
    originals = Originals.of([phrase.text])
    for voice in (Voice(), Voice(several="two"), Voice(brief=True)):
        for text in distanced(phrase, originals, limit, voice):
            assert longest(text, originals) <= limit
            assert text != phrase.text


def test_what_several_reports_tell_may_say_so_in_its_middle() -> None:
    phrase = read(LISTED)
    originals = Originals.of([phrase.text])
    texts = distanced(phrase, originals, 8, Voice(several="two"))
    assert "Three cars, two buses and a lorry, two reports say, burned in the yard near Osper on Monday." in texts


def test_a_headline_is_rather_reworded_or_cut_than_parted() -> None:
    phrase = read(MARCHED.replace(" .|PUNCT|.|3|punct", ""))
    originals = Originals.of([phrase.text])
    assert distanced(phrase, originals, 6, Voice(several="two", brief=True))[0] == "On Monday, two bands marched to the harbour"


def test_nothing_stands_before_the_main_verb_of_a_subject_with_a_clause_of_its_own(parsed: Read) -> None:
    whole = parsed(
        "A sacked clerk who opened fire at a village harvest feast and killed one man has been charged with first-degree murder, "
        "police said Saturday."
    )
    telling = trailing_telling(whole)
    assert telling is not None
    assert places(whole.without(range(telling.start, telling.end))) == ()

"""Where `[1]` comes from."""

from tests.render import dossiers

from copydesk.render.numbering import number


def test_numbers_run_in_reading_order_without_gaps() -> None:
    notes = number(dossiers.report())
    met: list[int] = []
    for numbered in notes.sentences:
        met += [n for n in numbered.numbers if n not in met]
    assert sorted(met) == list(range(1, len(notes.passages) + 1))
    firsts = [max(numbered.numbers) for numbered in notes.sentences[:1]]
    assert firsts == [3]


def test_a_passage_cited_twice_keeps_its_number() -> None:
    notes = number(dossiers.report())
    assert notes.headline.numbers[0] == notes.sections[0][1][0].numbers[0] == 1
    assert len(set(notes.passages)) == len(notes.passages)


def test_every_number_leads_to_the_cited_words() -> None:
    notes = number(dossiers.report())
    for numbered in notes.sentences:
        assert {notes.passages[n - 1] for n in numbered.numbers} == set(numbered.sentence.citations)


def test_sentences_are_found_from_their_passages() -> None:
    notes = number(dossiers.report())
    council = notes.passages.index(dossiers.COUNCIL) + 1
    assert [numbered.id for numbered in notes.citing(council)] == ["s8"]

"""Words in a row that a text shares with an article: what counts, what is quoted, how much of an article is repeated."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.runs import Originals, longest, longest_of, placed, repeated

ARTICLE = "The old ferry to Lunna will be sold in spring, and Captain Ana Boro will leave the harbour board of Osper with it."


def test_names_and_titles_before_them_do_not_count() -> None:
    originals = Originals.of([ARTICLE])
    # the old ferry to … will be sold in spring and … … … will leave the harbour board of … with it
    assert longest(ARTICLE, originals) == 18
    assert longest("It left the harbour board of Osper with it.", originals) == 6


def test_what_stands_in_quotation_marks_is_no_repetition() -> None:
    originals = Originals.of([ARTICLE])
    assert longest(f"“{ARTICLE}” the Courier reports.", originals) == 0
    assert longest(f'"{ARTICLE}" the Courier reports.', originals) == 0
    # A mark that nobody closes quotes nothing.
    assert longest(f"“{ARTICLE}", originals) == 18


def test_a_fixed_term_counts_as_one_word() -> None:
    originals = Originals.of([ARTICLE])
    assert longest(ARTICLE, originals.with_terms([("harbour", "board")])) == 17
    assert longest(ARTICLE, originals.with_terms([("harbour", "board"), ("old", "ferry")])) == 16


def test_a_word_put_in_ends_a_run() -> None:
    originals = Originals.of([ARTICLE])
    assert longest("The old ferry to Lunna, it says, will be sold in spring.", originals) == 5


def test_what_is_repeated_of_each_article_is_told_apart() -> None:
    originals = Originals.of([ARTICLE, "Nothing of the kind is told here, and no word of it is true."])
    held = repeated(
        ["In spring: the old ferry to Lunna will be sold in spring.", "The old ferry to Lunna will be sold soon."], originals
    )
    assert [len(places) for places in held] == [10, 0]
    assert longest_of(["The old ferry to Lunna will be sold soon."], originals) == (8, 0)


def test_a_text_is_found_in_a_longer_one_whatever_its_signs() -> None:
    place = placed("the old ferry to Lunna will be sold", ARTICLE)
    assert place is not None
    assert ARTICLE[place[0] : place[1]] == "The old ferry to Lunna will be sold"
    assert placed("the new ferry", ARTICLE) is None
    assert placed("", ARTICLE) is None


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_it_is_what_comparing_everything_finds(said: list[str], written: list[str]) -> None:
    every = [
        length
        for length in range(5, len(said) + 1)
        for i in range(len(said) - length + 1)
        for j in range(len(written) - length + 1)
        if said[i : i + length] == written[j : j + length]
    ]
    assert longest(" ".join(said), Originals.of([" ".join(written)])) == max(every, default=0)

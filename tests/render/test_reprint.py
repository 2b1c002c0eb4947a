"""How near a report comes to a reprint."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.render.reprint import longest_run


def test_the_longest_run_is_found_across_punctuation_and_case() -> None:
    found = longest_run(dossiers.report(), dossiers.articles())
    assert found is not None
    # "was closed on Tuesday after inspectors found a crack …"; the longer one, "We will not open it again …", is quoted.
    assert (found.words, found.article_id) == (12, "a1f0")


def test_a_few_common_words_are_no_run() -> None:
    assert longest_run(dossiers.small().report, dossiers.articles()[:1]) is None


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_it_is_what_comparing_everything_finds(said: list[str], written: list[str]) -> None:
    report = replace(dossiers.small().report, headline=dossiers.sentence(" ".join(said), dossiers.interval(1), dossiers.CLOSED_OWN))
    report = replace(report, dek=report.headline)
    article = replace(dossiers.articles()[0], text=" ".join(written))
    every = [
        length
        for length in range(1, len(said) + 1)
        for i in range(len(said) - length + 1)
        for j in range(len(written) - length + 1)
        if said[i : i + length] == written[j : j + length]
    ]
    found = longest_run(report, [article])
    assert (found.words if found else 0) == (max(every, default=0) if max(every, default=0) >= 5 else 0)


def test_endless_repetition_ends() -> None:
    dossier = hostile.large(3)
    found = longest_run(dossier.report, dossier.articles)
    assert found is not None
    assert found.words > 1000

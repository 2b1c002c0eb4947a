"""Words are cut as Universal Dependencies cuts them, and every span is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.tokens import tokenise

CASES = [
    ("The U.S. said no.", "The U.S. said no ."),
    ("It left the U.S.", "It left the U.S."),
    ("We don't, can't and won't; we cannot.", "We do n't , ca n't and wo n't ; we can not ."),
    ("Velmora’s mayor couldn’t say.", "Velmora ’s mayor could n’t say ."),
    ("the workers' union", "the workers ' union"),
    ("They'd've gone", "They 'd 've gone"),
    ("O'Dell's d'état", "O'Dell 's d'état"),
    ("a $1.5bn, 70-point plan", "a $ 1.5 bn , 70 - point plan"),
    ("US$5m or €3,200.50 (40%)", "US$ 5 m or € 3,200.50 ( 40 % )"),
    ("a pro-democracy group's re-election", "a pro-democracy group 's re-election"),
    ("a U.S.-led force", "a U.S. - led force"),
    ("Gen. Tor M. Vask Jr. and Ms. Lee", "Gen. Tor M. Vask Jr. and Ms. Lee"),
    ("at 10:30 p.m. on the 21st", "at 10:30 p.m. on the 21st"),
    ("at 10am", "at 10 am"),
    ("the 1980s, No. 5, vitamin C.", "the 1980s , No. 5 , vitamin C ."),
    ("“Stop,” she said—‘now’…", "“ Stop , ” she said — ‘ now ’ …"),
    ("«Nein» „so“ ``old''", "« Nein » „ so “ `` old ''"),
    ("and then ... -- nothing", "and then ... -- nothing"),
    ("see https://example.com/a?b=1, or mail a.b@example.org.", "see https://example.com/a?b=1 , or mail a.b@example.org ."),
    ("No. 7 or No. She met J. Oskel, then J. left; Oskel v. Arl", "No. 7 or No . She met J. Oskel , then J . left ; Oskel v. Arl"),
    ("and/or 24/7 R&D @desk #news", "and / or 24/7 R&D @desk #news"),
    ("zero\u200bwidth\u202e and\x00nul", "zero width and nul"),
    ("cafe\u0301 Über", "cafe\u0301 Über"),
    ("東京 Москва", "東京 Москва"),
]


@pytest.mark.parametrize(("text", "words"), CASES, ids=[case[0] for case in CASES])
def test_words(text: str, words: str) -> None:
    assert " ".join(text[span.start : span.end] for span in tokenise(text)) == words


def test_a_part_of_a_text_counts_from_the_texts_start() -> None:
    text = "One thing. Another thing."
    assert [text[span.start : span.end] for span in tokenise(text, 11, 24)] == ["Another", "thing"]


@given(st.text())
def test_spans_are_in_order_and_leave_out_nothing_that_can_be_seen(text: str) -> None:
    spans = tokenise(text)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(span.start < span.end for span in spans)
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not any(c.isalnum() for c in text[end:start])


@pytest.mark.parametrize(
    "part", ["a", "a.", "a'", "n't", "'ll", "1,", "-", "pro-", "a-", "@", "[..", "http://", '"', "x&", "\u0301", "a@a."]
)
def test_long_runs_cost_linear_time(part: str) -> None:
    text = part * 100_000
    assert sum(span.end - span.start for span in tokenise(text)) <= len(text)

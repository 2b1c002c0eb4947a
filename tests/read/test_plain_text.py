"""Plain text copied from a page: the article stays whole, the page goes, and nothing is lost on the way."""

import re
import textwrap

import pytest
from tests.read.conftest import STORY, Read, blocks, document, reading, reasons

from copydesk.read import ReadConfig
from copydesk.records import Article

PARAGRAPHS = [line for line in STORY.split("\n\n") if line.rstrip().endswith((".", '"')) and len(line) > 60 and "Share" not in line]


def letters(text: str) -> str:
    return "".join(sorted(re.sub(r"\s", "", text)))


def nothing_lost(text: str, article: Article) -> bool:
    return letters(text) == letters(article.text + "".join(removed.text for removed in article.removed))


def test_the_reporting_stays_and_the_page_goes(article: Read) -> None:
    found = article(STORY)
    assert blocks(found) == [line.strip() for line in PARAGRAPHS]
    assert found.title == "Council closes the Tarn bridge after cracks are found"
    assert found.byline == "Jo Smith"
    assert found.published.when == "2024-03-04T10:30:00+00:00"
    assert nothing_lost(STORY, found)


def test_a_short_quoted_paragraph_stays(article: Read) -> None:
    assert '"No, we won\'t," she said when asked if it would open again this year.' in blocks(article(STORY), "body")


@pytest.mark.parametrize(
    "tail",
    [
        "More from Tarn Valley News\n\n"
        "Pop star Dara Vance has cancelled the rest of her world tour, telling fans that her voice needs rest.",
        "Singer Dara Vance walks on stage at the Palm Festival in Oranto, Monday, July 3, 2023.\n\n"
        "Pop star Dara Vance has cancelled the rest of her world tour, telling fans on Instagram that her voice "
        "needs a year of rest.\n\nSix ways to cook with winter squash\n\n"
        "Squash keeps for months in a cool cellar, and there is more to do with it than soup. Chef Pia Lund shows six recipes.",
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "Subscribe to our newsletter for the best stories of the week.\n\n© 2023 Tarn Valley News. All rights reserved.",
        "Photo via Shutterstock",
        "Read Next: Minister Reportedly Hid Gifts From Parliament For Years",
    ],
)
def test_what_stands_behind_the_end_goes(article: Read, tail: str) -> None:
    text = f"{STORY}\n{tail}\n"
    found = article(text)
    assert blocks(found) == [line.strip() for line in PARAGRAPHS]
    assert nothing_lost(text, found)


@pytest.mark.parametrize("widgets", [True, False])
def test_the_signs_do_most_of_it_without_the_table(article: Read, widgets: bool) -> None:  # noqa: FBT001
    text = (
        STORY
        + "\nDara Vance cancels tour\n\nFive cakes for Easter\n\nOur free alerts bring you what matters to you and your family.\n"
    )
    assert blocks(article(text, config=ReadConfig(widgets=widgets)), "body") == [line.strip() for line in PARAGRAPHS]


def test_a_box_of_teasers_inside_the_article_does_not_end_it(article: Read) -> None:
    first, second = STORY.split("The bridge carries")
    box = "Read more\n\nOdern ferry sails again\n\nMinister visits the valley\n\n"
    assert blocks(article(first + box + "The bridge carries" + second), "body") == [line.strip() for line in PARAGRAPHS]


def test_a_caption_that_stands_twice_above_its_credit_goes(article: Read) -> None:
    caption = "Cars queue at the Tarn bridge in Tarnbridge in March 2024."
    text = STORY.replace("Share\nTweet\n", f"{caption}\n{caption}\nAnn Ray/POOL/Tarn Images\n")
    found = article(text)
    assert reasons(found)[caption] == "caption"
    assert reasons(found)["Ann Ray/POOL/Tarn Images"] == "photo credit"
    assert found.published.when == "2024-03-04T10:30:00+00:00"


def test_removed_says_behind_what_it_stood(article: Read) -> None:
    found = article(STORY + "\nLeave a Reply\n")
    assert [r.after for r in found.removed if r.reason == "title"] == [0]
    assert next(r for r in found.removed if r.text == "Leave a Reply").after == len(found.text)
    assert [r.after for r in found.removed] == sorted(r.after for r in found.removed)


def test_a_title_that_stands_twice_is_taken_out_twice(article: Read) -> None:
    title = STORY.split("\n")[0]
    found = article(STORY.replace("By Jo Smith", f"{title}\n\nBy Jo Smith"))
    assert [r.text for r in found.removed if r.reason == "title"] == [title, title]


def test_run_in_headings_do_not_begin_sentences(article: Read) -> None:
    found = article(STORY.replace("The bridge carries", "Why It Matters: The bridge carries"))
    assert "Why It Matters:" in blocks(found, "heading")
    assert any(text.startswith("The bridge carries") for text in blocks(found, "body"))


def test_speakers_in_transcripts_are_no_run_in_headings(article: Read) -> None:
    line = "Holt: The bridge stays closed until the ministry says that it is safe for lorries and for cars."
    assert line in blocks(article(STORY + "\n" + line), "body")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: The Odern Mail", "credit"),
        ("(AP)", "credit"),
        ("This article was first published by The Odern Mail.", "credit"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "credit"),
        ("By Associated Press", "byline"),
        ("Additional reporting by Ann Ray in Odern", "byline"),
        ("Ann Ray contributed to this report.", "byline"),
        ("Correction: An earlier version of this article misstated the number of cars.", "correction"),
    ],
)
def test_lines_that_later_stages_need_stay_as_what_they_are(article: Read, line: str, kind: str) -> None:
    found = article(f"{STORY}\n{line}\n")
    assert line in blocks(found, kind)
    assert line not in blocks(found, "body")


def test_embargo_and_release_lines_stay(article: Read) -> None:
    found = article("EMBARGOED UNTIL 10:00 GMT, 5 May 2024\n\n" + STORY)
    assert blocks(found, "embargo") == ["EMBARGOED UNTIL 10:00 GMT, 5 May 2024"]


def test_the_dateline_is_parted_from_the_first_sentence(article: Read) -> None:
    text = STORY.replace("The council closed", "TARNBRIDGE (Reuters) - The council closed")
    found = article(text)
    assert found.dateline == "TARNBRIDGE (Reuters)"
    assert blocks(found, "credit") == ["TARNBRIDGE (Reuters) -"]
    assert blocks(found, "body")[0].startswith("The council closed")


def test_a_dateline_without_an_agency_is_taken_out(article: Read) -> None:
    found = article(STORY.replace("The council closed", "TARNBRIDGE — The council closed"))
    assert found.dateline == "TARNBRIDGE"
    assert reasons(found)["TARNBRIDGE —"] == "dateline"


def test_hard_wrapped_text_is_joined(article: Read) -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 72) for line in STORY.split("\n\n"))
    assert blocks(article(wrapped), "body") == [line.strip() for line in PARAGRAPHS]


def test_single_line_ends_part_paragraphs(article: Read) -> None:
    assert blocks(article(STORY.replace("\n\n", "\n")), "body") == [line.strip() for line in PARAGRAPHS]


def test_sentences_that_a_link_broke_are_joined(article: Read) -> None:
    broken = STORY.replace("\n\n", "\n").replace("told the council that the cracks", "told the council\nthat the cracks")
    assert any("told the council that the cracks" in text for text in blocks(article(broken), "body"))


def test_glued_sentences_are_parted(article: Read) -> None:
    assert (
        len(blocks(article("The bridge was closed on Monday after inspectors found cracks.The council said repairs take a year.")))
        == 2
    )


def test_lists_and_subheads_stay(article: Read) -> None:
    more = "\nWhat the ministry says\n\nThe ministry gave three reasons for closing the bridge:\n\n- cracks\n- rust\n- age\n"
    found = article(STORY + more)
    assert "What the ministry says" in blocks(found, "heading")
    assert blocks(found, "list") == ["- cracks", "- rust", "- age"]


def test_reading_an_articles_own_text_again_changes_nothing(article: Read) -> None:
    found = article(STORY + "\nSource: The Odern Mail\n\nLeave a Reply\n")
    again = article(found.text)
    assert (again.text, again.blocks, again.removed) == (found.text, found.blocks, ())


def test_lines_that_an_outlets_pages_share_are_clutter() -> None:
    other = STORY.replace("Tarn", "Lowe").replace("bridge", "harbour")
    third = "The school in Odern will open a week late, its head told parents on Friday.\n\nBuilders found asbestos in the gym."
    slogan = "The valley's voice since 1921, now with twice the weather and all of the football."
    foot = f"\n\n{slogan}\n\n© 2024 Tarn Valley News\n"
    alone = reading(document(STORY + foot))
    pile = reading(document(STORY + foot, "a"), document(other + foot, "b"), document(third + foot, "c"))
    assert all(slogan not in found.text for found in pile.articles)
    assert len(pile.articles) == 3
    assert alone.articles[0].text.startswith(PARAGRAPHS[0])


def test_copies_of_one_report_do_not_make_its_sentences_clutter() -> None:
    pile = reading(*(document(f"{STORY}\nSource: Paper {n}\n", f"{n}.txt") for n in range(4)))
    assert all(PARAGRAPHS[2].strip() in found.text for found in pile.articles)


def test_a_quote_that_two_reports_share_stays() -> None:
    quote = '"We had no choice," said Mayor Lena Holt. "Nobody wants to be the one who waited."'
    other = (
        f"Drivers in the Tarn valley face a long way round from today on.\n\n{quote}\n\nThe detour takes an hour, a driver said."
    )
    pile = reading(document(STORY, "a"), document(other, "b"))
    assert all(quote in found.text for found in pile.articles)

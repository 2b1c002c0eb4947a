"""Only reporting grounds a fact, and where passages are cited only they count."""

from tests.check.articles import article, failed, verdict


def test_cited_passages_alone_decide() -> None:
    one = article("The mill burned down. The owner blamed lightning.")
    assert verdict("The mill burned down.", one, cited=[0]).label == "supported"
    assert verdict("The mill burned down.", one, cited=[1]).label != "supported"


def test_an_outlet_s_name_grounds_no_number() -> None:
    one = article("Several people were killed in the blast, France 24 reported.", outlet="France 24")
    assert verdict("24 people were killed in the blast.", one).label != "supported"


def test_bylines_credits_and_headings_ground_nothing() -> None:
    one = article("By Tilda Marsh in Porto", "The council met.", kinds=("byline", "body"))
    assert verdict("Tilda Marsh met the council.", one).label != "supported"
    assert verdict("The council met in Porto.", one).label != "supported"


def test_an_outlet_is_quoted_from_its_own_article_only() -> None:
    first = article("The dam held through the night.", name="a", outlet="The Tarn Courier")
    second = article("The harbour froze.", name="b", outlet="Northern Post")
    assert verdict("The Tarn Courier reports that the dam held through the night.", first, second).label == "supported"
    assert verdict("The Northern Post reports that the dam held through the night.", first, second).label != "supported"


def test_an_outlet_s_own_words_may_stand_in_quotation_marks() -> None:
    one = article("The dam held through the night.", outlet="The Tarn Courier")
    assert verdict("The Tarn Courier reports: “The dam held through the night.”", one).label == "supported"
    assert verdict("The Tarn Courier reports: “The dam held all night.”", one).label != "supported"


def test_a_number_that_other_articles_give_is_supported_by_them() -> None:
    first = article("The avalanche killed 12 hikers.", name="a")
    second = article("The avalanche killed 14 hikers.", name="b")
    assert verdict("The avalanche killed 14 hikers.", first, second).label == "supported"
    assert verdict("The avalanche killed 13 hikers.", first, second).label == "contradicted"


def test_a_name_is_completed_from_its_article() -> None:
    one = article("Ruth Halvorsen runs the port. Halvorsen refused to resign.")
    assert verdict("Ruth Halvorsen refused to resign.", one, cited=[1]).label == "supported"
    assert failed(verdict("Marta Halvorsen refused to resign.", one, cited=[1])) == {"name"}


def test_a_trimmed_quote_says_so() -> None:
    one = article("“We will, if the weather holds, sail on Friday,” the captain said.")
    assert verdict("“We will … sail on Friday,” the captain said.", one).label == "supported"
    assert "quote" in failed(verdict("“We will sail on Friday,” the captain said.", one))

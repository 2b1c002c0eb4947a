"""What a user relies on: the same statement is one claim with every passage and the right count of origins."""

import pytest
from tests.weigh.stories import weighed

from copydesk.records import Claim, Weighed

SCHOOLS = {
    "a": "Mayor Ilse Brandt said on Monday that the city of Harrow Bay will build 14 new schools by the end of the decade.\n\n"
    "The first of them is to open in the Quarry district. Parents there have waited for years.",
    "b": "Harrow Bay plans to build 14 new schools before the decade ends, Mayor Ilse Brandt announced.\n\n"
    "Opposition councillors called the plan unaffordable.",
    "c": "A storm tore the roof off the old customs house in Harrow Bay.",
}


def claim_with(found: Weighed, *words: str) -> Claim:
    """Return the only claim one of whose passages holds all the words."""
    claims = [c for c in found.claims if any(all(w in p.text for w in words) for p in c.passages)]
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


def test_the_same_number_of_the_same_thing_in_other_words_is_one_claim() -> None:
    claim = claim_with(weighed(SCHOOLS), "14 new schools")
    assert {p.article_id for p in claim.passages} == {"a", "b"}
    assert claim.origin_ids == ("o-a", "o-b")
    assert (claim.independent.low, claim.independent.high) == (2, 2)


def test_a_rewrite_of_the_same_origin_confirms_nothing() -> None:
    claim = claim_with(weighed(SCHOOLS, same={"b": "a"}), "14 new schools")
    assert {p.article_id for p in claim.passages} == {"a", "b"}
    assert (claim.independent.low, claim.independent.high) == (1, 1)


def test_what_one_article_says_alone_is_a_claim_of_one_origin() -> None:
    claim = claim_with(weighed(SCHOOLS), "customs house")
    assert claim.origin_ids == ("o-c",)


def test_another_number_parts_two_claims() -> None:
    found = weighed({"a": "The city will build 14 new schools by 2040.", "b": "The city will build 19 new schools by 2040."})
    assert len(found.claims) == 2


def test_a_denial_is_another_claim() -> None:
    found = weighed(
        {
            "a": "The company will close its plant in Orvelle next year.",
            "b": "The company will not close its plant in Orvelle next year.",
        }
    )
    assert len(found.claims) == 2


def test_a_denial_of_one_word_is_another_claim() -> None:
    found = weighed(
        {
            "a": "A baker from Orvelle has pleaded not guilty to two charges of arson.",
            "b": "A baker from Orvelle was found guilty on two charges of arson.",
        }
    )
    assert len(found.claims) == 2


def test_no_and_some_are_two_claims() -> None:
    found = weighed(
        {
            "a": "The poll of 1,000 people in Orvelle gave no margin of error.",
            "b": "The poll of 1,000 people in Orvelle gave a margin of error.",
        }
    )
    assert len(found.claims) == 2


def test_done_and_planned_are_two_claims() -> None:
    found = weighed(
        {"a": "The museum opened its new wing in Orvelle.", "b": "The museum is expected to open its new wing in Orvelle."}
    )
    assert len(found.claims) == 2


def test_ids_follow_importance_and_what_several_origins_carry_stands_before_what_closes_an_article() -> None:
    texts = dict(SCHOOLS)
    texts["b"] += " These developments highlight the importance of education for the region."
    found = weighed(texts)
    assert [c.id for c in found.claims] == [f"c{i}" for i in range(1, len(found.claims) + 1)]
    assert [c.importance for c in found.claims] == sorted((c.importance for c in found.claims), reverse=True)
    assert "14 new schools" in found.claims[0].text
    generic = claim_with(found, "highlight the importance")
    assert generic.importance < 0.5 * found.claims[0].importance


def test_the_text_of_a_claim_does_not_lean_on_the_sentence_before() -> None:
    found = weighed({"a": "The dam at Quist held.\n\nHowever, the governor of Tarn ordered 3,000 people to leave the valley."})
    assert claim_with(found, "3,000 people").text == "The governor of Tarn ordered 3,000 people to leave the valley."


def test_two_statements_joined_by_and_are_two_claims_of_one_sentence() -> None:
    sentence = (
        "The court fined the shipping company 2 million euros and the harbour authority closed the northern basin for a month."
    )
    found = weighed({"a": sentence})
    assert len(found.claims) == 2
    assert {p.text for c in found.claims for p in c.passages} == {sentence}


def test_who_is_quoted_is_not_cut_in_two_at_an_and() -> None:
    said = (
        "“The house that she is now in, that’s not a licensed nursing home,” Norvane Department of Health and Care Program "
        "deputy director Ana Boro told The Post."
    )
    found = weighed({"a": said, "b": "The ferry sank off Osper in the night."})
    assert [c.text for c in found.claims if "licensed" in c.text or "Boro" in c.text] == [said]


def test_how_a_claim_is_put_is_its_kind() -> None:
    kinds = {
        "The ferry struck the pier at dawn.": "fact",
        "The airline will cut 400 jobs next spring.": "announcement",
        "The airline is expected to cut 400 jobs next spring.": "expectation",
        "“I think this is a terrible mistake,” Councillor Nora Veld said.": "opinion",
    }
    for text, kind in kinds.items():
        assert weighed({"a": text}).claims[0].kind == kind, text


def test_officials_behind_a_claim_are_named() -> None:
    found = weighed({"a": "The bridge will reopen in June, senior transport officials told reporters in a call on Tuesday."})
    assert any("officials" in name for name in found.claims[0].rests_on)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soldiers found seven rifles and three rockets in the boat.", "Soldiers found seven rifles and 40 grenades in the boat."),
        ("The navy said the boat held seven rifles and three other guns.", "The navy said the boat held five rifles."),
        ("The quake near Quist injured five people on Tuesday.", "The quake near Quist killed five people on Tuesday."),
        (
            "The club paid 3 million crowns for the new stadium in Orvelle.",
            "A goalkeeper earns 3 million crowns a year in Tarnland.",
        ),
        ("Nora Veld scored 14 points for Orvelle.", "Petra Lindqvist, who has 14 points, became the oldest player of Quist."),
    ],
)
def test_one_number_in_both_does_not_make_them_one_claim(one: str, other: str) -> None:
    assert len(weighed({"a": one, "b": other}).claims) == 2


def test_one_that_tells_less_agrees_with_one_that_tells_more() -> None:
    (claim,) = weighed(
        {"a": "The bus crash near Quist killed two people and injured 31.", "b": "Two people died when a bus crashed near Quist."}
    ).claims
    assert claim.independent.low == 2


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        (
            "The council is expected to present some 70 measures, city officials previewed for reporters in a call on Tuesday.",
            ("city officials", "a call on Tuesday"),
        ),
        ("“No,” two harbour officials said in unison after a reporter asked whether the ferry would sail.", ("harbour officials",)),
        ("“It was far too late,” one of the senior harbour officials said.", ("senior harbour officials",)),
        ("Officials have disclosed plans for a new rescue centre in Quist.", ("officials",)),
        ("“We knew nothing,” said the port's director, Nora Veld.", ("Nora Veld",)),
        ("Underneath, builders found a cellar that nobody had known about.", ()),
    ],
)
def test_what_a_claim_rests_on_is_whoever_says_it_and_where(text: str, behind: tuple[str, ...]) -> None:
    (claim,) = weighed({"a": text}).claims
    assert set(claim.rests_on) == set(behind)


def test_a_sentence_that_points_back_rests_on_whoever_said_the_one_before() -> None:
    found = weighed(
        {"a": "The ferry will sail again in May, port officials said. That decision follows a week of repairs in Quist."}
    )
    assert claim_with(found, "That decision").rests_on == ("port officials",)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Fourteen people are known to have died on the ferry Lysa, the coastguard at Tarn said on Sunday.",
            "The number of people known to have died on the Lysa has gone up to fourteen.",
            "The Tarn coastguard confirms that 14 persons have died following the sinking of the ferry Lysa on Saturday.",
        ),
        (
            "Werle, a former swimming champion, won office in 2015 and was re-elected in 2019 and 2023.",
            "The onetime swimmer came to power in 2015 and won further terms in 2019 and 2023.",
        ),
        (
            "The panel of three judges convicted Werle on nine counts out of eleven, covering bribery and abuse of office.",
            "The three-judge panel found Werle guilty on nine of 11 counts of bribery and abuse of office.",
        ),
        (
            "Jonas Werle will attend a trilateral summit with President Nora Veld on Thursday.",
            "Werle's journey will include talks in Quist and a three-way summit with Nora Veld.",
        ),
        (
            "The Tarn has offered Norvik 200 oak saplings to replace the trees felled in the park of Quist, an official said.",
            "Norvik has been offered oak saplings to replace old trees that were felled in a park.",
        ),
    ],
)
def test_one_fact_in_other_words_is_one_claim_of_several_origins(texts: tuple[str, ...]) -> None:
    (claim,) = weighed({f"a{i}": text for i, text in enumerate(texts)}).claims
    assert claim.independent.low == len(texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mayor of Orvelle, Jonas Werle, took bribes worth 4 million crowns, a court in Orvelle found.",
            "Of the 4 million crowns in the charge against Jonas Werle the court in Orvelle held 3 million for proven.",
        ),
        (
            "A protest in Orvelle over the death of a 16-year-old turned into a riot on Monday.",
            "A 16-year-old was shot in Orvelle on Monday by an officer.",
        ),
    ],
)
def test_a_number_that_only_names_or_is_set_against_another_joins_nothing(one: str, other: str) -> None:
    assert len(weighed({"a": one, "b": other}).claims) == 2


def test_a_line_that_only_dates_an_article_claims_nothing() -> None:
    assert not weighed({"a": "Published 14 May 2031, 9:15 am.\n\nQuist, 14 May 2031."}).claims


def test_one_rate_of_two_things_is_two_claims() -> None:
    found = weighed(
        {
            "a": "Two governors preferred a reduction of 25 basis points.",
            "b": "Werle expects another cut of 25 basis points in November.",
        }
    )
    assert len(found.claims) == 2


def test_the_text_of_a_claim_is_a_sentence_where_one_says_it() -> None:
    found = weighed(
        {
            "a": "A ferry to a quay in Quist that is too short for ferries.",
            "b": "The ferry to Quist will not sail before 2035 because the quay in Quist is too short for ferries.",
        }
    )
    assert found.claims[0].text.startswith("The ferry to Quist")


def test_what_somebody_will_not_do_is_not_what_he_negotiates() -> None:
    found = weighed(
        {
            "a": "Jonas Werle will not direct the sequel of the Quist films.",
            "b": "Director Jonas Werle negotiates about the sequel of the Quist films.",
        }
    )
    assert len(found.claims) == 2


def test_the_openings_of_two_reports_need_few_words_in_common() -> None:
    one = "Kestrel Rail has issued an urgent repair for its signal boxes, aiming to close a gap that had let thieves stop trains."
    other = "Kestrel Rail released an emergency fix for railway signals that thieves had attacked."
    rest = "Nobody was hurt in the night. The weather stayed dry in Quist. The repair had been asked for since May."
    found = weighed({"a": f"{one} {rest}", "b": other})
    assert found.claims[0].independent.low == 2
    late = weighed({"a": f"{rest} {one}", "b": other})
    assert all(c.independent.low == 1 for c in late.claims)


def test_half_of_the_subject_of_a_clause_of_time_is_no_claim() -> None:
    found = weighed({"a": "The stories came out after Werle's office and residence were raided by the tax police on Thursday."})
    assert [c.text for c in found.claims] == [
        "The stories came out after Werle's office and residence were raided by the tax police on Thursday."
    ]

import pytest
from tests.mark.conftest import Marker

from copydesk.records import Marks


def entity_of(marks: Marks, text: str, words: str) -> str:
    """Return the name of the entity that some words of a text mention."""
    at = text.index(words)
    (name,) = [n for n in marks.names if n.start == at and n.end == at + len(words)]
    return marks.entity(name.entity).name


ARTICLE = (
    "Ardanian Prime Minister Rada Venn will open the bridge this week, officials said. Venn told reporters on Tuesday that it is "
    "safe. The prime minister spoke in Davor. She said Prime Minister Venn would stay."
)


def test_full_and_short_forms_and_titles_are_one_person(marked: Marker) -> None:
    marks = marked(ARTICLE)
    people = [e for e in marks.entities if e.kind == "person"]
    assert [(e.name, e.spellings) for e in people] == [("Rada Venn", ("Rada Venn", "Venn"))]
    assert people[0].roles[0] == "Ardanian Prime Minister"


def test_the_office_is_resolved_to_its_only_holder(marked: Marker) -> None:
    marks = marked(ARTICLE)
    assert entity_of(marks, ARTICLE, "The prime minister") == "Rada Venn"
    assert next(n for n in marks.names if n.mention == "role").role == "prime minister"


def test_a_title_stands_beside_the_mention_and_not_inside_it(marked: Marker) -> None:
    first = marked(ARTICLE).names[0]
    assert (ARTICLE[first.start : first.end], first.role, first.mention) == ("Rada Venn", "Ardanian Prime Minister", "full")


def test_an_apposition_gives_the_office(marked: Marker) -> None:
    marks = marked("Rada Venn, a spokeswoman for the harbour police, said the bridge is safe.")
    (person,) = [e for e in marks.entities if e.kind == "person"]
    assert person.roles == ("spokeswoman for the harbour police",)


def test_two_persons_of_one_family_stay_two(marked: Marker) -> None:
    text = "President Tomas Arl met Lena Arl, his sister, in Davor. Mr. Arl said the talks went well. Lena Arl left."
    marks = marked(text)
    assert [e.name for e in marks.entities if e.kind == "person"] == ["Tomas Arl", "Lena Arl"]
    short = next(n for n in marks.names if n.start == text.index("Arl said"))
    assert marks.entity(short.entity).name == "Tomas Arl"


def test_spellings_of_one_name_are_kept(marked: Marker) -> None:
    text = "President Ferdinando Arlos Jr. came on Monday. President Ferdinand Arlos Jr. left on Tuesday."
    (person,) = [e for e in marked(text).entities if e.kind == "person"]
    assert person.spellings == ("Ferdinando Arlos Jr.", "Ferdinand Arlos Jr.")


@pytest.mark.parametrize(
    "text",
    [
        "The Ardania Space Research Office (ASRO) launched a probe. ASRO said it went well.",
        "The U.S. and the United States agree.",
        "Vessar Motor Corp. opened a plant. Vessar will hire 200 people.",
    ],
)
def test_forms_of_one_organisation_or_country_are_one(marked: Marker, text: str) -> None:
    assert len(marked(text).entities) == 1


def test_a_pronoun_is_resolved_where_one_person_can_be_meant(marked: Marker) -> None:
    text = "Mayor Rada Venn opened the bridge. She praised the builders."
    assert entity_of(marked(text), text, "She") == "Rada Venn"


def test_a_pronoun_stays_open_where_two_can_be_meant(marked: Marker) -> None:
    text = "The bridge was opened for Rada Venn and Lena Arl. Many praised her."
    assert all(n.mention != "pronoun" for n in marked(text).names)


def test_a_title_tells_whom_a_pronoun_cannot_mean(marked: Marker) -> None:
    text = "Mr. Arl met Ms. Venn at the bridge. She left early."
    assert entity_of(marked(text), text, "She") == "Venn"


def test_pronouns_inside_quotes_are_left_alone(marked: Marker) -> None:
    text = "Rada Venn opened the bridge. “He is late,” she said."
    pronouns = [text[n.start : n.end] for n in marked(text).names if n.mention == "pronoun"]
    assert "He" not in pronouns


def test_adjectives_of_nations_and_days_are_no_names(marked: Marker) -> None:
    assert marked("On Tuesday, Japanese officials and American troops met in April.").entities == ()


def test_the_first_word_of_a_sentence_is_no_name_because_of_its_capital(marked: Marker) -> None:
    assert marked("However, the bridge is safe. Meanwhile, work went on. Bridges need care.").entities == ()


NO_NAMES = [
    "Hauliers want a new road. Shares fell by 3 percent. Hauliers said the road is bad.",
    "Villagers fled. Nurses went on strike.",
    "Two nations agreed on a treaty. May they succeed.",
    "The Japanese Prime met him.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_plurals_titles_and_numbers_are_no_names_because_of_a_capital(marked: Marker, text: str) -> None:
    assert marked(text).entities == ()


def test_a_title_is_never_part_of_a_name(marked: Marker) -> None:
    (person,) = marked("Japanese Prime Minister Arlen spoke. Const. Arlen left. Prime Minister Arlen spoke.").entities
    assert (person.name, person.roles) == ("Arlen", ("Japanese Prime Minister", "Const.", "Prime Minister"))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Solvind left port. She was built in 1998.",
        "The ferry is old. The 28-year-old Solvind lost her rudder.",
    ],
)
def test_a_ship_is_no_she(marked: Marker, text: str) -> None:
    assert [n for n in marked(text).names if n.mention == "pronoun"] == []


def test_a_title_of_the_other_gender_names_another_bearer(marked: Marker) -> None:
    text = "Jon Arlen was charged with the murder of his mother. Miss Arlen, 20, had called for help."
    assert [e.name for e in marked(text).entities] == ["Jon Arlen", "Arlen"]


RENAMED = {"Rada Venn": "Ulmo Trask", "Venn": "Trask", "Davor": "Pelm", "Ardania": "Kostria"}


def test_findings_survive_renaming(marked: Marker) -> None:
    text = (
        "Prime Minister Rada Venn of Ardania will visit Davor on Friday, officials said. Venn said that 12 bridges are unsafe. "
        "“We must act,” Venn said in Davor."
    )
    other = text
    for old, new in RENAMED.items():
        other = other.replace(old, new)

    def findings(marks: Marks) -> tuple[object, ...]:
        return (
            [(e.kind, len(e.spellings), e.roles) for e in marks.entities],
            [(n.entity, n.mention) for n in marks.names],
            [(q.direct, q.known, q.entity) for q in marks.quotes],
            [a.low for a in marks.amounts],
            [d.when for d in marks.dates],
        )

    assert findings(marked(text)) == findings(marked(other))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Essen Falls was quiet on Monday.", "place"),
        ("Halden Foods raised its prices.", "organisation"),
        ("It bought Brightwell Dairy.", "organisation"),
    ],
)
def test_the_last_word_of_a_name_tells_its_kind(marked: Marker, text: str, kind: str) -> None:
    (entity,) = marked(text).entities
    assert entity.kind == kind


def test_a_sentence_ends_with_a_month_at_a_lines_end(marked: Marker) -> None:
    assert len(marked("The strike begins on 1 May.\nNordlin trains will not run.").sentences) == 2


# text, pronoun, whom its last occurrence means
PRONOUNS = [
    ("Jon Arl left the ship. Rada Venn, who leads the crew, says it was late and she will not guess why.", "she", "Rada Venn"),
    ("Rada Venn said Jon Arl was ill. The bridge is old. Rada Venn left Davor. Later she wrote to him.", "she", "Rada Venn"),
    ("Rada Venn told Jon Arl to wait. She went home.", "She", "Rada Venn"),
    ("Rada Venn told Jon Arl to wait. She went home. She slept.", "She", "Rada Venn"),
    ("Rada Venn resigned. “Jon Arl was late. I was not,” she said.", "she", "Rada Venn"),
    ("Rada Venn was calm. “It is late. It is dark. We go home,” she said.", "she", "Rada Venn"),
    ("Tomas Krell was there. When Rada Venn came, she sang.", "she", "Rada Venn"),
    ("The bridge fell on Rada Venn, Jon Arl said. She is alive.", "She", "Rada Venn"),
    ("Tomas Krell left. Rada Venn said she would stay.", "she", "Rada Venn"),
    ("In Krell's town, mayor Rada Venn took his portrait down. “The nail stays,” she said.", "she", "Rada Venn"),
    ("In the town of Pelm, mayor Rada Venn closed the pool. “It leaks,” she said.", "she", "Rada Venn"),
]
OPEN_PRONOUNS = [
    ("The bridge fell on Rada Venn. “Jon Arl saw it,” he said.", "he"),
    ("Mr. Tomas Krell left. Rada Venn said he would come back.", "he"),
    ("A man left. “Jon Arl is late,” he said.", "he"),
    ("Tomas Krell and Jon Arl left. Then he slept.", "he"),
    ("Tomas Krell spoke to reporters.\n\nHis lawyer Ada Prew said nothing.", "His"),
    ("Nina Oster wants more time.\n\nRada Venn will be minister, not mayor, she told the Post.", "she"),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), PRONOUNS)
def test_a_pronoun_means_who_its_clause_and_its_gender_allow(marked: Marker, text: str, pronoun: str, name: str) -> None:
    marks = marked(text)
    found = [mark for mark in marks.names if mark.mention == "pronoun" and text[mark.start : mark.end] == pronoun]
    assert [marks.entity(mark.entity).name for mark in found[-1:]] == [name]


@pytest.mark.parametrize(("text", "pronoun"), OPEN_PRONOUNS)
def test_a_pronoun_that_may_mean_two_or_nobody_named_stays_open(marked: Marker, text: str, pronoun: str) -> None:
    assert [mark for mark in marked(text).names if mark.mention == "pronoun" and text[mark.start : mark.end] == pronoun] == []


def test_a_firm_of_two_partners_is_one_name(marked: Marker) -> None:
    marks = marked("Arl & Venn, counsel for Governor Tomas Krell, will appeal.")
    assert [(entity.name, entity.kind) for entity in marks.entities] == [
        ("Arl & Venn", "organisation"),
        ("Tomas Krell", "person"),
    ]

import itertools

import pytest

from copydesk.records import Entity, EntityKind
from copydesk.text.names import family_name, name_parts, same_entity, same_person, same_thing, unify


def entity(name: str, *roles: str, kind: EntityKind = "person") -> Entity:
    return Entity(id="e0", kind=kind, name=name, spellings=(name,), roles=roles)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ferdinand Arlos", "Ferdinando Arlos Jr."),
        ("J. Arlos", "John Quentin Arlos"),
        ("Emanuel Macrin", "Emmanuel Macrin"),
        ("Rada Venn", "Rada M. Venn"),
    ],
)
def test_forms_of_one_persons_name(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), [("Joe Arlos", "Hunter Arlos"), ("Rada Venn", "Rada Arl"), ("Kim Yo Dan", "Kim Jong Arl")])
def test_names_of_two_persons(a: str, b: str) -> None:
    assert not same_person(a, b)


def test_particles_and_suffixes_belong_to_the_family_name() -> None:
    assert name_parts("Ursula von der Arl, Jr.") == ("ursula", "von der arl")
    assert family_name("Ursula von der Arl") == "von der arl"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Ardania Space Office", "ASO"),
        ("Vessar", "Vessar Motor Corp."),
        ("U.S.", "United States"),
        ("The Lantern", "Lantern"),
        ("Vessar Inc.", "Vessar"),
    ],
)
def test_forms_of_one_things_name(a: str, b: str) -> None:
    assert same_thing(a, b)
    assert same_thing(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("North Korea", "North Dakota"), ("United States", "United Nations"), ("New York", "New Jersey"), ("US", "UK")]
)
def test_names_of_two_things(a: str, b: str) -> None:
    assert not same_thing(a, b)


def test_a_nickname_needs_the_same_office() -> None:
    assert same_entity(entity("Bongo Arlos", "Ardania President"), entity("Ferdinand Arlos Jr.", "Ardanian President")) is False
    assert same_entity(entity("Bongo Arlos", "President"), entity("Ferdinand Arlos Jr.", "Ardania President"))
    assert not same_entity(entity("Bongo Arlos"), entity("Ferdinand Arlos Jr.", "President"))


def test_a_bare_family_name_joins_the_only_one_who_bears_it() -> None:
    assert unify([[entity("Rada Venn")], [entity("Venn")]]) == ((0,), (0,))
    both = unify([[entity("Rada Venn"), entity("Tomas Venn")], [entity("Venn")]])
    assert len({*both[0], *both[1]}) == 3


def test_titles_of_different_gender_part_one_family() -> None:
    assert not same_entity(entity("Arlos", "Mr."), entity("Arlos", "Mrs."))


def test_a_place_is_no_person() -> None:
    assert not same_entity(entity("Davor"), entity("Davor", kind="place"))


def test_unify_gives_one_number_to_one_thing_whatever_the_order() -> None:
    piles = [
        [entity("Rada Venn", "Prime Minister"), entity("Davor", kind="place")],
        [entity("Venn", "Prime Minister"), entity("Lena Arl")],
        [entity("Rada Venn"), entity("Davor", kind="place"), entity("Tomas Arl")],
    ]
    first = unify(piles)
    assert first[0][0] == first[1][0] == first[2][0]
    assert first[0][1] == first[2][1]
    assert first[1][1] != first[2][2]
    for order in itertools.permutations(range(3)):
        numbers = unify([piles[i] for i in order])
        groups = {
            frozenset((order[a], e) for a, row in enumerate(numbers) for e, n in enumerate(row) if n == number)
            for number in {n for row in numbers for n in row}
        }
        expected = {
            frozenset((a, e) for a, row in enumerate(first) for e, n in enumerate(row) if n == number)
            for number in {n for row in first for n in row}
        }
        assert groups == expected

"""Bodies in XML: what is written, what is read, and what is refused."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

import pytest

ZOO = "https://zoo.example.com/ns"


def marks() -> tuple[Any, Any]:
    from sdk._runtime.model import ApiModel
    from sdk._runtime.xml_bodies import InXml

    return ApiModel, InXml


def animal() -> Any:
    from pydantic import Field

    base, in_xml = marks()

    class Weight(base):  # type: ignore[misc]
        unit: Annotated[Literal["kg", "lb"], in_xml(node="attribute")]
        value: Annotated[float, in_xml(node="text")]

    class Animal(base):  # type: ignore[misc]
        id: Annotated[int, in_xml(node="attribute")]
        first_name: Annotated[str | None, Field(alias="firstName"), in_xml(name="first", namespace=ZOO, prefix="z")] = (
            None
        )
        aliases: Annotated[list[str] | None, in_xml(node="element", items=in_xml(name="alias"))] = None
        foods: Annotated[list[str] | None, in_xml(items=in_xml(name="food"))] = None
        weight: Weight | None = None
        tame: bool | None = None
        born: datetime.date | None = None
        legs: int | None = None
        note: Annotated[str | None, in_xml(node="cdata")] = None

    Animal.model_rebuild(_types_namespace={"Weight": Weight})
    return Animal


def written(value: object, **root: Any) -> str:
    _, in_xml = marks()
    text: bytes = in_xml(**root).write(value)
    assert text.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    return text.decode().partition("\n")[2]


def read(kind: Any, text: str, **root: Any) -> Any:
    from sdk._runtime import reading

    _, in_xml = marks()
    return reading.read(kind, in_xml(**root).read(kind, text.encode()), strict=True)


def test_a_model_is_written_as_its_marks_say() -> None:
    kind = animal()
    value = kind(
        id=7, first_name='<Bär> & "Co"', aliases=["a", "b"], foods=["x", "y"], weight={"unit": "kg", "value": 1.5},
        tame=True, born="2020-05-01", legs=None, note="]]>",
    )  # fmt: skip
    assert written(value, name="animal", namespace=ZOO) == (
        f'<animal xmlns="{ZOO}" id="7"><![CDATA[]]]]><![CDATA[>]]>'
        f'<z:first xmlns:z="{ZOO}">&lt;Bär&gt; &amp; "Co"</z:first>'
        "<aliases><alias>a</alias><alias>b</alias></aliases><food>x</food><food>y</food>"
        '<weight unit="kg">1.5</weight><tame>true</tame><born>2020-05-01</born>'
        '<legs xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></animal>'
    )


def test_what_is_written_is_read_again() -> None:
    kind = animal()
    value = kind(id=7, first_name=" a\r\n\tb ", aliases=[], foods=["x"], weight={"unit": "lb", "value": -1}, tame=False)
    assert read(kind, written(value, name="animal"), name="animal") == value


def test_a_declared_namespace_is_not_declared_again() -> None:
    base, in_xml = marks()

    class Pair(base):  # type: ignore[misc]
        one: Annotated[int, in_xml(namespace=ZOO, prefix="z")]
        two: Annotated[int, in_xml(node="attribute", namespace=ZOO)]
        three: Annotated[int | None, in_xml(node="attribute", namespace="urn:x")] = None

    text = written(Pair(one=1, two=2), name="pair", namespace=ZOO, prefix="z")
    assert text == f'<z:pair xmlns:z="{ZOO}" xmlns:n1="{ZOO}" n1:two="2"><z:one>1</z:one></z:pair>'
    assert read(Pair, text, name="pair") == Pair(one=1, two=2)
    both = written(Pair(one=1, two=2, three=3), name="pair")
    assert 'xmlns:n1="https://zoo.example.com/ns" n1:two="2" xmlns:n2="urn:x" n2:three="3"' in both
    assert read(Pair, both, name="pair") == Pair(one=1, two=2, three=3)


def test_the_prefix_xml_is_never_declared() -> None:
    from pydantic import Field

    base, _ = marks()

    class Title(base):  # type: ignore[misc]
        lang: Annotated[str, Field(alias="@xml:lang")]

    assert written(Title(lang="de"), name="title") == '<title xml:lang="de"/>'
    assert read(Title, '<title xml:lang="de"/>', name="title") == Title(lang="de")


def test_lists_stand_in_any_outermost_element() -> None:
    kind = animal()
    both = [kind(id=1), kind(id=2)]
    _, in_xml = marks()
    text = written(both, name="animals", items=in_xml(name="animal"))
    assert text == '<animals><animal id="1"/><animal id="2"/></animals>'
    assert read(list[kind], text.replace("animals", "ArrayOfAnimal"), name="animals") == both


def test_an_envelope_is_looked_through() -> None:
    kind = animal()
    text = '<GetResponse xmlns="urn:x"><GetResult id="3"><tame>1</tame></GetResult><Metadata/></GetResponse>'
    assert read(kind, text, name="AnimalType") == kind(id=3, tame=True)


def test_items_in_an_element_that_is_not_documented_are_found() -> None:
    base, _ = marks()
    kind = animal()

    class Page(base):  # type: ignore[misc]
        animals: list[kind]  # type: ignore[valid-type]

    text = '<Page><animals><member id="1"/><member id="2"/></animals></Page>'
    assert read(Page, text, name="Page") == Page(animals=[kind(id=1), kind(id=2)])
    assert read(Page, '<Page><animals id="1"/></Page>', name="Page") == Page(animals=[kind(id=1)])
    assert read(Page, "<Page/>", name="Page") == Page(animals=[])


def test_an_unmarked_body_is_its_property() -> None:
    base, _ = marks()
    kind = animal()

    class Request(base):  # type: ignore[misc]
        animal: kind  # type: ignore[valid-type]

    value = Request(animal=kind(id=1))
    assert written(value, name="animal", node="none") == '<animal id="1"/>'
    assert read(Request, '<animal id="1"/>', name="animal", node="none") == value


def test_what_is_not_documented_is_kept() -> None:
    kind = animal()
    text = '<animal id="1" x="2"><new a="b">c</new><new/><deep><in>1</in></deep></animal>'
    value = read(kind, text, name="animal")
    assert value.model_extra == {"@x": "2", "new": [{"@a": "b", "#text": "c"}, ""], "deep": {"in": "1"}}
    assert written(value, name="animal") == text


def test_the_type_of_an_instance_is_read_where_it_is_documented() -> None:
    base, in_xml = marks()

    class Grantee(base):  # type: ignore[misc]
        kind: Annotated[str | None, in_xml(name="type", node="attribute", prefix="xsi")] = None

    text = '<Grantee xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:type="Group"/>'
    assert read(Grantee, text, name="Grantee") == Grantee(kind="Group")
    assert read(Grantee, written(Grantee(kind="Group"), name="g"), name="g") == Grantee(kind="Group")
    assert read(animal(), text.replace("<Grantee", '<animal id="1"'), name="animal").model_extra == {}


def test_names_that_tools_give_to_attributes_and_text_are_known() -> None:
    from pydantic import Field

    base, _ = marks()

    class Link(base):  # type: ignore[misc]
        rel: Annotated[str | None, Field(alias="@rel")] = None
        words: Annotated[str | None, Field(alias="#text")] = None

    class Feed(base):  # type: ignore[misc]
        link: Annotated[Link, Field(alias="atom:link")]

    value = Feed.model_validate({"atom:link": {"@rel": "self", "#text": "here"}})
    assert written(value, name="feed") == '<feed><link rel="self">here</link></feed>'
    text = '<feed xmlns:a="urn:atom"><a:link rel="self">here</a:link></feed>'
    assert read(Feed, text, name="feed") == value


def test_a_union_is_read_as_the_variant_that_fits() -> None:
    base, _ = marks()

    class Cat(base):  # type: ignore[misc]
        lives: int

    class Dog(base):  # type: ignore[misc]
        tricks: int
        lives: int | None = None

    class Owner(base):  # type: ignore[misc]
        pet: Cat | Dog

    assert read(Owner, "<o><pet><lives>9</lives></pet></o>") == Owner(pet=Cat(lives=9))
    assert type(read(Owner, "<o><pet><tricks>1</tricks><lives>2</lives></pet></o>").pet) is Dog


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
FOREIGN = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
UNKNOWN = "<a>&b;</a>"


@pytest.mark.parametrize("text", [BOMB, FOREIGN, UNKNOWN, "", "<a>", "{}", "<a>" * 200 + "</a>" * 200, "<x:a/>"])
def test_hostile_and_broken_xml_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"XML|deep"):
        read(animal(), text, name="a")


@pytest.mark.parametrize("value", [{"a b": 1}, {"<x>": 1}, {"a": "\x00"}, {"": 1}])
def test_what_xml_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match="XML"):
        written(value, name="a")

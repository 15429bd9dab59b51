"""What a template may print: only text that an encoder made for that kind of file."""

from __future__ import annotations

import pytest

from generator import render
from generator.encoders import markdown, python

MACRO = "{% macro shown(value) %}<{{ value }}>{% endmacro %}"


def printed(template: str, value: object) -> str:
    return render._environment(python.PythonText).from_string(template).render(view=value)


@pytest.mark.parametrize("value", [python.literal("a"), python.Code('"a"')])
def test_encoded_text_is_printed_as_it_is(value: object) -> None:
    assert printed("{{ view }}", value) == '"a"'
    assert printed(MACRO + "{{ shown(view) }}", value) == '<"a">'
    assert printed("{{ view | pydoc }}", "<a> & b") == '"""<a> & b"""'


@pytest.mark.parametrize("value", ["a", markdown.text("a"), None, True, 1.5])
@pytest.mark.parametrize("template", ["{{ view }}", MACRO + "{{ shown(view) }}", "{{ view ~ view }}"])
def test_anything_else_is_refused(template: str, value: object) -> None:
    with pytest.raises(render.RenderError):
        printed(template, value)

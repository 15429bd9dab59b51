"""Which of the lines above a route, a section or a table is a title, in text whose headings are lines like any other.

In: the blocks read so far, or the first lines of a page. Out: the same blocks, with a heading where a line names the
operation that begins, or the thing whose fields follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Origin
from generator.readers.pages import fields
from generator.readers.pages.blocks import Block, Code, Heading, Paragraph, Table, plain_text
from generator.readers.pages.formats.plain.lines import SENTENCE_END, Lines
from generator.readers.pages.furniture import is_furniture, is_menu
from generator.readers.pages.patterns import METHODS, first_match
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import kind_of, label_kind

LABEL = re.compile(r"([A-Z][\w ]{1,30}):\s+(\S.*)")
"""A word, and what it says of something: `Purpose: List invoices`."""
_MEDIA = re.compile(r"(?m)^(?:application|text)/[\w.+-]+\Z")
_MOST_WORDS = 9
_MOST_WORDS_OF_FIRST_LINE = 12
_LONGEST_INTRO = 200
_SEARCH = "search"
"""A box for this stands above the title of a page, unless that is it."""
_ANY_TITLE = "{resource}"
"""The pattern for titles that say nothing but the page's subject."""


def is_title(words: str, most_words: int = _MOST_WORDS) -> bool:
    """True for a few words without the signs of a sentence."""
    return (
        bool(words)
        and (words[0].isupper() or words[0].isdigit())
        and len(words.split()) <= most_words
        and not SENTENCE_END.search(words)
        and "://" not in words
        and "=>" not in words
        and ": " not in words
        and words.partition(" ")[0] not in METHODS
        and not is_furniture(words)
    )


def is_route(block: Block) -> bool:
    """True for a route that stands alone."""
    return isinstance(block, Code) and block.language == "http"


def is_all_furniture(block: Block) -> bool:
    """True for a paragraph whose every line is furniture of the site."""
    return isinstance(block, Paragraph) and all(map(is_furniture, block.text.plain.split("\n")))


def title_of_page(lines: Lines) -> int:
    """The index of the page's title: the first line above all routes that is one by what stands beside its subject.

    Without one, the first line that may be a title, and is no furniture of the site; -1 where none may.
    """
    above: list[int] = []
    for at in range(min(len(lines), _LONGEST_INTRO)):
        words = lines.words(at)
        if lines.is_route(words) or words in METHODS or (above and lines.is_section(words)):
            break
        if words and not lines.is_noise(words) and not is_furniture(words):
            above.append(at)
    told = [pattern for pattern in lines.profile.title if pattern.source != _ANY_TITLE]
    short = [at for at in above if not SENTENCE_END.search(lines.words(at))]
    bare = [at for at in above if lines.words(at).casefold() != _SEARCH] or above
    for candidates, patterns in ((short, told), (bare, lines.profile.title)):
        for at in candidates:
            if first_match(patterns, lines.words(at)):
                return at
    return -1


# -- the title of an operation


def name_operation(blocks: list[Block], route: Origin | None, profile: Profile, *, said_below: bool = False) -> None:
    """Make a heading of the line that names the operation whose first section begins here.

    It stands since the last table, code or heading: the last line on its own that looks like a title, unless one
    stands right above it that is not that of its chapter; else the first line that does. On the way to the first
    operation, the page's title, its URL and its sentences come before.

    Args:
        blocks: All that stands above.
        route: The place of its route, where that stands alone; None where a heading announces it.
        profile: The words of its site.
        said_below: What is said of the operation stands below the route, so that nothing above it is that.
    """
    start = len(blocks)
    while start and isinstance(blocks[start - 1], Paragraph):
        start -= 1
    start += start < len(blocks) and _says_media(blocks[start])
    blocks[start:] = [block for block in blocks[start:] if not _is_menu(block)]
    alone = [index for index in range(start, len(blocks)) if _stands_alone(blocks[index])]
    is_said = not said_below and bool(alone) and alone[-1] == len(blocks) - 1
    while is_said and len(alone) > 1 and alone[-2] == alone[-1] - 1 and not _is_chapter(blocks, alone[-2], profile):
        alone.pop()
    for index in alone[-1:] or range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Paragraph) or _is_labelled(block):
            continue
        if parts := _split(block, said_below=said_below):
            blocks[index : index + 1] = parts
            return
    _name_by_first_line(blocks, start, route, said_below=said_below)


def _name_by_first_line(blocks: list[Block], start: int, route: Origin | None, *, said_below: bool) -> None:
    """Make a heading of the first line since a table or code, though it is long for a title; else an empty one.

    Without one, the route would be one more of the operation above, which has its table or code already.
    """
    if not start or not isinstance(blocks[start - 1], Table | Code):
        is_told = said_below or bool(start and isinstance(blocks[start - 1], Paragraph))
        if route and is_told and any(map(is_route, blocks)):
            blocks.append(_heading(2, "", route, 0))
        return
    block = blocks[start] if start < len(blocks) else None
    first, _, rest = block.text.plain.partition("\n") if isinstance(block, Paragraph) else ("", "", "")
    is_first = is_title(first, _MOST_WORDS_OF_FIRST_LINE) and not rest[:1].islower()
    if isinstance(block, Paragraph) and is_first and not _is_labelled(block):
        said = [_paragraph(rest, block.origin, 1)] if rest else []
        blocks[start : start + 1] = [_heading(2, first, block.origin, 0), *said]
    elif route is None:
        return
    elif is_route(blocks[start - 1]):
        if any(map(_says_much, blocks[start:])):  # of the route above; of two routes together, nothing does
            blocks.append(_heading(2, "", route, 0))
    elif any(map(is_route, blocks)):
        blocks.insert(start, _heading(2, "", block.origin if block else route, 0))


def _split(paragraph: Paragraph, *, said_below: bool) -> list[Block]:
    """The paragraph with the last line that looks like a title as a heading; [] where none does.

    Where one stands right above it and nothing more is said, it is what is said of that.
    """
    lines = paragraph.text.plain.split("\n")
    found = [
        index
        for index, words in enumerate(lines)
        if is_title(words) and not (index and _goes_on_with(lines[index - 1], lines[index + 1 :]))
    ]
    is_said = not said_below and bool(found) and found[-1] == len(lines) - 1
    while is_said and len(found) > 1 and found[-2] == found[-1] - 1:
        found.pop()
    if not found:
        return []
    index = found[-1]
    before = [_paragraph("\n".join(lines[:index]), paragraph.origin, 0)] if index else []
    after = [_paragraph("\n".join(lines[index + 1 :]), paragraph.origin, index + 1)] if lines[index + 1 :] else []
    return [*before, _heading(2, lines[index], paragraph.origin, index), *after]


# -- the title of a table


def name_values(blocks: list[Block]) -> None:
    """Make a heading of the title above a table of values, or above what is said of them: it is their type's name."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return
    first, _, said = last.text.plain.partition("\n")
    if _stands_alone(last):
        blocks[-1] = Heading(origin=last.origin, level=3, text=last.text)
    elif is_title(first) and said[:1].isupper() and SENTENCE_END.search(said):
        blocks[-1:] = [_heading(3, first, last.origin, 0), _paragraph(said, last.origin, 1)]


def name_more_fields(blocks: list[Block], profile: Profile) -> None:
    """Make a heading of the title above the sentence that announces one more table: it has fields of another thing.

    What the profile knows as a label goes on about the operation.
    """
    said = blocks[-1] if blocks else None
    if (
        not isinstance(said, Paragraph)
        or not said.text.plain.endswith(":")
        or not _has_fields_since_route(blocks, profile)
    ):
        return
    lines = said.text.plain.split("\n")
    if label_kind(lines[-1], profile):
        return
    above = blocks[-2] if len(blocks) > 1 else None
    if len(lines) == 1 and isinstance(above, Paragraph) and _stands_alone(above):
        blocks[-2] = Heading(origin=above.origin, level=3, text=above.text)
    elif len(lines) > 1 and is_title(lines[-2]):
        place = len(lines) - 2
        before = [_paragraph("\n".join(lines[:-2]), said.origin, 0)] if place else []
        blocks[-1:] = [
            *before,
            _heading(3, lines[-2], said.origin, place),
            _paragraph(lines[-1], said.origin, place + 1),
        ]


def _has_fields_since_route(blocks: Sequence[Block], profile: Profile) -> bool:
    for block in reversed(blocks):
        if isinstance(block, Table):
            return "name" in fields.roles(block.columns, profile)
        if isinstance(block, Heading) or is_route(block):
            return False
    return False


# -- paragraphs


def _stands_alone(block: Block) -> bool:
    """True for a paragraph that is one line that looks like a title, and no name with a value."""
    return isinstance(block, Paragraph) and is_title(block.text.plain) and not {"\n", ":"} & {*block.text.plain}


def _is_chapter(blocks: Sequence[Block], at: int, profile: Profile) -> bool:
    """Whether one title is that of the chapter in which the next one stands: `Cups` above `List cups`, `Events`."""
    above, below = (block.text.plain if isinstance(block, Paragraph) else "" for block in blocks[at : at + 2])
    if kind_of(above, profile)[0]:
        return True
    things, words = ([word.removesuffix("s") for word in title.casefold().split()] for title in (above, below))
    return 0 < len(things) < len(words) and words[-len(things) :] == things


def _is_menu(block: Block) -> bool:
    """True for a paragraph of nothing but words of a menu."""
    return isinstance(block, Paragraph) and is_menu(block.text.plain)


def _says_much(block: Block) -> bool:
    """True for a paragraph of several lines, or of a sentence."""
    return isinstance(block, Paragraph) and ("\n" in block.text.plain or block.text.plain.endswith("."))


def _says_media(block: Block) -> bool:
    """True for a paragraph that ends with the media type of an answer, so that what it says is said of that."""
    return isinstance(block, Paragraph) and _MEDIA.search(block.text.plain) is not None


def _is_labelled(block: Block) -> bool:
    """True for a paragraph that is one line, of a label and what stands behind it."""
    return isinstance(block, Paragraph) and "\n" not in block.text.plain and LABEL.match(block.text.plain) is not None


def _goes_on_with(before: str, after: Sequence[str]) -> bool:
    """Whether a line stands in the middle of a sentence: the one before it ends none, the one after it begins none."""
    return not SENTENCE_END.search(before) and bool(after) and after[0][:1].islower()


def _heading(level: int, words: str, above: Origin, below: int) -> Heading:
    """A heading of a line that stands so many lines below the first of its paragraph."""
    origin = _below(above, below)
    return Heading(origin=origin, level=level, text=plain_text(words, origin))


def _paragraph(words: str, above: Origin, below: int) -> Paragraph:
    origin = _below(above, below)
    return Paragraph(origin=origin, text=plain_text(words, origin))


def _below(above: Origin, lines: int) -> Origin:
    return Origin(above.document, line=above.line + lines, column=1) if lines else above

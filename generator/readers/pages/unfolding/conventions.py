"""Ways of writing that tools for documentation share -> the plain blocks that they amount to.

In: blocks. Out: blocks in which a method stands beside its path, a name beside the name of what it stands in, and an
accepted value beside the field that accepts it, so that one reader follows. It knows no site and no operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Origin
from generator.readers.pages import fields, inline
from generator.readers.pages.blocks import Block, Code, Heading, Items, Paragraph, Span, Table, Text, plain_text
from generator.readers.pages.patterns import METHODS
from generator.readers.pages.profile import Profile
from generator.readers.pages.unfolding import labelled

_METHODS = "|".join(METHODS)
_METHOD = re.compile(rf"(?:{_METHODS})\Z", re.IGNORECASE)
_PATH = re.compile(r"(?:/|https?://)\S*\Z")
_ROUTE = re.compile(rf"({_METHODS})(\s+(?:/|https?://)\S*)\Z", re.IGNORECASE)
_SUMMARY = re.compile(r"summary:?\Z", re.IGNORECASE)
_INNER = re.compile(r"([»›]+)\s*(\S.*)\Z")
"""A name with a sign for each step that it stands inside the names above it."""
_WHOLE = re.compile(r"\*?(?:anonymous|oneOf|anyOf|allOf|and|or|xor|not)\*?\Z", re.IGNORECASE)
_OF_CODE = ("context.Context",)
"""Types of arguments that are never sent."""
_OF_ROUTES = ("method", "url")
_VALUE = "value"
_NEEDED = {"required": "yes", "optional": "no"}
_ASSIGNED = re.compile(r"(?:\A|[\s`])([A-Za-z_][\w.-]*)=\[(\w+)\]")
"""A parameter as the name and the type of what is to be filled in: `id=[integer]`."""
_TITLED_METHOD = re.compile(r"(?:HTTP |Request )?(?:Method|Verb)\s*:\s*", re.IGNORECASE)
_OPEN_BASE = re.compile(r"\{\{[\w .-]+\}\}(?=/)")
"""A variable for the server in front of a path."""
_ENUM = "Accepted values"


def unfold(blocks: Sequence[Block], profile: Profile) -> tuple[Block, ...]:
    """The blocks, each of these ways of writing as plain headings, paragraphs and tables."""
    blocks = [_nested(block, profile) if isinstance(block, Table) else block for block in blocks]
    blocks = list(_with_values(blocks, profile))
    blocks = list(_spelt_out(blocks, profile))
    blocks = list(_with_paths(blocks))
    return tuple(_with_listed_routes(labelled.unfold(blocks, profile)))


# -- tables


def _nested(table: Table, profile: Profile) -> Table:
    """The table with `» id` below `owner` as `owner.id`, and without what only the code of a client has."""
    kept = tuple(row for row in table.rows if not any(cell.plain.strip() in _OF_CODE for cell in row))
    table = replace(table, rows=kept) if len(kept) < len(table.rows) else table
    at = _column(table, "name", profile)
    if at is None or not any(len(row) > at and _INNER.match(row[at].plain) for row in table.rows):
        return table
    above: list[str] = []
    rows: list[tuple[Text, ...]] = []
    for row in table.rows:
        words = row[at].plain.strip() if len(row) > at else ""
        found = _INNER.match(words)
        depth, name = (len(found[1]), found[2].strip()) if found else (0, words)
        del above[depth:]
        above.extend([""] * (depth - len(above)))
        above.append("" if _WHOLE.match(name) else name)
        if above[-1]:
            steps = ".".join(step for step in above if step)
            rows.append((*row[:at], plain_text(steps, row[at].origin), *row[at + 1 :]))
    return replace(table, rows=tuple(rows))


def _with_values(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks; a table of names and values as a column of the table above it, which describes these names."""
    pending: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            above = next((index for index, one in enumerate(pending) if isinstance(one, Table)), None)
            told = _values(block, profile)
            if above is not None and told:
                table = pending[above]
                joined = _joined(table, told, profile) if isinstance(table, Table) else None
                if joined:
                    pending = [*pending[:above], joined, *pending[above + 1 :]]
                    continue
            yield from pending
            pending = [block]
        elif pending and isinstance(block, Heading | Paragraph) and len(pending) < 3:
            pending.append(block)
        else:
            yield from pending
            pending = []
            yield block
    yield from pending


def _values(table: Table, profile: Profile) -> dict[str, list[str]]:
    """Name -> values, in a table of two columns that are called so."""
    at = _column(table, "name", profile)
    if at != 0 or len(table.columns) != 2 or table.columns[1].plain.strip().casefold() != _VALUE:
        return {}
    found: dict[str, list[str]] = {}
    for row in table.rows:
        if len(row) == 2 and row[1].plain.strip():
            found.setdefault(_last(row[0].plain), []).append(row[1].plain.strip())
    return found


def _joined(table: Table, told: dict[str, list[str]], profile: Profile) -> Table | None:
    """The table with a further column; None where it does not describe all of these names."""
    at = _column(table, "name", profile)
    if at is None or _column(table, "enum", profile) is not None or any(len(row) <= at for row in table.rows):
        return None
    if not {*told} <= {_last(row[at].plain) for row in table.rows}:
        return None
    rows = []
    for row in table.rows:
        spans = [
            span for value in told.get(_last(row[at].plain), ()) for span in (Span("text", ", "), Span("code", value))
        ]
        rows.append((*row, inline.from_spans(spans[1:], row[at].origin)))
    return replace(table, columns=(*table.columns, plain_text(_ENUM, table.origin)), rows=tuple(rows))


def _last(name: str) -> str:
    """The last step of a name, which is all that a table of values says."""
    return name.strip(" »›").rpartition(".")[2].strip()


def _column(table: Table, role: str, profile: Profile) -> int | None:
    roles = fields.roles(table.columns, profile)
    return roles.index(role) if role in roles else None


# -- lists that are forms filled in


def _spelt_out(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks; lists whose entries are labels and what they label, as paragraphs; `id=[integer]` as a table."""
    needed = ""
    for block in blocks:
        lines: Sequence[Block] = (block,)
        if isinstance(block, Items) and any(_is_label(entry, profile) for entry in block.entries):
            lines = [Paragraph(origin=entry.origin, text=entry) for entry in block.entries]
        for line in lines:
            if not isinstance(line, Paragraph):
                yield line
                continue
            words = line.text.plain.strip().rstrip(":").casefold()
            needed = words if words in _NEEDED else "" if len(words.split()) > 1 and "=" not in words else needed
            plain = line.text.plain
            rows = [pair for code in plain.split("\n") for pair in _ASSIGNED.findall(code)] if "=[" in plain else []
            if not rows:
                yield line
                continue
            if line.text.spans and line.text.spans[0].kind == "strong":
                yield replace(line, text=inline.from_spans([line.text.spans[0]], line.origin))
            yield _assigned(rows, _NEEDED.get(needed, ""), line.origin)


def _is_label(entry: Text, profile: Profile) -> bool:
    """Whether an entry begins with bold words that announce a method or a URL."""
    first = entry.spans[0] if entry.spans else None
    return first is not None and first.kind == "strong" and fields.role(_bare(first.text), profile) in _OF_ROUTES


def _assigned(rows: Sequence[tuple[str, str]], needed: str, origin: Origin) -> Table:
    cells = [tuple(plain_text(words, origin) for words in (name, kind, needed)) for name, kind in rows]
    titles = [plain_text(title, origin) for title in ("Name", "Type", "Required")]
    return Table(origin=origin, columns=tuple(titles), rows=tuple(cells))


# -- routes


def _bare(label: str) -> str:
    return label.strip().rstrip(":").strip()


def _with_paths(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with headings and lines that are a method alone together with the path above or below them."""
    if not any(_METHOD.match(_called(block)) for block in blocks if isinstance(block, Heading | Paragraph)):
        yield from blocks
        return
    path: Heading | None = None
    skipped = 0
    for index, block in enumerate(blocks):
        if skipped:
            skipped -= 1
            continue
        if isinstance(block, Heading):
            if path and block.level <= path.level:
                path = None
            if _PATH.match(block.text.plain.strip()):
                path = block
        words = _called(block) if isinstance(block, Heading | Paragraph) else ""
        if not _METHOD.match(words):
            yield block
            continue
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Heading) and path and path.level < block.level:
            summary, skipped = _summary(blocks[index + 1 : index + 3])
            route = plain_text(f"{words.upper()} {path.text.plain.strip()}", block.origin)
            yield replace(block, text=summary or route)
            yield Paragraph(origin=path.origin if summary else block.origin, text=route)
        elif below is not None and (url := _url_of(below)):
            skipped = 1
            yield Paragraph(origin=below.origin, text=plain_text(f"{words.upper()} {url}", below.origin))
        else:
            yield block


def _called(block: Heading | Paragraph) -> str:
    """The words of a line; of a heading, without those that only say that a method follows."""
    words = block.text.plain.strip()
    return _TITLED_METHOD.sub("", words) if isinstance(block, Heading) and ":" in words else words


def _url_of(block: Block) -> str:
    """The URL that a line, or a sample of a single line, consists of; else ""."""
    words = block.text if isinstance(block, Code) else block.text.plain if isinstance(block, Paragraph) else ""
    words = _OPEN_BASE.sub("", words.strip(), count=1)
    return words if _PATH.match(words) else ""


def _summary(blocks: Sequence[Block]) -> tuple[Text | None, int]:
    """What stands under or beside the word *Summary*, and how many blocks that takes."""
    match blocks:
        case [Heading(text=title), Paragraph(text=said), *_] if _SUMMARY.match(title.plain.strip()):
            return said, 2
        case [Paragraph(text=Text(spans=[Span(kind="strong", text=title), *rest])) as line, *_] if _SUMMARY.match(
            title
        ):
            said = inline.from_spans(rest, line.origin)
            words = said.plain.lstrip(" :").strip()
            return (plain_text(words, line.origin), 1) if words else (None, 0)
        case _:
            return None, 0


def _with_listed_routes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; where a table gives the routes of headings further below, each stands below its heading instead."""
    titles = {block.text.plain.strip().casefold() for block in blocks if isinstance(block, Heading)}
    lists = {id(block): _listed(block, titles) for block in blocks if isinstance(block, Table)}
    told = {title: route for routes in lists.values() for title, route in routes.items()}
    if not told:
        yield from blocks
        return
    for block in blocks:
        if lists.get(id(block)):
            continue
        yield block
        if isinstance(block, Heading) and (route := told.pop(block.text.plain.strip().casefold(), None)):
            yield Paragraph(origin=route.origin, text=route)


def _listed(table: Table, titles: set[str]) -> dict[str, Text]:
    """Heading -> route, in a table whose every row has both; else nothing."""
    found: dict[str, Text] = {}
    for row in table.rows:
        route = next((cell for cell in row if _ROUTE.match(cell.plain.strip())), None)
        title = next((words for cell in row if (words := cell.plain.strip().casefold()) in titles), None)
        if route is None or title is None:
            return {}
        found[title] = plain_text(_ROUTE.sub(_in_capitals, route.plain.strip()), route.origin)
    return found


def _in_capitals(route: re.Match[str]) -> str:
    return route[1].upper() + route[2]

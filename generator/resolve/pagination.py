"""How lists are walked, recognised from the shapes of parameters and responses.

In: the parameters and the response of a woven operation, and the finished types. Out: `model.Pagination` or None.
Names are compared by their words (`per_page`, `perPage`, `page[size]`); a name alone never suffices: there must be a
list in the response, and whatever leads to the next piece must have the type for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from generator import model
from generator.config import Paging
from generator.model import Pagination, Shape, TypeId
from generator.resolve import words

Types = Mapping[TypeId, model.Type]
Path = tuple[str, ...]


def recognised(
    method: str,
    parameters: Sequence[model.Parameter],
    responses: Sequence[model.Response],
    types: Types,
) -> Pagination | None:
    """How the operation's list is walked; None where it is not a list or comes in one piece."""
    if method != "GET":
        return None
    response = next((entry for entry in responses if entry.successful), None)
    content = next((entry for entry in response.contents if entry.kind == "json"), None) if response else None
    if response is None or content is None or content.stream is not None:
        return None
    query = {_key(entry.name): entry for entry in parameters if entry.place == "query"}
    found = _items(content.shape, types)
    if found is None:
        return None
    items_path, item = found
    fields = dict(_scalars(content.shape, types))
    return (
        _cursor(query, fields, items_path, item, types)
        or _link(query, fields, items_path, item, types)
        or _page(query, fields, items_path, item, types)
        or _offset(query, fields, items_path, item, types)
        or _link_header(response, query, items_path, item)
    )


def configured(paging: Paging, responses: Sequence[model.Response], types: Types) -> Pagination | None:
    """The pagination that the user has settled; None for `none`, and where the way to the items leads to no list."""
    if paging.kind not in ("page", "offset", "cursor", "link"):
        return None
    item = next((found for entry in responses if (found := _item_at(entry, paging.items, types)) is not None), None)
    if item is None:
        return None
    kind: Literal["page", "offset", "cursor", "link"] = paging.kind  # type: ignore[assignment]
    return Pagination(
        kind=kind,
        items_path=paging.items,
        item=item,
        parameter=paging.parameter,
        size_parameter=paging.size_parameter,
        first=paging.first,
        next_path=paging.next,
        total_path=paging.total,
    )


def _item_at(response: model.Response, way: Path, types: Types) -> Shape | None:
    """The shape of the items of the list to which the keys lead; None where there is none."""
    content = next((entry for entry in response.contents if entry.kind == "json"), None)
    if content is None or not response.successful:
        return None
    bare = _bare(content.shape, types)
    for name in way:
        fields = bare.fields if isinstance(bare, model.Object) else ()
        shape = next((field.shape for field in fields if field.name == name), None)
        if shape is None:
            return None
        bare = _bare(shape, types)
    return bare.items if isinstance(bare, model.Array) else None


Query = Mapping[str, model.Parameter]
Scalars = Mapping[Path, Shape]


def _cursor(query: Query, fields: Scalars, items_path: Path, item: Shape, types: Types) -> Pagination | None:
    parameter = _first(query, _CURSOR)
    path = _path(fields, _NEXT_TOKEN) or _path(
        _tokens(fields, types), ("next", "linksnext", "pagingnext", "paginationnext")
    )
    if parameter is None or path is None or not isinstance(_bare(parameter.shape, types), model.Text | model.Number):
        return None
    return Pagination(
        kind="cursor",
        items_path=items_path,
        item=item,
        parameter=parameter.name,
        size_parameter=_size(query, types),
        next_path=path,
        total_path=_path(fields, _TOTAL) or (),
    )


def _tokens(fields: Scalars, types: Types) -> Scalars:
    """The fields that are no URLs."""
    bare = {path: _bare(shape, types) for path, shape in fields.items()}
    return {path: fields[path] for path, shape in bare.items() if not (isinstance(shape, model.Text) and shape.format)}


def _link(query: Query, fields: Scalars, items_path: Path, item: Shape, types: Types) -> Pagination | None:
    texts = {path: shape for path, shape in fields.items() if isinstance(_bare(shape, types), model.Text)}
    path = _path(texts, _NEXT_LINK)
    if path is None:
        return None
    return Pagination(
        kind="link",
        items_path=items_path,
        item=item,
        next_path=path,
        size_parameter=next((query[name].name for name in _SIZE if name in query), ""),
        total_path=_path(fields, _TOTAL) or (),
    )


def _page(query: Query, fields: Scalars, items_path: Path, item: Shape, types: Types) -> Pagination | None:
    parameter = _first(query, _PAGE)
    if parameter is None or not _is_integer(parameter.shape, types):
        return None
    return Pagination(
        kind="page",
        items_path=items_path,
        item=item,
        parameter=parameter.name,
        size_parameter=_size(query, types),
        first=_first_page(parameter, types),
        total_path=_path(fields, _TOTAL) or (),
    )


def _offset(query: Query, fields: Scalars, items_path: Path, item: Shape, types: Types) -> Pagination | None:
    parameter = _first(query, _OFFSET)
    size = _size(query, types)
    if parameter is None or not _is_integer(parameter.shape, types) or not size:
        return None
    return Pagination(
        kind="offset",
        items_path=items_path,
        item=item,
        parameter=parameter.name,
        size_parameter=size,
        total_path=_path(fields, _TOTAL) or (),
    )


def _link_header(response: model.Response, query: Query, items_path: Path, item: Shape) -> Pagination | None:
    if not any(header.name.lower() == "link" for header in response.headers):
        return None
    size = next((query[name].name for name in _SIZE if name in query), "")
    return Pagination(kind="link", items_path=items_path, item=item, size_parameter=size)


def _first_page(parameter: model.Parameter, types: Types) -> int:
    """The number of the first page: the default, else the minimum, else an example of 0, else 1."""
    if isinstance(parameter.default, int):
        return int(parameter.default)
    shape = _bare(parameter.shape, types)
    if isinstance(shape, model.Number) and shape.minimum in (0, 1):
        return int(shape.minimum or 0)
    return 0 if parameter.example.given and parameter.example.value == 0 else 1


# -- shapes


def _bare(shape: Shape, types: Types) -> Shape | model.Object:
    """The shape behind names and `null`; an object for the name of one."""
    for _ in range(20):
        if isinstance(shape, model.Named):
            found = types.get(shape.id)
            if found is None:
                return shape
            if isinstance(found, model.Object):
                return found
            shape = found.shape
        elif isinstance(shape, model.Union):
            others = [variant for variant in shape.variants if not isinstance(variant, model.Null)]
            if len(others) != 1:
                return shape
            shape = others[0]
        else:
            break
    return shape


def _is_integer(shape: Shape, types: Types) -> bool:
    """True for whole numbers; documents also write them as numbers, and as text."""
    bare = _bare(shape, types)
    return isinstance(bare, model.Number) or (isinstance(bare, model.Text) and not bare.format)


def _items(shape: Shape, types: Types) -> tuple[Path, Shape] | None:
    """The way to the list in a response and the shape of its items: the body, a field, or a field of a field."""
    bare = _bare(shape, types)
    if isinstance(bare, model.Array):
        return (), bare.items
    if not isinstance(bare, model.Object):
        return None
    own = [((field.name,), field.shape) for field in bare.fields]
    found = _best(own, types)
    if found is not None:
        return found
    inner = [
        ((field.name, deeper.name), deeper.shape)
        for field in bare.fields
        if isinstance(below := _bare(field.shape, types), model.Object) and _key(field.name) in _ENVELOPES
        for deeper in below.fields
    ]
    return _best(inner, types)


def _best(fields: Iterable[tuple[Path, Shape]], types: Types) -> tuple[Path, Shape] | None:
    """The list among fields: one with a name that lists have, else the only one."""
    lists = [(path, bare.items) for path, shape in fields if isinstance(bare := _bare(shape, types), model.Array)]
    for name in _LISTS:
        for path, item in lists:
            if _key(path[-1]) == name:
                return path, item
    return lists[0] if len(lists) == 1 else None


def _scalars(shape: Shape, types: Types) -> Iterator[tuple[Path, Shape]]:
    """The fields of a response that are neither lists nor objects, up to three levels down."""
    layer: list[tuple[Path, Shape]] = [((), shape)]
    for _ in range(3):
        below: list[tuple[Path, Shape]] = []
        for path, entry in layer:
            bare = _bare(entry, types)
            for field in bare.fields if isinstance(bare, model.Object) else ():
                inner = _bare(field.shape, types)
                if isinstance(inner, model.Object):
                    if _key(field.name) in _ENVELOPES:
                        below.append(((*path, field.name), field.shape))
                elif not isinstance(inner, model.Array):
                    yield (*path, field.name), field.shape
        layer = below


def _path(fields: Scalars, names: Sequence[str]) -> Path | None:
    """The way to the field of the first of these names; words of the objects around it count (`links.next`)."""
    keys = {_key(" ".join(path)): path for path in reversed(tuple(fields))}
    keys |= {_key(path[-1]): path for path in reversed(tuple(fields)) if len(path) == 1}
    return next((keys[name] for name in names if name in keys), None)


# -- names


def _key(name: str) -> str:
    return "".join(word.lower() for word in words.split(name))


def _first(query: Query, names: Iterable[str]) -> model.Parameter | None:
    return next((query[name] for name in names if name in query), None)


def _size(query: Query, types: Types) -> str:
    return next((query[name].name for name in _SIZE if name in query and _is_integer(query[name].shape, types)), "")


_PAGE = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pagecurrent", "p")
_OFFSET = ("offset", "pageoffset", "skip", "dollarskip", "startindex", "startat", "start")
_CURSOR_TEXT = """
cursor pagecursor nextcursor pagetoken nexttoken nextpagetoken continuationtoken continuetoken marker after pageafter
startingafter continue aftercursor position
"""
_CURSOR = tuple(_CURSOR_TEXT.split())
_SIZE_TEXT = """
perpage pagesize limit pagelimit size maxresults itemsperpage resultsperpage count top dollartop maxitems pageperpage
num rows take first max
"""
_SIZE = tuple(_SIZE_TEXT.split())
_NEXT_TOKEN_TEXT = """
nextcursor nexttoken nextpagetoken nextmarker continuationtoken nextcontinuationtoken endcursor cursornext cursorsafter
cursorsnext nextpagecursor cursor nextposition continue after
"""
_NEXT_TOKEN = tuple(
    f"{around}{name}"
    for name in _NEXT_TOKEN_TEXT.split()
    for around in ("", "meta", "metadata", "pagination", "paging", "responsemetadata", "pageinfo", "links", "page")
)
_LINKS_AROUND = """
odata atodata links link meta pagination paging metalinks metapagination metapaginationlinks
"""
_NEXT_LINK = tuple(
    f"{around}{name}"
    for name in ("nextlink", "nexturl", "nexturi", "nextpageurl", "nextpageuri", "nexthref", "nextpagelink", "next")
    for around in ("", *_LINKS_AROUND.split())
)
_TOTAL = tuple(
    f"{around}{name}"
    for name in ("totalcount", "total", "totalitems", "totalresults", "totalelements", "totalsize", "totalrecords")
    for around in ("", "meta", "metadata", "pagination", "paging", "page", "metapagination", "responsemetadata")
)
_ENVELOPES_TEXT = """
data result results response meta metadata pagination paging links link cursors cursor next embedded pageinfo
responsemetadata page body
"""
_ENVELOPES = frozenset(_ENVELOPES_TEXT.split())
_LISTS_TEXT = """
items data results values value records entries list elements rows content objects
"""
_LISTS = tuple(_LISTS_TEXT.split())

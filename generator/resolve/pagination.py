"""How lists are walked, recognised from the shapes of parameters and responses.

In: the parameters and the response of a woven operation, and the finished types. Out: `model.Pagination` or None.
Names are compared by their words (`per_page`, `perPage`, `page[size]`); a name alone never suffices: there must be a
list in the response, and whatever leads to the next piece must have the type for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from generator import draft, model
from generator.config import Paging
from generator.model import Pagination, Shape, TypeId
from generator.records import dataclass
from generator.resolve import paths, words

Types = Mapping[TypeId, model.Type]
Path = tuple[str, ...]
Settled = Paging | draft.Pagination
"""What a user, or a document, says of it."""


def recognised(
    method: str,
    path: str,
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
    found = _items(content.shape, path, types)
    if found is None:
        return None
    items_path, item = found
    seen = _List(items_path=items_path, item=item, fields=dict(_fields(content.shape, types)), types=types)
    return (
        _cursor(query, seen)
        or _link(query, seen)
        or _last_item(query, seen)
        or _page(query, seen)
        or _offset(query, seen)
        or _link_header(response, query, seen)
    )


def configured(paging: Settled, responses: Sequence[model.Response], types: Types) -> Pagination | None:
    """The pagination that is settled; None for `none`, and where the way to the items leads to no list."""
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
        last_path=paging.last,
        more_path=paging.more,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """The list in a response: the way to it, its items, and the fields of the response that are neither list nor
    object."""

    items_path: Path
    item: Shape
    fields: Mapping[Path, model.Field]
    types: Types

    def path(self, names: Sequence[str], *kinds: type[Shape]) -> Path:
        """The way to the field of the first of these names; () where there is none, or it is of another kind."""
        wanted = {
            path: field
            for path, field in self.fields.items()
            if not kinds or isinstance(_bare(field.shape, self.types), kinds)
        }
        return _path(wanted, names) or ()

    def is_url(self, path: Path) -> bool:
        """Whether the field at the end of the way holds a URL, by its format or by what is said of it."""
        field = self.fields[path]
        bare = _bare(field.shape, self.types)
        if isinstance(bare, model.Text) and bare.format:
            return bare.format in ("uri", "url", "uri-reference", "iri")
        return _LINK_WORDS.search(field.description) is not None

    @property
    def more(self) -> Path:
        return self.path(_MORE, model.Boolean)

    @property
    def total(self) -> Path:
        return self.path(_TOTAL)


def _cursor(query: Query, seen: _List) -> Pagination | None:
    """A token in the body that the next request hands back (`pageToken` and `nextPageToken`, AIP-158)."""
    parameter, path = _first(query, _CURSOR), seen.path(_NEXT_TOKEN)
    if parameter is None and path and "token" in query and _key(path[-1]).endswith("token"):
        parameter = query["token"]  # elsewhere a token is a credential
    if parameter is not None and not path:
        path = seen.path(("next", "pagingnext", "paginationnext"))
        path = path if path and not seen.is_url(path) else seen.path((_key(parameter.name),))
    if parameter is None or not path:
        return None
    if not isinstance(_bare(parameter.shape, seen.types), model.Text | model.Number):
        return None
    return Pagination(
        kind="cursor",
        items_path=seen.items_path,
        item=seen.item,
        parameter=parameter.name,
        size_parameter=_size(query, seen.types),
        next_path=path,
        more_path=seen.more,
        total_path=seen.total,
    )


def _link(query: Query, seen: _List) -> Pagination | None:
    """A URL in the body."""
    path = seen.path(_NEXT_LINK, model.Text)
    if not path:
        return None
    return Pagination(
        kind="link",
        items_path=seen.items_path,
        item=seen.item,
        next_path=path,
        size_parameter=next((query[name].name for name in _SIZE if name in query), ""),
        more_path=seen.more,
        total_path=seen.total,
    )


def _last_item(query: Query, seen: _List) -> Pagination | None:
    """The id of the last item that was seen; beside it the body says whether there are more (`has_more`)."""
    parameter = _first(query, _AFTER_ITEM if seen.more else _AFTER_ITEM[:1])
    item = _bare(seen.item, seen.types)
    fields = item.fields if isinstance(item, model.Object) else ()
    key = next((field.name for field in fields if _key(field.name) == "id"), "")
    if parameter is None or not key:
        return None
    return Pagination(
        kind="cursor",
        items_path=seen.items_path,
        item=seen.item,
        parameter=parameter.name,
        size_parameter=_size(query, seen.types),
        last_path=(key,),
        more_path=seen.more,
        total_path=seen.total,
    )


def _page(query: Query, seen: _List) -> Pagination | None:
    parameter = _first(query, _PAGE)
    if parameter is None or not _counts(parameter, seen.types):
        return None
    return Pagination(
        kind="page",
        items_path=seen.items_path,
        item=seen.item,
        parameter=parameter.name,
        size_parameter=_size(query, seen.types),
        first=_first_page(parameter, seen.types),
        more_path=seen.more,
        total_path=seen.total,
    )


def _offset(query: Query, seen: _List) -> Pagination | None:
    parameter = _first(query, _OFFSET)
    size = _size(query, seen.types)
    if parameter is None or not _counts(parameter, seen.types) or not (size or seen.total):
        return None
    return Pagination(
        kind="offset",
        items_path=seen.items_path,
        item=seen.item,
        parameter=parameter.name,
        size_parameter=size,
        more_path=seen.more,
        total_path=seen.total,
    )


def _link_header(response: model.Response, query: Query, seen: _List) -> Pagination | None:
    if not any(header.name.lower() == "link" for header in response.headers):
        return None
    size = next((query[name].name for name in _SIZE if name in query), "")
    return Pagination(kind="link", items_path=seen.items_path, item=seen.item, size_parameter=size)


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


def _counts(parameter: model.Parameter, types: Types) -> bool:
    """Whether a parameter takes a number of pages or items, and not a token by the name of one."""
    if not _is_integer(parameter.shape, types):
        return False
    is_text = isinstance(_bare(parameter.shape, types), model.Text)
    return not is_text or "token" not in parameter.description.lower()


def _collection(path: str) -> str:
    """What a path is about: `apps` in `/users/{id}/apps`."""
    static = [segment for segment in paths.segments(path) if not paths.placeholders(segment)]
    return _key(static[-1]) if static else ""


def _items(shape: Shape, path: str, types: Types) -> tuple[Path, Shape] | None:
    """The way to the list in a response and the shape of its items: the body, a field, or a field of a field.

    What a path that ends in a placeholder answers is one thing; a list inside that thing is a part of it.
    """
    collection = _collection(path)
    bare = _bare(shape, types)
    if isinstance(bare, model.Array):
        return (), bare.items
    if not isinstance(bare, model.Object):
        return None
    own = [((field.name,), field.shape) for field in bare.fields]
    found = _best(own, collection, types)
    if found is not None or path.endswith("}"):
        return found
    inner = [
        ((field.name, deeper.name), deeper.shape)
        for field in bare.fields
        if isinstance(below := _bare(field.shape, types), model.Object)
        and _key(field.name) in (*_ENVELOPES, collection)
        for deeper in below.fields
    ]
    return _best(inner, collection, types)


def _best(fields: Iterable[tuple[Path, Shape]], collection: str, types: Types) -> tuple[Path, Shape] | None:
    """The list among fields: one with a name that lists have, or the path's; else the only one, or that of objects."""
    lists = [
        (path, bare.items)
        for path, shape in fields
        if isinstance(bare := _bare(shape, types), model.Array) and _key(path[-1]) not in _NEVER
    ]
    for name in (*_LISTS, collection):
        for path, item in lists:
            if _key(path[-1]) == name:
                return path, item
    if len(lists) > 1:
        lists = [(path, item) for path, item in lists if _key(path[-1]) not in _BESIDE]
    if len(lists) > 1:
        lists = [(path, item) for path, item in lists if isinstance(_bare(item, types), model.Object)]
    return lists[0] if len(lists) == 1 else None


def _fields(shape: Shape, types: Types) -> Iterator[tuple[Path, model.Field]]:
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
                    yield (*path, field.name), field
        layer = below


def _path(fields: Iterable[Path], names: Sequence[str]) -> Path | None:
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
_TOKENS_AROUND = """
meta metadata pagination paging responsemetadata pageinfo links page tokenpagination
"""
_NEXT_TOKEN = tuple(f"{around}{name}" for name in _NEXT_TOKEN_TEXT.split() for around in ("", *_TOKENS_AROUND.split()))
_LINKS_AROUND = """
odata atodata links link meta pagination paging metalinks metapagination metapaginationlinks
"""
_NEXT_LINK = tuple(
    f"{around}{name}"
    for name in ("nextlink", "nexturl", "nexturi", "nextpageurl", "nextpageuri", "nexthref", "nextpagelink", "next")
    for around in ("", *_LINKS_AROUND.split())
)
_AFTER_ITEM = ("startingafter", "startafter", "after", "afterid", "lastid", "sinceid")
"""Parameters that name the last item seen; the first one says so by itself."""
_MORE = tuple(
    f"{around}{name}"
    for name in ("hasmore", "hasnextpage", "hasnext", "hasmoreitems", "hasmoreresults", "hasmorepages")
    for around in ("", "meta", "metadata", "pagination", "paging", "pageinfo", "page")
)
_NEVER = frozenset(("unreachable", "warnings", "errors"))
_BESIDE = frozenset(("included", "links", "messages", "facets", "aggregations"))
"""Lists that no response is about, and those that stand beside the one it is about, if there is another."""
_LINK_WORDS = re.compile(r"\b(ur[li]|link|href)s?\b", re.IGNORECASE)
_TOTAL = tuple(
    f"{around}{name}"
    for name in ("totalcount", "total", "totalitems", "totalresults", "totalelements", "totalsize", "totalrecords")
    for around in ("", "meta", "metadata", "pagination", "paging", "page", "metapagination", "responsemetadata")
)
_ENVELOPES_TEXT = """
data result results response meta metadata pagination paging links link cursors cursor next embedded pageinfo
responsemetadata page body tokenpagination
"""
_ENVELOPES = frozenset(_ENVELOPES_TEXT.split())
_LISTS_TEXT = """
items data results values value records entries list elements rows content objects edges nodes
"""
_LISTS = tuple(_LISTS_TEXT.split())

"""Placeholders and URLs: `/groups/GROUP_ID`, `/groups/:id`, `/groups/{guild.id}` -> one template.

In: a path or URL as a page writes it, and the styles of placeholder its site uses. Out: the path with `{name}`
placeholders, the server in front of it, and what each placeholder was called on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote_plus

from generator.readers.pages.patterns import VARIABLE
from generator.records import dataclass

_SERVER = re.compile(r"((?:https?|http\(s\))://[^/\s?#]*)(.*)", re.DOTALL)
_ANY_SCHEME = re.compile(r"//[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?/")
"""A URL that leaves its scheme to the page that it stands on (RFC 3986 §4.2)."""
_VARIABLE = re.compile(rf"\A(?:{VARIABLE})(?=/)")
_STYLES: Mapping[str, str] = {
    "colon": r"(?<=[/.,;@$-]):(?P<colon>(?<=/:)[A-Za-z_]\w*(?:-[A-Za-z]\w*)+(?=/|\Z)|[A-Za-z_]\w*)",
    "braces": r"\{(?P<braces>[^{}/?#]+)(?:[#/][^{}\s]*)?\}",
    "angles": r"<(?P<angles>[^<>/?#]+)>",
    "brackets": r"\[(?P<brackets>[^\[\]/?#\s]+)\]",
    "parentheses": r"(?<=/)\((?P<parentheses>[\w-][^()/?#.]*)\)",
    "stars": r"(?<=/)\*(?P<stars>[A-Za-z_]\w*)(?=[/?]|\Z)",
    "upper case": r"(?P<upper>(?<![A-Za-z0-9%{_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![A-Za-z0-9_-]))",
}
_OPTIONAL_END = re.compile(r"(?:\[[./][^\[\]\s]*\]|\([./][^()\s]*\))\Z")
"""What may be left off: `/archive[.format]`, as Rails prints it `/archive(.:format)`."""
_OPTIONAL_STEPS = re.compile(r"\(([*:][A-Za-z_]\w*/)\)")
"""Steps in the middle that may be left out, as Rails prints them: `/files(*folder/):name`."""
_NUMBERED = re.compile(r"(/([A-Za-z][\w-]*[A-Za-z]s)/)[0-9]+(?=[/.]|\Z)")
_PLAIN_URL = re.compile(r"https?://[\w.-]+(?::[0-9]+)?(?:/[\w.~%@:+-]*)*")
_CONVERTER = re.compile(
    r"(?:str|string|int|integer|float|number|bool|boolean|uuid|slug|path|any):(?=\w)", re.IGNORECASE
)
"""The type in front of a placeholder's name, as frameworks write it: `<int:id>`, `(string:slug)`."""
_WORD = re.compile(r"[^A-Za-z0-9]+")
_NOT_NAME = re.compile(r"[^\w$-]+")
_EDGES = re.compile(r"\A[^\w$-]+|[^\w$-]+\Z")
_VALUE = re.compile(r"(?:[0-9]+|[0-9a-f]{8,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27,})\Z")


@dataclass(frozen=True, slots=True)
class Template:
    """A path with `{name}` placeholders.

    Attributes:
        server: What stands before the path; "" where the page gives the path alone.
        written: For each placeholder, in order, how the page writes it and its name.
        query: Names and values that the page writes after `?`, in order.
        left_off: What may stand at the end of the path, as the page writes it, and is not in `path`.
    """

    path: str
    server: str = ""
    written: tuple[tuple[str, str], ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    left_off: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its placeholders, in order."""
        return tuple(name for _, name in self.written)


def template(url: str, server: str, styles: Sequence[str], naming: Mapping[str, str]) -> Template:
    """Read a path or URL.

    Args:
        url: As the page writes it.
        server: The site's own server, taken off the front where it stands there.
        styles: The styles of placeholder to look for, as `profile.PLACEHOLDER_STYLES` calls them.
        naming: How a placeholder of a style becomes a name: `same`, `camel` or `snake`.
    """
    base, path = split_server(url.strip(), server)
    path, _, query = path.partition("?")
    path = path.partition("#")[0] if "{" not in path else path
    end = _OPTIONAL_END.search(path)
    left_off = end[0] if end and end.start() else ""
    path = path.removesuffix(left_off)
    written: list[tuple[str, str]] = []
    styles_of = {_group(style): style for style in styles}

    def put(found: re.Match[str]) -> str:
        group = found.lastgroup or ""
        if found[group].startswith("@"):
            return found[group]  # a fixed word, as in {@me}
        name = _named(found[group], naming.get(styles_of[group], "same"))
        if (found[group], name) not in written:
            written.append((found[group], name))
        return "{" + name + "}"

    path = _OPTIONAL_STEPS.sub(r"\1", path)
    if styles:
        path = _placeholder(tuple(styles)).sub(put, path)
    path = "/" + path.strip("/") + ("/" if path.endswith("/") and len(path) > 1 else "")
    return Template(path=path, server=base, written=tuple(written), query=query_pairs(query), left_off=left_off)


@lru_cache
def _placeholder(styles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_STYLES[style] for style in styles))


def split_server(url: str, server: str) -> tuple[str, str]:
    """The server and the path of a URL; the server is "" for a path alone.

    Both a path alone and a URL on another host may begin with the path of the server.
    """
    server = server.rstrip("/")
    if server and url.startswith(server):
        return server, url[len(server) :] or "/"
    within = _SERVER.match(server)
    base = within[2] if within else ""
    url = _VARIABLE.sub("", f"https:{url}" if _ANY_SCHEME.match(url) else url)
    found = _SERVER.match(url)
    if found:
        base = base if found[2].startswith(f"{base}/") else ""
        return f"{found[1]}{base}", found[2][len(base) :] or "/"
    return "", url.removeprefix(base) if base and url.startswith(base + "/") else url


def query_pairs(query: str) -> tuple[tuple[str, str], ...]:
    """The names and values of a query string, decoded."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    return tuple((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs)


def generalise(path: str, known: Sequence[str], names: Sequence[str]) -> str | None:
    """The template of a path that a sample gives with values in it.

    Args:
        path: `/projects/5/keys/13/enable`.
        known: Templates from the same page; the longest that fits the start says which steps are values.
        names: Names that the operation's own table gives to path parameters, in order.

    Returns:
        `/projects/{id}/keys/{key_id}/enable`; None where a step looks like a value and nothing names it.
    """
    steps = path.split("/")
    whole = next((template_path for template_path in known if _is_call(template_path.split("/"), steps)), None)
    if whole:
        return whole
    best: list[str] = []
    for template_path in known:
        parts = template_path.split("/")
        fits = 0
        while fits < min(len(parts), len(steps)) and _fits(parts[fits], steps[fits]):
            fits += 1
        if fits > len(best):
            best = parts[:fits]
    used = [part[1:-1] for part in best if part.startswith("{")]
    left = [name for name in names if name not in used]
    result = list(best)
    for step in steps[len(best) :]:
        if not _VALUE.match(step):
            result.append(step)
        elif left:
            result.append("{" + left.pop(0) + "}")
        else:
            return None
    return "/".join(result)


def is_call(path: str, url: str) -> bool:
    """Whether a URL may be a call of the template `path`: their steps agree from the end."""
    parts, steps = path.strip("/").split("/"), url.partition("?")[0].strip("/").split("/")
    return len(parts) <= len(steps) and all(
        part == step or "{" in part for part, step in zip(reversed(parts), reversed(steps), strict=False)
    )


class Calls:
    """Which calls there may be: those of the templates that have been added. It is quick however many they are."""

    def __init__(self) -> None:
        self._fixed: dict[tuple[str, tuple[bool, ...]], set[tuple[str, ...]]] = {}

    def add(self, method: str, path: str) -> None:
        """Take calls of the template `path`."""
        parts = path.strip("/").split("/")[::-1]
        holes = tuple("{" in part for part in parts)
        self._fixed.setdefault((method, holes), set()).add(tuple(part for part in parts if "{" not in part))

    def have(self, method: str, url: str) -> bool:
        """Whether a URL may be a call of one of them, as `is_call` tells it."""
        steps = url.partition("?")[0].strip("/").split("/")[::-1]
        return any(
            method == known
            and len(holes) <= len(steps)
            and tuple(step for step, hole in zip(steps, holes, strict=False) if not hole) in fixed
            for (known, holes), fixed in self._fixed.items()
        )


def is_plain(url: str) -> bool:
    """Whether a text is a URL with nothing in it that stands for something else."""
    return _PLAIN_URL.fullmatch(url) is not None


def server_of(path: str, url: str) -> str:
    """What stands before the template `path` in a URL that calls it; "" where it is no such call or no plain URL."""
    url = url.partition("?")[0].rstrip("/")
    if not _PLAIN_URL.fullmatch(url) or not is_call(path, url):
        return ""
    base = url.rsplit("/", len(path.strip("/").split("/")))[0]
    return base if _PLAIN_URL.fullmatch(base) else ""


def has_values(path: str) -> bool:
    """Whether a step of a path looks like a value: a number, or a long identifier."""
    return any(_VALUE.match(step) for step in path.split("/"))


def without_values(path: str) -> str:
    """The path with placeholders for numbers behind words in the plural: `/cups/{cup_id}.json` for `/cups/7.json`."""
    return _NUMBERED.sub(lambda found: f"{found[1]}{{{_singular(found[2])}_id}}", path)


def _singular(word: str) -> str:
    word = word.lower().replace("-", "_")
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _fits(part: str, step: str) -> bool:
    return part == step or (part.startswith("{") and part.endswith("}") and bool(_VALUE.match(step)))


def _is_call(parts: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether the steps are the template with values in it: escaped ones, or ones that fixed steps come after."""
    fixed = [index for index, part in enumerate(parts) if not part.startswith("{")]
    return len(parts) == len(steps) and all(
        part == step or (index not in fixed and bool(step) and (_VALUE.match(step) or "%" in step or index < fixed[-1]))
        for index, (part, step) in enumerate(zip(parts, steps, strict=True))
    )


def _group(style: str) -> str:
    return "upper" if style == "upper case" else style


def _named(written: str, naming: str) -> str:
    written = _CONVERTER.sub("", written.lstrip(":")).partition(":")[0]  # behind a colon stands a type: `{id:int}`
    if naming == "camel":
        words = [word for word in _WORD.split(written) if word]
        words = [word.lower() if word.isupper() else word for word in words]
        return "".join(word if index == 0 else word[:1].upper() + word[1:] for index, word in enumerate(words))
    if naming == "snake":
        return "_".join(word.lower() for word in _WORD.split(written) if word)
    return _NOT_NAME.sub("_", _EDGES.sub("", written)) or written

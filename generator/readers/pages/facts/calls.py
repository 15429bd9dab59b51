"""The sample calls of an entry, and what they show: names in queries, files, methods that send data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Origin
from generator.readers.pages.blocks import Code
from generator.readers.pages.notation import curl, urls
from generator.readers.pages.sections import Part

_SENDING = ("POST", "PUT", "PATCH")


class SampleCalls:
    """All sample calls in the parts of an entry.

    Attributes:
        files: The fields in which one of them sends a file (`--form file=@name`).
        uploads: Those of these fields that are sent as files, not as their text (`--form text=<name`).
        sending: The methods of those that send data.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        samples = [block for part in parts for block in part.blocks if isinstance(block, Code)]
        self._all = tuple((call, code.origin) for code in samples for call in curl.read_all(code.text))
        self.files = frozenset(name for call, _ in self._all for name in _files(call))
        self.uploads = frozenset(
            word.partition("=")[0] for call, _ in self._all for word in call.form if word.partition("=")[2][:1] == "@"
        )
        self.sending = frozenset(call.method for call, _ in self._all if call.data is not None or call.form)

    def of(self, method: str, path: str) -> tuple[tuple[curl.Call, Origin], ...]:
        """The calls with that method: those of the template `path`, where any are.

        One that sends something without saying its method is of any that sends; so is one that calls that path with
        another method, where none has the method: a slip of the page.
        """
        sends = method in _SENDING
        found = tuple(
            (call, origin)
            for call, origin in self._all
            if call.method == method or (sends and call.implied and call.method in _SENDING)
        )
        if sends and not found:
            found = tuple(
                (call, origin) for call, origin in self._all if call.method in _SENDING and urls.is_call(path, call.url)
            )
        return tuple((call, origin) for call, origin in found if urls.is_call(path, call.url)) or found

    def of_any(self, routes: Iterable[tuple[str, str]]) -> frozenset[curl.Call]:
        """The calls of any of these methods and templates; without any, those of the templates; without these, all.

        Others may show how to come by credentials, or belong to another operation.
        """
        routes = tuple(routes)
        everything = frozenset(call for call, _ in self._all)
        of_paths = frozenset(call for call in everything if any(urls.is_call(path, call.url) for _, path in routes))
        methods = {method for method, _ in routes}
        return frozenset(call for call in of_paths if call.method in methods) or of_paths or everything

    def names(self) -> tuple[str, ...]:
        """Names in the query strings: they tell where a glued row's name ends."""
        queries = (call.url.partition("?")[2] for call, _ in self._all if "?" in call.url)
        return tuple(dict.fromkeys(name for query in queries for name, _ in urls.query_pairs(query)))


def _files(call: curl.Call) -> Iterator[str]:
    for word in call.form:
        name, _, value = word.partition("=")
        if value.startswith("@") or (value.startswith("<") and not value.endswith(">")):  # not <your_token>
            yield name

"""Where the operations of a page are: the template of each route, the page's servers, and what stands elsewhere.

In: the routes of a page, as URLs or paths, and its sample calls. Out: servers of the whole page, and of the operations
that stand on none of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.diagnostics import Origin
from generator.draft import Server
from generator.readers.pages.blocks import Code
from generator.readers.pages.notation import curl, urls
from generator.readers.pages.profile import Profile
from generator.readers.pages.sections import FoundRoute, Page

Called = tuple[str, str]
"""Method and template of an operation."""


@lru_cache(maxsize=4096)
def template(route: FoundRoute, profile: Profile) -> urls.Template:
    """What the URL of a route says, in the placeholders of the site."""
    return urls.template(route.url, profile.server, profile.placeholders, profile.placeholder_names)


def servers(page: Page, profile: Profile, document: str) -> tuple[Server, ...]:
    """The servers of all operations: the one that the profile names, or that most URLs stand on, or most samples call.

    Others follow where an operation stands on one of them and on the first.
    """
    routed = _bases(page, profile)
    own = _own(routed, profile)
    found = {own: Origin(document)} if own else {}
    for bases in routed.values():
        if own in bases or "" in bases:
            found |= {base: origin for base, origin in bases.items() if base and base not in found and "{" not in base}
    if own and (at := next((bases[own] for bases in routed.values() if own in bases), None)):
        found[own] = at
    if not found and (called := list(_called_servers(page, profile))):
        [(usual, _)] = Counter(base for base, _ in called).most_common(1)
        found[usual] = dict(reversed(called))[usual]
    return tuple(Server(origin=origin, url=url) for url, origin in found.items())


def elsewhere(page: Page, profile: Profile) -> Mapping[Called, Server]:
    """The operations that do not stand on the page's server, and where they are.

    Of a site whose server is known, hosts are many, where everybody may run one: there the path below the host tells.
    """
    routed = _bases(page, profile)
    own = _own(routed, profile)
    shown: dict[Called, tuple[str, Origin]] = {}
    for called, bases in routed.items():
        base, origin = next(iter(bases.items()))
        if base and own and own not in bases and "" not in bases and "{" not in base:
            shown[called] = base, origin
    if profile.server:
        shown = {called: at for called, at in shown.items() if _path(at[0]) != _path(own)}
    return {called: Server(origin=origin, url=base) for called, (base, origin) in shown.items()}


def steps_before(path: str, urls_called: Iterable[str], profile: Profile) -> str:
    """The steps that sample calls have between the site's server and the template `path`, as in `/projects`.

    "" where one of the calls has none, where they differ, or where the site's server is not known.
    """
    below = "/" + _path(profile.server).strip("/")
    bases = (urls.server_of(path, url) for url in urls_called)
    steps = {"/" + _path(base).strip("/") for base in bases if base}
    if not profile.server or len(steps) != 1:
        return ""
    [found] = steps
    return found.removeprefix(below) if found.startswith(below.rstrip("/") + "/") else ""


def _own(routed: Mapping[Called, Mapping[str, Origin]], profile: Profile) -> str:
    """The server of a page with operations on these; "" where no URL tells it."""
    bases = [base for bases in routed.values() for base in bases]
    if profile.server and not all(bases):
        return profile.server.rstrip("/")
    told = Counter(base for base in bases if base)
    return told.most_common(1)[0][0] if told else ""


def _bases(page: Page, profile: Profile) -> dict[Called, dict[str, Origin]]:
    """The servers that each operation's URLs stand on, with their places; "" where the page gives its path alone."""
    found: dict[Called, dict[str, Origin]] = {}
    for route in (route for entry in page.entries for route in entry.routes):
        made = template(route, profile)
        found.setdefault((route.method, made.path), {}).setdefault(made.server, route.origin)
    return found


def _path(url: str) -> str:
    """The path below the host."""
    return url.partition("://")[2].partition("/")[2]


def _called_servers(page: Page, profile: Profile) -> Iterator[tuple[str, Origin]]:
    """The server of each sample call of a path that the page describes."""
    for entry in page.entries:
        templates = [template(route, profile).path for route in entry.routes if not route.sample]
        for code in (block for part in entry.parts for block in part.blocks if isinstance(block, Code)):
            for call in curl.read_all(code.text):
                for path in templates:
                    if base := urls.server_of(path, call.url):
                        yield base, code.origin

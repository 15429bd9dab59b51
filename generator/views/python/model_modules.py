"""Where the API's types stand: in one module `models.py`, or, where they are many, in a package of that name.

In: an `Api`. Out: the jobs. Either way they are reached as `models.Group`. In a package each module is loaded when one
of its types is first asked for. A type's module follows from the first words of its name.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator import model
from generator.artifact import Job
from generator.encoders.python import PythonText, literal
from generator.records import dataclass
from generator.views.python.models import NO_USES, ModelsView, Part, Uses, depends, models_view
from generator.views.python.names import ANNOTATION_NAMES, module_name, words
from generator.views.python.prose import api_title
from generator.views.python.types import class_names
from generator.views.python.xml_marks import MODULE

_MOST_IN_A_MODULE = 250
_FEWEST_IN_A_MODULE = 10
_REST = "common"
_BASE = (".._runtime.model", "ApiModel")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    """A module of the package and the names in it."""

    name: PythonText
    members: tuple[PythonText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    """The package's `__init__.py`; `homes` are pairs of a type's name and its module's, as literals."""

    doc: str
    modules: tuple[ModuleView, ...]
    homes: tuple[tuple[PythonText, PythonText], ...]


def models_jobs(
    api: model.Api,
    folder: PurePosixPath,
    *,
    constraints: bool = False,
    closed: bool = False,
    uses: Uses = NO_USES,
) -> tuple[Job, ...]:
    """The jobs for the API's types.

    Args:
        folder: The package that they stand in; its `_runtime.model` has their base class.
        constraints, closed, uses: As in `models_view`.
    """
    template = "python/models.py.jinja"
    if len(api.types) <= _MOST_IN_A_MODULE:
        view = models_view(api, constraints=constraints, closed=closed, uses=uses)
        return (Job(template=template, path=folder / "models.py", view=view),)
    modules = _modules(api)
    return (
        Job(
            template="python/models_package.py.jinja",
            path=folder / "models" / "__init__.py",
            view=_package(api, modules.parts),
        ),
        *(
            Job(
                template=template,
                path=folder / "models" / f"{part.home}.py",
                view=modules.view(part, constraints=constraints, closed=closed, uses=uses),
            )
            for part in modules.parts
        ),
    )


def xml_job(folder: PurePosixPath) -> Job:
    """The job for the part of the runtime that bodies in XML need."""
    return Job(template=f"python/runtime/{MODULE}.py", path=folder / "_runtime" / f"{MODULE}.py")


class _Modules:
    """The modules of the package. Most of them are the same in every target, and are made for the first one."""

    def __init__(self, api: model.Api) -> None:
        self.parts = _parts(api)
        self._api = api
        self._shared: dict[str, ModelsView] = {}

    def view(self, part: Part, *, constraints: bool, closed: bool, uses: Uses) -> ModelsView:
        entries = [self._api.types[type_id] for type_id in part.members]
        if any(depends(entry, constraints=constraints, closed=closed, uses=uses) for entry in entries):
            return models_view(self._api, base=_BASE, constraints=constraints, closed=closed, uses=uses, part=part)
        if part.home not in self._shared:
            self._shared[part.home] = models_view(self._api, base=_BASE, part=part)
        return self._shared[part.home]


_modules = functools.lru_cache(maxsize=1)(_Modules)


def _parts(api: model.Api) -> tuple[Part, ...]:
    homes, names = _homes(api.types), class_names(api)
    members: dict[str, list[model.TypeId]] = {}
    for type_id, home in homes.items():
        members.setdefault(home, []).append(type_id)
    return tuple(
        Part(
            home=home,
            members=tuple(members[home]),
            homes=homes,
            names=names,
            others=frozenset(f".{other}" for other in members if other != home),
        )
        for home in sorted(members)
    )


def _homes(types: Iterable[model.TypeId]) -> dict[model.TypeId, str]:
    """The module of each type: its name's first word, as many words as it takes to keep modules small."""
    homes: dict[model.TypeId, str] = {}
    _settle({type_id: words(type_id) for type_id in types}, 1, (), homes)
    return homes


def _settle(
    names: Mapping[model.TypeId, tuple[str, ...]], depth: int, prefix: tuple[str, ...], homes: dict[model.TypeId, str]
) -> None:
    groups: dict[tuple[str, ...], dict[model.TypeId, tuple[str, ...]]] = {}
    for type_id, parts in names.items():
        groups.setdefault(parts[:depth], {})[type_id] = parts
    for group, members in groups.items():
        if len(members) > _MOST_IN_A_MODULE and any(len(parts) > depth for parts in members.values()):
            _settle(members, depth + 1, group, homes)
        else:
            small = len(members) < _FEWEST_IN_A_MODULE
            homes |= dict.fromkeys(members, _module((prefix or (_REST,)) if small else group))


def _module(parts: tuple[str, ...]) -> str:
    """A module's name; it becomes an attribute of the package and must not hide what its `__init__.py` uses."""
    name = str(module_name(parts))
    return f"{name}_" if name in ANNOTATION_NAMES | {"importlib", "typing"} else name


def _package(api: model.Api, parts: tuple[Part, ...]) -> PackageView:
    return PackageView(
        doc=f"The data types of the {api_title(api)}; their modules are loaded when they are needed.",
        modules=tuple(
            ModuleView(
                name=PythonText(part.home), members=tuple(sorted(part.names[type_id] for type_id in part.members))
            )
            for part in parts
        ),
        homes=tuple(
            sorted((literal(part.names[type_id]), literal(part.home)) for part in parts for type_id in part.members)
        ),
    )

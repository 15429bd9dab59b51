"""`Api` -> the jobs of the Python client: an installable project with a sync and an async client.

In: an `Api` and a target. Out: `Job`s below `client/`. What is the same for every API is hand-written in
`templates/python-client/package/` and copied; printed are the types, a module a resource, the client, its tests.

* `resources` - a module a resource: its operations, and their methods on a sync and an async class
* `project` - the package's front door and its metadata
* `readme` - the README and its samples
* `tests` - a call of every operation
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.artifact import Job
from generator.config import Target
from generator.diagnostics import Report
from generator.model import Alias, Api, Shape, TypeId
from generator.views.python.credentials import credentials
from generator.views.python.exchange import xml_contents
from generator.views.python.model_modules import models_jobs, xml_job
from generator.views.python.models import Uses, named_in, types_in
from generator.views.python.surface import package_name, surface
from generator.views.python_client.project import client_view, project_view
from generator.views.python_client.readme import readme_view
from generator.views.python_client.resources import resource_view
from generator.views.python_client.tests import conftest_view, tests_view

FOLDER = PurePosixPath("client")
_PACKAGE = "python-client/package"
_STATIC = (
    "errors.py",
    "py.typed",
    "_runtime/__init__.py",
    "_runtime/auth.py",
    "_runtime/files.py",
    "_runtime/not_given.py",
    "_runtime/operation.py",
    "_runtime/paging.py",
    "_runtime/reading.py",
    "_runtime/requests.py",
    "_runtime/responses.py",
    "_runtime/retries.py",
    "_runtime/streams.py",
    "_runtime/styles.py",
    "_runtime/transport.py",
)


def plan(api: Api, target: Target, report: Report) -> tuple[Job, ...]:
    """The files of the client."""
    package = package_name(api, target.package)
    faces = surface(api, package)
    secrets = credentials(api, package, report)
    source, tests = FOLDER / "src" / package, FOLDER / "tests"
    resources = [
        Job(
            template=f"{_PACKAGE}/resources/resource.py.jinja",
            path=source / "resources" / f"{resource.module}.py",
            view=resource_view(resource, api),
        )
        for resource in faces.walk()
    ]
    calls = [
        Job(
            template="python-client/tests/test_resource.py.jinja",
            path=tests / _test_file(resource.module),
            view=tests_view(resource, faces, package),
        )
        for resource in faces.walk()
        if resource.methods
    ]
    project = project_view(api, package)
    client = client_view(api, package, faces, secrets)
    in_xml = [content for operation in api.operations for content in xml_contents(operation)]
    return (
        Job(template="python-client/pyproject.toml.jinja", path=FOLDER / "pyproject.toml", view=project),
        Job(
            template="python-client/README.md.jinja",
            path=FOLDER / "README.md",
            view=readme_view(api, package, faces, secrets),
        ),
        Job(template=f"{_PACKAGE}/__init__.py.jinja", path=source / "__init__.py", view=client),
        Job(template=f"{_PACKAGE}/_client.py.jinja", path=source / "_client.py", view=client),
        *models_jobs(api, source, uses=Uses(in_xml=types_in(api, in_xml), with_files=_of_parts(api))),
        Job(template="python/runtime/model.py", path=source / "_runtime" / "model.py"),
        *((xml_job(source),) if in_xml else ()),
        *(Job(template=f"{_PACKAGE}/{name}", path=source / name) for name in _STATIC),
        Job(template=f"{_PACKAGE}/resources/__init__.py", path=source / "resources" / "__init__.py"),
        *resources,
        Job(
            template="python-client/tests/conftest.py.jinja",
            path=tests / "conftest.py",
            view=conftest_view(api, package, target.server, faces, secrets),
        ),
        *calls,
    )


def _test_file(module: str) -> str:
    """The tests of a resource; `test_server.py` are the server's own, and pytest takes both in one run."""
    return f"test_{module}_.py" if module == "server" else f"test_{module}.py"


def _of_parts(api: Api) -> frozenset[TypeId]:
    """The types whose properties are parts of a multipart body."""
    bodies = (operation.body for operation in api.operations if operation.body is not None)
    contents = (content for body in bodies for content in body.contents if content.kind == "multipart")
    return frozenset(name for content in contents for name in _objects(api, content.shape))


def _objects(api: Api, shape: Shape) -> Iterator[TypeId]:
    """The objects that a shape can be."""
    todo, seen = [*named_in(shape)], set[TypeId]()
    while todo:
        entry = api.types[todo.pop()]
        if isinstance(entry, Alias) and entry.id not in seen:
            seen.add(entry.id)
            todo += named_in(entry.shape)
        elif not isinstance(entry, Alias):
            yield entry.id

"""The FastAPI server: an installable project with typed handlers to subclass, made from an `Api`.

In: an `Api` and the target's settings. Out: the jobs of `templates/fastapi-server`. How files
are printed is not known here.

* `layout` - resources as modules and classes, operations as methods and arguments: every name, settled once
* `handlers` - the classes that users subclass
* `routes` - the table that says where each argument stands in a request, and what is answered
* `responses` - which status means success, and where an error's body has its message
* `examples` - the answers of operations that nobody has implemented
* `project` - what stands around the code: metadata, README, security schemes
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator import model
from generator.artifact import Job
from generator.config import Target
from generator.diagnostics import Report
from generator.views.fastapi_server.examples import examples_view
from generator.views.fastapi_server.handlers import handler_view
from generator.views.fastapi_server.layout import Layout, lay_out
from generator.views.fastapi_server.project import ProjectView, project_view
from generator.views.fastapi_server.routes import routes_view
from generator.views.python.model_modules import models_jobs, xml_job
from generator.views.python.models import Uses, types_in

_FOLDER = PurePosixPath("server")
_RUNTIME = (
    "__init__",
    "adapters",
    "answers",
    "application",
    "bodies",
    "context",
    "documentation",
    "engine",
    "operation",
    "parameters",
    "problems",
    "routing",
    "security",
)


def plan(api: model.Api, target: Target, report: Report) -> tuple[Job, ...]:
    """The jobs of the server project.

    Args:
        target: Its `package` names the Python package; the API's name with `_server` where it is empty.
        report: Gets a finding for each operation that another one with the same method and path can hide.
    """
    layout = lay_out(api, target.package, report)
    project = project_view(api, layout)
    in_xml = [content for operation in api.operations for content in _contents(operation) if content.kind == "xml"]
    xml = (xml_job(_FOLDER / "src" / layout.package),) if in_xml else ()
    return (*_around(project, layout), *xml, *_package(api, layout, project, Uses(in_xml=types_in(api, in_xml))))


def _contents(operation: model.Operation) -> Iterator[model.Content]:
    """All bodies of an operation, of requests and of answers."""
    yield from operation.body.contents if operation.body is not None else ()
    for response in operation.responses:
        yield from response.contents


def _around(project: ProjectView, layout: Layout) -> Iterator[Job]:
    """The files outside the package."""
    for template, name in (
        ("pyproject.toml", "pyproject.toml"),
        ("README.md", "README.md"),
        ("tests/test_server.py", "tests/test_server.py"),
    ):
        yield Job(template=f"fastapi-server/{template}.jinja", path=_FOLDER / name, view=project)
    source = _FOLDER / "src" / layout.package
    for name in ("__main__.py", "py.typed"):
        yield Job(template=f"fastapi-server/package/{name}", path=source / name)
    for name in _RUNTIME:
        yield Job(template=f"fastapi-server/package/_runtime/{name}.py", path=source / "_runtime" / f"{name}.py")
    yield Job(template="python/runtime/model.py", path=source / "_runtime" / "model.py")


def _package(api: model.Api, layout: Layout, project: ProjectView, uses: Uses) -> Iterator[Job]:
    """The files of the package that depend on the API."""
    source = _FOLDER / "src" / layout.package
    for name in ("__init__", "app", "security", "handlers/__init__", "routes/__init__"):
        yield Job(template=f"fastapi-server/package/{name}.py.jinja", path=source / f"{name}.py", view=project)
    yield Job(template="fastapi-server/package/custom.py.jinja", path=source / "custom.py", view=project, once=True)
    yield from models_jobs(api, source, constraints=True, closed=True, uses=uses)
    for resource in layout.resources:
        views = {
            "handlers": handler_view(api, layout, resource),
            "routes": routes_view(api, layout, resource),
        }
        for folder, view in views.items():
            yield Job(
                template=f"fastapi-server/package/{folder}/resource.py.jinja",
                path=source / folder / f"{resource.module}.py",
                view=view,
            )
        yield Job(
            template="fastapi-server/package/examples/resource.json.jinja",
            path=source / "examples" / f"{resource.module}.json",
            view=examples_view(resource),
        )

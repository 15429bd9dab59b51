"""What stands around the code of the server: metadata, README, the application, security schemes.

In: an `Api` and its layout. Out: `ProjectView`.
"""

from __future__ import annotations

import re

from generator import model
from generator.encoders.markdown import MarkdownText
from generator.encoders.python import Code, PythonText, literal
from generator.records import dataclass
from generator.views.fastapi_server.layout import Layout, Resource
from generator.views.python.prose import first_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """A security scheme: its name, and the call that describes it."""

    name: str
    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """An operation that the README shows how to implement."""

    module: MarkdownText
    attribute: MarkdownText
    class_name: MarkdownText
    method: MarkdownText
    arguments: MarkdownText


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """The project as a whole; `modules` are its resources in the order in which they are imported."""

    package: PythonText
    package_text: MarkdownText
    distribution: str
    version: str
    release: str
    title: str
    spoken: str
    summary: str
    description: str
    doc: str
    source_folder: str
    source_text: MarkdownText
    has_forms: bool
    resources: tuple[Resource, ...]
    modules: tuple[Resource, ...]
    module_list: Code
    schemes: tuple[SchemeView, ...]
    sample: SampleView | None


def project_view(api: model.Api, layout: Layout) -> ProjectView:
    """The view that all files of the project share."""
    title = api.title or api.name
    spoken = title if title.lower().endswith("api") else f"{title} API"
    folder = f"src/{layout.package}"
    modules = tuple(sorted(layout.resources, key=lambda resource: resource.module))
    return ProjectView(
        package=layout.package,
        package_text=MarkdownText(layout.package),
        distribution=str(layout.package).replace("_", "-").strip("-") or "server",
        version=api.version or "0",
        release=_release(api.version),
        title=title,
        spoken=spoken,
        summary=f"A FastAPI server for the {first_sentence(spoken)}",
        description=api.description.strip(),
        doc=f"A server for the {spoken}; `create_app` makes the FastAPI application.",
        source_folder=folder,
        source_text=MarkdownText(folder),
        has_forms=any(_has_form(operation) for operation in api.operations),
        resources=layout.resources,
        modules=modules,
        module_list=Code(", ".join(resource.module for resource in modules)),
        schemes=tuple(SchemeView(name=scheme.name, code=_scheme(scheme)) for scheme in api.security_schemes),
        sample=_sample(layout),
    )


def _has_form(operation: model.Operation) -> bool:
    return operation.body is not None and any(content.kind == "multipart" for content in operation.body.contents)


def _scheme(scheme: model.SecurityScheme) -> Code:
    texts = {
        "kind": scheme.kind,
        "scheme": scheme.scheme if scheme.kind == "http" else "",
        "place": scheme.place,
        "parameter": scheme.parameter,
        "description": scheme.description.strip(),
        "openid_url": scheme.openid_url,
    }
    settings = [f"{key}={literal(text)}" for key, text in texts.items() if text]
    if scheme.flows:
        settings.append(f"flows={literal({flow.kind: _flow(flow) for flow in scheme.flows})}")
    return Code(f"Scheme({', '.join(settings)})")


def _flow(flow: model.Flow) -> dict[str, object]:
    """A flow as OpenAPI writes it."""
    urls = {
        "authorizationUrl": flow.authorization_url,
        "tokenUrl": flow.token_url,
        "refreshUrl": flow.refresh_url,
        "deviceAuthorizationUrl": flow.device_authorization_url,
    }
    return {**{key: url for key, url in urls.items() if url}, "scopes": dict(flow.scopes)}


def _sample(layout: Layout) -> SampleView | None:
    """The first operation, shown with its positional arguments."""
    for resource in layout.resources:
        for method in resource.methods:
            names = [
                str(name)
                for parameter, name in zip(method.parameters, method.arguments, strict=True)
                if parameter.place == "path"
            ]
            if method.operation.body is not None:
                names.append("body")
            return SampleView(
                module=MarkdownText(resource.module),
                attribute=MarkdownText(resource.module),
                class_name=MarkdownText(resource.class_name),
                method=MarkdownText(method.name),
                arguments=MarkdownText(", ".join(names)),
            )
    return None


def _release(text: str) -> str:
    """The API's version where Python packaging accepts it (PEP 440), else a first one."""
    return text if re.fullmatch(r"\d+(?:\.\d+){0,3}", text) else "0.1.0"

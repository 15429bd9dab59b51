"""A request as a curl command line, from the examples of an operation.

In: an operation and the base URL. Out: the command as plain text for a fence. Every piece of input stands in single
quotes, as POSIX shells read them, so nothing in it is run; brackets in URLs, which curl would read, are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from generator import model
from generator.encoders import block_json
from generator.source import Json

TOKEN = "YOUR_API_ACCESS_TOKEN"
_WIDTH = 90


def command(api: model.Api, operation: model.Operation, base_url: str) -> str:
    """The command, one option a line."""
    url = base_url + _path(operation)
    query = [*_query(operation), *_credentials(api, operation, "query")]
    if query:
        url += ("&" if "?" in url else "?") + "&".join(query)
    parts = [f"curl -X {_word(operation.method)}", *_headers(api, operation), *_body(api, operation), _quoted(url)]
    return " \\\n    ".join(parts)


def _path(operation: model.Operation) -> str:
    path = operation.path
    for parameter in operation.parameters:
        if parameter.place == "path":
            path = path.replace("{" + parameter.name + "}", _simple(parameter))
    return path


def _simple(parameter: model.Parameter) -> str:
    """A path parameter in its style (OpenAPI 3.1 §4.8.12.6)."""
    name, value = _escape(parameter.name), parameter.example.value
    lead, separator = {"label": (".", "."), "matrix": (";", ";")}.get(parameter.style, ("", ","))
    if parameter.style == "json":
        return _escape(_json(value))
    if isinstance(value, dict):
        if parameter.explode:
            return lead + separator.join(f"{_escape(key)}={_escape(_shown(item))}" for key, item in value.items())
        joined = ",".join(_escape(_shown(part)) for pair in value.items() for part in pair)
        return f";{name}={joined}" if parameter.style == "matrix" else lead + joined
    items = [_escape(_shown(item)) for item in (value if isinstance(value, list) else [value])]
    if parameter.style == "matrix":
        return "".join(f";{name}={item}" for item in items) if parameter.explode else f";{name}={','.join(items)}"
    return lead + (separator if parameter.explode else ",").join(items)


def _query(operation: model.Operation) -> Iterator[str]:
    """The query parameters that must be there."""
    for parameter in operation.parameters:
        if not parameter.required:
            continue
        if parameter.place == "querystring":
            yield from _query_string(parameter)
        elif parameter.place == "query":
            yield from _pairs(parameter)


def _query_string(parameter: model.Parameter) -> Iterator[str]:
    value = parameter.example.value
    if isinstance(value, dict) and parameter.style != "json":
        yield from (f"{_escape(name)}={_escape(_shown(item))}" for name, item in _entries(value))
    else:
        yield _escape(_json(value) if parameter.style == "json" else _shown(value))


def _pairs(parameter: model.Parameter) -> Iterator[str]:
    name, value = parameter.name, parameter.example.value
    if parameter.style == "json":
        yield f"{_escape(name)}={_escape(_json(value))}"
    elif isinstance(value, dict):
        yield from _object_pairs(parameter, value)
    elif isinstance(value, list) and not parameter.explode:
        separator = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(parameter.style, ",")
        yield f"{_escape(name)}={separator.join(_escape(_shown(item)) for item in value)}"
    else:
        for item in value if isinstance(value, list) else [value]:
            yield f"{_escape(name)}={_escape(_shown(item))}"


def _object_pairs(parameter: model.Parameter, value: dict[str, Json]) -> Iterator[str]:
    name = parameter.name
    if parameter.style == "deepObject":
        for key, item in value.items():
            yield f"{_escape(f'{name}[{key}]')}={_escape(_shown(item))}"
    elif parameter.explode:
        for key, item in value.items():
            yield f"{_escape(key)}={_escape(_shown(item))}"
    else:
        yield f"{_escape(name)}={','.join(_escape(_shown(part)) for pair in value.items() for part in pair)}"


def _headers(api: model.Api, operation: model.Operation) -> Iterator[str]:
    accepted = _accepted(operation)
    if accepted:
        yield f"-H {_quoted(f'Accept: {accepted}')}"
    content = operation.body.contents[0] if operation.body else None
    if content and content.kind not in ("multipart", "form"):
        yield f"-H {_quoted(f'Content-Type: {content.media_type}')}"
    for credential in _credentials(api, operation, "header"):
        yield credential if credential.startswith("-u") else f"-H {_quoted(credential)}"
    for parameter in operation.parameters:
        if parameter.required and parameter.place == "header" and not parameter.is_framing:
            yield f"-H {_quoted(f'{parameter.name}: {_plain_list(parameter)}')}"
    required = [entry for entry in operation.parameters if entry.required and entry.place == "cookie"]
    cookies = [*(pair for entry in required for pair in _cookies(entry)), *_credentials(api, operation, "cookie")]
    if cookies:
        yield f"-b {_quoted('; '.join(cookies))}"


def _cookies(parameter: model.Parameter) -> Iterator[str]:
    """A cookie as the style `form` writes it, or as it stands (OpenAPI 3.2, style `cookie`)."""
    if parameter.style != "cookie":
        yield from _pairs(parameter)
        return
    name, value = parameter.name, parameter.example.value
    pairs = list(value.items()) if isinstance(value, dict) else [(name, item) for item in _listed(value)]
    if parameter.explode:
        yield from (f"{key}={_shown(item)}" for key, item in pairs)
    elif isinstance(value, dict):
        yield f"{name}={','.join(_shown(part) for pair in pairs for part in pair)}"
    else:
        yield f"{name}={','.join(_shown(item) for _, item in pairs)}"


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _accepted(operation: model.Operation) -> str:
    for response in operation.responses:
        if response.successful and response.contents:
            return response.contents[0].media_type
    return ""


def _plain_list(parameter: model.Parameter) -> str:
    value = parameter.example.value
    if parameter.style == "json" or isinstance(value, dict):
        return _json(value)
    return ",".join(_shown(item) for item in value) if isinstance(value, list) else _shown(value)


def _credentials(api: model.Api, operation: model.Operation, place: str) -> list[str]:
    """What the first way to authenticate puts there."""
    schemes = {scheme.name: scheme for scheme in api.security_schemes}
    wanted = [schemes[entry.scheme] for entry in _first(operation.security) if entry.scheme in schemes]
    found = []
    for scheme in wanted:
        if scheme.kind == "apiKey" and scheme.place == place:
            separator = ": " if place == "header" else "="
            found.append(f"{scheme.parameter}{separator}YOUR_API_KEY")
        elif place == "header" and scheme.kind == "basic":
            found.append("-u 'YOUR_USER_NAME:YOUR_PASSWORD'")
        elif place == "header" and scheme.kind == "http":
            found.append(f"Authorization: {scheme.scheme} YOUR_CREDENTIALS")
        elif place == "header" and scheme.kind in ("bearer", "oauth2", "openIdConnect"):
            found.append(f"Authorization: Bearer {TOKEN}")
    return found


def _first(security: model.Alternatives) -> Sequence[model.Requirement]:
    return next((entry for entry in security if entry), ())


def _body(api: model.Api, operation: model.Operation) -> Iterator[str]:
    if operation.body is None:
        return
    content = operation.body.contents[0]
    value = content.examples[0].value if content.examples else None
    match content.kind:
        case "multipart":
            yield from (f"-F {_quoted(part)}" for part in _parts(api, content, value))
        case "form":
            for name, item in _entries(value):
                yield f"--data-urlencode {_quoted(f'{name}={_shown(item)}')}"
        case "binary":
            yield "--data-binary @FILE"
        case "xml":
            yield f"-d {_quoted(content.examples[0].written.strip())}"
        case _:
            yield f"-d {_quoted(value if isinstance(value, str) and content.kind != 'json' else _pretty(value))}"


def _parts(api: model.Api, content: model.Content, value: Json) -> Iterator[str]:
    """The parts of a multipart body; those that are bytes come from a file, whose name says which of several media
    types it has."""
    types = {part.property_name: part.content_type.split(",") for part in content.parts if part.content_type}
    files = _binary_properties(api, content.shape)
    for name, item in _entries(value):
        is_file = name in files
        allowed = [entry.strip() for entry in types.get(name, ()) if "*" not in entry]
        kind = f";type={allowed[0]}" if allowed and not (is_file and len(types[name]) > 1) else ""
        yield f"{name}={'@FILE' if is_file else _shown(item)}{kind}"


def _binary_properties(api: model.Api, shape: model.Shape) -> frozenset[str]:
    entry = api.types.get(shape.id) if isinstance(shape, model.Named) else None
    if not isinstance(entry, model.Object):
        return frozenset()
    return frozenset(field.name for field in entry.fields if _is_binary(field.shape))


def _is_binary(shape: model.Shape) -> bool:
    match shape:
        case model.Array():
            return _is_binary(shape.items)
        case model.Union():
            return any(_is_binary(variant) for variant in shape.variants)
        case _:
            return isinstance(shape, model.Binary)


def _entries(value: Json) -> Iterator[tuple[str, Json]]:
    if not isinstance(value, dict):
        return
    for name, item in value.items():
        for entry in item if isinstance(item, list) else [item]:
            yield name, entry


def _pretty(value: Json) -> str:
    short = json.dumps(value, ensure_ascii=False)
    return short if len(short) <= _WIDTH else block_json.document(value)


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shown(value: Json) -> str:
    return value if isinstance(value, str) else _json(value)


def _escape(value: str) -> str:
    return quote(value, safe="-._~", errors="replace")


def _word(method: str) -> str:
    return method if method.isalpha() else _quoted(method)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"

"""Samples that use the generated Python client.

In: an `Api` and the client's package. Out: Python source as plain text for a fence. Names, arguments and values come
from the client's own `surface`, so that a sample is a call that the client has.
"""

from __future__ import annotations

from generator import model
from generator.diagnostics import Report
from generator.encoders.python import Code
from generator.views.python.credentials import credentials, opening
from generator.views.python.imports import import_block
from generator.views.python.layout import layout
from generator.views.python.surface import Method, Resource, package_name, surface

_INDENT = 4


class Samples:
    """Writes the samples of one API.

    Args:
        package: The client's; "" for the name it has by default.
    """

    def __init__(self, api: model.Api, package: str) -> None:
        self._package = package_name(api, package)
        self._surface = surface(api, self._package)
        self._api = api
        self._credentials = credentials(api, self._package, Report())
        self._calls: dict[tuple[str, str], list[tuple[Resource, Method]]] = {}
        for resource in self._surface.walk():
            for method in resource.methods:
                self._calls.setdefault(_key(method.operation), []).append((resource, method))

    def opening(self) -> str:
        """How to open the client."""
        client = self._surface.client
        return f"from {self._package} import {client}\n\nclient = {opening(self._api, client, self._credentials)}"

    def call(self, operation: model.Operation) -> str:
        """The ways to call the operation, with its examples for all that must be given."""
        return "\n\n".join(self._program(*found) for found in self._calls.get(_key(operation), ()))

    def _program(self, resource: Resource, method: Method) -> str:
        call = self._surface.call(resource, method, optional=False)
        client = Code("", [(self._package, str(self._surface.client))])
        opened = opening(self._api, self._surface.client, self._credentials, method.operation)
        lines = [str(import_block(client, call)), "", f"with {opened} as client:"]
        if method.kind == "stream":
            lines += [_line("stream = ", call), "    for piece in stream:", "        print(piece)"]
        elif method.returns.text == "None":
            lines += [_line("", call)]
        else:
            lines += [_line("answer = ", call), "    print(answer)"]
        if method.pager:
            walked = self._surface.call(resource, method, optional=False, pager=method.pager)
            lines += ["", f"{_line('for item in ', walked)}:", "        print(item)"]
        return "\n".join(lines)


def _key(operation: model.Operation) -> tuple[str, str]:
    return operation.method, operation.path


def _line(lead: str, call: Code) -> str:
    return " " * _INDENT + lead + layout(str(call), _INDENT + len(lead), _INDENT)

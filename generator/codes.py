"""The catalogue of findings: every stable code, what it means and how to mend it (`specloom explain CODE`).

In: nothing. Out: `CODES`. A finding whose code is not listed here fails the tests.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: what it means, an example of input that causes it, and how to mend it.

    `drift` marks a difference between sources: what `specloom drift` reports.
    """

    meaning: str
    example: str
    mend: str
    drift: bool = False


CODES: dict[str, Code] = {
    "cannot-read": Code(
        "A file that the project or the command line names is missing or cannot be opened.",
        "openapi: [opnapi.yaml]",
        "Correct the name; paths in specloom.yaml are relative to that file.",
    ),
    "not-utf-8": Code(
        "An input is not UTF-8 text.",
        "a page saved as Latin-1 or UTF-16",
        "Save it as UTF-8, for example with `iconv -f latin1 -t utf-8`.",
    ),
    "not-json": Code(
        "A document that begins like JSON cannot be parsed as JSON (RFC 8259).",
        '{"openapi": "3.0.3",}',
        "Correct it at the line and column given.",
    ),
    "not-yaml": Code(
        "A document cannot be parsed as YAML.",
        'title: "unclosed',
        "Correct it at the line and column given; quote text that holds `: ` or begins with a special sign.",
    ),
    "too-large": Code(
        "A file is larger than any API description.", "a 300 MB file", "Check that it is the right file."
    ),
    "too-deep": Code(
        "A document nests its values more deeply than any API description does.",
        "[[[[[[…]]]]]]",
        "Check that it is the right file; real documents stay far below the limit.",
    ),
    "alias-bomb": Code(
        "YAML aliases that refer to aliases unfold to millions of values (the `billion laughs` attack).",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "Write the values out, or use `$ref`.",
    ),
    "alias-cycle": Code(
        "A YAML alias stands inside the value it refers to, which no JSON value can do.",
        "node: &node {child: *node}",
        "Use `$ref` to describe a recursive schema.",
    ),
    "duplicate-key": Code(
        "A key stands twice in one mapping; the last value is used, as most parsers do.",
        "get: {summary: One}\nget: {summary: Two}",
        "Remove or rename one of the two.",
    ),
    "ref-refused": Code(
        "A `$ref` leads to a file outside the project folder or to a URL. Nothing is read from there.",
        "$ref: http://example.com/schemas.yaml#/Error",
        "Copy the file into the project folder and refer to it there.",
    ),
    "config": Code(
        "specloom.yaml, or an option, says something that is not understood.",
        "taget: {python-client: {}}",
        "The message names the nearest right word; the README lists them all.",
    ),
    # -- OpenAPI documents
    "not-openapi": Code(
        "A document that is named as an OpenAPI description has neither `openapi:` nor `swagger:` at its top.",
        "swaggerVersion: '1.2'",
        "Name the right file; the message says what this one looks like.",
    ),
    "version-unknown": Code(
        "A document names no version of OpenAPI that is known; it is read as the nearest one.",
        "openapi: 4.0.0",
        "Write the version it is really in, such as `openapi: 3.1.0`.",
    ),
    "spec-invalid": Code(
        "The official schema of OpenAPI, or openapi-spec-validator, refuses a part of the document. It is read all the same.",
        "in: multipart",
        "Correct the place given; the specification of the version says what may stand there.",
    ),
    "spec-unchecked": Code(
        "The document could not be checked against the official schema to the end.",
        "a document nested beyond what the validator follows",
        "Nothing to do, unless other findings name the cause.",
    ),
    "read-as-meant": Code(
        "Something is written in a way that OpenAPI does not allow, but plainly means one thing; it is read as that.",
        "default: '100'    # of an integer",
        "Write it as the message says.",
    ),
    "not-carried": Code(
        "Something the document says cannot be expressed in what is generated; it is left out.",
        "links: {next: {server: {url: https://other.example}}}",
        "Nothing to do, unless you rely on it.",
    ),
    "ref-dangling": Code(
        "A `$ref` leads to a place where nothing stands. A schema becomes any value; a parameter, header or response "
        "is left out or left empty; the operation stays.",
        "$ref: '#/components/schemas/Usr'",
        "Correct the reference, or add what it names; the message suggests the nearest name.",
    ),
    "ref-cycle": Code(
        "References lead to each other and never to anything.",
        "components: {parameters: {a: {$ref: '#/components/parameters/a'}}}",
        "Let one of them say what it is.",
    ),
    "ref-siblings": Code(
        "Keywords stand beside a `$ref` where the document's version of OpenAPI ignores them.",
        "{$ref: '#/components/schemas/User', type: object}",
        "Remove them, or wrap the reference: `allOf: [{$ref: …}]`; from 3.1 on they count.",
    ),
    "type-unknown": Code(
        "A schema names a type that JSON Schema does not have; it is read as the type that was meant, or as any value.",
        "type: int",
        "Use string, number, integer, boolean, array, object or null.",
    ),
    "enum-names": Code(
        "An extension that names the values of an enum does not fit the values; it is left out.",
        "{enum: [1, 2], x-enum-varnames: [One]}",
        "Give each value one name, in the same order.",
    ),
    "path-form": Code(
        "A path is not written as `/segments/{name}`; it is read as the message says.",
        "users/:id",
        "Begin paths with `/`, and write placeholders as `{name}`, spelt as the parameter is.",
    ),
    "path-query": Code(
        "A path holds a query string or a fragment, so that several operations can share one URL.",
        "/?Action=ListUsers",
        "Nothing to do where the vendor does so; otherwise declare the query as parameters.",
    ),
    "path-parameter-missing": Code(
        "A path has a placeholder that no parameter declares; a required string is assumed.",
        "/users/{id} without a parameter `id`",
        "Declare it: `{name: id, in: path, required: true, schema: {type: string}}`.",
    ),
    "path-parameter-unused": Code(
        "A parameter is declared for the path, and the path has no placeholder of its name; it is left out.",
        "/users with the parameter {name: id, in: path}",
        "Add `{id}` to the path, or say where the parameter really goes.",
    ),
    "parameter-place": Code(
        "A parameter says no place, or one that OpenAPI does not have; the likeliest one is taken.",
        "in: multipart",
        "Use path, query, header or cookie; fields of a form belong under `requestBody`.",
    ),
    "parameter-nameless": Code(
        "A parameter has no name and is left out.",
        "parameters: [{in: query}]",
        "Name it.",
    ),
    "parameter-duplicate": Code(
        "A parameter is declared twice for one operation; the first is kept.",
        "parameters: [{name: a, in: query}, {name: a, in: query}]",
        "Remove one of the two.",
    ),
    "parameter-style": Code(
        "A parameter asks for a style that does not exist, or not in its place; the default style is used.",
        "{in: path, style: form}",
        "Use a style that the specification allows in that place.",
    ),
    "header-ignored": Code(
        "A header parameter is left out: OpenAPI settles Accept and Content-Type by media types, Authorization by security.",
        "{name: Accept, in: header}",
        "Nothing to do; remove the parameter to silence this.",
    ),
    "body-empty": Code(
        "A request body names no media type; the operation is taken to have none.",
        "requestBody: {description: The user}",
        "Name its media type and schema under `content:`.",
    ),
    "media-type": Code(
        "A key under `content:` is not a media type.",
        "content: {json: {}}",
        "Write it as type/subtype, such as `application/json`.",
    ),
    "responses-missing": Code(
        "An operation says nothing of its responses; it is taken to answer anything.",
        "get: {summary: List users}",
        "Describe at least one response.",
    ),
    "response-status": Code(
        "A key under `responses:` is no status code, or the same one twice; it is left out.",
        "responses: {ok: {description: Done}}",
        "Use a code such as '200', a range such as 4XX, or default.",
    ),
    "example-external": Code(
        "An example is only a link to a file or page; it is left out, since nothing is fetched.",
        "examples: {big: {externalValue: https://example.com/big.json}}",
        "Write the example under `value:`.",
    ),
    "server-variable": Code(
        "A variable in a server's URL has no default, or is not declared at all.",
        "url: https://{region}.example.com",
        "Declare it under `variables:` with a `default:`.",
    ),
    "security-scheme": Code(
        "A security scheme is incomplete, of an unknown type, or required without being declared.",
        "security: [{apiKey: []}] without components.securitySchemes.apiKey",
        "Declare it under `components.securitySchemes`.",
    ),
    # -- end of OpenAPI documents
}

"""The catalogue of findings: every stable code, what it means and how to mend it (`specloom explain CODE`).

In: nothing. Out: `CODES`. A finding whose code is not listed here fails the tests.
"""

from __future__ import annotations

from generator.records import dataclass


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
    "file-system": Code(
        "The operating system refuses to read or write a file or folder.",
        "output: /usr/share",
        "The message names the file and the reason: permissions, a full disk, a file where a folder should be.",
    ),
    "nothing-read": Code(
        "No source describes an operation or a type, so there is nothing to generate.",
        "pages: [guides/*.md]",
        "Name the pages of the API's reference, or the right profile; docs/profiles.md shows how to write one.",
    ),
    "not-utf-8": Code(
        "An input is not text in UTF-8, nor in UTF-16 with a byte order mark.",
        "a page saved as Latin-1, or a document that is still compressed",
        "Save it as UTF-8, for example with `iconv -f latin1 -t utf-8`; unpack it if it is packed.",
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
    "more-documents": Code(
        "A YAML file holds several documents, divided by `---`; only the first one is read.",
        "openapi: 3.0.3\n…\n---\nopenapi: 3.0.3",
        "Put each into a file of its own, and name them all under `openapi:`.",
    ),
    "half-character": Code(
        "A JSON string holds one half of a surrogate pair (RFC 8259, section 8.2), which is no character.",
        '{"name": "\\ud83d"}',
        "Write the whole pair, or remove the escape.",
    ),
    "ref-refused": Code(
        "A `$ref` leads to a folder or a URL that the configuration does not allow. Nothing is read from there.",
        "$ref: http://example.com/schemas.yaml#/Error",
        "Allow it in specloom.yaml (`allow_folders: [../shared]`, `allow_urls: [https://example.com/]`), or copy the "
        "file into the project folder and refer to it there.",
    ),
    "cannot-fetch": Code(
        "A document that `allow_urls` allows cannot be fetched: no answer, an answer that is no document, one that is "
        "too large or too slow, or a host whose address is not one of the public internet.",
        "openapi: [https://internal.example.com/openapi.yaml]",
        "Look at the URL with a browser. For a host of your own network write "
        "`allow_urls: [{url: https://internal.example.com/, private: true}]`. Proxies are not used: behind one, "
        "download the file and name that.",
    ),
    "not-fetched": Code(
        "A document that a URL names has no copy in the project yet, and this command does not use the network.",
        "specloom check    # before the first `specloom generate`",
        "Run `specloom fetch` and commit the folder `fetched/`.",
    ),
    "copy-changed": Code(
        "A copy in `fetched/` is not what was fetched, by its digest: it was edited, or its line ends were changed.",
        "a copy corrected by hand",
        "Run `specloom fetch --force` to fetch it again; corrections belong into an overlay (`overlays:`). Keep git "
        "from changing line ends there (`fetched/** -text` in .gitattributes).",
    ),
    "openapi-unsaid": Code(
        "The `openapi` target writes OpenAPI 3.1, which has no words for this; it is written as the nearest thing.",
        "parameters: [{name: q, in: querystring, …}] of an OpenAPI 3.2 document",
        "Nothing to mend. All other targets have it in full.",
    ),
    "client-certificate": Code(
        "Operations ask for a client certificate (mutual TLS). The generated client has no argument for it.",
        "securitySchemes: {cert: {type: mutualTLS}}",
        "Nothing to mend. Give the client an HTTP client that has the certificate: "
        "`http_client=httpx2.Client(verify=…)`.",
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
        "The official schema of OpenAPI, or openapi-spec-validator, refuses a part of the document. It "
        "is read all the same.",
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
        "A header parameter is left out: OpenAPI settles Accept and Content-Type by media types, "
        "Authorization by security.",
        "{name: Accept, in: header}",
        "Nothing to do; remove the parameter to silence this.",
    ),
    "body-empty": Code(
        "A request body says nothing at all; the operation is taken to have none.",
        "requestBody: {content: {}}",
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
        "A security scheme is incomplete or of an unknown type.",
        "securitySchemes: {key: {type: apiKey}}",
        "Say what is missing; the specification of the version lists the fields of each type.",
    ),
    # -- end of OpenAPI documents
    # -- sources woven together (resolve)
    "operation-folded": Code(
        "A document has an operation on a wrong path: a page describes the same one (prose, parameters, types) further "
        "down that path. It is put where the page says.",
        "paths: {/things/{id}: {get: {summary: Get the logs of a thing}}}, and a page with GET /things/{id}/logs",
        "Correct the path in the document, for example by an overlay.",
        drift=True,
    ),
    "operation-contradicts": Code(
        "Two sources have one method and path but speak of different things; the second one's claims are left out.",
        "GET /things/{id} is 'Get a thing' on the page and 'Get the logs of a thing' in the document",
        "Correct the path in one of them.",
        drift=True,
    ),
    "operation-unspecified": Code(
        "Only a documentation page describes an operation; it is generated from the page alone.",
        "a page with POST /things/{id}/start that the document does not have",
        "Add it to the document, or leave it: the page suffices.",
        drift=True,
    ),
    "operation-undocumented": Code(
        "A document has an operation on a path that a page describes, and the page leaves it out.",
        "DELETE /things/{id} is in the document only",
        "Add it to the page, or leave it: the document suffices.",
        drift=True,
    ),
    "method-differs": Code(
        "A page calls an operation by another method than the document; the document's is used.",
        "PUT /things/{id} on the page, and the same in other respects as POST /things/{id} in the document",
        "Correct the wrong one, for example by an overlay.",
        drift=True,
    ),
    "path-differs": Code(
        "A page gives an operation another path than the document; the document's is used.",
        "/api/v1/things on the page, /things in the document",
        "Correct one of them, or add the prefix to the document's server.",
        drift=True,
    ),
    "place-differs": Code(
        "The sources disagree where a parameter stands; the document's place is used.",
        "`key` in the query and in a header",
        "Correct the wrong one.",
        drift=True,
    ),
    "name-differs": Code(
        "The sources spell the name of a parameter differently; the document's name is used.",
        "per_page on the page, perPage in the document",
        "Correct the wrong one.",
        drift=True,
    ),
    "default-differs": Code(
        "The sources give different defaults; by default the document's is used.",
        "perPage: 100 in the document, 1000 on the page",
        "Correct the wrong one, or set `precedence: {default: pages}`.",
        drift=True,
    ),
    "default-unspecified": Code(
        "Only a page gives a default; it is used.",
        "page: 0 on the page, no default in the document",
        "Add it to the document.",
        drift=True,
    ),
    "default-undocumented": Code(
        "Only the document gives a default; it is used.",
        "page: {default: 0}, nothing on the page",
        "Add it to the page.",
        drift=True,
    ),
    "default-mismatch": Code(
        "A default is not a value of its own type; it is left out.",
        "{type: integer, default: ten}",
        "Correct the default or the type.",
    ),
    "enum-differs": Code(
        "The sources list different allowed values; by default the document's are used. It is an error where the page "
        "allows a value that a client made from the document would refuse.",
        "enum: [name, id] in the document; name, id, date on the page",
        "Correct the wrong one, or set `precedence: {enum: pages}`.",
        drift=True,
    ),
    "enum-unspecified": Code(
        "Only a page lists the allowed values; they are used.",
        "Accepted values are: asc, desc",
        "Add them to the document.",
        drift=True,
    ),
    "enum-undocumented": Code(
        "Only the document lists the allowed values; they are used.",
        "enum: [asc, desc], nothing on the page",
        "Add them to the page.",
        drift=True,
    ),
    "example-misfit": Code(
        "A page shows a collapsed example of a type, and what can still be seen of it (the number of members, plain "
        "values) does not fit the schema from elsewhere, which is used as it stands.",
        "an example with the value 'maybe', and a schema whose properties are all booleans",
        "Correct the schema or the example.",
        drift=True,
    ),
    "property-count-differs": Code(
        "A page shows the collapsed tree of a schema, and its number of properties is not that of the schema from "
        "elsewhere, which is used as it stands.",
        "17 keys on the page, 16 properties in the document",
        "Add what is missing on one side; the page does not show which properties it means.",
        drift=True,
    ),
    "example-differs": Code(
        "The sources give different examples; both are kept, by default the page's first.",
        "example: 10 in the document, 25 on the page",
        "Nothing to do.",
        drift=True,
    ),
    "required-differs": Code(
        "The sources disagree whether something is required; by default the document decides. Of a parameter it is an "
        "error: a call that follows the source that is wrong is refused.",
        "required: true in the document, 'optional' on the page",
        "Correct the wrong one, or set `precedence: {required: pages}`.",
        drift=True,
    ),
    "type-differs": Code(
        "The sources give something different types; by default the document's is used.",
        "type: integer in the document, 'string' on the page",
        "Correct the wrong one, or set `precedence: {type: pages}`.",
        drift=True,
    ),
    "deprecated-differs": Code(
        "Only one of the sources calls an operation or a parameter deprecated.",
        "deprecated: true, nothing on the page",
        "Correct the wrong one.",
        drift=True,
    ),
    "scopes-differ": Code(
        "The sources ask for different scopes; by default the page's are used.",
        "all.User in the document, all.Application on the page",
        "Correct the wrong one, or set `precedence: {scopes: openapi}`.",
        drift=True,
    ),
    "security-differs": Code(
        "The sources disagree whether an operation needs credentials; by default the document decides. It is an error "
        "where one requires them and the other needs none.",
        "security: [] in the document, 'a token is required' on the page",
        "Correct the wrong one, or set `precedence: {security: pages}`.",
        drift=True,
    ),
    "parameter-unspecified": Code(
        "Only a page has a parameter; it is added. It is an error where the page requires it.",
        "`force` in the page's table, not in the document",
        "Add it to the document.",
        drift=True,
    ),
    "parameter-undocumented": Code(
        "Only the document has a parameter. It is an error where the document requires it.",
        "`force` in the document, not in the page's table",
        "Add it to the page.",
        drift=True,
    ),
    "body-unspecified": Code(
        "Only a page gives an operation a body; it is added. It is an error where the page requires it.",
        "POST with a body on the page, without in the document",
        "Add it to the document.",
        drift=True,
    ),
    "body-undocumented": Code(
        "Only the document gives an operation a body. It is an error where the document requires it.",
        "POST with a body in the document, without on the page",
        "Add it to the page.",
        drift=True,
    ),
    "content-unspecified": Code(
        "Only a page speaks of a body in a media type; it is added.",
        "multipart/form-data on the page, application/json in the document",
        "Add it to the document.",
        drift=True,
    ),
    "property-unspecified": Code(
        "Only a page has a property of a type; it is added where the type can be extended.",
        "`color` on the page, not in the schema",
        "Add it to the document.",
        drift=True,
    ),
    "property-undocumented": Code(
        "Only the document has a property of a type.",
        "`color` in the schema, not on the page",
        "Add it to the page.",
        drift=True,
    ),
    "response-unspecified": Code(
        "Only a page has a response; it is added.",
        "202 on the page, only 200 in the document",
        "Add it to the document.",
        drift=True,
    ),
    "response-undocumented": Code(
        "Only the document has a response.",
        "409 in the document, not on the page",
        "Add it to the page.",
        drift=True,
    ),
    "server-differs": Code(
        "A page gives another base URL than the document; the document's is used.",
        "https://api.example.com and https://example.com/api",
        "Correct the wrong one.",
        drift=True,
    ),
    "security-inferred": Code(
        "No security scheme is described, but an Authorization header is a parameter; a scheme is made of it.",
        "{name: Authorization, in: header}",
        "Describe the scheme under `components.securitySchemes`.",
    ),
    "security-unknown": Code(
        "A requirement names a security scheme that no source describes; it is guessed at by its name or left out.",
        "security: [{ApiToken: []}]",
        "Describe the scheme under `components.securitySchemes`.",
    ),
    "content-as-text": Code(
        "A body that is XML only is passed on as its text in client and server: its elements are not described one by "
        "one, or not so that XML can hold them. So is a form whose schema is no object.",
        "content: {application/xml: {schema: {type: object, additionalProperties: {type: string}}}}",
        "Describe its properties; or parse and write the text yourself.",
    ),
    "xml-unnamed": Code(
        "Nothing says what the outermost element of a request in XML is called; a name is made up.",
        "content: {application/xml: {schema: {type: object, properties: {id: {type: integer}}}}}",
        "Give the schema `xml: {name: …}`, or name it under `components`.",
    ),
    "xml-name": Code(
        "The name or prefix of an XML object, or of a property, cannot be one in XML; it is left out there.",
        "xml: {name: full name}",
        "Use a name without spaces and signs, that begins with a letter.",
    ),
    "content-as-bytes": Code(
        "A media type is not known here, or is an answer of several parts: a body with a described structure is passed "
        "on as bytes.",
        "application/x-protobuf with an object schema",
        "Nothing to do, unless it is JSON under another name.",
    ),
    "style-unknown": Code(
        "A parameter has a style that its place does not allow; the default style is used.",
        "{in: path, style: form}",
        "Use a style that the specification allows in that place.",
    ),
    "parameter-empty": Code(
        "A required parameter is an object without properties that a request can have: none are described and none "
        "are allowed, or all are `readOnly`. Nothing of it could be sent, so that it is taken for a text.",
        "{name: version, in: path, schema: {type: object, additionalProperties: false}}",
        "Describe what is really sent, often a text; an overlay can.",
    ),
    "style-ambiguous": Code(
        "An object gives its keys to the query as parameters of its own (style `form`, exploded), and another object "
        "with free keys, or a parameter of the same name, stands in the same query; nobody could tell whose a key is, "
        "so it is sent in brackets.",
        "two parameters {in: query, schema: {type: object, additionalProperties: {type: string}}}",
        "Say `style: deepObject`, or whatever the API reads.",
    ),
    "parameter-media-type": Code(
        "A parameter has a media type (`content:`) that nothing here writes in a URL or header; JSON is sent.",
        "{in: query, content: {application/xml: {schema: {type: object}}}}",
        "Send the text of it: declare the parameter as a string.",
    ),
    "body-without-content": Code(
        "A request body has no media type; it is taken for JSON.",
        "requestBody: {description: The thing}",
        "Give it a `content:`.",
    ),
    "body-impossible": Code(
        "A response has a status that comes without a body (RFC 9110); what is said of one is left out.",
        "responses: {'204': {description: Done, content: {application/json: {}}}}",
        "Remove its `content:`, or correct the status.",
    ),
    "status-unknown": Code(
        "A response's status is no HTTP status; it is taken for `default`.",
        "responses: {ok: {description: Done}}",
        "Use a code such as 200, a range such as 4XX, or default.",
    ),
    "link-unknown": Code(
        "A link leads to no operation of the API; it is left out.",
        "links: {next: {operationId: getNxt}}",
        "Correct the operationId or the operationRef.",
    ),
    "name-changed": Code(
        "Two operations come to one name; that whose path says more than the name gets another, whatever their order.",
        "operationId: get and operationId: Get",
        "Choose a name under `operations:` in specloom.yaml.",
    ),
    "rename-unused": Code(
        "A rename in specloom.yaml matches no operation.",
        "operations: {GET /thing: {action: read}}",
        "Correct the method or the path.",
    ),
    "schema-inferred": Code(
        "A page names a type that no source describes; its fields are taken from the example that stands with it.",
        "`Thing Post` on a page, with an example of the body",
        "Describe the type in the document or on a page of schemas.",
    ),
    "precedence-unknown": Code(
        "`precedence:` in specloom.yaml names a fact that there is not.",
        "precedence: {defaults: pages}",
        "Use one of the names that the message lists.",
    ),
    "pagination-mismatch": Code(
        "specloom.yaml says how a list is walked, but the way to its items leads to no list.",
        "pagination: {kind: page, items: data.rows}",
        "Correct `items:`; its keys lead from the response to the list, separated by dots.",
    ),
    # -- end of weaving
    # -- types
    "schema-unknown": Code(
        "A page names a type that no source describes; any value is accepted in its place.",
        "| 200 | [Thing](#thing) |, and no schema is called Thing",
        "Add the page or the document that describes it, or the schema by an overlay.",
    ),
    "schema-not-carried": Code(
        "A keyword of a schema says what no type can express; the type accepts more values than the schema.",
        "not: {required: [a, b]}",
        "Nothing needs to be done; the API itself still checks it.",
    ),
    "keyword-idle": Code(
        "A keyword of a schema speaks of another kind of values than its type has, and so says nothing (JSON Schema "
        "2020-12 validation, section 6).",
        "{type: string, properties: {name: {type: string}}}",
        "Correct the type or drop the keyword.",
    ),
    "required-undeclared": Code(
        "`required` lists a name that is not among the properties; it is ignored.",
        "{type: object, required: [id], properties: {name: {type: string}}}",
        "Add the property, or take the name off the list.",
    ),
    "enum-type": Code(
        "A value of an enum is not of the type beside it. It is kept as given; in an array it is taken for an item.",
        "{type: string, enum: [1, 2]}",
        "Correct the type, or put the values in quotes.",
    ),
    "all-of-conflict": Code(
        "The parts of an `allOf` contradict each other, so that no value could be valid; the last one counts.",
        "allOf: [{type: string}, {type: integer}]",
        "Correct one of them.",
    ),
    "all-of-cycle": Code(
        "A schema extends itself by `allOf`; that part is ignored.",
        "Node: {allOf: [{$ref: '#/components/schemas/Node'}]}",
        "Take the part out, or refer to the schema that is meant.",
    ),
    "type-cycle": Code(
        "A type is only another name for itself, so that nothing is known of its values.",
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
        "Describe one of them.",
    ),
    "type-renamed": Code(
        "Two types would have the same name (small and capital letters count as the same); one got a word of its place "
        "or kind, or where these are taken too a number.",
        "schemas: {user_id: …, UserID: …}",
        "Rename one of them if its new name disturbs you.",
    ),
    "discriminator-unusable": Code(
        "A discriminator does not tell the variants apart: a variant lacks the property, or shares a "
        "value with another.",
        "{oneOf: [{$ref: …/Cat}, {$ref: …/Dog}], discriminator: {propertyName: kind}}, and Dog has no `kind`",
        "Add the property to each variant, and a mapping of its values.",
    ),
    "pattern-impossible": Code(
        "A pattern that no text can match, or none of the lengths or the format that is allowed: something stands "
        "behind `$` or before `^`, the bounds exclude what it says, or it is a literal of JavaScript with the flag "
        "`i`, which JSON Schema does not know. Docs and openapi.yaml show it; client and server do not ask for it, as "
        "they would refuse what is meant.",
        "pattern: ^[a-z]$[0-9]",
        "Correct the pattern, the lengths or the format; an overlay can.",
    ),
    "pattern-delimiters": Code(
        "A pattern is written with the slashes of a JavaScript literal, so that nothing could match; "
        "they are left out.",
        "pattern: /^[a-z]+$/",
        "Write the pattern without them.",
    ),
    "default-type": Code(
        "A default is not of its own type, but can be read as it.",
        "{type: integer, default: '10'}",
        "Write the value in its type.",
    ),
    "example-mismatch": Code(
        "An example is not valid for its type; it is left out, and one is made from the type.",
        "{type: integer, example: many}",
        "Correct the example or the type.",
    ),
    # -- end of types
    # -- the server
    "route-shared": Code(
        "Two operations have the same method and path but for the names of placeholders, and neither a parameter with "
        "a single possible value nor the media type of the body tells them apart. The server takes the first one that "
        "a request fits.",
        "paths: {/users/{id}: {get: …}, /users/{name}: {get: …}}",
        "Give the paths different fixed parts, or merge the two operations.",
    ),
    # -- readers.pages
    "profile": Code(
        "A profile of a documentation site, or the name of one, is not understood.",
        "sections: {querry: [Query parameters]}",
        "The message names the place and the nearest right word; docs/profiles.md describes them all.",
    ),
    "page-profile": Code(
        "Which profile a documentation page is read with, where the project does not name one.",
        "pages: [{files: pages/*.md}]",
        "Nothing to do; name it with `profile:` to be sure of it.",
    ),
    "page-embeds": Code(
        "A documentation page is an OpenAPI document, or holds one in a code fence; it is read like one of `openapi:`.",
        "a page with a fence that begins with `openapi: 3.1.0`",
        "Nothing to do; where it is left out, mend what the message says.",
    ),
    "page-unread": Code(
        "Nothing was found on a documentation page: no operation and no schema in the form that its profile describes.",
        "a page of guides, or one of another site",
        "Leave the page out, or give the right profile; docs/profiles.md shows how to write one.",
    ),
    "page-route-unread": Code(
        "An element that gives routes on this site holds a path and says no method; the operation was left out.",
        '<Route verb="GET">/pots</Route>, where the profile names the attribute `method`',
        "Name the attribute in the profile's `operations.routes`, or correct the page.",
    ),
    "page-section-unknown": Code(
        "A table inside the description of an operation was not read, because the profile gives its "
        "heading no meaning.",
        "#### Rate limits, and a table below",
        "Add the heading to the profile's `sections`, under `ignore` where it says no fact.",
    ),
    "page-section-unplaced": Code(
        "A table of parameters or fields stands where no operation is described; it was left out.",
        "### Query parameters, under a heading without a method and a path that the profile finds",
        "See in `operations.routes` of the profile how it finds methods and paths; add how this page gives them.",
    ),
    "page-row-undecided": Code(
        "A row of a table that lost its separators does not say where one cell ends and the next begins. What could be "
        "told for certain was read, the rest was left out.",
        "perPageNHow many items to return per page100010",
        "Take the page from a source that keeps its tables, or add the facts in an overlay.",
    ),
    "page-parameter-unplaced": Code(
        "A path parameter that a page describes does not stand in the path of the operation.",
        "GET /groups, with a path parameter `group_id`",
        "Correct the page, or its copy; unless the message says otherwise, the parameter was left out.",
    ),
    "page-body-assumed": Code(
        "A page lists the fields that an operation sends, and neither says nor shows whether as JSON or as a form.",
        "POST /users, with a table of fields and no sample",
        "Nothing to mend where JSON is right; else say `form` for the method in `places` of a profile.",
    ),
    "page-path-undecided": Code(
        "The path of an operation is not wholly said: it stands only in a sample call, where any step may be a "
        "parameter; a part of it may be there or not; or its sample calls have further steps before it.",
        "curl https://api.example.com/projects/5/enable, or GET /files/{path}[.format], or GET /{id}/cups with "
        "curl https://api.example.com/projects/5/cups",
        "Correct the page's copy, or move what stands at the path in an overlay (`copy`, then `remove`); a sample's "
        "was taken as it stands, a page's without what may be there or only its samples have.",
    ),
    "page-example-unread": Code(
        "A sample on a page looks like JSON and is none, or nothing says whether it is sent or answered. It was left "
        "out.",
        '{"name": "x", "tags": [}',
        "Correct the page's copy, or write above the sample what it is; or leave it: samples are not needed.",
    ),
    # Flattened documents and overlays
    "flattened": Code(
        "An OpenAPI document in YAML has lost its indentation; it was rebuilt by what OpenAPI allows where.",
        "info:\ntitle: Pets\nversion: '1'",
        "Look the result of `specloom repair FILE` over and use that file from then on.",
    ),
    "text-before-document": Code(
        "Page text stands before an OpenAPI document without indentation; it was left out.",
        "Pets API\nopenapi: 3.0.3",
        "Nothing needs to be done.",
    ),
    "line-ignored": Code(
        "A line of a document without indentation fits nowhere in an OpenAPI document; it was left out.",
        "openapi: 3.0.3\nCopy to clipboard\ninfo:",
        "Remove the line from the file, or correct it.",
    ),
    "level-guessed": Code(
        "In a document without indentation, a line could stand on more than one level; the likelier one was taken.",
        "allOf:\n- $ref: '#/components/schemas/Base'\nreadOnly: true",
        "Compare these lines with the original document, and correct the levels there that are wrong.",
    ),
    "document-cut": Code(
        "A document ends in the middle. What was cut off is missing; all that stands before it was read.",
        "# --- truncated at 32 KB ---",
        "Get the whole document, or add what is missing from another source.",
    ),
    "overlay-version": Code(
        "An overlay is not an Overlay document of version 1.0 or 1.1.",
        "overlay: 3.0.0",
        "Begin it with `overlay: 1.1.0`, and check that it is the right file.",
    ),
    "overlay-target": Code(
        "The target of an overlay's action is not a JSONPath (RFC 9535).",
        "target: $.paths./pets.get",
        "Put names with other signs than letters, digits and _ in brackets and quotes: $.paths['/pets'].get",
    ),
    "overlay-action": Code(
        "An action of an overlay cannot be carried out as it is written.",
        "{target: $.info, update: [1]}",
        "The message says what does not fit.",
    ),
    "overlay-extends": Code(
        "An overlay says by `extends:` which document it is for, and that is none of the sources; it is applied to all "
        "of them.",
        "extends: https://example.com/openapi.yaml",
        "Name one of the sources, relative to the overlay, or leave `extends:` out.",
    ),
    "overlay-unused": Code(
        "The target of an overlay's action matches nothing in any source: it was changed, or the action is misspelt.",
        "target: $.paths['/pest'].get",
        "Correct the target, or remove the action.",
    ),
}

"""Ways of writing that tools and widely copied templates share; no site is known, no profile was written."""

from __future__ import annotations

from generator.draft import Operation, Schema
from tests.readers_pages.page_helpers import read


def facts(operation: Operation) -> list[str]:
    """Parameters, fields of the body and statuses with their number of samples, in a few words each."""
    found = [
        f"{entry.place} {entry.name}{'!' * bool(entry.required and entry.required.value)} {types(entry.schema)}".strip()
        for entry in operation.parameters
    ]
    for content in operation.body.contents if operation.body else ():
        found.append(f"sends {content.media_type}")
        if isinstance(content.schema, Schema) and not content.schema.inferred:
            found += [f"field {name} {types(part)}".strip() for name, part in content.schema.properties.items()]
    for answer in operation.responses:
        found.append(f"{answer.status} {sum(len(content.examples) for content in answer.contents)}")
        for content in answer.contents:
            if isinstance(content.schema, Schema) and not content.schema.inferred:
                found += [f"gives {name} {types(part)}".strip() for name, part in content.schema.properties.items()]
    return found


def types(schema: object) -> str:
    """The types that the page says."""
    return "|".join(schema.types) if isinstance(schema, Schema) and not schema.inferred else ""


def told(page: str) -> dict[str, list[str]]:
    """Route -> facts."""
    return {f"{operation.method} {operation.path}": facts(operation) for operation in read(page)[0].operations}


LABELS = """# Pour a cup

Pour a cup from a pot that the caller owns.

**URL** : `/api/pots/:pk/pour/`

**URL Parameters** : `pk=[integer]` where `pk` is the ID of the Pot in the
database.

**Method** : `POST`

**Auth required** : YES

**Permissions required** : Caller is Owner of the Pot

**Data constraints**

Provide the amount to pour.

```json
{
    "amount": "[number up to 500]"
}
```

**Data example** All fields must be sent.

```json
{
    "amount": 200
}
```

## Success Response

**Condition** : If everything is OK and the Pot holds enough.

**Code** : `201 CREATED`

**Content example**

```json
{
    "id": 123,
    "amount": 200
}
```

## Error Responses

**Condition** : If the Pot does not exist.

**Code** : `404 NOT FOUND`

**Content** : `{}`

### Or

**Condition** : If fields are missed.

**Code** : `400 BAD REQUEST`

**Content example**

```json
{
    "amount": [
        "This field is required."
    ]
}
```
"""

BULLETS = """**Show Cup**
----
  Returns json data about a single cup.

* **URL**

  /cups/:id

* **Method:**

  `GET`

*  **URL Params**

   **Required:**

   `id=[integer]`

   **Optional:**

   `lang=[alphanumeric]`

* **Data Params**

  None

* **Success Response:**

  * **Code:** 200 <br />
    **Content:** `{ "id" : 12, "name" : "Mug" }`

* **Error Response:**

  * **Code:** 404 NOT FOUND <br />
    **Content:** `{ "error" : "Cup doesn't exist" }`

  OR

  * **Code:** 401 UNAUTHORIZED <br />
    **Content:** `{ "error" : "You are unauthorized to make this request." }`

* **Sample Call:**

  ```javascript
    $.ajax({
      url: "/cups/1",
      dataType: "json",
      type : "GET",
      success : function(r) {
        console.log(r);
      }
    });
  ```
"""

FOLDED = """# Urn stub

#### Managing urns

<details>
 <summary><code>GET</code> <code><b>/urns/{urn_id}</b></code> <code>(looks at an urn)</code></summary>

##### Parameters

> | name | type | data type | description |
> |---|---|---|---|
> | `urn_id` | required | int | The number of the urn |
> | `full` | optional | boolean | Whether to tell all |

##### Responses

> | http code | content-type | response |
> |---|---|---|
> | `200` | `text/plain;charset=UTF-8` | YAML string |
> | `404` | `application/json` | `{"code":"404","message":"No urn"}` |

##### Example cURL

> ```javascript
>  curl -X GET -H "Content-Type: application/json" http://localhost:8889/urns/7
> ```

</details>

<details>
 <summary><code>POST</code> <code><b>/urns</b></code> <code>(adds an urn)</code></summary>

##### Parameters

> | name | type | data type | description |
> |---|---|---|---|
> | None | required | object (JSON or YAML) | N/A |

##### Responses

> | http code | content-type | response |
> |---|---|---|
> | `201` | `text/plain;charset=UTF-8` | `Urn added` |

</details>
"""

TABS = """# Samovars

## Light a samovar

<mark style="color:green;">`POST`</mark> `/samovars/{samovarId}/light`

Puts a match to the coals.

**Headers**

| Name          | Value              |
| ------------- | ------------------ |
| Content-Type  | `application/json` |
| Authorization | `Bearer <token>`   |

**Body**

| Name   | Type   | Description      |
| ------ | ------ | ---------------- |
| `match` | string | Kind of match |
| `coals`  | number | How many coals  |

**Response**

{% tabs %}
{% tab title="200" %}
```json
{
  "lit": true,
  "id": 1
}
```
{% endtab %}

{% tab title="400" %}
```json
{
  "error": "No coals"
}
```
{% endtab %}
{% endtabs %}

## Look

<mark style="color:blue;">`GET`</mark> `/samovars/{samovarId}`

**Query Parameters**

| Name | Type | Description |
| --- | --- | --- |
| verbose<mark style="color:red;">*</mark> | boolean | Say more |
"""

COLLECTION = """# Project: Saucers
# 📁 Collection: Plates


## End-point: Find plates
Looks for plates.
### Method: GET
>```
>{{baseUrl}}/v1/plates?size=small&page=2
>```
### Headers

|Content-Type|Value|
|---|---|
|X-Shop|north|


### Query Params

|Param|value|
|---|---|
|size|small|
|page|2|


### 🔑 Authentication bearer

|Param|value|Type|
|---|---|---|
|token|{{token}}|string|


### Response: 200
```json
{
    "plates": []
}
```



## End-point: Add plate
### Method: POST
>```
>https://saucers.example/v1/plates
>```
### Body (**raw**)

```json
{
    "size": "small"
}
```


"""

SAMPLES = """# Teapot service

## API Reference

#### Get all teapots

```http
  GET /api/teapots
```

| Parameter | Type     | Description                |
| :-------- | :------- | :------------------------- |
| `api_key` | `string` | **Required**. Your API key |
| `page` | `number` | Which page to show |

#### Get teapot

```http
  GET /api/teapots/${id}
```

| Parameter | Type     | Description                       |
| :-------- | :------- | :-------------------------------- |
| `id`      | `string` | **Required**. Id of the teapot to fetch |

#### Make a teapot

```http
  POST /api/teapots
```

| Body | Type     | Description                       |
| :-------- | :------- | :-------------------------------- |
| `name`      | `string` | **Required**. What to call it |
| `litres`      | `number` | How much it holds |
"""

STACKED = """Skip to main content
Look at a shelf
GET
/
v1
/
shops
/
{shop_id}
/
shelves

Authorizations

Authorization
string
header
required

A token.

Path Parameters

shop_id
string<uuid>
required

The shop

Query Parameters

limit
integer
default:10

How many to show

order
enum<string>

How to sort

Available options:
size,
age

Response

All went well

id
string<uuid>
required

The shelf

labels
string[]

What stands on it
"""

BESIDE = """Skip to main content

Find a spoon

GET
/spoons/:spoonId

Gives one spoon.

Request

Path Parameters

spoonId int64 required

The spoon

Query Parameters

polished boolean

Whether to polish it

Default value: false

Responses
200
404

the spoon
"""

SHOWN = """# Forks

## Lay a fork

```http
POST /forks
```

| Field | Required | Notes |
| ----- | -------- | ----- |
| `tines` | Yes | How many |
| `place` | No | Where |

```json
{"tines": 4}
```
"""

MARKED_UP = """# Fill a jar

Fills a jar to the brim.

Endpoint: POST /shelves/{shelf_id}/jars
Version: 1.0.0
Security: ApiKeyAuth

## Path parameters:

  - `shelf_id` (string, required)
    The shelf
    Example: "s1"

## Query parameters:

  - `limit` (integer)
    How many
    Default: 10

  - `state` (string)
    Enum: "full", "empty"

## Request fields (application/json):

  - `name` (string, required)
    What to write on it
    Example: "Plum"

  - `lid` (object)

  - `lid.colour` (string)
    Example: "red"

  - `tags` (array)

## Response 201 fields (application/json):

  - `id` (string)
    Example: "j1"

  - `name` (string, required)

## Response 400 fields (application/json):

  - `message` (string, required)

## Response 401 fields

## Response 500 fields
"""


def test_method_and_url_stand_behind_labels() -> None:
    assert told(LABELS) == {
        "POST /api/pots/{pk}/pour/": ["path pk! integer", "sends application/json", "201 1", "400 1", "404 1"]
    }


def test_a_list_is_a_form_filled_in() -> None:
    assert told(BULLETS) == {"GET /cups/{id}": ["path id! integer", "query lang", "200 1", "401 1", "404 1"]}


def test_what_can_be_folded_away_has_a_heading() -> None:
    assert told(FOLDED) == {
        "GET /urns/{urn_id}": ["path urn_id! integer", "query full boolean", "200 0", "404 1"],
        "POST /urns": ["201 0"],
    }


def test_tabs_are_answers() -> None:
    assert told(TABS) == {
        "POST /samovars/{samovarId}/light": [
            "path samovarId!",
            "sends application/json",
            "field match string",
            "field coals number",
            "200 1",
            "400 1",
        ],
        "GET /samovars/{samovarId}": ["path samovarId!", "query verbose! boolean"],
    }


def test_a_heading_gives_the_method_and_a_sample_the_url() -> None:
    assert told(COLLECTION) == {
        "GET /v1/plates": ["header X-Shop", "query size", "query page", "200 1"],
        "POST /v1/plates": ["sends application/json"],
    }


def test_a_column_is_called_after_the_body() -> None:
    assert told(SAMPLES) == {
        "GET /api/teapots": ["query api_key! string", "query page number"],
        "GET /api/teapots/{id}": ["path id! string"],
        "POST /api/teapots": ["sends application/json", "field name string", "field litres number"],
    }


def test_facts_of_a_field_stand_below_each_other() -> None:
    assert told(STACKED) == {
        "GET /v1/shops/{shop_id}/shelves": [
            "path shop_id! string",
            "query limit integer",
            "query order string",
            "2XX 0",
            "gives id string",
            "gives labels array",
        ]
    }


def test_facts_of_a_field_stand_beside_each_other() -> None:
    assert told(BESIDE) == {
        "GET /spoons/{spoonId}": ["path spoonId! integer", "query polished boolean", "200 0", "404 0"]
    }


def test_a_sample_of_the_described_fields_is_the_body() -> None:
    assert told(SHOWN) == {"POST /forks": ["sends application/json", "field tines", "field place"]}


def test_fields_of_bodies_and_answers_are_lists() -> None:
    assert told(MARKED_UP) == {
        "POST /shelves/{shelf_id}/jars": [
            *("path shelf_id! string", "query limit integer", "query state string", "sends application/json"),
            *("field name string", "field lid object", "field tags array"),
            *("201 0", "gives id string", "gives name string", "400 0", "gives message string", "401 0", "500 0"),
        ]
    }


SPOKEN = """# 杯子

## 倒水

- `POST /cups/{id}/fill  (HMAC)`

### 参数

| 参数名称 | 类型 | 是否必需 | 描述 |
|------|------|------|------|
| amount | LONG | YES | 毫升 |
| note | STRING | 否 | 备注 |
"""

KEYED = """# Cups

## List cups

`GET /cups`

| Name | Located in | Required |
|------|------------|----------|
| Authorization | header | Yes |
| X-Trace | header | No |
"""


def test_words_of_another_language() -> None:
    assert told(SPOKEN) == {
        "POST /cups/{id}/fill": [
            *("path id!", "sends application/json", "field amount integer", "field note string"),
        ]
    }


def test_a_row_for_credentials_is_no_parameter() -> None:
    operation = read(KEYED)[0].operations[0]
    assert facts(operation) == ["header X-Trace"]
    assert operation.security


def test_a_method_above_its_path_may_be_small() -> None:
    small = STACKED.replace("GET\n", "get\n")
    assert small != STACKED and told(small) == told(STACKED)

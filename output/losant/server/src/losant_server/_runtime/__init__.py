"""The engine under the routes: hand-written, the same for every API.

* `operation` - how an operation is declared
* `application` - puts operations into a FastAPI application
* `engine` - the way of one request, from the route to the response
* `routing` - finds the operation for a request
* `security` - finds the credentials
* `parameters`, `bodies` - turn what is on the wire into Python values
* `adapters` - check and convert values
* `context` - what a handler can ask about the request it serves
* `answers` - turn values, examples and problems into responses
* `problems` - what is wrong with a request, and how to say so
* `documentation` - the OpenAPI document behind `/docs`
* `model` - the base of all data types
"""

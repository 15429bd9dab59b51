"""The engine under the routes: hand-written, the same for every API.

* `operation` - how an operation is declared
* `routing` - finds the operation for a request
* `parameters`, `bodies` - turn what is on the wire into Python values
* `security` - finds the credentials
* `answers` - turn values, examples and problems into responses
* `engine` - the way of one request, from the route to the response
* `context` - what a handler can ask about the request it serves
* `documentation` - the OpenAPI document behind `/docs`
"""

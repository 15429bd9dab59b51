"""What every call has in common: how requests are written, sent, repeated, and answers read.

* `operation` - what is fixed about an operation: method, path, types
* `styles`, `requests` - arguments to a request
* `auth` - credentials
* `transport`, `retries` - sending, again if need be
* `responses`, `reading` - an answer to typed values, or to an error
* `paging` - lists that come in pages
* `streams` - answers that come piece by piece
* `model` - the base of all data types
"""

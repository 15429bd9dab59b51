"""Specloom: one model of an API from its OpenAPI document and its documentation pages, and what is made from it.

The way of a document through the package, each step a function from data to data:

    source    text              -> plain tree, with positions on demand
    readers   tree or page      -> Draft      what one source claims
    resolve   Drafts            -> Api        one model; disagreements become findings
    views     Api               -> Jobs       what each file of a target says, down to the last name
    render    Jobs              -> Files      templates print it
    output    Files             -> the folder

Data stands at the bottom (`diagnostics`, `source`, `draft`, `model`, `artifact`, `config`, `codes`, `encoders`), the
stages above it know nothing of each other, `build` puts them in order and `cli` speaks with people. ARCHITECTURE.md
tells why.
"""

__version__ = "0.1.0"

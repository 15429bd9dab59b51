"""An example value for every shape. `values` makes them, `fitting` says whether one is valid, `misfits` why it is not,
`patterns` writes texts that match a regular expression.
"""

from generator.resolve.examples.values import Examples, named

__all__ = ["Examples", "named"]

"""The command `specloom`: the only place that prints or exits.

* `commands` - the commands and their options
* `findings` - findings for people (text) and for machines (JSON, GitHub annotations, SARIF)
"""

from generator.cli.commands import main

__all__ = ["main"]

"""Which operations of several sources are one and the same.

In: drafts. Out: `Group`s of claims. `groups` joins, `likeness` compares what operations mean.
"""

from generator.resolve.identity.groups import Group, Member, match

__all__ = ["Group", "Member", "match"]

"""Which operations of several sources are one and the same.

In: drafts. Out: `Group`s of claims. `groups` joins, `likeness` compares what operations mean.
"""

from generator.resolve.identity.groups import Group, Member, is_prefix, match

__all__ = ["Group", "Member", "is_prefix", "match"]

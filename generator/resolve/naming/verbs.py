"""English verbs that say what an operation does.

In: a word. Out: whether it is such a verb, and whether it is a noun as well. It knows nothing of operations.
"""

from __future__ import annotations

from typing import Final


def is_verb(word: str) -> bool:
    """Whether the word, in small letters, can say what is done."""
    return word in _VERBS


def is_noun_too(word: str) -> bool:
    """Whether the verb is as often the name of a thing."""
    return word in _ALSO_NOUNS


_NOUNS_TOO: Final = """
archive block cancel capture copy delete export import lock match ping query refund reset scale search test view
"""
_VERBS_ONLY: Final = """
abort accept ack acknowledge activate add apply approve assign associate attach authenticate authorize backfill ban
begin bind bulk calculate change check clear clone close complete compute confirm connect convert count create
deactivate decline decrypt demote deny deploy deprovision detach detect disable disconnect dismiss dispatch download
duplicate edit enable encrypt end enqueue evaluate execute expire extend fetch finalize find finish flush follow
force generate get grant halt hide initialize install interrupt invite invoke join kick kill launch leave like link
list login logout map mark merge migrate move mute nack notify open parse pause pin poll prepare preview process
promote provision publish purge push reassign reboot rebuild recalculate redeliver redo refresh regenerate register
reindex reject release reload remove rename renew reopen repair replace reply reprocess request rescan resend
resolve restart restore resume resync retrieve retry revert revoke rollback rotate run save schedule select send set
share shutdown sign simulate skip snooze start stop submit subscribe suspend switch sync synchronize terminate
toggle transfer transform trigger unarchive unassign unban unblock undelete undeploy undo unfollow uninstall unlike
unlink unlock unmute unpin unpublish unsubscribe unsuspend update upgrade upload validate verify void vote withdraw
"""
_ALSO_NOUNS: Final = frozenset(_NOUNS_TOO.split())
_VERBS: Final = _ALSO_NOUNS | frozenset(_VERBS_ONLY.split())

"""Resources and actions: the way to each operation, in snake-case words of no language.

`names` decides; `document_names` reads operationIds and tags, `place_names` reads methods and paths, `phrases` reads
what people wrote.
"""

from generator.resolve.naming.names import Name, name_all, settled_by_user, title_of, webhook_names

__all__ = ["Name", "name_all", "settled_by_user", "title_of", "webhook_names"]

"""What sources say around an API -> the model's words for it. The first source that says something counts."""

from __future__ import annotations

from collections.abc import Sequence

from generator import draft, model


def about(sources: Sequence[draft.Draft]) -> model.About:
    """Contact, licence, terms and further pages, each from the first document that names it."""
    said = [source.about for source in sources if source.about is not None]
    contact = next((entry.contact for entry in said if entry.contact), None)
    licence = next((entry.license for entry in said if entry.license), None)
    return model.About(
        summary=next((entry.summary for entry in said if entry.summary), ""),
        terms_of_service=next((entry.terms_of_service for entry in said if entry.terms_of_service), ""),
        contact=model.Contact(name=contact.name, url=contact.url, email=contact.email) if contact else None,
        license=model.License(name=licence.name, identifier=licence.identifier, url=licence.url) if licence else None,
        external_docs=external_docs(next((entry.external_docs for entry in said if entry.external_docs), None)),
    )


def external_docs(said: draft.ExternalDocs | None) -> model.ExternalDocs | None:
    """A page elsewhere, in the model's words."""
    return model.ExternalDocs(url=said.url, description=said.description) if said else None

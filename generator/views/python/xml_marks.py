"""How values are written in XML, as Python says it: `InXml(name="pet")`, on the fields of models and on bodies.

In: the facts of the model. Out: `Code`. The runtime's `xml_bodies` reads them.
"""

from __future__ import annotations

from generator import model
from generator.encoders.python import Code, literal

MODULE = "xml_bodies"
"""The module of the runtime; only where an API has bodies in XML."""


def mark(xml: model.Xml, runtime: str) -> Code:
    """The mark as it is written."""
    facts = {"name": xml.name, "namespace": xml.namespace, "prefix": xml.prefix, "node": xml.node}
    said = [f"{key}={literal(value)}" for key, value in facts.items() if value]
    if xml.items is not None and xml.items != model.Xml():
        said.append(f"items={mark(xml.items, runtime)}")
    return Code(f"InXml({', '.join(said)})", [(f"{runtime}.{MODULE}", "InXml")])

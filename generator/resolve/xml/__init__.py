"""Bodies in XML: whether a shape can be carried (`carried`), its examples as XML (`writing`) and back (`reading`).

What an element or attribute is called, and where it stands, is `model.Xml`; the rules are those of OpenAPI 3.2 §4.26.
"""

"""What single texts say, in the notations of documentation: types, values, URLs, sample calls, JSON Schema.

In: a text, a cell or a sample, and the profile's words. Out: a schema, a value, a call ... They know no sections.
"""

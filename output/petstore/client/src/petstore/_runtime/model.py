"""The base of all data types, and the choice between the variants of a union."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ForwardRef, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypeAliasType


class ApiModel(BaseModel):
    """A JSON object with known properties; further ones are kept in `model_extra`.

    A property that was never set is None and is not sent; one that was set to None is sent as null
    (`model_fields_set` tells the two apart).
    """

    model_config = ConfigDict(
        defer_build=True,
        extra="allow",
        protected_namespaces=(),
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=True,
    )

    __pydantic_extra__: dict[str, Any] = Field(init=False)  # pyright: ignore

    if not TYPE_CHECKING:  # to type checkers, the signatures are pydantic's own

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """As pydantic does, but without warnings over values that are not documented."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """As pydantic does, but without warnings over values that are not documented."""
            return super().model_dump_json(**{"warnings": False, **options})


class TaggedModel(ApiModel):
    """One with properties of a single value, by which others know it: they are sent, set or not."""

    if not TYPE_CHECKING:

        def model_post_init(self, _context: Any) -> None:
            """Take the properties that have a value by themselves for set."""
            fields = type(self).model_fields.items()
            own = (
                name for name, field in fields if not (field.is_required() or field.default is None)
            )
            self.__pydantic_fields_set__.update(own)


class OneOf:
    """Marks a union whose variants are told apart by the value of one property.

    Args:
        property_name: The property, as it is called in JSON.
        variants: For each of its values the name of the variant's class.
    """

    def __init__(self, property_name: str, variants: Mapping[str, str]) -> None:
        self.property_name = property_name
        self.variants = variants

    def choose(self, union: object, value: object) -> type[BaseModel] | None:
        """The variant that a JSON object says it is; None where it does not say so."""
        if not isinstance(value, Mapping):
            return None
        name = self.variants.get(str(value.get(self.property_name)))
        for variant in get_args(union):
            if (
                isinstance(variant, type)
                and issubclass(variant, BaseModel)
                and variant.__name__ == name
            ):
                return variant
        return None

    def is_unknown(self, value: object) -> bool:
        """Whether a JSON object says that it is a variant that is not among these."""
        told = value.get(self.property_name) if isinstance(value, Mapping) else None
        return isinstance(told, str) and told not in self.variants

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate as the variant that was chosen, or as any of them."""

        def validate(
            value: object, any_of_them: core_schema.ValidatorFunctionWrapHandler
        ) -> object:
            variant = self.choose(source, value)
            return any_of_them(value) if variant is None else variant.model_validate(value)

        return core_schema.no_info_wrap_validator_function(validate, handler(source))


def alias_target(alias: TypeAliasType) -> Any:
    """What an alias stands for; one that refers to itself is spelt as text before Python 3.12."""
    target = alias.__value__
    text = target.__forward_arg__ if isinstance(target, ForwardRef) else target
    if isinstance(text, str):
        return eval(text, vars(sys.modules[str(alias.__module__)]))
    return target

"""The handlers of all resources: one class each, one method an operation."""

from __future__ import annotations

from dataclasses import dataclass, field

from .application import ApplicationHandler
from .experience_domain import ExperienceDomainHandler
from .experience_domains import ExperienceDomainsHandler
from .experience_endpoint import ExperienceEndpointHandler
from .experience_endpoints import ExperienceEndpointsHandler
from .experience_group import ExperienceGroupHandler
from .experience_groups import ExperienceGroupsHandler
from .experience_slug import ExperienceSlugHandler
from .experience_slugs import ExperienceSlugsHandler
from .experience_user import ExperienceUserHandler
from .experience_users import ExperienceUsersHandler


@dataclass(kw_only=True)
class Handlers:
    """What serves each resource; give an instance of your own subclass where you have one."""

    experience_domain: ExperienceDomainHandler = field(default_factory=ExperienceDomainHandler)
    experience_domains: ExperienceDomainsHandler = field(default_factory=ExperienceDomainsHandler)
    experience_endpoint: ExperienceEndpointHandler = field(
        default_factory=ExperienceEndpointHandler
    )
    experience_endpoints: ExperienceEndpointsHandler = field(
        default_factory=ExperienceEndpointsHandler
    )
    experience_group: ExperienceGroupHandler = field(default_factory=ExperienceGroupHandler)
    experience_groups: ExperienceGroupsHandler = field(default_factory=ExperienceGroupsHandler)
    experience_slug: ExperienceSlugHandler = field(default_factory=ExperienceSlugHandler)
    experience_slugs: ExperienceSlugsHandler = field(default_factory=ExperienceSlugsHandler)
    experience_user: ExperienceUserHandler = field(default_factory=ExperienceUserHandler)
    experience_users: ExperienceUsersHandler = field(default_factory=ExperienceUsersHandler)
    application: ApplicationHandler = field(default_factory=ApplicationHandler)

"""The pages of sources."""

from dataclasses import dataclass

from poimenno.queries.source_queries import SourceDetail, SourceSummary, find_source, list_sources
from poimenno.site.page_request import PageRequest, get_or_404


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All sources of the record."""

    sources: tuple[SourceSummary, ...]


def sources(request: PageRequest) -> SourcesPage:
    """All sources with their citations and counts."""
    return SourcesPage(list_sources(request.db))


def source(request: PageRequest) -> SourceDetail:
    """A source: citation, files with checksums, what was read and what was not."""
    return get_or_404(find_source(request.db, request.path["source_id"]))

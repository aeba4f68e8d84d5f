"""The pages of persons: the search for a name, and one person with every entry, value, case and link."""

from dataclasses import dataclass
from urllib.parse import urlencode

from poimenno.foundation.errors import NotFound
from poimenno.queries.person_queries import Person, WithheldPerson, find_person
from poimenno.queries.search_queries import Facets, Hit, SearchQuery, count_facets, fact_names, find_persons
from poimenno.site.page_request import Moved, PageRequest
from poimenno.values import ids

PER_PAGE = 50
MAX_LENGTH = 200
# The facts that a search can be narrowed to, in the order in which they are shown.
FACTS = ("year", "region", "operation", "body", "place", "day", "sentenced", "shot", "source")


@dataclass(frozen=True, slots=True)
class ChosenFact:
    """A fact that the search is narrowed to; the names are its value where the record knows none."""

    fact: str
    value: str
    name_en: str
    name_ru: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of the persons who fit a query, `first` the number of the first of them, and the facets of all."""

    query: str
    chosen: tuple[ChosenFact, ...]
    total: int
    page: int
    pages: int
    first: int
    persons: tuple[Hit, ...]
    facets: Facets

    def is_chosen(self, fact: str, value: str) -> bool:
        """Whether the search is narrowed to a value of a fact."""
        return any(chosen.fact == fact and chosen.value == value for chosen in self.chosen)

    def address(self, **changes: object) -> str:
        """The address of this search with some values changed; None takes a fact away, and the page unless given."""
        values = {"q": self.query} | {chosen.fact: chosen.value for chosen in self.chosen} | changes
        return "search?" + urlencode({name: value for name, value in values.items() if value not in (None, "")})


def search(request: PageRequest) -> SearchPage:
    """Persons found by name and facts, with facets."""
    query, page = _query(request), request.page_number()
    result = find_persons(request.db, query, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return SearchPage(
        query=query.words,
        chosen=_chosen(request, query),
        total=result.total,
        page=page,
        pages=max(1, -(-result.total // PER_PAGE)),
        first=(page - 1) * PER_PAGE + 1,
        persons=result.persons,
        facets=count_facets(request.db),
    )


def _query(request: PageRequest) -> SearchQuery:
    """What was asked for; a year that is not one narrows nothing."""
    year = request.text("year")
    return SearchQuery(
        words=request.text("q")[:MAX_LENGTH],
        year=int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None,
        region=request.text("region") or None,
        operation=request.text("operation") or None,
        body=request.text("body") or None,
        place=request.text("place") or None,
        day=request.text("day") or None,
        sentenced=request.text("sentenced") or None,
        shot=request.text("shot") or None,
        source=request.text("source") or None,
    )


def _chosen(request: PageRequest, query: SearchQuery) -> tuple[ChosenFact, ...]:
    names = fact_names(request.db, query)
    return tuple(
        ChosenFact(
            fact,
            value,
            names[fact].name_en if fact in names else value,
            names[fact].name_ru if fact in names else value,
        )
        for fact in FACTS
        if (value := request.text(fact))
    )


def person(request: PageRequest) -> Person | WithheldPerson:
    """A person by any handle; raises Moved if it is not the one by which the person is cited."""
    answer = person_by_handle(request)
    if isinstance(answer, Person) and answer.person_id != request.path["person_id"]:
        raise Moved(f"/person/{answer.person_id}")
    return answer


def person_by_handle(request: PageRequest) -> Person | WithheldPerson:
    """A person by the handle of any of their entries."""
    answer = find_person(request.db, ids.normalise(request.path["person_id"]))
    if answer is None:
        raise NotFound
    return answer

"""The page of the linkage: how entries become persons, the weights of the model, the links by weight."""

from starlette.requests import Request
from starlette.responses import Response

from poimenno.people.linkage import THRESHOLD
from poimenno.publication import links
from poimenno.publication.site import charts
from poimenno.publication.site.rendering import Page


def linkage(request: Request) -> Response:
    """The model's own charts: outcomes with their weights, links by weight and by threshold."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        levels = links.levels()
        comparisons = [
            {
                "name": page.comparison(name),
                "chart": charts.weights(
                    (of := [one for one in levels if one["comparison"] == name]),
                    page._("Weights of the outcomes, in bits"),
                    lambda one: one["level"] if page.language == "en" else one["level_ru"],
                    page.wording.weight,
                ),
                "levels": of,
            }
            for name in dict.fromkeys(one["comparison"] for one in levels)
        ]
        weights = links.by_weight(db)
        chart = charts.bars(
            [
                (
                    page._("{low} to {high} bits").format(low=row["weight"], high=row["weight"] + links.STEP),
                    row["links"],
                    f"{page.number(row['links'])} ({page.number(row['used'])})",
                )
                for row in weights
            ],
            page._("Links by weight"),
        )
        return page.render(
            "linkage.html",
            comparisons=comparisons,
            chart=chart,
            thresholds=links.by_threshold(db),
            threshold=THRESHOLD,
        )

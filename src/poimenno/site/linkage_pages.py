"""The page of the linkage: how entries become persons, the weights of the model, the links by weight."""

from starlette.requests import Request
from starlette.responses import Response

from poimenno.charts import bars
from poimenno.people.linkage import THRESHOLD
from poimenno.queries import link_queries
from poimenno.site.rendering import Page


def linkage(request: Request) -> Response:
    """The model's own charts: outcomes with their weights, links by weight and by threshold."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        levels = link_queries.levels()
        comparisons = [
            {
                "name": page.comparison(name),
                "chart": bars.weights(
                    (of := [one for one in levels if one["comparison"] == name]),
                    page._("Weights of the outcomes, in bits"),
                    lambda one: one["level"] if page.language == "en" else one["level_ru"],
                    page.wording.weight,
                ),
                "levels": of,
            }
            for name in dict.fromkeys(one["comparison"] for one in levels)
        ]
        weights = link_queries.by_weight(db)
        chart = bars.bars(
            [
                (
                    page._("{low} to {high} bits").format(low=row["weight"], high=row["weight"] + link_queries.STEP),
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
            thresholds=link_queries.by_threshold(db),
            threshold=THRESHOLD,
        )

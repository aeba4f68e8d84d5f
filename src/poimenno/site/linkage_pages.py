"""The page of the linkage: how entries become persons, the weights of the model, the links by weight."""

from starlette.requests import Request
from starlette.responses import Response

from poimenno.charts.bars import LabelledBar, WeightBar, bar_chart, weight_chart
from poimenno.people.linkage import THRESHOLD
from poimenno.queries import link_queries
from poimenno.site.rendering import Page


def linkage(request: Request) -> Response:
    """The model's own charts: outcomes with their weights, links by weight and by threshold."""
    with request.app.state.opening.use() as db:
        page = Page(request, db)
        levels = link_queries.levels()
        label = "level" if page.language == "en" else "level_ru"
        comparisons = [
            {
                "name": page.comparison(name),
                "chart": weight_chart(
                    [WeightBar(row[label], row["weight"], page.wording.weight(row["weight"])) for row in own],
                    page._("Weights of the outcomes, in bits"),
                ),
                "levels": own,
            }
            for name in dict.fromkeys(row["comparison"] for row in levels)
            for own in [[row for row in levels if row["comparison"] == name]]
        ]
        weights = link_queries.by_weight(db)
        chart = bar_chart(
            [
                LabelledBar(
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

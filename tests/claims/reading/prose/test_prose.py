"""Figures read from prose by general rules: the page from which the project started, and pages made up."""

import collections
import pathlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno import reference
from poimenno.claims import checking
from poimenno.claims.reading import claim_files, prose
from poimenno.cli import check_json
from tests import real_data

needs_page = real_data.needs(real_data.STARTING_PAGE)

MADE_UP = """Made-up page for tests

Between August 1937 and November 1938 over one and a half million people were arrested in the Soviet Union.

11 December 1937: NKVD Directive No. 50215 ("The Greek Operation")

Of the 21,557 people arrested between December 1937 and November 1938, 10,545 were shot and 1,300 were imprisoned.

In Ukraine 5,000 were arrested, in Georgia about 2,300 (31 of 44 by another count).

30 July 1937: NKVD Order No. 00447

The quotas added up to 71,000 of the "1st category" and 190,000 of the second category. The first were multiplied by
four for the "1st category". Of 700,123 arrested in Russia (800,103 in the USSR), 400,050 were shot (USSR, 450,051) and
250,050 (USSR, 350,052) sent to the camps (Made-up Author, 2001).

NKVD Order No. 00999 (on something that is in no table)

More than 2,000 people were arrested.

The Finnish operation

At least 11,066 people were convicted, of them 9,078 to death and 1,988 to imprisonment.


The Great Terror took 600,000 lives by execution in fifteen months: 40,000 executions a month, or 1,500 a day.

[1] Nikolai Yezhov was appointed in 1931. Replaced in November 1938, he was arrested the next year and shot in 1940.
"""


def figures_in(text: str) -> list[tuple[str, ...]]:
    rows = prose.read(text).rows
    return [
        tuple(row.get(name) or "" for name in ("measure", "operation", "scope", "region", "unit", "value"))
        for row in rows
        if row["measure"] != "event"
    ]


def figure(*stated: str) -> tuple[str, ...]:
    measure, operation, value, *rest = stated
    named = dict(zip(("region", "unit", "scope"), rest, strict=False))
    return measure, operation, named.get("scope", ""), named.get("region", ""), named.get("unit", ""), value


@needs_page
def test_the_starting_page_reads_as_it_was_entered_by_hand() -> None:
    reading = prose.read(real_data.STARTING_PAGE.read_text(encoding="utf-8"))
    rows = reading.rows
    assert reading.problems == []
    names = ("measure", "operation", "scope", "region", "unit", "value", "period_start", "period_end")

    def stated(row: dict[str, str]) -> tuple[str, ...]:
        of_limits = row["measure"].startswith("limit") or row.get("scope") == "planned"
        return tuple(
            "" if of_limits and name.startswith("period") else row.get(name) or ("people" if name == "unit" else "")
            for name in names
        )

    by_hand = collections.Counter(stated(row) for row in reference.rows("figures/starting_page"))
    assert collections.Counter(stated(row) for row in rows if row["measure"] != "event") == by_hand
    dated = {(row["event"], row["date"]) for row in rows if row["measure"] == "event"}
    assert dated == {
        (row["event"], row["date"])
        for row in reference.rows("figures/statements")
        if "summary page" in row["source"]
    }  # fmt: skip


def test_a_page_made_up_reads_as_it_says() -> None:
    results = figures_in(MADE_UP)
    for expected in (
        figure("arrested", "", "1500000"),
        figure("arrested", "50215", "21557"),
        figure("executed", "50215", "10545"),
        figure("camp", "50215", "1300"),
        figure("arrested", "50215", "5000", "ukraine"),
        figure("arrested", "50215", "2300", "georgia"),
        figure("limit_category_1", "00447", "71000"),
        figure("limit_category_2", "00447", "190000"),
        figure("executed", "00447", "4", "", "times_limit"),
        figure("arrested", "00447", "700123", "rsfsr"),
        figure("arrested", "00447", "800103"),
        figure("executed", "00447", "400050", "rsfsr"),
        figure("executed", "00447", "450051"),
        figure("camp", "00447", "250050", "rsfsr"),
        figure("camp", "00447", "350052"),
        figure("convicted", "finnish", "11066"),
        figure("executed", "finnish", "9078"),
        figure("camp", "finnish", "1988"),
        figure("executed", "", "600000"),
        figure("duration", "", "15", "", "months"),
        figure("executed", "", "40000", "", "people_per_month"),
        figure("executed", "", "1500", "", "people_per_day"),
    ):
        assert expected in results
        results.remove(expected)
    assert results == []


def test_what_no_rule_reads_is_listed_with_its_line() -> None:
    problems = [str(problem) for problem in prose.read(MADE_UP).problems]
    assert [re.match(r"Line (\d+)", problem)[1] for problem in problems] == ["9", "9", "19"]  # type: ignore[index]
    assert "31 was not understood" in problems[0]
    assert "not in the table of operations" in problems[2]


def _check(path: pathlib.Path, *, alone: bool = False) -> dict[str, Any]:
    return check_json.as_json(checking.check_file(path, alone=alone))


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("page") / "made-up-page.txt"
    path.write_text(MADE_UP, encoding="utf-8")
    return _check(path, alone=True)


@pytest.mark.parametrize(
    ("kind", "arithmetic"),
    [
        ("relabelled_total", "450,051 + 350,052 = 800,103"),
        ("rest", "700,123 − 400,050 − 250,050 = 50,023"),
        ("rest", "21,557 − 10,545 − 1,300 = 9,712 ≥ 9,662"),
        ("multiple_differs", "450,051 ÷ 71,000 = 6.34"),
        ("rate_agrees", "600,000 ÷ 15 = 40,000"),
        ("rate_differs", "600,000 ÷ 487 = 1,232"),
    ],
)
def test_the_findings_follow_from_other_numbers(findings: dict[str, Any], kind: str, arithmetic: str) -> None:
    assert any(item["kind"] == kind and arithmetic in item["arithmetic"] for item in findings["findings"]), [
        (item["kind"], item["arithmetic"]) for item in findings["findings"]
    ]


def test_a_date_that_others_contradict(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "made-up-page.txt"
    path.write_text(MADE_UP, encoding="utf-8")
    results = _check(path)["findings"]
    assert any(item["kind"] == "dates_differ" and "1931" in item["arithmetic"] for item in results)


@needs_page
@pytest.mark.parametrize("step", [1, 13, 977])
def test_a_copy_of_the_page_with_other_numbers_is_checked_too(tmp_path: pathlib.Path, step: int) -> None:
    text = real_data.STARTING_PAGE.read_text(encoding="utf-8")
    other = re.sub(r"\d{1,3}(?:,\d{3})+", lambda match: f"{int(match[0].replace(',', '')) + step:,}", text)
    path = tmp_path / "copy.txt"
    path.write_text(other, encoding="utf-8")
    results = _check(path, alone=True)
    sums = {item["arithmetic"] for item in results["findings"] if item["kind"] in ("rest", "relabelled_total")}
    rest = 704_248 - 319_533 - 265_773 - step
    assert f"{704_248 + step:,} − {319_533 + step:,} − {265_773 + step:,} = {rest:,}" in sums
    assert not any("443,2" in item and "= 831,892" in item for item in sums)


@needs_page
def test_the_order_of_the_sections_does_not_matter() -> None:
    text = real_data.STARTING_PAGE.read_text(encoding="utf-8")
    heads = [match.start() for match in re.finditer(r"(?m)^\d+ \w+ 1937: NKVD", text)]
    end = text.index("Because of the")
    parts = [text[start:stop].rstrip() + "\n\n" for start, stop in zip(heads, [*heads[1:], end], strict=True)]
    turned = text[: heads[0]] + "".join(reversed(parts)) + "\n\n" + text[end:]
    assert collections.Counter(figures_in(turned)) == collections.Counter(figures_in(text))


RUSSIAN = """Выдуманная страница для проверки

С августа 1937 г. по ноябрь 1938 г. было арестовано более полутора миллионов человек, из них 681 692 расстреляны.

30 июля 1937: Приказ НКВД № 00447

По приказу было арестовано 767 000 человек, из которых 387 тыс. расстреляно, 380 тыс. отправлено в лагеря. В РСФСР
арестовано 704 248 человек (в СССР — 831 892).

25 июля 1937 г.: Приказ № 00439 («немецкая операция»)

В ходе операции было осуждено 55 005 человек, в том числе 41 898 приговорено к расстрелу. Почти 40 000 жён были
арестованы и осуждены. Ежов был назначен наркомом в 1934 г.
"""


def test_russian_prose_is_read_too() -> None:
    assert figures_in(RUSSIAN) == [
        figure("arrested", "", "1500000"),
        figure("executed", "", "681692"),
        figure("arrested", "00447", "767000"),
        figure("executed", "00447", "387000"),
        figure("camp", "00447", "380000"),
        figure("arrested", "00447", "704248", "rsfsr"),
        figure("arrested", "00447", "831892"),
        figure("convicted", "00439", "55005"),
        figure("executed", "00439", "41898"),
        figure("arrested", "00439", "40000", "", "", "wives"),
        figure("convicted", "00439", "40000", "", "", "wives"),
    ]
    events = {(row["event"], row["date"]) for row in prose.read(RUSSIAN).rows if row["measure"] == "event"}
    assert events == {("order_00447", "1937-07-30"), ("order_00439", "1937-07-25"), ("yezhov_appointed", "1934")}


@given(st.text(st.sampled_from(list("10,. ()arestdшотN№o\n“”-")), max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    reading = prose.read(text)
    assert all(row["measure"] for row in reading.rows)
    assert all(problem.translated("ru") for problem in reading.problems)


def test_a_text_without_figures_is_refused(tmp_path: pathlib.Path) -> None:
    from poimenno.foundation.errors import SourceError

    path = tmp_path / "letter.txt"
    path.write_text("Nothing is counted here.\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"letter\.txt"):
        claim_files.read(path)

"""The pages in a real browser: they fit the screen, anyone can use them, and they need no scripts."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.site_pages import SIMPLE

pytestmark = pytest.mark.browser

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# The person of two lists has rival values, a finding and a link; an address of an old entry leads there.
PERSON = "person"
PAGES = (*SIMPLE, "search?q=Образец&year=1937", PERSON, "no-such-page")
TWICE = "Двусписочный Вымысел Образцович"


@pytest.fixture(scope="session")
def person(browser: Browser, site: str) -> str:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/search?q=Двусписочный")
    address = page.get_by_role("link", name=TWICE).get_attribute("href") or ""
    context.close()
    return address.removeprefix("/en/")


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    # The pages forbid all scripts, that of the test too: it is let past the policy, and nothing else is.
    made = {
        "desktop, light": browser.new_context(viewport=DESKTOP, color_scheme="light", bypass_csp=True),
        "phone, dark": browser.new_context(viewport=PHONE, color_scheme="dark", bypass_csp=True),
    }
    yield made
    for context in made.values():
        context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def unfold(page: Page) -> None:
    """Open what is folded, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def overhang(page: Page) -> list[str]:
    """What stands out of the screen to the right, where the document scrolls sideways."""
    found = page.evaluate(
        """() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return [];
            return [...document.body.querySelectorAll('*')]
                .filter(one => one.getBoundingClientRect().right > wide + 1 && !one.closest('.scroll, .sr, .skip'))
                .map(one => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40));
        }"""
    )
    return list(found) or (["the document"] if page.evaluate("scrollX") else [])


def shorten(page: Page) -> None:
    """Keep the beginnings of long tables and lists: what follows is like it, and checking it takes minutes."""
    page.evaluate("document.querySelectorAll('tr:nth-child(n+9), li:nth-child(n+15)').forEach(one => one.remove())")


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_page_fits_and_is_open_to_all(
    contexts: dict[str, BrowserContext], site: str, person: str, language: str, address: str
) -> None:
    for screen, context in contexts.items():
        page = opened(context, f"{site}/{language}/{person if address == PERSON else address}")
        unfold(page)
        assert overhang(page) == [], screen
        # What is wrong for an eye or an ear is so in both languages: one colour scheme for each finds it.
        if (language, screen) in {("en", "desktop, light"), ("ru", "phone, dark")}:
            shorten(page)
            found = Axe().run(page, options=RULES).response
            assert found["passes"]
            assert [(one["id"], [node["html"][:200] for node in one["nodes"]][:5]) for one in found["violations"]] == []
        page.close()


@pytest.mark.parametrize(("language", "inferred"), [("en", "Inferred"), ("ru", "Вывод")])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_a_name_to_the_source_without_scripts(
    browser: Browser, site: str, screen: ViewportSize, language: str, inferred: str
) -> None:
    context = browser.new_context(viewport=screen, java_script_enabled=False)
    page = opened(context, f"{site}/{language}/")
    page.locator("#first-search").fill("Dvuspisochnyi")
    page.locator("#first-search").press("Enter")
    page.get_by_role("link", name=TWICE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TWICE)
    expect(page.locator(".inferred")).to_contain_text(inferred)
    # A value leads to the entry that says it; the entry to its source.
    page.locator(".values .said a").first.click()
    expect(page).to_have_url(re.compile(r"#[0-9a-z]{11}$"))
    entry = page.locator("section.entry:target")
    expect(entry).to_be_in_viewport()
    entry.locator("summary").click()
    expect(entry.locator("table.read")).to_be_visible()
    entry.locator("h3 a").click()
    expect(page).to_have_url(re.compile(rf"/{language}/source/"))
    expect(page.locator("table.files code")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    context.close()


def test_a_bar_of_the_chart_leads_to_its_names(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = opened(context, f"{site}/en/place/butovo")
    bar = page.get_by_role("link", name="15 January 1938: 1")
    bar.click()
    expect(page.get_by_role("link", name=TWICE)).to_be_visible()
    expect(page.locator(".total")).to_have_text("1 person")
    # A fact is taken away again by its cross.
    page.get_by_role("link", name="Remove filter: Day of the shooting").click()
    expect(page.locator(".total")).not_to_have_text("1 person")
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = opened(context, f"{site}/en/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    context.close()


def test_a_page_asks_nothing_of_other_sites(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for address in ("/", "/ru/search?q=Образец", "/en/place/butovo", "/en/claims"):
        page.goto(site + address)
    assert {re.sub(r"^(data:|https?://[^/]+).*", r"\1", one) for one in asked} <= {site, "data:"}
    assert complaints == []
    context.close()

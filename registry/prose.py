"""Prose: the text people write, in Markdown, made safe to show on screens and on paper."""

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

HIGHEST_HEADING, LOWEST_HEADING = 3, 6
"""Text stands under a heading of the page's own, at level 2: the highest of its headings is the next below."""

TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "blockquote", "code", "pre", "a", "ul", "ol", "li"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto"}


def prose(text: str | None) -> Markup:
    """Markdown as HTML of a few harmless kinds: no script, no picture, nothing fetched, whatever was written."""
    html = _markdown.render(text or "")
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES))


def fit_the_page(state: StateCore) -> None:
    """Bring the headings to the page's levels, and say of a table's that they stand over columns."""
    headings = [token for token in state.tokens if token.type in ("heading_open", "heading_close")]
    down = HIGHEST_HEADING - min((int(token.tag[1]) for token in headings), default=HIGHEST_HEADING)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + down, LOWEST_HEADING)}"
    for token in state.tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")


_markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_markdown.disable("image")
_markdown.core.ruler.push("fit_the_page", fit_the_page)

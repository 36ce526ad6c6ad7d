"""Charts from a document: what is left of hostile ones, and which are refused."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from lxml import etree

from vagled_lmi.brief import fonts, svg
from vagled_lmi.errors import RenderError


def drawn(inside: str, family: str | None = None) -> str:
    chart = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 100 50" onload="alert(1)" style="background:url(//evil)">{inside}</svg>'
    )
    root = svg.clean_drawing(chart, "prov", "f1-", fonts.readable, family)
    return etree.tostring(etree.fromstring(ET.tostring(root))).decode()


EMPTY = drawn("")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>@import url(//evil.invalid)</style>",
        "<foreignObject><body onload='alert(1)'/></foreignObject>",
        "<image href='https://evil.invalid/x.png'/>",
        "<a href='javascript:alert(1)'><set attributeName='href' to='x'/></a>",
        "<animate attributeName='x' onbegin='alert(1)'/>",
        "<use xlink:href='https://evil.invalid/x.svg#a'/>",
        "<use href='#nowhere'/>",
        "<filter id='f'><feImage href='x'/></filter>",
        "<metadata><rdf xmlns='urn:x'>x</rdf></metadata>",
        "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script>",
        "<!-- <script>x</script> --><?php x?>",
        "<g onclick='alert(1)'></g>",
    ],
)
def test_a_chart_keeps_nothing_but_its_drawing(inside: str) -> None:
    assert drawn(inside) == EMPTY
    assert "evil" not in EMPTY


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("<rect width='5' onclick='x()' fill='red'/>", '<rect width="5" fill="red"/>'),
        ("<rect style='fill: #fff; behavior: url(x)'/>", '<rect fill="#fff"/>'),
        ("<rect fill='url(https://evil.invalid/#a)'/>", "<rect/>"),
        ("<rect style='fill: expression(alert(1))'/>", '<rect fill="expression(alert(1))"/>'),
        (
            "<text x='1'>å <tspan>b</tspan> &lt;b&gt;</text>",
            '<text x="1">&#229; <tspan>b</tspan> &lt;b&gt;</text>',
        ),
        ("<text>a&#x202e;b</text>", "<text>ab</text>"),
        (
            "<text style=\"font: italic 700 9px 'Source Sans Pro'; text-anchor: end\"/>",
            '<text font-style="italic" font-weight="700" font-size="9px" text-anchor="end"/>',
        ),
        (
            "<defs><path id='m' d='M0 0'/></defs><use xlink:href='#m' x='3'/>",
            '<defs><path d="M0 0" id="f1-0"/></defs><use x="3" href="#f1-0"/>',
        ),
        (
            "<clipPath id='c'><rect/></clipPath><g clip-path='url(#c)'><g id='a'><circle/></g></g>",
            '<clipPath id="f1-0"><rect/></clipPath><g clip-path="url(#f1-0)"><circle/></g>',
        ),
        # what could grow without end: a use of a group, a pattern filled with a pattern
        ("<g id='a'><rect/></g><use href='#a'/>", '<g id="f1-0"><rect/></g>'),
        (
            "<pattern id='p'><rect fill='url(#p)'/></pattern><rect fill='url(#p)'/>",
            '<pattern id="f1-0"><rect/></pattern><rect fill="url(#f1-0)"/>',
        ),
    ],
)
def test_what_a_chart_keeps(inside: str, kept: str) -> None:
    assert drawn(inside) == EMPTY.replace("/>", f">{kept}</svg>")


def test_a_chart_in_the_pdf_names_the_bundled_font() -> None:
    assert 'font-family="Source Sans Pro"' in drawn("<text>a</text>", fonts.FAMILY)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        ("<!DOCTYPE svg [<!ENTITY a 'a'>]><svg>&a;</svg>", "ingen SVG"),
        ("<?xml version='1.0'?><svg/>", "ingen SVG"),
        ("<svg" + " " * 5_000_000 + "/>", "större än 4 MB"),
        ("<svg>&bomb;</svg>", "går inte att läsa"),
        ("<svg><rect></svg>", "går inte att läsa"),
        ("<svg>\x00</svg>", "går inte att läsa"),
        ("<svg>\ud800</svg>", "går inte att läsa"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "saknar mått"),
        (SVG.replace("9 9", "0 9") + "</svg>", "saknar mått"),
        (SVG.replace("9 9", "nan 9") + "</svg>", "saknar mått"),
        (SVG.replace("9 9", "9 1000000") + "</svg>", "saknar mått"),
        ("<svg viewBox='0 0 9 9'/>", "saknar mått"),  # no SVG namespace
        (SVG + "<g>" * 20_000 + "</g>" * 20_000 + "</svg>", "nästlat djupare än 40"),
        (SVG + "<g/>" * 50_001 + "</svg>", "fler än 50000 delar"),
        (
            f"{SVG}<path id='m' d='{'L0 0' * 9_000}'/>" + '<use href="#m"/>' * 1_000 + "</svg>",
            "upprepar för mycket",
        ),
    ],
    ids=str,
)
def test_what_is_no_chart_is_refused_by_name(chart: str, message: str) -> None:
    with pytest.raises(RenderError, match=f"Diagrammet prov .*{message}"):
        svg.clean_drawing(chart, "prov", "f1-", fonts.readable)

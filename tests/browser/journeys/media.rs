//! Other media and other hands: on paper, in few colours, without a pointer.

use anyhow::{Result, ensure};
use browser_tests::find::{any, heading, link};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use thirtyfour::Key;

use crate::reactions::reaction;
use crate::site::{self, LEAK, LEAK_TITLE, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    on_paper_there_is_the_text_alone where chromium,
    in_forced_colours_everything_is_told_apart where chromium,
    a_visit_needs_no_pointer,
];

/// No other driver can ask for a medium.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

/// What is on show of all that fits the selector.
async fn on_show(page: &Page, selector: &str) -> Result<Vec<String>> {
    let script = format!(
        "return [...document.querySelectorAll({selector:?})].filter((e) => e.checkVisibility()) \
           .map((e) => e.outerHTML.slice(0, 80))"
    );
    page.js(&script).await
}

async fn on_paper_there_is_the_text_alone(stage: &Stage<'_>) -> Result<()> {
    site::prefer(stage, "theme", "dark");
    let page = stage.open(SPECIMEN).await?;
    page.as_on_paper().await?;
    let interface = "button, nav, dialog, recto-reactions, recto-toc, .contents, .related, .margin-note, .site-footer";
    let shown = on_show(&page, interface).await?;
    ensure!(shown.is_empty(), "on paper there is {shown:?}");
    for selector in [
        "h1",
        ".prose",
        ".footnotes",
        ".byline",
        "time",
        ".prose img",
    ] {
        ensure!(
            !on_show(&page, selector).await?.is_empty(),
            "{selector} is missing"
        );
    }
    let colours: [String; 2] = page
        .js("const { color, backgroundColor } = getComputedStyle(document.querySelector('.prose p')); \
             return [color, getComputedStyle(document.documentElement).backgroundColor]")
        .await?;
    ensure!(
        colours == ["rgb(26, 26, 31)", "rgba(0, 0, 0, 0)"],
        "{colours:?}"
    );
    // A link says where it leads.
    let unsaid: Vec<String> = page
        .js("return [...document.querySelectorAll('.prose a[href^=http]')] \
               .filter((link) => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))) \
               .map((link) => link.href)")
        .await?;
    ensure!(unsaid.is_empty(), "nothing tells of {unsaid:?}");
    Ok(())
}

async fn in_forced_colours_everything_is_told_apart(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.force_colours().await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    // Each pair: what has to look different from what.
    let alike: Vec<String> = page
        .js("const look = (selector, pseudo) => { \
               const { color, backgroundColor, borderTopColor, outlineStyle } = getComputedStyle(document.querySelector(selector), pseudo); \
               return { color, backgroundColor, borderTopColor, outlineStyle }; \
             }; \
             const differs = (one, other, ...names) => names.some((name) => one[name] !== other[name]); \
             document.querySelector('.prose a').focus(); \
             const page = look('html'); \
             const pressed = look('.reaction[aria-pressed=true]'); \
             const other = look('.reaction[aria-pressed=false]'); \
             return Object.entries({ \
               'a pressed reaction and another': differs(pressed, other, 'backgroundColor', 'color'), \
               'a reaction and the page': differs(other, { borderTopColor: page.backgroundColor }, 'borderTopColor'), \
               'the bar of progress and the page': differs(look('.reading-bar'), { borderTopColor: page.backgroundColor }, 'borderTopColor'), \
               'a link and the text': differs(look('.prose a'), look('.prose p'), 'color'), \
             }).filter(([, apart]) => !apart).map(([what]) => what)")
        .await?;
    ensure!(alike.is_empty(), "look alike: {alike:?}");
    Ok(())
}

async fn a_visit_needs_no_pointer(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    page.press(Key::Tab).await?;
    ensure!(
        page.focused().await?.starts_with("link \"Skip"),
        "{}",
        page.focused().await?
    );
    page.press(Key::Enter).await?;
    tab_to(&page, LEAK_TITLE).await?;
    page.press(Key::Enter).await?;
    page.arrive(LEAK).await?;
    page.see(&heading(LEAK_TITLE)).await?;
    // Where the focus is after that differs; the way on begins in the page, and shows where it is.
    tab_to(&page, "Tags").await?;
    page.press(Key::Enter).await?;
    page.arrive("/tags/").await?;
    page.see(&link("Archive").within(any("contentinfo")))
        .await?;
    Ok(())
}

/// Presses Tab until the link has the focus; each stop on the way is to be seen.
async fn tab_to(page: &Page, name: &str) -> Result<()> {
    let wanted = format!("link {name:?}");
    for _ in 0..120 {
        page.press(Key::Tab).await?;
        let focused = page.focused().await?;
        // Behind the last stop it leaves the page.
        if focused == "nothing" {
            continue;
        }
        until(&format!("the focus on {focused} to show"), async || {
            let shows: bool = page
                .js("const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); \
                     const { width, height, bottom, top } = document.activeElement.getBoundingClientRect(); \
                     return document.activeElement === document.body \
                       || (outlineStyle !== 'none' && outlineWidth !== '0px' && width * height > 0 && bottom > 0 && top < innerHeight)")
                .await?;
            Ok(shows.then_some(()))
        })
        .await?;
        if focused == wanted {
            return Ok(());
        }
    }
    anyhow::bail!("no way leads to {wanted}")
}

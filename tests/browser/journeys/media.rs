//! Other media and other hands: on paper, in few colours, with less motion, without a pointer.

use anyhow::{Result, ensure};
use browser_tests::find::{any, button, heading, link};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use serde_json::Value;
use thirtyfour::Key;

use crate::reactions::reaction;
use crate::site::{self, LEAK, LEAK_TITLE, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    on_paper_there_is_the_text_alone where chromium,
    in_forced_colours_everything_is_told_apart where chromium,
    in_forced_colours_the_tools_are_told_apart where chromium,
    whoever_asks_for_less_motion_gets_none,
    others_see_what_moves where chromium,
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

async fn in_forced_colours_the_tools_are_told_apart(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    page.force_colours().await?;
    for (name, parts) in [
        ("Search", "dialog, input"),
        (
            "Reading preferences",
            "dialog, label:has(:checked), .tool-button",
        ),
        ("Share", "dialog, input, .tool-button"),
    ] {
        page.click_first(&button(name)).await?;
        page.see(&any("dialog")).await?;
        // Colours of the ground are gone: what has no line around it, and no mark, is not told apart.
        let alike: Vec<String> = page
            .js_with(
                "const page = getComputedStyle(document.documentElement).backgroundColor; \
                 return arguments[0].split(', ').filter((part) => { \
                   const found = document.querySelector(part === 'dialog' ? part : `dialog ${part}`); \
                   if (!found) return true; \
                   const { backgroundColor, borderTopColor, borderTopWidth, borderBottomWidth } = getComputedStyle(found); \
                   const isEdged = parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) > 0 && borderTopColor !== page; \
                   return !isEdged && backgroundColor === page; \
                 })",
                vec![parts.into()],
            )
            .await?;
        ensure!(alike.is_empty(), "in {name:?}: {alike:?}");
        page.press(Key::Escape).await?;
        page.see_no(&any("dialog")).await?;
    }
    Ok(())
}

/// What moves on the page and in what opens, also in a moment that is short.
const MOVING: &str = "const time = (times) => Math.max(...times.split(',').map(parseFloat)); \
    const moving = [...document.querySelectorAll('*')].filter((element) => ['', '::before', '::after', '::backdrop'] \
      .some((part) => { const style = getComputedStyle(element, part || null); \
        return time(style.transitionDuration) > .002 && style.transitionProperty !== 'none' \
          || style.animationName !== 'none' && time(style.animationDuration) > .002 \
          || style.scrollBehavior === 'smooth'; })); \
    return moving.map((element) => element.outerHTML.slice(0, 80))";

async fn whoever_asks_for_less_motion_gets_none(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(
        "document.startViewTransition = () => { throw new Error('a transition between pages') }",
    );
    let page = stage.open(SPECIMEN).await?;
    page.js::<Value>("document.documentElement.dataset.loading = ''; return null")
        .await?;
    nothing_moves(&page, "an article").await?;
    for name in ["Search", "Reading preferences", "Share", "Enlarge picture"] {
        page.click_first(&button(name)).await?;
        page.see(&any("dialog")).await?;
        nothing_moves(&page, name).await?;
        page.press(Key::Escape).await?;
        page.see_no(&any("dialog")).await?;
    }
    if stage.flavour.navigation_api {
        for path in [LEAK, "/", LEAK] {
            site::navigate(stage, &page, path).await?;
            nothing_moves(&page, path).await?;
        }
    }
    Ok(())
}

async fn nothing_moves(page: &Page, what: &str) -> Result<()> {
    let moving: Vec<String> = page.js(MOVING).await?;
    ensure!(moving.is_empty(), "in {what}: {moving:?}");
    Ok(())
}

/// Else the journey above would see nothing whatever moves.
async fn others_see_what_moves(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    page.allow_motion().await?;
    page.js::<Value>("document.documentElement.dataset.loading = ''; return null")
        .await?;
    let moving: Vec<String> = page.js(MOVING).await?;
    for part in ["<html", "reading-tools"] {
        ensure!(
            moving.iter().any(|html| html.contains(part)),
            "{part}: {moving:?}"
        );
    }
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
            let [outline, place, visible]: [String; 3] = page
                .js("const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); \
                     const { width, height, bottom, top } = document.activeElement.getBoundingClientRect(); \
                     const place = width * height > 0 && bottom > 0 && top < innerHeight ? '' : `${top} to ${bottom}`; \
                     return document.activeElement === document.body ? ['', '', ''] \
                       : [outlineStyle === 'none' ? 'none' : outlineWidth, place, \
                          String(document.activeElement.matches(':focus-visible'))]")
                .await?;
            ensure!(
                outline != "none" && outline != "0px" && place.is_empty(),
                "its outline is {outline}, it lies at {place}, and is :focus-visible: {visible}"
            );
            Ok(Some(()))
        })
        .await?;
        if focused == wanted {
            return Ok(());
        }
    }
    anyhow::bail!("no way leads to {wanted}")
}

//! What a text can do: code and links are copied, notes stand beside it or over it, pictures open, the page is shared.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::find::{Find, any, button, image, named};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Gate};
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::json;
use thirtyfour::Key;

use crate::site::{self, LEAK, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    code_is_copied_as_it_is_written,
    the_link_to_a_section_is_copied,
    notes_stand_beside_their_calls_in_a_wide_window,
    a_note_opens_over_the_text_in_a_narrow_window,
    a_picture_opens_and_closes,
    a_cover_opens_by_key_and_by_pointer,
    of_several_pictures_the_one_that_is_pressed_opens,
    a_cover_opens_on_a_page_that_the_app_shows where navigation_api,
    a_covers_place_has_its_colour_until_it_comes where navigation_api,
    a_selected_text_has_a_link_of_its_own,
];

/// To be the last: WebKit's driver takes every later key for a touch, so that no focus shows.
pub const BY_FINGER: &[Journey] = journeys![a_swipe_closes_a_picture];

const COVER_CAPTION: &str = "EB Garamond, with the lines";
const COVER_TEXT: &str = "The letters R, g and a";

/// Engines differ in who may write to the clipboard; what is written is the same.
fn watch_the_clipboard(stage: &Stage<'_>) {
    stage.server.run_first(
        "Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, get: () => ({ \
         writeText: async (text) => { window.__copied = text } }) });",
    );
}

async fn copied(page: &Page) -> Result<String> {
    until("something to be copied", async || {
        page.js::<Option<String>>("return window.__copied ?? null")
            .await
    })
    .await
}

async fn code_is_copied_as_it_is_written(stage: &Stage<'_>) -> Result<()> {
    watch_the_clipboard(stage);
    let page = stage.open(SPECIMEN).await?;
    page.click_first(&button("Copy")).await?;
    let text = copied(&page).await?;
    let code: String = page
        .js("return document.querySelector('.code pre').textContent")
        .await?;
    ensure!(text == code && !text.contains("Copy"), "{text:?}");
    page.see(&button("Copied")).await?;
    page.see_no(&button("Copied")).await
}

async fn the_link_to_a_section_is_copied(stage: &Stage<'_>) -> Result<()> {
    watch_the_clipboard(stage);
    let page = stage.open(SPECIMEN).await?;
    page.js::<()>("document.querySelector('#tables .heading-anchor').click()")
        .await?;
    let expected = stage.server.url(&format!("{SPECIMEN}#tables"));
    ensure!(copied(&page).await? == expected);
    ensure!(page.js::<String>("return location.href").await? == expected);
    let said: String = page
        .js("return document.getElementById('recto-announcer').textContent")
        .await?;
    ensure!(said == "Link copied", "{said:?}");
    Ok(())
}

async fn notes_stand_beside_their_calls_in_a_wide_window(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(SPECIMEN, 1400, 900).await?;
    page.ready().await?;
    let tops = "const top = (element) => element.getBoundingClientRect().top; \
                const notes = [...document.querySelectorAll('.margin-note')]; \
                const calls = ['fnref:1', 'fnref:2'].map((id) => document.getElementById(id)); \
                return [notes.map(top), calls.map(top), notes.map((note) => note.offsetHeight), \
                        notes.map((note) => note.getBoundingClientRect().left - \
                        document.querySelector('.prose').getBoundingClientRect().right)]";
    type Tops = (Vec<f64>, Vec<f64>, Vec<f64>, Vec<f64>);
    until("two notes beside their calls", async || {
        let (notes, calls, heights, gaps): Tops = page.js(tops).await?;
        ensure!(notes.len() == 2, "{} notes", notes.len());
        ensure!((notes[0] - calls[0]).abs() < 2.0, "{notes:?} for {calls:?}");
        ensure!(notes[1] >= notes[0] + heights[0], "they overlap: {notes:?}");
        ensure!(
            gaps.iter().all(|gap| *gap > 0.0),
            "they touch the text: {gaps:?}"
        );
        Ok(Some(()))
    })
    .await?;
    // At the end they are all the same, each with its way back.
    page.see(&any("doc-endnotes")).await?;
    Ok(())
}

async fn a_note_opens_over_the_text_in_a_narrow_window(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(SPECIMEN, 390, 800).await?;
    page.ready().await?;
    let call = "document.getElementById('fnref:2').focus({ preventScroll: false })";
    page.js::<()>(call).await?;
    page.press(Key::Enter).await?;
    let note = any("note").within(any("article"));
    let text = page.text(&note).await?;
    // Engines do not agree on where a line ends.
    let words: Vec<&str> = text.split_whitespace().collect();
    ensure!(
        words
            .join(" ")
            .starts_with("2 The label is for the writer."),
        "{text:?}"
    );
    let clear = "const line = document.getElementById('fnref:2').getBoundingClientRect(); \
                 return line.bottom <= document.querySelector('.note-popover').getBoundingClientRect().top";
    ensure!(page.js::<bool>(clear).await?, "the note covers its line");
    page.see(&button("Close").within(note.clone())).await?;
    ensure!(!text.contains('↩'), "{text:?}");
    ensure!(page.js::<String>("return location.hash").await?.is_empty());
    page.press(Key::Escape).await?;
    page.see_no(&note).await?;
    ensure!(
        page.js::<String>("return document.activeElement.id")
            .await?
            == "fnref:2",
        "the focus is lost"
    );
    Ok(())
}

const ENLARGE: &str = "Enlarge picture";

/// What the button opens.
fn picture() -> Find {
    named("dialog", "Picture")
}

/// The figure with this beginning of a caption.
fn figure(caption: &str) -> Find {
    named("figure", caption)
}

async fn a_picture_opens_and_closes(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    let caption = "Before points there were names";
    enlarge_by_key(&page, caption, "A row of eight lower-case letters").await
}

async fn a_swipe_closes_a_picture(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    let large = image(COVER_TEXT).within(picture());
    for down in [-120, 120] {
        page.focus(&button(ENLARGE).within(figure(COVER_CAPTION)))
            .await?;
        page.press(Key::Enter).await?;
        // A finger that slips is no swipe, and no press.
        page.swipe(&large, down / 3).await?;
        page.see(&large).await?;
        page.swipe(&large, down).await?;
        page.see_no(&picture()).await?;
    }
    Ok(())
}

async fn a_cover_opens_by_key_and_by_pointer(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    enlarge_by_key(&page, COVER_CAPTION, COVER_TEXT).await?;
    page.click(&image(COVER_TEXT)).await?;
    page.see(&image(COVER_TEXT).within(picture())).await?;
    page.click(&button("Close")).await?;
    page.see_no(&picture()).await
}

async fn of_several_pictures_the_one_that_is_pressed_opens(stage: &Stage<'_>) -> Result<()> {
    let html = String::from_utf8(site::file(stage, &format!("{SPECIMEN}index.html"))?)?;
    let source = stage.server.path("/favicon.svg");
    let another = format!(
        "<figure class=\"image\"><img src={source:?} alt=\"Another one\"><figcaption>Below</figcaption></figure>"
    );
    let end = "</figcaption></figure>\n";
    let behind = html.replacen(end, &[end, &another].concat(), 1);
    ensure!(
        behind != html,
        "there is no figure to put another one behind"
    );
    let answer = Answer::new(behind).with_media_type("text/html; charset=utf-8");
    stage.server.answer(SPECIMEN, answer);
    let page = stage.open(SPECIMEN).await?;
    enlarge_by_key(&page, "Below", "Another one").await
}

async fn a_cover_opens_on_a_page_that_the_app_shows(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    site::navigate(stage, &page, SPECIMEN).await?;
    enlarge_by_key(&page, COVER_CAPTION, COVER_TEXT).await
}

/// Opens the picture with this caption, which shows what its text says, and closes it, all by keyboard.
async fn enlarge_by_key(page: &Page, caption: &str, shows: &str) -> Result<()> {
    page.focus(&button(ENLARGE).within(figure(caption))).await?;
    page.press(Key::Enter).await?;
    page.see(&image(shows).within(picture())).await?;
    let said = page.text(&picture()).await?;
    ensure!(said.contains(caption), "{said:?}");
    page.press(Key::Escape).await?;
    page.see_no(&picture()).await?;
    let focused = page.focused().await?;
    ensure!(focused == format!("button {ENLARGE:?}"), "{focused}");
    Ok(())
}

async fn a_covers_place_has_its_colour_until_it_comes(stage: &Stage<'_>) -> Result<()> {
    let file = stage.server.site().dist.join(&LEAK[1..]).join("index.html");
    let html = fs::read_to_string(file)?;
    let (_, cover) = html
        .split_once("<figure class=\"cover")
        .context("no cover")?;
    let (cover, _) = cover.split_once("</figure>").context("no end of it")?;
    let base = stage.server.path("/");
    let paths = cover
        .split(['"', ' ', ','])
        .filter_map(|word| word.strip_prefix(&*base));
    let gates: Vec<_> = paths
        .map(|path| stage.server.hold(&format!("/{path}")))
        .collect();
    let page = stage.open("/you/").await?;
    // A document with a picture that does not come is never complete; a page that the app builds need not be.
    let url = json!(stage.server.path(LEAK));
    page.js::<()>(&format!("location.href = {url}")).await?;
    page.until_true(
        "the ground of the cover",
        "const [ground, image] = ['svg', 'img'].map((name) => document.querySelector(`.cover ${name}`)); \
         if (!ground || !image || image.complete) return false; \
         const box = (e) => { const { x, y, width, height } = e.getBoundingClientRect(); \
           return [x, y, width, height].map(Math.round).join() }; \
         const { backgroundColor, color } = getComputedStyle(ground); \
         const isOwn = backgroundColor === color && color !== getComputedStyle(ground.parentElement).color; \
         return isOwn && box(ground) === box(image) && image.width > 300",
    )
    .await?;
    gates.iter().for_each(Gate::open);
    page.until_true(
        "the cover",
        "const image = document.querySelector('.cover img'); image.scrollIntoView(); \
         const { x, y } = image.getBoundingClientRect(); \
         return image.naturalWidth > 300 && document.elementFromPoint(x + 9, y + 9) === image",
    )
    .await
}

async fn a_selected_text_has_a_link_of_its_own(stage: &Stage<'_>) -> Result<()> {
    watch_the_clipboard(stage);
    let page = stage.open(SPECIMEN).await?;
    // The second paragraph: WebKit miscounts the letters behind a large initial.
    let select = "const text = document.querySelector('.prose p:nth-of-type(2)').firstChild; \
                  const end = text.data.indexOf(' ', 20); getSelection().setBaseAndExtent(text, 0, text, end); \
                  return encodeURIComponent(text.data.slice(0, end)).replaceAll('-', '%2D')";
    let selected: String = page.js(select).await?;
    page.click(&button("Share")).await?;
    page.click(&button("Copy: Link to the selected text"))
        .await?;
    let address = stage.server.url(SPECIMEN);
    let quote = copied(&page).await?;
    ensure!(quote == format!("{address}#:~:text={selected}"), "{quote}");
    page.click(&button("Copy: Link to this page")).await?;
    page.until_true(
        "the other link",
        &format!("return window.__copied === '{address}'"),
    )
    .await
}

//! The page about embedding: code is chosen, looked at and copied, all by keyboard.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, button, link, named};
use browser_tests::runner::Journey;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, LEAK, LEAK_TITLE};
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    code_is_made_and_copied_by_keyboard,
    what_is_chosen_shows_on_a_light_and_a_dark_page,
    an_article_leads_to_its_code,
    what_is_called_nothing_is_told,
    the_examples_read_without_scripts,
    no_part_is_wider_than_a_small_screen,
    axe_finds_nothing_on_the_page_about_embedding where chromium,
];

const EMBED: &str = "/embed/";
const SLUG: &str = "claude-code-leak-ai-security";

/// Contrast and structure are the same in all engines, and axe takes its time.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

/// Opens the page for this article, and waits until it has its code.
async fn open(stage: &Stage<'_>) -> Result<Page> {
    let page = stage.load("/404.html").await?;
    page.go(&stage.server.url(&format!("{EMBED}?article={SLUG}")))
        .await?;
    page.ready().await?;
    code_holds(&page, SLUG).await?;
    Ok(page)
}

async fn code_holds(page: &Page, text: &str) -> Result<()> {
    let text = serde_json::to_string(text)?;
    let holds = format!("return document.querySelector('textarea').value.includes({text})");
    page.until_true(&format!("the code to hold {text}"), &holds)
        .await
}

fn choice(name: &str) -> Find {
    named("combobox", name)
}

async fn code_is_made_and_copied_by_keyboard(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.js::<()>(
        "Object.defineProperty(navigator, 'clipboard', \
         { value: { writeText: async (text) => { window.copied = text } } })",
    )
    .await?;
    code_holds(&page, "<recto-card article=").await?;
    page.focus(&choice("Widget")).await?;
    page.type_text("Rel").await?;
    code_holds(&page, "<recto-related article=").await?;
    page.focus(&choice("Theme")).await?;
    page.type_text("Dark").await?;
    code_holds(&page, "theme=\"dark\"").await?;
    page.focus(&choice("Code")).await?;
    page.type_text("Fr").await?;
    code_holds(&page, "/#theme=dark&amp;limit=4\"").await?;
    let mut focus = String::new();
    for _ in 0..12 {
        page.press(Key::Tab).await?;
        focus = page.focused().await?;
        if focus.contains("Copy") {
            break;
        }
    }
    ensure!(focus == "button \"Copy\"", "{focus}");
    page.press(Key::Enter).await?;
    page.until_true(
        "the copy to be told",
        "return document.querySelector('.builder-note').textContent === 'Copied' && \
         window.copied === document.querySelector('textarea').value",
    )
    .await
}

async fn what_is_chosen_shows_on_a_light_and_a_dark_page(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    let shown = |embed: &str| {
        format!(
            "return [...document.querySelectorAll('.builder-host iframe')].map(({{ contentDocument }}) => \
             contentDocument.querySelector('recto-{embed}')?.shadowRoot.querySelector('.ground')?.dataset.theme) \
             .join() === 'light,dark'"
        )
    };
    page.until_true("the card on both", &shown("card")).await?;
    page.focus(&choice("Widget")).await?;
    page.type_text("Latest").await?;
    page.until_true("the list on both", &shown("latest"))
        .await?;
    let wide = "return document.querySelector('.builder-host iframe').clientWidth > 280";
    page.until_true("wide pages", wide).await?;
    page.focus(&choice("Width")).await?;
    page.type_text("N").await?;
    let narrow = "return [...document.querySelectorAll('.builder-host iframe')].every(({ clientWidth, contentDocument }) => \
                  clientWidth <= 280 && contentDocument.documentElement.scrollWidth <= clientWidth)";
    page.until_true("narrow pages", narrow).await?;
    page.focus(&choice("Code")).await?;
    page.type_text("Fr").await?;
    let framed = "return [...document.querySelectorAll('.builder-host iframe')].every(({ contentDocument }) => \
                  contentDocument.querySelector('iframe')?.style.height)";
    page.until_true("frames with a height", framed).await
}

async fn an_article_leads_to_its_code(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.click(&button("Share")).await?;
    page.click(&link("Embed this article")).await?;
    page.arrive(EMBED).await?;
    code_holds(&page, SLUG).await?;
    code_holds(&page, LEAK_TITLE).await
}

async fn what_is_called_nothing_is_told(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    let told = |told: bool| {
        format!("return (document.querySelector('.builder-missing').textContent !== '') === {told}")
    };
    page.focus(&named("textbox", "Article")).await?;
    page.type_text("x").await?;
    page.until_true("that nothing is called so", &told(true))
        .await?;
    page.press(Key::Backspace).await?;
    page.until_true("that all is well", &told(false)).await
}

async fn the_examples_read_without_scripts(stage: &Stage<'_>) -> Result<()> {
    stage.server.forbid_scripts(true);
    let page = stage.load(EMBED).await?;
    let text = page.text(&browser_tests::find::main_part()).await?;
    for part in ["<recto-card", "<iframe", "/embed/v1.js", "/embed/frame.js"] {
        ensure!(text.contains(part), "no {part}: {text}");
    }
    Ok(())
}

async fn no_part_is_wider_than_a_small_screen(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(EMBED, 320, 640).await?;
    page.ready().await?;
    code_holds(&page, "<recto-card").await?;
    let widths: (u32, u32) = page
        .js("return [document.documentElement.scrollWidth, innerWidth]")
        .await?;
    ensure!(widths.0 <= widths.1, "{widths:?}");
    Ok(())
}

async fn axe_finds_nothing_on_the_page_about_embedding(stage: &Stage<'_>) -> Result<()> {
    for theme in ["light", "dark"] {
        site::prefer(stage, "theme", theme);
        for width in [320, 1280] {
            let page = stage.load_narrow(EMBED, width, 800).await?;
            page.ready().await?;
            code_holds(&page, "<recto-card").await?;
            axe_finds_nothing(&page, &format!("{EMBED} in {theme} at {width}")).await?;
        }
    }
    Ok(())
}

//! What the search finds: words of texts, phrases, what is mistyped, in any script; in the palette and on its page.

use anyhow::{Result, ensure};
use browser_tests::find::{any, button, headline, link, main_part, named};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, files_in};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys};
use recto::content::search::stem::described;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::corpus;
use crate::languages::blog_with;
use crate::navigation::not_webkits_navigation_api;
use crate::site::{self, LEAK, LEAK_TITLE, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    a_press_leads_to_the_section_that_was_found,
    a_phrase_can_be_shared_by_its_address,
    a_mistyped_word_is_found,
    filters_are_offered_and_taken_out,
    the_way_back_leads_to_what_was_found where not_webkits_navigation_api,
    all_of_it_is_done_by_keyboard,
    other_scripts_are_found,
    what_is_missing_is_said_and_loaded_again,
    without_the_index_what_was_opened_is_searched where navigation_api,
    the_browser_has_the_words_that_the_build_has,
    a_title_is_never_markup,
    without_scripts_there_are_other_ways,
];

const PAGE: &str = "/search/?q=";

/// Waits for the page to say how much is found.
async fn count(page: &Page, said: &str) -> Result<()> {
    until(&format!("{said:?} to be said"), async || {
        let now: String = page
            .js("return document.querySelector('[role=status]')?.textContent ?? ''")
            .await?;
        ensure!(now == said, "it is {now:?}");
        Ok(Some(()))
    })
    .await
}

/// The addresses of all results, articles and sections, in order.
async fn addresses(page: &Page) -> Result<Vec<String>> {
    page.js("return [...document.querySelectorAll('.search-results a')].map((link) => link.pathname + link.hash)")
        .await
}

async fn marked(page: &Page) -> Result<Vec<String>> {
    page.js("return [...document.querySelectorAll('.search-results mark')].map((mark) => mark.textContent)")
        .await
}

async fn a_press_leads_to_the_section_that_was_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    page.type_text("/").await?;
    page.see(&named("dialog", "Search")).await?;
    page.type_text("pangram").await?;
    page.click_first(&named("option", "Pictures")).await?;
    page.arrive(SPECIMEN).await?;
    page.until_true(
        "the section to be in sight",
        "const top = document.getElementById('pictures')?.getBoundingClientRect().top; \
         return top > -1000 && top < innerHeight",
    )
    .await?;
    page.see_no(&any("dialog")).await
}

async fn a_phrase_can_be_shared_by_its_address(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/search/").await?;
    page.see(&any("searchbox")).await?;
    page.type_text("\"quousque tandem\"").await?;
    count(&page, "1 result").await?;
    let address: String = page.js("return location.search").await?;
    ensure!(address == "?q=%22quousque+tandem%22", "{address}");
    until("the phrase to be marked", async || {
        Ok((marked(&page).await? == ["Quousque", "tandem"]).then_some(()))
    })
    .await?;
    page.go(&stage.server.url(&["/search/", &address].concat()))
        .await?;
    page.see(&link("Every Sort")).await?;
    let typed: String = page
        .js("return document.querySelector('main input').value")
        .await?;
    ensure!(typed == "\"quousque tandem\"", "{typed}");
    page.go(&stage.server.url("/search/?q=%22tandem+quousque%22"))
        .await?;
    count(&page, "No results. Try fewer or shorter words.").await
}

async fn a_mistyped_word_is_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(&[PAGE, "raldolt"].concat()).await?;
    count(&page, "1 result").await?;
    until("the word to be marked", async || {
        let is_marked = marked(&page).await?.contains(&"Ratdolt".to_owned());
        Ok(is_marked.then_some(()))
    })
    .await
}

async fn filters_are_offered_and_taken_out(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/search/").await?;
    page.see(&any("searchbox")).await?;
    page.type_text("type tag:").await?;
    let offered = named("button", "Add filter: Tag:");
    page.click_first(&offered).await?;
    let active = named("button", "Remove: Tag:");
    page.see(&active).await?;
    let typed: String = page
        .js("return document.querySelector('main input').value")
        .await?;
    ensure!(typed.starts_with("type tag:"), "{typed}");
    page.click(&active).await?;
    page.see_no(&active).await?;
    let typed: String = page
        .js("return document.querySelector('main input').value")
        .await?;
    ensure!(typed == "type", "{typed}");
    Ok(())
}

async fn the_way_back_leads_to_what_was_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    page.type_text("/").await?;
    page.see(&named("dialog", "Search")).await?;
    page.type_text("ratdolt").await?;
    // What is found stands above it.
    page.see(&named("option", "Every Sort")).await?;
    page.click(&named("option", "All results")).await?;
    page.arrive("/search/").await?;
    page.click_first(&link("Every Sort").within(main_part()))
        .await?;
    page.arrive(SPECIMEN).await?;
    page.see(&headline()).await?;
    page.back().await?;
    page.arrive("/search/").await?;
    count(&page, "1 result").await?;
    page.back().await?;
    page.arrive("/").await?;
    page.forward().await?;
    page.arrive("/search/").await?;
    count(&page, "1 result").await
}

async fn all_of_it_is_done_by_keyboard(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/search/").await?;
    page.see(&any("searchbox")).await?;
    ensure!(
        page.focused().await?.starts_with("searchbox"),
        "{}",
        page.focused().await?
    );
    page.type_text("ratdolt").await?;
    count(&page, "1 result").await?;
    let first = addresses(&page).await?;
    ensure!(first[0].starts_with(SPECIMEN), "{first:?}");
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    page.arrive(SPECIMEN).await
}

async fn other_scripts_are_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load("/404.html").await?;
    for (language, text, query, found) in [
        ("ja", "東京都で活字を拾う。", "活字", "活字"),
        ("zh", "每个词都找得到。", "找得到", "找得到"),
        ("ar", "قرأتُ الكتابَ في المكتبة.", "كتاب", "الكتابَ"),
        ("he", "קראתי ספרים רבים.", "ספר", "ספרים"),
    ] {
        let text = format!("---\ntitle: T\ndate: 2024-01-01\n---\n{text}\n");
        let blog = blog_with(language, &[("third", &text)]).await?;
        page.go(&blog.server.url(&[PAGE, query].concat())).await?;
        until("what is found", async || {
            Ok((marked(&page).await? == [found]).then_some(()))
        })
        .await?;
        let first = addresses(&page).await?;
        ensure!(first[0].starts_with("/articles/third/"), "{first:?}");
    }
    Ok(())
}

async fn what_is_missing_is_said_and_loaded_again(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("assets/search/");
    let shards = files_in(&stage.server.site().dist)?;
    let shards: Vec<&String> = shards
        .iter()
        .filter(|path| path.contains("assets/search/"))
        .collect();
    ensure!(shards.len() > 5, "{shards:?}");
    shards
        .iter()
        .for_each(|path| stage.server.answer(path, Answer::status(404)));
    let page = stage.open(&[PAGE, "ratdolt"].concat()).await?;
    count(
        &page,
        "Some results may be missing, because a part of the search did not load.",
    )
    .await?;
    shards
        .iter()
        .for_each(|path| stage.server.answer_as_usual(path));
    page.click(&button("Try again")).await?;
    count(&page, "1 result").await?;
    page.see_no(&button("Try again")).await
}

async fn a_title_is_never_markup(stage: &Stage<'_>) -> Result<()> {
    let text = "---\ntitle: \"<img src=x onerror=alert(1)> hostile\"\ndate: 2024-01-01\n---\n`<script>alert(2)</script>` hostile\n\n## <b>hostile</b>\n\nhostile &lt;i&gt;\n";
    let blog = blog_with("en", &[("hostile", text)]).await?;
    let page = stage.load("/404.html").await?;
    page.go(&blog.server.url(&[PAGE, "hostile"].concat()))
        .await?;
    count(&page, "1 result").await?;
    let inside: Vec<String> = page
        .js("return [...new Set([...document.querySelectorAll('.search-results *')].map((element) => element.localName))].sort()")
        .await?;
    ensure!(
        inside == ["a", "li", "mark", "p", "span", "ul"],
        "{inside:?}"
    );
    Ok(())
}

async fn without_scripts_there_are_other_ways(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load("/search/?q=type").await?;
    let text = page.text(&main_part()).await?;
    // WebKit does not know that scripts are off.
    let is_said = text.contains("Searching needs JavaScript");
    ensure!(is_said || stage.flavour.engine == Engine::Webkit, "{text}");
    page.see(&link("All articles by year")).await?;
    Ok(())
}

async fn without_the_index_what_was_opened_is_searched(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("content/search.bin");
    let page = stage.open("/").await?;
    site::navigate(stage, &page, LEAK).await?;
    page.see(&headline()).await?;
    site::navigate(stage, &page, "/").await?;
    stage
        .server
        .answer("/content/search.bin", Answer::status(503));
    page.type_text("/").await?;
    page.see(&named("dialog", "Search")).await?;
    // A word of the text alone.
    page.type_text("leak").await?;
    let said =
        "The search did not load. These results are from what you have opened on this visit.";
    let status = "document.querySelector('dialog [role=status]').textContent";
    page.until_true(said, &format!("return {status} === {said:?}"))
        .await?;
    page.see(&named("option", LEAK_TITLE)).await?;
    stage.server.answer_as_usual("/content/search.bin");
    page.click(&button("Try again")).await?;
    page.see_no(&button("Try again")).await?;
    page.see(&named("option", LEAK_TITLE)).await?;
    Ok(())
}

/// The words of every text of a list, by the module that readers download; answers with the first that differ.
const COMPARE: &str = "
    const [texts, script, wasm] = paths;
    const search = await import(script);
    await search.default({ module_or_path: wasm });
    const list = await (await fetch(texts)).json();
    const differences = [];
    for (const { text, language, words } of list) {
      const found = search.words(text, language);
      if (found !== words) differences.push(JSON.stringify([language, text.slice(0, 300), words.slice(0, 300), found.slice(0, 300)]));
    }
    return [list.length, differences.slice(0, 5)];";

const LANGUAGES: [&str; 10] = ["en", "de", "fr", "es", "pt", "ar", "he", "ja", "zh", ""];

async fn the_browser_has_the_words_that_the_build_has(stage: &Stage<'_>) -> Result<()> {
    let files = files_in(&stage.server.site().dist)?;
    let articles = files
        .iter()
        .filter(|file| file.starts_with("/content/articles/") && file.ends_with(".md"));
    let mut texts = Vec::new();
    for article in articles {
        texts.push(String::from_utf8_lossy(&site::file(stage, article)?).into_owned());
    }
    ensure!(texts.len() >= 18, "only {} articles", texts.len());
    texts.extend(
        corpus::examples()
            .into_iter()
            .map(|example| example.markdown),
    );
    texts.extend(corpus::generated(300).into_iter().map(|(text, _)| text));
    texts.extend((0..300).map(any_letters));
    let list: Vec<Value> = texts
        .iter()
        .zip(LANGUAGES.iter().cycle())
        .map(|(text, language)| {
            json!({ "text": text, "language": language, "words": described(text, language) })
        })
        .collect();
    let count = list.len();
    stage
        .server
        .answer("/texts.json", Answer::new(serde_json::to_vec(&list)?));
    // In the page's own world, as in `same_html`.
    stage.server.run_first(&format!(
        "window.__compare = async (paths) => {{ {COMPARE} }};"
    ));
    let page = stage.open("/").await?;
    let paths = json!([
        stage.server.path("/texts.json"),
        stage.server.path(&site::asset(stage, "search-", ".js")?),
        stage.server.path(&site::asset(stage, "search-", ".wasm")?),
    ]);
    let script = format!("return window.__compare({paths})");
    let (compared, differences): (usize, Vec<String>) = page.js_async(&script).await?;
    ensure!(compared == count, "only {compared} were compared");
    ensure!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

/// Letters of all scripts, signs and spaces, the same in every run.
fn any_letters(seed: u32) -> String {
    // The beginnings and lengths of ranges in which the tokenizer knows something.
    const RANGES: [(u32, u32); 16] = [
        (0x20, 0x60),
        (0x41, 0x3A),
        (0xA0, 0x1B0),
        (0x300, 0x70),
        (0x370, 0x190),
        (0x531, 0xB5),
        (0x600, 0x100),
        (0x900, 0x80),
        (0xE01, 0x5B),
        (0x1E00, 0x100),
        (0x2000, 0x70),
        (0x3041, 0xBF),
        (0x4E00, 0x200),
        (0xAC00, 0x200),
        (0xFF01, 0x9F),
        (0x1F600, 0x40),
    ];
    let mut state = seed.wrapping_mul(0x9E37_79B9) | 1;
    let mut next = |limit: u32| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state % limit
    };
    let letter = |range: u32, at: u32| {
        let (begin, length) = RANGES[range as usize];
        char::from_u32(begin + at % length).unwrap_or(' ')
    };
    (0..400)
        .map(|_| match next(8) {
            0 => ' ',
            _ => letter(next(16), next(0x200)),
        })
        .collect()
}

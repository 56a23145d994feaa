//! The desk: a text becomes a page while it is typed, files and links bring more of them, and a hostile one stays harmless.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use browser_tests::find::{Find, button, heading, image, link, named, region};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use flate2::{Compression, write::DeflateEncoder};
use serde_json::Value;
use thirtyfour::Key;

use crate::site::{self, LEAK};
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    a_text_becomes_a_page_while_it_is_typed,
    a_key_changes_its_paragraph_alone,
    a_remark_says_its_line_and_leads_there,
    links_and_pictures_that_lead_nowhere_are_told,
    a_file_that_is_dropped_on_any_page_opens_at_the_desk,
    pictures_that_are_dropped_stand_in_the_text,
    a_folder_that_is_dropped_brings_its_text_and_its_pictures,
    a_folder_of_too_many_files_is_a_sentence,
    a_file_that_is_no_text_is_a_sentence,
    drafts_stay_only_if_the_writer_wants_it,
    a_draft_is_saved_as_files,
    a_link_carries_a_draft,
    a_link_that_is_too_long_or_broken_is_a_sentence,
    a_hostile_draft_is_harmless,
    all_is_done_by_keyboard,
    a_phone_shows_one_side_at_a_time,
    axe_finds_nothing_at_the_desk where chromium,
];

pub const DESK: &str = "/write/";

const TEXT: &str = "---\ntitle: Hello\ndescription: A deck.\ndate: 2026-05-01\ntags: [News]\nauthor: Ada\n---\n\
                    ## Part\n\nSome *words*.\n";

/// Contrast and structure are the same in all engines, and axe takes its time.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

async fn open(stage: &Stage<'_>) -> Result<Page> {
    let page = stage.open(DESK).await?;
    is_alive(&page).await?;
    Ok(page)
}

/// Until then, the page says nothing of the text.
pub async fn is_alive(page: &Page) -> Result<()> {
    let alive = "return !!document.querySelector('.desk-remarks li, .desk-draft:not([hidden])')";
    page.until_true("the desk to be alive", alive).await
}

fn text() -> Find {
    named("textbox", "Text").exactly()
}

fn in_page(what: Find) -> Find {
    what.within(region("Page"))
}

/// As pasting does.
async fn paste(page: &Page, pasted: &str) -> Result<()> {
    page.focus(&text()).await?;
    let script = "const field = document.activeElement; field.select(); \
                  if (!document.execCommand('insertText', false, arguments[0])) { field.value = arguments[0]; \
                  field.dispatchEvent(new Event('input', { bubbles: true })) } return null";
    page.js_with::<Value>(script, vec![pasted.into()]).await?;
    Ok(())
}

async fn says(page: &Page, sentence: &str) -> Result<()> {
    let sentence = serde_json::to_string(sentence)?;
    let script = format!("return document.querySelector('main').innerText.includes({sentence})");
    page.until_true(&format!("the desk to say {sentence}"), &script)
        .await
}

/// Drops files, each a name, a type and its bytes.
async fn drop_files(page: &Page, files: &[(&str, &str, &[u8])]) -> Result<()> {
    let files: Vec<Value> = (files.iter())
        .map(|(name, kind, bytes)| serde_json::json!([name, kind, bytes]))
        .collect();
    let script = "const dataTransfer = new DataTransfer(); \
                  for (const [name, type, bytes] of arguments[0]) \
                  dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type })); \
                  for (const type of ['dragover', 'drop']) document.querySelector('main') \
                  .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })); return null";
    page.js_with::<Value>(script, vec![files.into()]).await?;
    Ok(())
}

/// As the desk makes it.
fn link_to(draft: &str) -> Result<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(draft.as_bytes())?;
    let encoded = BASE64_URL_SAFE_NO_PAD.encode(encoder.finish()?);
    Ok(format!("{DESK}#draft={encoded}"))
}

async fn open_link(stage: &Stage<'_>, path: &str) -> Result<Page> {
    let page = stage.load("/404.html").await?;
    page.go(&stage.server.url(path)).await?;
    page.ready().await?;
    is_alive(&page).await?;
    Ok(page)
}

async fn a_text_becomes_a_page_while_it_is_typed(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.focus(&text()).await?;
    for line in TEXT.lines() {
        page.type_text(line).await?;
        // Not every driver takes the end of a line for the key.
        page.press(Key::Enter).await?;
    }
    page.see(&in_page(heading("Hello").level(1))).await?;
    page.see(&in_page(heading("Part").level(2))).await?;
    for shown in ["A deck.", "News", "May 1, 2026", "By Ada", "Some words."] {
        says(&page, shown).await?;
    }
    says(&page, "No remarks.").await?;
    page.until_true(
        "the emphasis",
        "return document.querySelector('.desk-page .prose em').textContent === 'words'",
    )
    .await?;
    // The same as it will be, but for what belongs to a place on the blog.
    ensure!(
        !page
            .js::<bool>(
                "return !!document.querySelector('.desk-page :is(recto-reading, recto-reactions)')"
            )
            .await?
    );
    // Nothing is sent.
    page.reload().await?;
    is_alive(&page).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    Ok(())
}

async fn a_key_changes_its_paragraph_alone(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    let rest = "| a | b |\n|---|---|\n| 1 | 2 |\n\n<video controls><track src=\"a.vtt\"></video>\n\n- [x] done\n\n---\n\n\
                A note[^1], <br> and more.\n\n[^1]: Below.\n";
    let text =
        |word: &str| format!("---\ntitle: A\ndate: 2026-05-01\n---\nOne.\n\nTwo{word}.\n\n{rest}");
    paste(&page, &text("")).await?;
    says(&page, "Two.").await?;
    page.js::<Value>(
        "for (const block of document.querySelectorAll('.desk-page .prose > *')) block.isOld = true; return null",
    )
    .await?;
    for (word, new) in [(" and a half", 0), ("\n\nA paragraph", 2), ("", 1)] {
        paste(&page, &text(word)).await?;
        says(&page, &format!("{}.", word.trim())).await?;
        let blocks = "const blocks = [...document.querySelectorAll('.desk-page .prose > *')]; \
                      return [blocks.filter((block) => !block.isOld).length, blocks[0].parentNode.innerHTML]";
        let (fresh, shown): (u32, String) = page.js(blocks).await?;
        ensure!(fresh == new, "{fresh} blocks are new: {shown}");
        if word.is_empty() {
            // It is what a page that begins with this text shows.
            page.reload().await?;
            is_alive(&page).await?;
            let (_, whole): (u32, String) = page.js(blocks).await?;
            ensure!(whole == shown, "{whole}\n{shown}");
        }
    }
    Ok(())
}

async fn a_remark_says_its_line_and_leads_there(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    paste(&page, "Only a text.\n").await?;
    says(&page, "There is no title.").await?;
    says(&page, "There is no date.").await?;
    paste(&page, "---\ntitle: \"A\ndate: 2026-05-01\n---\nText.\n").await?;
    says(&page, "Line 2 The head of the text cannot be read here.").await?;
    paste(
        &page,
        "---\ntitle: A\ndate: 2026-05-01\n---\n\nSee <script>x</script>\n",
    )
    .await?;
    let place = button("Line 6, column 5");
    page.click_first(&place).await?;
    ensure!(page.focused().await? == "textbox \"Text\"");
    let behind = "const field = document.querySelector('textarea'); \
                  return field.value.slice(field.selectionStart).startsWith('See <script>')";
    ensure!(page.js::<bool>(behind).await?, "the cursor is elsewhere");
    Ok(())
}

async fn links_and_pictures_that_lead_nowhere_are_told(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    stage.expect_fault("404");
    let leak = stage.server.path(LEAK);
    let nowhere = stage.server.path("/articles/no-such-article/");
    let links = format!("[Leak]({leak}) [nowhere]({nowhere}) ![A cat](cat.png)");
    paste(
        &page,
        &format!("---\ntitle: A\ndate: 2026-05-01\n---\n{links}\n"),
    )
    .await?;
    says(&page, "Line 5 The picture cat.png is not here.").await?;
    says(
        &page,
        &format!("Line 5 This blog has no article at {nowhere}."),
    )
    .await?;
    ensure!(
        !page
            .js::<String>("return document.querySelector('.desk-remarks').innerText")
            .await?
            .contains(&leak)
    );
    ensure!(stage.server.count("/write/cat.png") == 0, "it is asked for");
    Ok(())
}

async fn a_file_that_is_dropped_on_any_page_opens_at_the_desk(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    drop_files(&page, &[("hello.md", "", TEXT.as_bytes())]).await?;
    page.arrive(DESK).await?;
    is_alive(&page).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    says(&page, "Opened: hello.md").await?;
    // With a mark of its encoding, and two at once.
    let utf_16: Vec<u8> = "\u{feff}---\ntitle: Sixteen\n---\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    drop_files(
        &page,
        &[("sixteen.md", "", &utf_16), ("last.md", "", b"# Last\n")],
    )
    .await?;
    page.see(&in_page(heading("Last").level(1))).await?;
    let titles = "return [...document.querySelectorAll('select option')].map((option) => option.textContent).join()";
    page.until_true(
        "three drafts",
        &format!("{} === 'Hello,Sixteen,Last'", titles),
    )
    .await?;
    page.focus(&named("combobox", "Draft")).await?;
    page.press(Key::Up).await?;
    page.see(&in_page(heading("Sixteen").level(1))).await?;
    Ok(())
}

/// Of one pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4,
    0x89, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x64, 0xf8, 0xcf, 0x50,
    0x0f, 0x00, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d, 0x6b, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45,
    0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

async fn pictures_that_are_dropped_stand_in_the_text(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let text = "---\ntitle: A\ndate: 2026-05-01\ncover: dot.png\ncover_alt: The cover\n---\n![A dot](pictures/dot.png)\n";
    let files: [(&str, &str, &[u8]); 2] = [
        ("a.md", "text/markdown", text.as_bytes()),
        ("dot.png", "image/png", PNG),
    ];
    drop_files(&page, &files).await?;
    page.arrive(DESK).await?;
    // There the cache keeps no files, so that pictures do not come along, which is told.
    if stage.flavour.engine == Engine::Webkit {
        says(&page, "The picture pictures/dot.png is not here.").await?;
        drop_files(&page, &files[1..]).await?;
    }
    shows_both_pictures(&page).await
}

/// That of the text and that above it, and nothing is remarked.
async fn shows_both_pictures(page: &Page) -> Result<()> {
    for picture in ["A dot", "The cover"] {
        page.see(&in_page(image(picture))).await?;
    }
    page.until_true(
        "both to be there",
        "const all = [...document.querySelectorAll('.desk-page img')]; \
         all.forEach((picture) => picture.scrollIntoView()); \
         return all.length === 2 && all.every(({ naturalWidth }) => naturalWidth === 1)",
    )
    .await?;
    says(page, "No remarks.").await
}

/// No script can drop a folder, so this one is none: it says of itself what browsers say of folders.
const FOLDERS: &str = "const folder = (fullPath, entries) => ({ fullPath, isDirectory: true, createReader: () => { \
      const batches = [...entries.map((entry) => [entry]), []]; \
      return { readEntries: (found) => setTimeout(() => found(batches.shift() ?? [])) } } }); \
    const file = (fullPath, type, bytes) => ({ fullPath, isDirectory: false, file: (found, failed) => bytes \
      ? found(new File([new Uint8Array(bytes)], fullPath.split('/').at(-1), { type })) : failed(new Error('gone')) }); \
    const drop = (dropped) => { \
      DataTransferItem.prototype.webkitGetAsEntry = () => dropped; \
      const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File([], 'trip')); \
      for (const type of ['dragover', 'drop']) document.querySelector('main') \
        .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })) };";

const DROP_FOLDER: &str = "const [text, picture] = arguments; \
    drop(folder('/trip', [ \
      file('/trip/.DS_Store', '', [0]), file('/trip/gone.md', ''), file('/trip/a.md', 'text/markdown', text), \
      folder('/trip/pictures', [file('/trip/pictures/dot.png', 'image/png', picture)]), folder('/trip/empty', [])])); \
    return null";

async fn a_folder_that_is_dropped_brings_its_text_and_its_pictures(
    stage: &Stage<'_>,
) -> Result<()> {
    let text = "---\ntitle: A trip\ndate: 2026-05-01\ncover: dot.png\ncover_alt: The cover\n---\n![A dot](pictures/dot.png)\n";
    // Nor do a folder's.
    let is_webkit = stage.flavour.engine == Engine::Webkit;
    for from in [LEAK, DESK].into_iter().skip(usize::from(is_webkit)) {
        let page = stage.open(from).await?;
        if from == DESK {
            is_alive(&page).await?;
        }
        page.js::<Value>("sessionStorage.clear(); return null")
            .await?;
        let drop = [FOLDERS, DROP_FOLDER].concat();
        page.js_with::<Value>(&drop, vec![text.as_bytes().into(), PNG.into()])
            .await?;
        page.arrive(DESK).await?;
        page.see(&in_page(heading("A trip").level(1))).await?;
        shows_both_pictures(&page).await?;
        says(&page, "Opened: a.md").await?;
    }
    Ok(())
}

async fn a_folder_of_too_many_files_is_a_sentence(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    let files = "drop(folder('/trip', [folder('/trip/.git', [file('/trip/.git/a.md', '', [65])]), \
                 ...Array.from({ length: 501 }, (_, at) => file(`/trip/${at}.png`, 'image/png', [0]))])); return null";
    page.js::<Value>(&[FOLDERS, files].concat()).await?;
    says(&page, "Only the first 500 files of trip were read.").await
}

async fn a_file_that_is_no_text_is_a_sentence(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    paste(&page, TEXT).await?;
    drop_files(&page, &[("a.md", "", &[0xff, 0x00, 0x80, 0x81])]).await?;
    says(&page, "a.md is not a text that can be read.").await?;
    drop_files(&page, &[("latin.md", "", b"caf\xe9")]).await?;
    says(&page, "latin.md is not a text that can be read.").await?;
    let script = "const dataTransfer = new DataTransfer(); \
                  dataTransfer.items.add(new File(['x'.repeat(5000001)], 'big.md')); \
                  document.querySelector('main').dispatchEvent( \
                  new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); return null";
    page.js::<Value>(script).await?;
    says(&page, "big.md is larger than 5 MB.").await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    Ok(())
}

async fn kept(page: &Page) -> Result<usize> {
    page.js(
        "return Object.keys(localStorage).filter((name) => name.startsWith('recto:draft:')).length",
    )
    .await
}

async fn drafts_stay_only_if_the_writer_wants_it(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    paste(&page, TEXT).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    page.click(&button("New draft")).await?;
    paste(&page, &TEXT.replace("Hello", "Second")).await?;
    page.see(&in_page(heading("Second").level(1))).await?;
    ensure!(kept(&page).await? == 0, "something is kept unasked");
    page.click(&named("checkbox", "Keep drafts on this device"))
        .await?;
    ensure!(kept(&page).await? == 2, "{} are kept", kept(&page).await?);
    // Another tab has nothing but what is on the device.
    page.js::<()>("sessionStorage.clear()").await?;
    page.go(&stage.server.url("/you/")).await?;
    page.ready().await?;
    page.see(&link("Hello").within(region("Drafts"))).await?;
    page.js::<()>("sessionStorage.clear()").await?;
    page.go(&stage.server.url(DESK)).await?;
    page.ready().await?;
    is_alive(&page).await?;
    page.see(&in_page(heading("Second").level(1))).await?;
    page.click(&button("Remove this draft")).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    ensure!(kept(&page).await? == 1, "{} are kept", kept(&page).await?);
    page.click(&named("checkbox", "Keep drafts on this device"))
        .await?;
    ensure!(kept(&page).await? == 0, "something is still kept");
    page.see(&in_page(heading("Hello").level(1))).await?;
    Ok(())
}

/// Presses the button, and answers with the name and the text of the file that the browser would save.
async fn saved(page: &Page, name: &str) -> Result<(String, String)> {
    page.js::<()>(
        "if (!window.__files) { window.__files = []; const create = URL.createObjectURL; \
         URL.createObjectURL = (blob) => { window.__file = blob; return create(blob) }; \
         addEventListener('click', (event) => { if (event.target.download) { \
         window.__files.push(event.target.download); event.preventDefault() } }) }",
    )
    .await?;
    page.click(&button(name).exactly()).await?;
    says(page, "Saved: ").await?;
    let text = page.js_async("return await window.__file.text()").await?;
    Ok((page.js("return window.__files.at(-1)").await?, text))
}

async fn a_draft_is_saved_as_files(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    paste(&page, &TEXT.replace("Hello", "Hello, you")).await?;
    page.see(&in_page(heading("Hello, you").level(1))).await?;
    let (name, text) = saved(&page, "Save as a file").await?;
    ensure!(
        name == "hello-you.md" && text.starts_with("---\ntitle: Hello, you\n"),
        "{name}: {text}"
    );
    let (name, text) = saved(&page, "Save text for publishing").await?;
    ensure!(
        name == "hello-you.md" && text == "## Part\n\nSome *words*.\n",
        "{name}: {text}"
    );
    let (name, text) = saved(&page, "Save data for publishing").await?;
    let data: Value = serde_json::from_str(&text)?;
    ensure!(name == "hello-you.json", "{name}");
    for (key, value) in [
        ("title", "Hello, you"),
        ("slug", "hello-you"),
        ("published", "2026-05-01"),
    ] {
        ensure!(data[key] == value, "{data}");
    }
    ensure!(
        data["version"] == 1 && data["tags"][0]["slug"] == "news",
        "{data}"
    );
    // The app reads it.
    let article = "/articles/hello-you/";
    let files = [
        ("/content/articles/hello-you.json", text),
        (
            "/content/articles/hello-you.md",
            "## Part\n\nSome *words*.\n".into(),
        ),
    ];
    for (path, text) in files {
        stage.server.answer(path, Answer::new(text));
    }
    page.go(&stage.server.url(article)).await?;
    page.ready().await?;
    page.see(&heading("Hello, you").level(1)).await?;
    says(&page, "Some words.").await
}

async fn a_link_carries_a_draft(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.js::<()>(
        "Object.defineProperty(navigator, 'clipboard', \
         { value: { writeText: async (text) => { window.copied = text } } })",
    )
    .await?;
    paste(&page, &TEXT.replace("words", "wörds")).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    page.click(&button("Copy a draft link")).await?;
    says(&page, "Link copied.").await?;
    let copied: String = page.js("return window.copied").await?;
    let (_, fragment) = copied.split_once("#draft=").context("no draft in it")?;
    page.js::<()>("sessionStorage.clear()").await?;
    let page = open_link(stage, &format!("{DESK}#draft={fragment}")).await?;
    page.see(&heading("Hello").level(1)).await?;
    says(&page, "This is a draft. It comes from the link alone").await?;
    says(&page, "Some wörds.").await?;
    page.see_no(&text()).await?;
    ensure!(
        page.title().await?.starts_with("Hello · "),
        "{}",
        page.title().await?
    );
    page.click(&button("Open at the desk")).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    page.see(&text()).await?;
    Ok(())
}

async fn a_link_that_is_too_long_or_broken_is_a_sentence(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    let mut noise = 1_u64;
    let words = (0..20_000).map(|_| {
        noise = noise
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from(b'a' + (noise >> 40) as u8 % 26)
    });
    paste(&page, &words.collect::<String>()).await?;
    page.click(&button("Copy a draft link")).await?;
    says(&page, "This text is too long for a link.").await?;
    let bomb = link_to(&"a".repeat(4_000_000))?;
    let whole = link_to(TEXT)?;
    for broken in [
        &*bomb,
        "/write/#draft=%%%",
        "/write/#draft=",
        &whole[..whole.len() / 2],
    ] {
        let page = open_link(stage, broken).await?;
        says(&page, "This link holds no draft that can be read.").await?;
    }
    Ok(())
}

async fn a_hostile_draft_is_harmless(stage: &Stage<'_>) -> Result<()> {
    stage
        .server
        .run_first("window.alert = () => { window.__ran = true }");
    let draft = "---\ntitle: <img src=x onerror=alert(1)>\ndescription: <script>alert(1)</script>\n\
                 author: \"javascript:alert(1)\"\nlang: '\" onload=alert(1)'\ncover: javascript:alert(1)\n\
                 tags: ['<b style=x>']\n__proto__: x\n---\n\
                 <script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1))\n\n\
                 <div style=\"position:fixed;inset:0\">over</div> <style>* { display: none }</style>\n\n\
                 <iframe src=\"data:text/html,x\"></iframe> <form action=/x><button>b</button></form>\n\n\
                 <svg onload=alert(1)></svg> <a href=\"blob:x\">b</a> <base href=\"//evil.example\">\n\
                 ![x](blob:https://evil.example/x) <recto-reactions article=x></recto-reactions>\n";
    let page = open_link(stage, &link_to(draft)?).await?;
    says(&page, "This is a draft.").await?;
    page.see(&heading("<img src=x onerror=alert(1)>").level(1))
        .await?;
    let found: Vec<String> = page
        .js(
            "return [...document.querySelectorAll('[data-desk=article] :is(script, style, iframe, form, svg, base, \
             recto-reactions, [style], [onerror], [onload], [href^=\"javascript\" i], [href^=blob], [src^=blob], \
             [src^=\"javascript\" i])')].map((element) => element.outerHTML)",
        )
        .await?;
    ensure!(found.is_empty(), "{found:?}");
    ensure!(
        !page.js::<bool>("return window.__ran === true").await?,
        "a script ran"
    );
    page.see(&button("Open at the desk")).await?;
    Ok(())
}

async fn all_is_done_by_keyboard(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.js::<()>(
        "Object.defineProperty(navigator, 'clipboard', \
         { value: { writeText: async (text) => { window.copied = text } } })",
    )
    .await?;
    page.focus(&named("combobox", "Draft")).await?;
    let mut way = Vec::new();
    for _ in 0..16 {
        page.press(Key::Tab).await?;
        let focused = page.focused().await?;
        if focused == "textbox \"Text\"" {
            page.type_text("Words without a head").await?;
            says(&page, "There is no title.").await?;
        }
        let is_last = focused == "button \"Copy a draft link\"";
        way.push(focused);
        if is_last {
            break;
        }
    }
    for part in [
        "New draft",
        "Open files",
        "Keep drafts",
        "Line 1",
        "region \"Page\"",
        "Save as a file",
        "Copy a draft",
    ] {
        ensure!(
            way.iter().any(|step| step.contains(part)),
            "no {part}: {way:?}"
        );
    }
    page.press(Key::Enter).await?;
    says(&page, "Link copied.").await
}

async fn a_phone_shows_one_side_at_a_time(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(DESK, 320, 640).await?;
    page.ready().await?;
    is_alive(&page).await?;
    paste(&page, TEXT).await?;
    page.see_no(&in_page(heading("Hello"))).await?;
    page.click(&named("radio", "Page")).await?;
    page.see(&in_page(heading("Hello").level(1))).await?;
    page.see_no(&text()).await?;
    let widths: (u32, u32) = page
        .js("return [document.documentElement.scrollWidth, innerWidth]")
        .await?;
    ensure!(widths.0 <= widths.1, "{widths:?}");
    page.click(&named("radio", "Text")).await?;
    page.see(&text()).await?;
    Ok(())
}

async fn axe_finds_nothing_at_the_desk(stage: &Stage<'_>) -> Result<()> {
    let draft = link_to(TEXT)?;
    for theme in ["light", "dark"] {
        site::prefer(stage, "theme", theme);
        for width in [320, 1280] {
            let page = stage.load_narrow(DESK, width, 800).await?;
            page.ready().await?;
            is_alive(&page).await?;
            paste(&page, "---\ntitle: A\n---\n## B\n\n<script>x</script>\n").await?;
            says(&page, "There is no date.").await?;
            axe_finds_nothing(&page, &format!("{DESK} in {theme} at {width}")).await?;
        }
        let page = open_link(stage, &draft).await?;
        axe_finds_nothing(&page, &format!("a draft in {theme}")).await?;
    }
    Ok(())
}

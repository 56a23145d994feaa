//! A thousand embeds come and go: no listener is left, and memory does not grow.

use std::collections::HashMap;

use anyhow::{Result, ensure};
use browser_tests::find::button;
use browser_tests::runner::Journey;
use browser_tests::{Engine, Page, Stage, journeys};

use super::host::{Host, document, loader, reactions};

pub const JOURNEYS: &[Journey] = journeys![many_pieces_come_and_go_without_a_trace];

pub const LISTENERS: &str = include_str!("listeners.js");

/// In bytes, for a thousand. If each left no more than its listeners behind, it would be twice as much, and of wasm four
/// times.
const HEAP_BOUND: f64 = 150_000.0;
const WASM_BOUND: f64 = 150_000.0;
const WASM: &str = "bytes of wasm";

async fn many_pieces_come_and_go_without_a_trace(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.server.run_first(LISTENERS);
    host.show(&document(&loader(stage), &reactions())).await?;
    let page = &host.page;
    page.see(&button("Like")).await?;
    let can_be_measured = stage.flavour.engine == Engine::Chromium;
    // What is made once, and what the engine learns, is there before the first count.
    come_and_go(page, 30).await?;
    let (listening, before) = (listeners(page).await?, memory(page, can_be_measured).await?);
    // Engines give back what wasm held when they collect garbage, so that is done on the way.
    for _ in 0..10 {
        come_and_go(page, 10).await?;
        memory(page, can_be_measured).await?;
    }
    let after = memory(page, can_be_measured).await?;
    ensure!(listeners(page).await? == listening);
    let more = |name: &str| {
        let of = |memory: &Memory| memory.get(name).copied().unwrap_or_default();
        of(&after) - of(&before)
    };
    let grown = ["JSEventListeners", "Nodes", "JSHeapUsedSize", WASM].map(more);
    let [listeners_more, nodes, heap, wasm] = grown;
    ensure!(
        listeners_more <= 0.0 && nodes < 100.0 && heap < HEAP_BOUND && wasm < WASM_BOUND,
        "{listeners_more} listeners, {nodes} nodes, {heap} bytes and {wasm} bytes of wasm more than before"
    );
    // One that stays still works, and one more listener would have been noticed.
    let with_one_more = "const more = document.querySelector('recto-reactions').cloneNode(true); \
        const ready = new Promise((resolve) => more.addEventListener('recto-ready', resolve)); \
        document.body.append(more); await ready; const listening = listeners(); more.remove(); return listening";
    ensure!(page.js_async::<usize>(with_one_more).await? > listening);
    page.click(&button("Like")).await?;
    page.see(&button("Like").pressed(true)).await?;
    host.is_unharmed().await
}

/// On what outlives every element.
async fn listeners(page: &Page) -> Result<usize> {
    page.js("return listeners()").await
}

type Memory = HashMap<String, f64>;

/// What the tab holds after its garbage was collected, and its wasm; nothing where that cannot be measured.
async fn memory(page: &Page, can_be_measured: bool) -> Result<Memory> {
    if !can_be_measured {
        return Ok(Memory::new());
    }
    let mut memory = page.holdings().await?;
    let wasm = page.js("return wasmBytes()").await?;
    memory.insert(WASM.to_owned(), wasm);
    Ok(memory)
}

/// Ten at a time come, are shown, and go.
async fn come_and_go(page: &Page, rounds: usize) -> Result<()> {
    let script = format!(
        "const template = document.querySelector('recto-reactions'); \
         const ready = (element) => new Promise((resolve) => element.addEventListener('recto-ready', resolve)); \
         for (let round = 0; round < {rounds}; round++) {{ \
           const some = Array.from({{ length: 10 }}, () => template.cloneNode(true)); \
           const all = Promise.all(some.map(ready)); \
           document.body.append(...some); await all; \
           for (const element of some) element.remove(); \
         }} \
         return document.querySelectorAll('recto-reactions').length"
    );
    let left: usize = page.js_async(&script).await?;
    ensure!(left == 1);
    Ok(())
}

//! The harness proves itself on the fixture: what a journey relies on works in this engine.

use anyhow::{Result, ensure};
use browser_tests::fault::FaultKind;
use browser_tests::find::{any, button, group, heading, headline, link, navigation, region};
use browser_tests::journeys;
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Stage};
use thirtyfour::Key;

pub const JOURNEYS: &[Journey] = journeys![
    things_are_found_by_role_and_name,
    storage_is_clean_and_shared_by_tabs,
    storage_is_clean_again,
    faults_are_collected,
    links_keys_scrolling_and_history_work,
    pages_are_found_with_scripts_off,
    the_server_goes_offline_and_returns,
    answers_are_held_changed_and_added,
    headers_follow_the_headers_file,
    a_site_may_lie_below_a_base_path,
    a_window_can_be_narrow,
    the_navigation_api_is_there_or_not,
    motion_is_reduced,
];

async fn things_are_found_by_role_and_name(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    ensure!(page.title().await? == "First page");
    ensure!(page.text(&headline()).await? == "A page to try things on");
    page.see(&link("second page").within(navigation("main")))
        .await?;
    page.see(&heading("Tools").exactly().level(2).within(region("Tools")))
        .await?;
    page.see(
        &button("Like")
            .exactly()
            .pressed(false)
            .within(group("React")),
    )
    .await?;
    page.see(&button("In the shadow")).await?;
    page.see_no(&button("hidden")).await?;
    page.see_no(&button("Like").pressed(true)).await?;
    page.see_no(&link("Second page").within(any("main")))
        .await?;
    page.focus(&button("Like")).await?;
    ensure!(
        page.focused().await? == "button \"Like\"",
        "{}",
        page.focused().await?
    );
    page.screenshot(&format!("harness-{}", stage.flavour))
        .await?;
    Ok(())
}

async fn storage_is_clean_and_shared_by_tabs(stage: &Stage<'_>) -> Result<()> {
    let first = stage.open("/").await?;
    let second = stage.open_another_tab("/").await?;
    first.click(&button("Like")).await?;
    first.see(&button("Like").pressed(true)).await?;
    second.see(&button("Like").pressed(true)).await?;
    first.reload().await?;
    first.see(&button("Like").pressed(true)).await?;
    Ok(())
}

async fn storage_is_clean_again(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    ensure!(page.js::<u32>("return localStorage.length").await? == 0);
    ensure!(
        page.js::<u32>("return history.length").await? <= 2,
        "not a fresh tab"
    );
    Ok(())
}

async fn faults_are_collected(stage: &Stage<'_>) -> Result<()> {
    for expected in [
        "told to the console",
        "a rejected promise",
        "an uncaught error",
        "style-src",
    ] {
        stage.expect_fault(expected);
    }
    let page = stage.open("/").await?;
    page.click(&button("Fail")).await?;
    // The server hears of them without the page being asked, and keeps them when the page is gone.
    page.click(&link("Second page")).await?;
    page.arrive("/second/").await?;
    let kinds = [
        FaultKind::ConsoleError,
        FaultKind::Rejection,
        FaultKind::Error,
        FaultKind::Violation,
    ];
    for kind in kinds {
        until(&format!("{kind:?}"), async || {
            Ok(stage
                .server
                .faults()
                .into_iter()
                .find(|fault| fault.kind == kind))
        })
        .await?;
    }
    Ok(())
}

async fn links_keys_scrolling_and_history_work(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    page.scroll_to(300).await?;
    ensure!(page.scroll_position().await? == 300.0);
    page.scroll_to(0).await?;
    page.hover(&button("Like")).await?;
    ensure!(
        page.js::<bool>("return document.querySelector('[data-kind]').matches(':hover')")
            .await?
    );
    page.focus(&link("Second page")).await?;
    page.press(Key::Tab).await?;
    ensure!(
        page.focused().await? == "link \"Missing page\"",
        "{}",
        page.focused().await?
    );
    page.press(Key::Enter).await?;
    page.see(&heading("Not here")).await?;
    ensure!(page.path().await? == "/missing/");
    page.back().await?;
    page.see(&heading("A page to try")).await?;
    page.forward().await?;
    page.see(&heading("Not here")).await?;
    Ok(())
}

async fn pages_are_found_with_scripts_off(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load("/").await?;
    page.click(&link("Second page")).await?;
    page.see(&heading("The second page")).await?;
    ensure!(
        page.js::<bool>("return document.documentElement.dataset.app === undefined")
            .await?
    );
    if stage.flavour.engine != Engine::Webkit {
        // The switch of the browser itself, not only the server's policy.
        ensure!(page.text(&any("main")).await?.contains("Scripts are off."));
    }
    Ok(())
}

async fn the_server_goes_offline_and_returns(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    stage.server.go_offline().await;
    page.click(&button("Fetch")).await?;
    page.until_true(
        "the page to notice",
        "return document.querySelector('#news').textContent === 'offline'",
    )
    .await?;
    stage.server.go_online().await?;
    page.click(&button("Fetch")).await?;
    page.until_true(
        "the answer",
        "return document.querySelector('#news').textContent === 'answer 42'",
    )
    .await?;
    Ok(())
}

async fn answers_are_held_changed_and_added(stage: &Stage<'_>) -> Result<()> {
    let news =
        |text: &str| format!("return document.querySelector('#news').textContent === '{text}'");
    stage.server.answer(
        "/added/",
        Answer::new("<!doctype html><title>Added</title><h1>Never built</h1>"),
    );
    let page = stage.load("/added/").await?;
    page.see(&heading("Never built")).await?;
    let page = stage.open("/").await?;
    let gate = stage.server.hold("/data.json");
    page.click(&button("Fetch")).await?;
    gate.arrival().await?;
    ensure!(page.js::<bool>(&news("")).await?);
    gate.open();
    page.until_true("the answer", &news("answer 42")).await?;
    ensure!(stage.server.count("/data.json") == 1);
    stage.server.answer("/data.json", Answer::status(503));
    page.click(&button("Fetch")).await?;
    page.until_true("the failure", &news("status 503")).await?;
    stage.server.answer_as_usual("/data.json");
    let gate = stage.server.hold("/data.json");
    page.click(&button("Fetch")).await?;
    gate.arrival().await?;
    page.click(&button("Give up")).await?;
    gate.abandonment().await
}

async fn headers_follow_the_headers_file(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    let header = async |path: &str, name: &str| {
        let script = format!("return (await fetch('{path}')).headers.get('{name}')");
        page.js_async::<Option<String>>(&script).await
    };
    ensure!(
        header("/assets/page.js", "cache-control").await?.as_deref()
            == Some("max-age=31536000, immutable")
    );
    ensure!(header("/data.json", "cache-control").await?.as_deref() == Some("no-cache"));
    ensure!(header("/data.json", "content-type").await?.as_deref() == Some("application/json"));
    ensure!(
        header("/text.md", "content-type").await?.as_deref()
            == Some("text/markdown; charset=utf-8")
    );
    let status = "const answer = await fetch('/nothing/'); return [answer.status, (await answer.text()).includes('Not here')]";
    ensure!(page.js_async::<(u16, bool)>(status).await? == (404, true));
    let redirected = "const answer = await fetch('/second'); return [answer.redirected, answer.url.endsWith('/second/')]";
    ensure!(page.js_async::<(bool, bool)>(redirected).await? == (true, true));
    Ok(())
}

async fn a_site_may_lie_below_a_base_path(stage: &Stage<'_>) -> Result<()> {
    let dist = stage.server.site().dist.clone();
    let blog = Server::start(Site::new(dist, "/blog/")).await?;
    let page = stage.open("/").await?;
    page.go(&blog.url("/second/")).await?;
    page.see(&heading("The second page")).await?;
    ensure!(blog.requests()[0].path == "/blog/second/" && blog.count("/second/") == 1);
    page.go(&format!("{}/second/", blog.origin())).await?;
    page.see_no(&heading("The second page")).await?;
    Ok(())
}

async fn a_window_can_be_narrow(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow("/", 320, 640).await?;
    page.ready().await?;
    ensure!(page.js::<u32>("return innerWidth").await? == 320);
    page.click(&link("Second page")).await?;
    page.arrive("/second/").await?;
    page.see(&heading("The second page")).await?;
    Ok(())
}

async fn the_navigation_api_is_there_or_not(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    let there: bool = page
        .js("return typeof window.navigation === 'object'")
        .await?;
    ensure!(there == stage.flavour.navigation_api);
    Ok(())
}

async fn motion_is_reduced(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    ensure!(
        page.js::<bool>("return matchMedia('(prefers-reduced-motion: reduce)').matches")
            .await?
    );
    Ok(())
}

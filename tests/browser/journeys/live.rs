//! Articles that are published without a build: lists show them, as they change and go; what cannot be had or read changes
//! nothing; and a build has all of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use browser_tests::find::{Find, button, headline, link, main_part};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys, paths};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::blog::Blog;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    what_is_published_is_said_without_moving_anything_and_shown_at_a_press,
    what_is_published_is_in_all_lists where navigation_api,
    what_has_changed_is_shown_and_what_is_gone_is_said where navigation_api,
    after_a_build_nothing_is_new,
    a_broken_list_of_news_is_one_sentence_and_nothing_is_lost,
    from_another_origin_it_is_the_same where navigation_api,
    while_the_other_origin_is_down_the_last_build_stays where navigation_api,
    without_live_content_nothing_is_asked_for,
    a_folder_of_bare_markdown_is_a_blog where navigation_api,
    a_git_forge_lists_the_folder where navigation_api,
    articles_that_no_build_has_made_lead_on where navigation_api,
    a_year_that_is_new_is_in_the_archive where navigation_api,
];

const LIVE: &str = "/content/live.json";
pub const FAILED: &str = "New articles could not be loaded";

pub fn article(title: &str, day: u8, tag: &str, text: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2024-05-0{day}\ntags: [{tag}]\n---\n{text}\n")
}

async fn blog(site: &Value) -> Result<Blog> {
    let files = [
        ("content/site.json", site.to_string()),
        (
            "content/articles/first.md",
            article("First", 1, "Old", "Text."),
        ),
        (
            "content/articles/second.md",
            article("Second", 2, "Old", "Text."),
        ),
    ];
    Blog::build(&files.map(|(path, text)| (path.to_owned(), text))).await
}

pub async fn live_blog() -> Result<Blog> {
    blog(&json!({ "title": "Blog", "base_url": "https://blog.example/", "live": true })).await
}

pub fn publish(blog: &Blog, to: &Path) -> Result<()> {
    blog.run(&["publish"])?;
    copy(&blog.folder().join("live"), to)
}

/// As `rsync` does.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &target)?,
            // The file may have a second name in the folder of a build.
            false => {
                let _ = fs::remove_file(&target);
                fs::copy(entry.path(), target)?;
            }
        }
    }
    Ok(())
}

pub async fn open(stage: &Stage<'_>, server: &Server, path: &str) -> Result<Page> {
    let page = stage.load("/404.html").await?;
    page.go(&server.url(path)).await?;
    page.ready().await?;
    Ok(page)
}

pub fn in_main(name: &str) -> Find {
    link(name).exactly().within(main_part())
}

pub async fn says(page: &Page, sentence: &str) -> Result<()> {
    until(sentence, async || {
        Ok(page
            .text(&main_part())
            .await?
            .contains(sentence)
            .then_some(()))
    })
    .await
}

async fn what_is_published_is_said_without_moving_anything_and_shown_at_a_press(
    stage: &Stage<'_>,
) -> Result<()> {
    const PLACES: &str = "return JSON.stringify([...document.querySelectorAll('.article-card')]\
        .map((card) => card.getBoundingClientRect()))";
    let blog = live_blog().await?;
    let dist = blog.server.site().dist.clone();
    let gate = blog.server.hold(LIVE);
    blog.write(
        "content/articles/third.md",
        &article("Third", 3, "New", "Text."),
    )?;
    blog.write(
        "content/articles/fourth.md",
        &article("Fourth", 4, "New", "Text."),
    )?;
    publish(&blog, &dist)?;
    let page = open(stage, &blog.server, "/").await?;
    gate.arrival().await?;
    let places: String = page.js(PLACES).await?;
    gate.open();
    page.see(&button("2 new articles")).await?;
    ensure!(
        page.js::<String>(PLACES).await? == places,
        "something has moved"
    );
    ensure!(blog.server.count(LIVE) == 1, "it is asked for once");
    if stage.flavour.engine == Engine::Chromium {
        axe_finds_nothing(&page, "/").await?;
    }
    page.click(&button("2 new articles")).await?;
    page.see(&in_main("Fourth")).await?;
    page.see(&in_main("Third")).await?;
    page.see_no(&button("new articles")).await?;
    // Who comes without a list finds it as well.
    let page = open(stage, &blog.server, "/articles/third/").await?;
    until("the article", async || {
        Ok((page.text(&headline()).await? == "Third").then_some(()))
    })
    .await
}

async fn what_is_published_is_in_all_lists(stage: &Stage<'_>) -> Result<()> {
    let blog = live_blog().await?;
    blog.write(
        "content/articles/third.md",
        &article("Third", 3, "Old, New", "Text."),
    )?;
    publish(&blog, &blog.server.site().dist.clone())?;
    let page = open(stage, &blog.server, "/archive/").await?;
    page.click(&button("1 new article")).await?;
    page.see(&in_main("Third")).await?;
    says(&page, "3 articles").await?;
    page.click(&link("Tags").exactly()).await?;
    page.arrive("/tags/").await?;
    page.see(&in_main("New")).await?;
    says(&page, "3 articles").await?;
    page.click(&in_main("New")).await?;
    page.arrive("/tags/new/").await?;
    page.see(&in_main("Third")).await?;
    page.click(&in_main("Third")).await?;
    page.arrive("/articles/third/").await?;
    until("the article", async || {
        Ok((page.text(&headline()).await? == "Third").then_some(()))
    })
    .await?;
    // The one before it leads to it.
    page.see(&link("Second")).await?;
    page.go(&blog.server.url("/search/?q=third")).await?;
    page.ready().await?;
    page.see(&in_main("Third")).await?;
    Ok(())
}

async fn what_has_changed_is_shown_and_what_is_gone_is_said(stage: &Stage<'_>) -> Result<()> {
    let blog = live_blog().await?;
    let dist = blog.server.site().dist.clone();
    blog.write(
        "content/articles/second.md",
        &article("Second, corrected", 2, "Old", "Better."),
    )?;
    publish(&blog, &dist)?;
    let page = open(stage, &blog.server, "/").await?;
    page.click(&button("Show what has changed")).await?;
    page.see(&in_main("Second, corrected")).await?;
    let page = open(stage, &blog.server, "/articles/second/").await?;
    page.click(&button("Show what has changed")).await?;
    says(&page, "Better.").await?;
    blog.run(&["unpublish", "first"])?;
    copy(&blog.folder().join("live"), &dist)?;
    let page = open(stage, &blog.server, "/articles/first/").await?;
    says(&page, "This article is no longer published.").await?;
    page.go(&blog.server.url("/")).await?;
    page.ready().await?;
    page.click(&button("Show what has changed")).await?;
    page.see_no(&in_main("First")).await?;
    page.see(&in_main("Second, corrected")).await?;
    Ok(())
}

async fn after_a_build_nothing_is_new(stage: &Stage<'_>) -> Result<()> {
    let blog = live_blog().await?;
    let dist = blog.server.site().dist.clone();
    blog.write(
        "content/articles/third.md",
        &article("Third", 3, "New", "Text."),
    )?;
    publish(&blog, &dist)?;
    let page = open(stage, &blog.server, "/").await?;
    page.see(&button("1 new article")).await?;
    let before = fs::read(dist.join("content/live.json"))?;
    blog.run(&["build"])?;
    for stale in [false, true] {
        if stale {
            // What a cache still has of before the build.
            blog.server.answer(LIVE, Answer::new(before.clone()));
        }
        blog.server.forget_requests();
        let page = open(stage, &blog.server, "/").await?;
        until("the news to be asked for", async || {
            Ok((blog.server.count(LIVE) > 0).then_some(()))
        })
        .await?;
        page.see(&in_main("Third")).await?;
        page.see_no(&button("new article")).await?;
    }
    Ok(())
}

async fn a_broken_list_of_news_is_one_sentence_and_nothing_is_lost(
    stage: &Stage<'_>,
) -> Result<()> {
    let blog = live_blog().await?;
    let many = vec![json!({ "slug": "x", "title": "X" }); 3];
    let broken = [
        Answer::new("<!DOCTYPE html><title>Not found"),
        Answer::new("{ \"version\": 1, \"added\": ["),
        Answer::new(json!({ "version": 2, "added": many }).to_string()),
        Answer::new(json!({ "version": 1, "added": "third" }).to_string()),
        Answer::new(json!([]).to_string()),
        Answer::new("null"),
        Answer::status(404),
        Answer::status(503),
        Answer::none(),
    ];
    for (index, answer) in broken.into_iter().enumerate() {
        blog.server.answer(LIVE, answer);
        let page = open(stage, &blog.server, &format!("/?{index}")).await?;
        says(&page, FAILED).await?;
        page.see(&in_main("First")).await?;
        page.see_no(&button("new article")).await?;
    }
    // What can be read of it counts, and what is hostile in it is text.
    let hostile = r#"{ "version": 1, "__proto__": { "since": "x" }, "added": [
        { "slug": "../../evil", "title": "<img src=x onerror=alert(1)>", "__proto__": { "title": "P" } },
        { "slug": "constructor", "title": "C", "tags": [{ "name": "__proto__", "slug": "__proto__" }] },
        7, null, { "title": "without a slug" }, { "slug": "odd", "title": 7 } ],
        "removed": [{ "slug": "nobody", "lists": ["tags/old/"] }] }"#;
    blog.server.answer(LIVE, Answer::new(hostile));
    let page = open(stage, &blog.server, "/").await?;
    page.click(&button("2 new articles")).await?;
    page.see(&in_main("<img src=x onerror=alert(1)>")).await?;
    page.see(&in_main("First")).await?;
    ensure!(
        page.js::<bool>("return ({}).title === undefined && !document.querySelector('main img')")
            .await?
    );
    Ok(())
}

/// The same files at another origin, which lets others read them.
struct Bucket {
    server: Server,
    folder: TempDir,
}

impl Bucket {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let headers =
            "/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n";
        fs::write(folder.path().join("_headers"), headers)?;
        fs::write(folder.path().join("404.html"), "")?;
        let server = Server::start(Site::new(folder.path(), "/")).await?;
        server.leave_pages_alone();
        Ok(Self { server, folder })
    }

    async fn blog(&self) -> Result<Blog> {
        blog(&json!({
            "title": "Blog", "base_url": "https://blog.example/", "content_url": self.server.url("/"),
        }))
        .await
    }
}

async fn from_another_origin_it_is_the_same(stage: &Stage<'_>) -> Result<()> {
    let bucket = Bucket::new().await?;
    let blog = bucket.blog().await?;
    blog.write(
        "content/articles/a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    )?;
    blog.write(
        "content/articles/third.md",
        &article("Third", 3, "New", "![A](a.svg)\n\nMore."),
    )?;
    publish(&blog, bucket.folder.path())?;
    let page = open(stage, &blog.server, "/").await?;
    page.click(&button("1 new article")).await?;
    page.click(&in_main("Third")).await?;
    page.arrive("/articles/third/").await?;
    says(&page, "More.").await?;
    let picture = "const picture = document.querySelector('.prose img'); return picture?.complete && picture.naturalWidth === 9";
    page.until_true("the picture", picture).await?;
    ensure!(blog.server.count(LIVE) == 0, "the site itself is asked");
    // Nobody but the other origin has it.
    let page = open(stage, &blog.server, "/articles/third/").await?;
    says(&page, "More.").await
}

async fn while_the_other_origin_is_down_the_last_build_stays(stage: &Stage<'_>) -> Result<()> {
    let bucket = Bucket::new().await?;
    let blog = bucket.blog().await?;
    blog.write(
        "content/articles/second.md",
        &article("Second", 2, "Old", "Corrected."),
    )?;
    publish(&blog, bucket.folder.path())?;
    let page = open(stage, &blog.server, "/").await?;
    page.see(&button("Show what has changed")).await?;
    bucket.server.go_offline().await;
    // What is known to have changed is shown as it was built.
    page.click(&in_main("Second")).await?;
    page.arrive("/articles/second/").await?;
    says(&page, "Text.").await?;
    let page = open(stage, &blog.server, "/").await?;
    says(&page, FAILED).await?;
    page.see(&in_main("Second")).await?;
    page.click(&link("Archive").exactly()).await?;
    page.arrive("/archive/").await?;
    says(&page, FAILED).await?;
    let page = open(stage, &blog.server, "/articles/second/").await?;
    ensure!(!page.text(&main_part()).await?.contains(FAILED));
    Ok(())
}

async fn without_live_content_nothing_is_asked_for(stage: &Stage<'_>) -> Result<()> {
    stage.open("/").await?;
    ensure!(stage.server.count(LIVE) == 0);
    Ok(())
}

/// A site of `recto new --live`, as a plain server has it.
async fn bare_site(folder: &Path) -> Result<Server> {
    let recto = paths::workspace().join("target/debug/recto");
    let made = Command::new(recto)
        .current_dir(folder)
        .args(["new", "site", "--live", "--now", "2026-01-01"])
        .arg("--style")
        .arg(paths::workspace().join("style"))
        .arg("--app")
        .arg(paths::workspace().join("target/app-release"))
        .output()?;
    let told = String::from_utf8_lossy(&made.stderr);
    ensure!(made.status.success(), "no site was made:\n{told}");
    Server::start(Site::new(folder.join("site"), "/")).await
}

/// What a forge answers for the folder, on another origin that lets others read it.
async fn a_git_forge_lists_the_folder(stage: &Stage<'_>) -> Result<()> {
    let bucket = Bucket::new().await?;
    let blog = bucket.blog().await?;
    let files = bucket.folder.path().join("posts");
    fs::create_dir_all(bucket.folder.path().join("content"))?;
    fs::create_dir_all(&files)?;
    fs::write(files.join("third.md"), article("Third", 3, "New", "More."))?;
    let listing = json!([
        { "name": "third.md", "path": "posts/third.md", "type": "file" },
        { "name": "pictures", "path": "posts/pictures", "type": "dir" },
        { "name": "../../secret.md" }, { "name": 7 }, null,
    ]);
    fs::write(
        bucket.folder.path().join("listing.json"),
        listing.to_string(),
    )?;
    for listing in ["listing.json", &bucket.server.url("/listing.json")] {
        let live = json!({ "version": 1, "folder": "posts", "listing": listing });
        let file = bucket.folder.path().join("content/live.json");
        fs::write(file, live.to_string())?;
        let page = open(stage, &blog.server, "/").await?;
        page.click(&button("1 new article")).await?;
        page.click(&in_main("Third")).await?;
        page.arrive("/articles/third/").await?;
        says(&page, "More.").await?;
    }
    Ok(())
}

async fn a_folder_of_bare_markdown_is_a_blog(stage: &Stage<'_>) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let server = bare_site(folder.path()).await?;
    let posts = folder.path().join("site/posts");
    let page = open(stage, &server, "/").await?;
    page.see(&in_main("Hello")).await?;
    page.see(&in_main("Three lines are enough")).await?;
    // The third article, with nothing but an editor.
    let third = "+++\ntitle = \"Third\"\ndate = 2025-12-31\ntags = [\"Sea\"]\n+++\n![A](a.svg) and [hello](hello.md).\n";
    fs::write(posts.join("third.md"), third)?;
    fs::write(
        posts.join("a.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    )?;
    fs::write(posts.join("broken.md"), "---\ntitle: A\nno key\n---\n")?;
    fs::write(
        posts.join("index.txt"),
        "broken.md\nhello.md\nindex.txt\nthird.md\nthree-lines.md\n",
    )?;
    let page = open(stage, &server, "/").await?;
    says(&page, "broken.md:3").await?;
    page.click(&in_main("Third")).await?;
    page.arrive("/articles/third/").await?;
    page.until_true(
        "the picture",
        "return document.querySelector('.prose img')?.naturalWidth === 9",
    )
    .await?;
    page.click(&link("hello").exactly().within(main_part()))
        .await?;
    page.arrive("/articles/hello/").await?;
    says(&page, "This is the file posts/hello.md").await?;
    page.click(&link("Tags").exactly()).await?;
    page.arrive("/tags/").await?;
    page.click(&in_main("Sea")).await?;
    page.arrive("/tags/sea/").await?;
    page.see(&in_main("Third")).await?;
    // A link from elsewhere leads to it as well.
    for (path, sentence) in [
        ("/articles/third/", "Third"),
        ("/tags/sea/", "Third"),
        ("/articles/nobody/", "Page not found"),
    ] {
        let page = open(stage, &server, path).await?;
        says(&page, sentence).await?;
    }
    Ok(())
}

async fn articles_that_no_build_has_made_lead_on(stage: &Stage<'_>) -> Result<()> {
    let related = |page: &Page| {
        let page = page.clone();
        async move {
            let script = "return [...document.querySelectorAll('.related li')].map((entry) => entry.innerText)";
            page.js::<Vec<String>>(script).await
        }
    };
    // Of a folder, and of a built blog whose publisher copied two files.
    let folder = tempfile::tempdir()?;
    let bare = bare_site(folder.path()).await?;
    let posts = folder.path().join("site/posts");
    let texts = [("Boats", "Sea"), ("Harbours", "Sea"), ("Bread", "Food")];
    for (index, (title, tag)) in texts.into_iter().enumerate() {
        let text = article(title, index as u8 + 1, tag, "Text.");
        fs::write(posts.join(format!("{}.md", title.to_lowercase())), text)?;
    }
    fs::write(posts.join("index.txt"), "boats.md\nharbours.md\nbread.md\n")?;
    let built = live_blog().await?;
    let data = json!({ "version": 1, "slug": "boats", "title": "Boats", "published": "2024-05-03",
                       "tags": [{ "name": "Old", "slug": "old" }] });
    built.server.answer(
        "/content/articles/boats.json",
        Answer::new(data.to_string()),
    );
    built
        .server
        .answer("/content/articles/boats.md", Answer::new("Text.\n"));
    for (server, first) in [
        (&bare, ["Harbours", "Also on Sea"]),
        (&built.server, ["Second", "Also on Old"]),
    ] {
        let page = open(stage, server, "/articles/boats/").await?;
        says(&page, "Text.").await?;
        let entries = related(&page).await?;
        ensure!(
            entries
                .first()
                .is_some_and(|entry| first.iter().all(|part| entry.contains(part))),
            "{entries:?}"
        );
    }
    // What cannot be had keeps nobody from reading.
    let gate = built.server.hold("/content/lists/home/1.json");
    let page = open(stage, &built.server, "/articles/boats/").await?;
    says(&page, "Text.").await?;
    gate.open();
    Ok(())
}

async fn a_year_that_is_new_is_in_the_archive(stage: &Stage<'_>) -> Result<()> {
    let site = json!({ "title": "Blog", "base_url": "https://blog.example/", "live": true });
    let posts = (0..210).map(|number| {
        let (year, day) = (2022 + number % 2, 1 + number % 28);
        let text = format!("---\ntitle: Post {number}\ndate: {year}-03-{day:02}\n---\nText.\n");
        (format!("content/articles/post-{number}.md"), text)
    });
    let files = std::iter::once(("content/site.json".to_owned(), site.to_string())).chain(posts);
    let blog = Blog::build(&files.collect::<Vec<_>>()).await?;
    for (title, day) in [("Third", 3), ("Fourth", 4)] {
        let path = format!("content/articles/{title}.md");
        blog.write(&path, &article(title, day, "New", "Text."))?;
    }
    let older = "---\ntitle: Forgotten\ndate: 2022-06-01\n---\nText.\n";
    blog.write("content/articles/forgotten.md", older)?;
    publish(&blog, &blog.server.site().dist.clone())?;
    let page = open(stage, &blog.server, "/archive/").await?;
    page.click(&button("3 new articles")).await?;
    says(&page, "213 articles").await?;
    page.click_first(&link("2024").within(main_part())).await?;
    page.arrive("/archive/2024/").await?;
    page.see(&in_main("Fourth")).await?;
    page.see(&in_main("Third")).await?;
    // A year that the build has says what is new in it.
    let page = open(stage, &blog.server, "/archive/2022/").await?;
    page.click(&button("1 new article")).await?;
    page.see(&in_main("Forgotten")).await?;
    says(&page, "106 articles").await
}

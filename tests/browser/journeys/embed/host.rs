//! Pages of another origin in which embeds of the blog stand.

use anyhow::{Context, Result, ensure};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::{Page, Stage, paths};
use std::fs;
use tempfile::TempDir;

/// The article that most embeds are of.
pub const SLUG: &str = "claude-code-leak-ai-security";

/// A site beside the blog, with one page. It stops when dropped.
pub struct Host {
    pub server: Server,
    pub page: Page,
    _folder: TempDir,
}

/// Loads a page with this content that takes the elements from the blog. In the policy, BLOG is the blog's origin.
pub async fn host(stage: &Stage<'_>, policy: &str, head: &str, body: &str) -> Result<Host> {
    let host = Host::start(stage, policy).await?;
    let head = [head, &loader(stage)].concat();
    host.show(&document(&head, body)).await?;
    Ok(host)
}

impl Host {
    pub async fn start(stage: &Stage<'_>, policy: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        if !policy.is_empty() {
            let policy = policy.replace("BLOG", &stage.server.origin());
            let headers = format!("/*\n  Content-Security-Policy: {policy}\n");
            fs::write(folder.path().join("_headers"), headers)?;
        }
        let site = Site::new(folder.path(), "/");
        Ok(Self {
            server: Server::start(site).await?,
            page: stage.load("/404.html").await?,
            _folder: folder,
        })
    }

    /// Loads this page.
    pub async fn show(&self, html: &str) -> Result<()> {
        self.server.answer("/", Answer::new(html.to_owned()));
        self.page.go(&self.server.url("/")).await
    }

    /// Serves a file of an npm package that `cargo xtask` has installed.
    pub fn serve_package(&self, path: &str, file: &str) -> Result<()> {
        self.server.answer(path, Answer::new(package_file(file)?));
        Ok(())
    }

    /// Nothing that the page around would see has gone wrong.
    pub async fn is_unharmed(&self) -> Result<()> {
        self.server.add_faults(self.page.faults().await?);
        let faults = self.server.faults();
        ensure!(faults.is_empty(), "{faults:?}");
        Ok(())
    }
}

pub fn document(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title>{head}</head><body>{body}</body></html>"
    )
}

/// The tag that is in the README.
pub fn loader(stage: &Stage<'_>) -> String {
    script(&stage.server.url("/embed/v1.js"), "")
}

pub fn script(url: &str, attributes: &str) -> String {
    format!("<script type=\"module\" src=\"{url}\" {attributes}></script>")
}

/// A card of the article that waits for no scrolling.
pub fn eager_card() -> String {
    card().replace("<recto-card ", "<recto-card loading=\"eager\" ")
}

pub fn card() -> String {
    format!(
        "<recto-card article=\"{SLUG}\"><a href=\"https://example.org/\">Read it there</a></recto-card>"
    )
}

pub fn reactions() -> String {
    format!("<recto-reactions article=\"{SLUG}\" loading=\"eager\">Reactions</recto-reactions>")
}

pub fn package_file(file: &str) -> Result<String> {
    let file = paths::workspace()
        .join("target/tools/npm/node_modules")
        .join(file);
    fs::read_to_string(&file).with_context(|| file.display().to_string())
}

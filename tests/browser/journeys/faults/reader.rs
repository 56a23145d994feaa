//! A reader of the leak who has given it a reaction, and what must hold for them whatever happens.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::find::{Find, alert, article, button, group, headline, link, region};
use browser_tests::wait::until;
use browser_tests::{Page, Stage};

use super::ways::Cause;
use crate::site::{self, LEAK, LEAK_TITLE, Related};

/// What is said where nothing was answered.
const OFFLINE: &str = "You seem to be offline";

/// What is said where something else was answered than was asked for.
const OTHER: [&str; 3] = [
    "not a page of this site",
    "has been updated",
    "no longer a page at this address",
];

pub struct Reader<'a> {
    pub stage: &'a Stage<'a>,
    /// What their browser keeps.
    kept: String,
    next: Related,
}

impl<'a> Reader<'a> {
    /// Nothing is fetched ahead for them, so that each request is that of a click.
    pub async fn new(stage: &'a Stage<'a>) -> Result<Self> {
        site::ask_to_save_data(stage);
        stage.server.withhold_header("cache-control");
        stage.expect_fault("Recto stopped");
        let page = stage.open(LEAK).await?;
        let like = button("Like").within(group("React to this article"));
        if !page.all(&like.pressed(false)).await?.is_empty() {
            page.click(&button("Like").within(group("React to this article")))
                .await?;
        }
        let next = site::leak(stage)?.related.swap_remove(0);
        let mut reader = Self {
            stage,
            kept: String::new(),
            next,
        };
        reader.kept = reader.stored(&page).await?.context("no reaction is kept")?;
        Ok(reader)
    }

    async fn stored(&self, page: &Page) -> Result<Option<String>> {
        let key = site::leak_key(self.stage);
        page.js_with(
            "return localStorage.getItem(arguments[0])",
            vec![key.into()],
        )
        .await
    }

    /// Opens the leak, and shows a sign of reading.
    pub async fn begins(&self) -> Result<Page> {
        self.stage.server.forget_requests();
        let page = self.stage.load(LEAK).await?;
        page.give_sign().await?;
        self.can_read(&page).await?;
        Ok(page)
    }

    /// The same, and waits for the app.
    pub async fn opens(&self) -> Result<Page> {
        let page = self.begins().await?;
        page.comes_alive().await?;
        Ok(page)
    }

    pub async fn can_read(&self, page: &Page) -> Result<()> {
        ensure!(page.text(&headline()).await? == LEAK_TITLE, "no headline");
        ensure!(
            page.text(&article()).await?.contains("512,000"),
            "no text of the article"
        );
        Ok(())
    }

    fn link_to_next(&self) -> Find {
        link(&self.next.title).within(region("Related articles"))
    }

    /// A click leads to the next article.
    pub async fn goes_on(&self, page: &Page) -> Result<()> {
        page.click(&self.link_to_next()).await?;
        until("the next article", async || {
            Ok(self.is_next(page).await?.then_some(()))
        })
        .await?;
        self.lost_nothing(page).await
    }

    /// Whether a click led to the next article. Else the page said why not, truly.
    pub async fn goes_on_or_is_told(&self, page: &Page, cause: Cause) -> Result<bool> {
        page.click(&self.link_to_next()).await?;
        let told = until("the next article, or why not", async || {
            if self.is_next(page).await? {
                return Ok(Some(None));
            }
            match page.all(&alert()).await?.is_empty() {
                true => Ok(None),
                false => Ok(Some(Some(page.text(&alert()).await?))),
            }
        })
        .await?;
        self.lost_nothing(page).await?;
        let Some(told) = told else {
            return Ok(true);
        };
        is_true(&told, cause)?;
        Ok(false)
    }

    /// The way on that a page offers which has said why it failed.
    pub async fn tries_again(&self, page: &Page) -> Result<()> {
        for way_on in ["Try again", "Reload"] {
            if page.all(&link(way_on)).await?.len() == 1 {
                page.click(&link(way_on)).await?;
                return until("the next article", async || {
                    Ok(self.is_next(page).await?.then_some(()))
                })
                .await;
            }
        }
        bail!("no way on")
    }

    async fn is_next(&self, page: &Page) -> Result<bool> {
        Ok(page.text(&headline()).await? == self.next.title)
    }

    /// What is stored is as it was, and the page was loaded anew once at most.
    pub async fn lost_nothing(&self, page: &Page) -> Result<()> {
        let stored = self.stored(page).await?;
        ensure!(stored.as_deref() == Some(&*self.kept), "kept: {stored:?}");
        let loads = self.stage.server.count(LEAK);
        ensure!(loads <= 2, "loaded {loads} times");
        Ok(())
    }
}

/// Whether a sentence is one for this cause.
pub fn is_true(told: &str, cause: Cause) -> Result<()> {
    let is_true = match cause {
        Cause::Network => told.contains(OFFLINE),
        Cause::Content => OTHER.iter().any(|sentence| told.contains(sentence)),
    };
    ensure!(is_true, "for {cause:?} it says {told:?}");
    Ok(())
}

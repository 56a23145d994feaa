//! What is the same on every page.

use super::inline_scripts::InlineScripts;
use super::page_assets::{Icons, Linked};
use super::page_style::{LaterSheets, PageStyle};
use super::policy::policy_of_page;
use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::enrich::slots::SiteSlots;
use crate::build::input::config::Allowances;
use crate::components::furniture::Furniture;
use crate::page_data::PageContent;
use crate::route::Route;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone)]
pub struct Shell {
    pub style: PageStyle,
    /// URLs of the rest of it, where pages do not have all in themselves.
    pub later: Option<LaterSheets>,
    pub scripts: InlineScripts,
    /// Where the app looks for what was published without a build: empty for the site itself, nothing for nowhere.
    pub live: Option<String>,
    /// Where the reactions of all readers are counted, as the app is told.
    pub counts: Option<String>,
    /// Whether all articles are published in that way, so that lists show none before the app is there.
    pub is_empty: bool,
    /// What the policy calls them.
    pub script_sources: String,
    /// URL of the script that loads the page anew after a change; for `recto serve` alone.
    pub reload_script: Option<String>,
    /// The colour of the browser's own surfaces, for light and dark.
    pub theme_colors: Option<(String, String)>,
    pub icons: Icons,
    /// What pages for frames load.
    pub framed: Linked,
    /// What the page about embedding loads beside what every page does.
    pub builder_sheet: String,
    /// The same of the page to write at, if there is one.
    pub desk_sheet: Option<String>,
    /// Where the feeds of each series lie, by its name.
    pub series_folders: BTreeMap<String, String>,
    /// What the publisher puts at the head and the foot.
    pub furniture: Furniture,
    /// What the publisher puts into pages beside their content.
    pub slots: SiteSlots,
    /// What may be asked of other hosts.
    pub allowances: Allowances,
    /// What search engines may not list.
    pub unindexed: BTreeSet<Route>,
}

impl Shell {
    /// The same around other content. `slots` have the cards in them that they name.
    pub fn with_content(self, loaded: &LoadedSite, slots: SiteSlots) -> Self {
        let series = loaded.series.iter();
        let unindexed = loaded
            .texts()
            .filter(|entry| !entry.source.front_matter.is_indexed);
        Self {
            is_empty: loaded.live.is_some() && loaded.articles.is_empty(),
            series_folders: series
                .map(|series| (series.name.clone(), Route::series(&series.slug).path()))
                .collect(),
            unindexed: unindexed.map(|entry| entry.source.route()).collect(),
            furniture: loaded.furniture.clone(),
            slots,
            allowances: loaded.allowances.clone(),
            ..self
        }
    }

    /// The Content-Security-Policy of a page, for hosts that send no headers. It names only what is inlined there.
    /// `frames_own`: whether frames of the site itself stand there.
    pub fn policy(&self, content: &PageContent, frames_own: bool) -> String {
        let sheets = self.style.of(content);
        let sources: Vec<&str> = sheets.iter().map(|sheet| &*sheet.source).collect();
        policy_of_page(
            &sources.join(" "),
            &self.script_sources,
            &self.allowances,
            frames_own,
        )
    }
}

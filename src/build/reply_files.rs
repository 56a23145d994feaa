//! What others replied to articles elsewhere: which addresses have it, the files that it is kept in, and those files put below
//! their articles. Nothing here asks a network: the publisher fetches, and hands over what came.

use super::diagnostics::problem::{Position, Problem, Problems, has_errors};
use super::enrich::rendered_site::LoadedSite;
use super::input::config::{Allowances, JsonFile, Verdict, What};
use super::input::content_folder::Content;
use super::input::front_matter::positioned_json::syntax_error;
use super::input::read;
use super::input::source::Source;
use super::options::BuildOptions;
use crate::content::discussion::{Discussion, Place};
use crate::content::site::Site;
use crate::replies::{ReplyFile, VERSION, answers, reply_list};
use crate::route::Route;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// Below the content folder.
const FOLDER: &str = "replies";

/// An article that is talked about, and where to fetch what is said.
pub struct Discussed {
    pub slug: String,
    pub addresses: Vec<String>,
}

/// What an answer has changed.
pub struct Update {
    /// The file.
    pub path: String,
    pub place: Place,
    pub replies: usize,
    /// How many the file had that the answer has not.
    pub gone: usize,
    /// How many the answer has beyond those that are kept.
    pub left_out: usize,
}

/// All articles whose heads name a discussion.
pub fn discussed(options: &BuildOptions) -> Result<Vec<Discussed>, Vec<Problem>> {
    let content = Content::of(options);
    let mut problems = Problems::default();
    let (sources, _) = read::sources(&content, options, &mut problems);
    if !options.is_strict() {
        problems.forgive();
    }
    let problems = problems.into_sorted();
    if has_errors(&problems) {
        return Err(problems);
    }
    let articles = sources.articles.iter();
    let articles = articles.filter(|source| !source.front_matter.discussions.is_empty());
    let discussed = articles.map(|source| Discussed {
        slug: file_slug(&source.slug).into(),
        addresses: (addresses(source, &sources.site))
            .map(|(_, address)| address)
            .collect(),
    });
    Ok(discussed.collect())
}

/// Keeps the replies of an answer to an article, in place of those that came from the same place.
pub fn update(options: &BuildOptions, slug: &str, answer: &[u8]) -> Result<Update, Problem> {
    let content = Content::of(options);
    let told = |position: Position, what: &str| {
        let mut problems = Problems::default();
        let remedy = "fetch it anew with the line that `recto replies` prints";
        problems.error("-", position, what, remedy);
        problems.into_sorted().remove(0)
    };
    let value: Value = serde_json::from_slice(answer).map_err(|error| {
        let error = syntax_error(&error);
        told(
            error.position,
            &["the answer is not JSON: ", &error.message].concat(),
        )
    })?;
    let answer = answers::read(&Some(&value)).ok_or_else(|| {
        told(
            Position::START,
            "this is no answer of Mastodon, Bluesky or webmention.io",
        )
    })?;
    let file = [FOLDER, "/", slug, ".json"].concat();
    let path = content.folder.join(&file);
    let mut known = ReplyFile::default();
    if path.exists() {
        let mut problems = Problems::default();
        let read = JsonFile::<ReplyFile>::read(&content, &file, &mut problems);
        if let Some(problem) = problems.into_sorted().into_iter().next() {
            return Err(problem);
        }
        known = read.value.unwrap_or_default();
    }
    known.version = VERSION;
    let of_place = known.of(answer.place);
    let is_gone = |url: &str| answer.replies.iter().all(|reply| *reply.url != *url);
    let gone = of_place.iter().filter(|reply| is_gone(&reply.url)).count();
    let replies = answer.replies.len();
    *of_place = answer.replies;
    let written = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = written.and_then(|()| fs::write(&path, serde_json::to_vec_pretty(&known)?));
    let update = Update {
        path: content.path(&file),
        place: answer.place,
        replies,
        gone,
        left_out: answer.left_out,
    };
    written.map(|()| update).map_err(|error| {
        let what = ["the replies cannot be written: ", &error.to_string()].concat();
        let mut problems = Problems::default();
        problems.error(
            &content.path(&file),
            Position::START,
            what,
            "make room for them",
        );
        problems.into_sorted().remove(0)
    })
}

/// Puts the replies of the content folder below their articles.
pub fn attach(content: &Content, loaded: &mut LoadedSite, problems: &mut Problems) {
    let mut files = read_files(content, problems);
    let translator = loaded.site.translator();
    for enriched in &mut loaded.articles {
        let file = files.remove(file_slug(&enriched.source.slug));
        let replies = file.map(|(_, file)| file.all()).unwrap_or_default();
        let discussions = &enriched.source.front_matter.discussions;
        let urls = discussions.iter().filter_map(|one| one.url.as_deref());
        enriched.article.replies = reply_list::markdown(&replies, urls, &translator);
        let addresses = addresses(&enriched.source, &loaded.site);
        enriched.article.newer_replies = newer(addresses, &loaded.allowances);
    }
    for (slug, (path, _)) in files {
        let what = [
            "there is no article `",
            &slug,
            "` on the site, so its replies are left out",
        ];
        problems.warning(&path, Position::START, what.concat(), "remove the file");
    }
}

/// By the slugs of articles: each file's path and what it says.
fn read_files(content: &Content, problems: &mut Problems) -> BTreeMap<String, (String, ReplyFile)> {
    if !content.folder.join(FOLDER).is_dir() {
        return BTreeMap::new();
    }
    let files = content.files(FOLDER, &["json"], problems);
    let read = |file: String| {
        let slug = file.strip_prefix(FOLDER)?.strip_suffix(".json")?;
        let json = JsonFile::<ReplyFile>::read(content, &file, problems);
        let value = json.value.clone()?;
        if value.version != VERSION {
            let what = ["these replies are not of version ", &VERSION.to_string()];
            let remedy = "remove the file, and have `recto replies` write it anew";
            json.error(&["version"], &what, remedy, problems);
            return None;
        }
        Some((file_slug(slug).to_string(), (json.path, value)))
    };
    files.into_iter().filter_map(read).collect()
}

/// What browsers may ask at a press. All of them or none: a part would look like all.
fn newer<'a>(
    addresses: impl Iterator<Item = (&'a Discussion, String)>,
    allowances: &Allowances,
) -> String {
    let addresses: Vec<String> = addresses.map(|(_, address)| address).collect();
    let may_ask = |address: &String| allowances.verdict(What::Connect, address) != Verdict::No;
    match addresses.iter().all(may_ask) {
        true => addresses.join(" "),
        false => String::new(),
    }
}

fn addresses<'a>(
    source: &'a Source,
    site: &Site,
) -> impl Iterator<Item = (&'a Discussion, String)> {
    let page = site.page_url(&Route::article(&source.slug));
    let page = utf8_percent_encode(&page, NON_ALPHANUMERIC).to_string();
    let discussions = source.front_matter.discussions.iter();
    discussions.map(move |discussion| (discussion, discussion.answer(&page)))
}

/// An article that lies elsewhere is named by its path.
fn file_slug(slug: &str) -> &str {
    slug.trim_matches('/')
}

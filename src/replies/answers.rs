//! What Mastodon, Bluesky and webmention.io answer, read field by field. What is of another type is left out.

use super::Reply;
use super::reply_text::{line, of_html, tidy};
use crate::content::date::Date;
use crate::content::discussion::Place;
use crate::content::url::{SafeUrl, is_external};
use crate::from_json::{JsonValue, lenient_field};

/// The replies of one place.
pub struct Answer {
    pub place: Place,
    /// The oldest first.
    pub replies: Vec<Reply>,
    /// How many there were beyond those.
    pub left_out: usize,
}

/// Of one place to one article, so that no page becomes a forum.
const MAX_REPLIES: usize = 200;
const MAX_ITEMS: usize = 2_000;
const MAX_NAME: usize = 100;

/// Nothing where it is no answer of theirs.
pub fn read(answer: &impl JsonValue) -> Option<Answer> {
    let list = |name: &str| {
        answer
            .field(name)
            .as_list(MAX_ITEMS)
            .map(Iterator::collect::<Vec<_>>)
    };
    let (place, replies): (Place, Vec<Option<Reply>>) = if let Some(posts) = list("descendants") {
        (Place::Mastodon, posts.iter().map(of_mastodon).collect())
    } else if answer.field("thread").is_object() {
        (Place::Bluesky, of_bluesky(answer.field("thread")))
    } else {
        let pages = list("children")?;
        (Place::Webmention, pages.iter().map(of_page).collect())
    };
    let mut replies: Vec<Reply> = replies.into_iter().flatten().collect();
    replies.sort_by_key(|reply| reply.published);
    let left_out = replies.len().saturating_sub(MAX_REPLIES);
    replies.truncate(MAX_REPLIES);
    Some(Answer {
        place,
        replies,
        left_out,
    })
}

/// A warning stands in the place of the text that it is about.
fn of_mastodon(post: &impl JsonValue) -> Option<Reply> {
    let text = |name| lenient_field::<String>(post, name);
    let account = post.field("account");
    let of_account = |name| lenient_field::<String>(&account, name);
    let is_public = matches!(&*text("visibility"), "" | "public" | "unlisted");
    let warning = line(&text("spoiler_text"), MAX_NAME);
    let content = match warning.is_empty() {
        true => of_html(&text("content")),
        false => warning,
    };
    let author = [of_account("display_name"), of_account("acct")];
    let urls = [text("url"), text("uri")];
    reply(author, urls, &text("created_at"), content).filter(|_| is_public)
}

/// A thread is a post and the threads below it. Authors may ask not to be shown to who is not logged in.
fn of_bluesky<J: JsonValue>(thread: J) -> Vec<Option<Reply>> {
    const HIDDEN: &str = "!no-unauthenticated";
    let below = |thread: &J| -> Vec<J> {
        let replies = thread.field("replies");
        let below = replies.as_list(MAX_ITEMS).map(Iterator::collect);
        below.unwrap_or_default()
    };
    let mut found = Vec::new();
    let mut waiting = below(&thread);
    while let Some(thread) = waiting.pop().filter(|_| found.len() < MAX_ITEMS) {
        waiting.extend(below(&thread));
        let post = thread.field("post");
        let (author, record) = (post.field("author"), post.field("record"));
        let of = |object: &J, name: &str| lenient_field::<String>(object, name);
        let labels = author.field("labels");
        let is_hidden = (labels.as_list(MAX_ITEMS))
            .is_some_and(|mut labels| labels.any(|label| of(&label, "val") == HIDDEN));
        let (handle, uri) = (of(&author, "handle"), of(&post, "uri"));
        let id = uri.rsplit('/').next().unwrap_or_default();
        let url = ["https://bsky.app/profile/", &handle, "/post/", id].concat();
        let names = [of(&author, "displayName"), handle];
        let text = tidy(&of(&record, "text"));
        let day = of(&record, "createdAt");
        found.push(reply(names, [url, String::new()], &day, text).filter(|_| !is_hidden));
    }
    found
}

/// A page that says it replies; likes and the like have nothing to say.
fn of_page(page: &impl JsonValue) -> Option<Reply> {
    let text = |name| lenient_field::<String>(page, name);
    let (author, content) = (page.field("author"), page.field("content"));
    let plain = tidy(&lenient_field::<String>(&content, "text"));
    let content = match plain.is_empty() {
        true => of_html(&lenient_field::<String>(&content, "html")),
        false => plain,
    };
    let is_reply = text("wm-property") == "in-reply-to";
    let names = [
        lenient_field::<String>(&author, "name"),
        lenient_field(&author, "url"),
    ];
    let day = [text("published"), text("wm-received")];
    let day = (day.iter().find(|day| !day.is_empty())).map_or("", String::as_str);
    let reply = reply(names, [text("url"), text("wm-source")], day, content);
    reply.filter(|_| is_reply)
}

/// The first name and the first address that are one. Nothing without an address on the web, or a text.
fn reply(names: [String; 2], urls: [String; 2], day: &str, text: String) -> Option<Reply> {
    let mut names = names.iter().map(|name| line(name, MAX_NAME));
    let author = names.find(|name| !name.is_empty())?;
    let is_usable = |url: &SafeUrl| is_external(url) && url.starts_with("http");
    let url = urls
        .iter()
        .map(|url| SafeUrl::from(url.as_str()))
        .find(is_usable)?;
    (!text.is_empty()).then(|| Reply {
        author,
        url,
        published: Date::parse(day),
        text,
    })
}

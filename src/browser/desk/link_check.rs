//! Links to articles that this blog does not have: asked for when the writer pauses, each once.

use super::draft_text::{Remark, line_of};
use super::{Desk, remark_list};
use crate::browser::{page_loader, request, request::RequestError};
use crate::folder::{Target, targets};
use crate::route::Route;
use std::rc::Rc;

/// Articles that are asked for of one text.
const MAX_LINKS: usize = 20;

/// Adds what is missing to what is remarked, if the text is still the same then.
pub async fn check(desk: &Rc<Desk>) {
    let body = desk.shown.borrow().body.clone();
    let mut missing = Vec::new();
    for (written, slug) in linked(&body, desk.site.base_path()) {
        if is_missing(desk, &slug).await {
            missing.push(written);
        }
    }
    let mut shown = desk.shown.borrow_mut();
    if missing.is_empty() || shown.body != body {
        return;
    }
    for written in missing {
        let line = line_of(&body, &written) + shown.lines_before;
        let text = desk.parts.words.of_file("no-article", &written);
        shown.remarks.push(Remark::new(line, text));
    }
    shown
        .remarks
        .sort_by_key(|remark| (remark.line, remark.column));
    remark_list::show(&desk.parts, &shown.remarks);
}

/// The articles that a text leads to: how it is written, and the slug.
fn linked(body: &str, base: &str) -> Vec<(String, String)> {
    let relative = targets("", body).into_iter();
    let relative = relative.filter_map(|(written, target)| match target {
        Target::Article(slug) => Some((written, slug)),
        Target::File(_) => None,
    });
    let rooted = body.split("](").skip(1).filter_map(|rest| {
        let written = rest.split([')', ' ', '\n']).next()?;
        let path = written.split(['#', '?']).next()?.strip_prefix(base)?;
        match page_loader::settled(Route::parse(path)) {
            Route::Article { slug } => Some((written.into(), slug)),
            _ => None,
        }
    });
    relative.chain(rooted).take(MAX_LINKS).collect()
}

/// Only an answer tells: not that there was none.
async fn is_missing(desk: &Rc<Desk>, slug: &str) -> bool {
    let known = (desk.articles.borrow().iter())
        .find(|(known, _)| known == slug)
        .map(|(_, is_missing)| *is_missing);
    if let Some(is_missing) = known {
        return is_missing;
    }
    let path = Route::article(slug).data_path().unwrap_or_default();
    let answer = request::text(&path, None).await;
    let is_missing = matches!(answer, Err(RequestError::Status(404 | 410)));
    desk.articles.borrow_mut().push((slug.into(), is_missing));
    is_missing
}

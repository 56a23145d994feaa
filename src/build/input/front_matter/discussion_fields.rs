//! Where an article is talked about: `replies: https://social.example/@me/123`, or a list of such addresses.

use super::fields_by_name::Head;
use super::key_names::REPLIES;
use super::value::Value;
use crate::content::discussion::Discussion;

impl Head<'_> {
    /// One of each place, because a place's answer takes the place of what it has answered before.
    pub(super) fn discussions(&mut self) -> Vec<Discussion> {
        let mut found: Vec<Discussion> = Vec::new();
        let listed = self.find(REPLIES).map_or(&[][..], Value::elements);
        for value in listed.iter().filter(|value| !value.is_empty()) {
            let text = value.text().unwrap_or_default();
            match Discussion::of(text) {
                Some(discussion) => {
                    let name = discussion.place.name();
                    match found.iter().all(|known| known.place != discussion.place) {
                        true => found.push(discussion),
                        false => {
                            let what = ["`", text, "` is the second address of ", name].concat();
                            self.error(value.position, &what, "keep one of each place");
                        }
                    }
                }
                None => {
                    let what = ["`", text, "` is no post whose replies can be read"].concat();
                    let remedy = "write the address of a post on Mastodon or Bluesky, or `https://webmention.io/`";
                    self.error(value.position, &what, remedy);
                }
            }
        }
        found
    }
}

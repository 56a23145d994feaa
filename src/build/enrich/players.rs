//! Players of films and sounds at the usual places: which frame a link to one stands for. Nothing is asked of the place until
//! a reader presses the link, and nothing at all where `allow` in site.json does not name the frame's host.

use crate::build::input::config::{Allowances, Verdict, What};
use crate::content::url::authority;
use crate::i18n::{Translator, build_message};
use crate::markdown::LinkReference;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeMap;

const VIDEO: &str = "video";
const SOUND: &str = "sound";
/// An album, a list or the like, of more than one line.
const SOUNDS: &str = "sounds";

/// The players that links of a text stand for, by their URLs as the text has them.
pub fn players(
    links: &[LinkReference],
    allowances: &Allowances,
    translator: &Translator,
) -> BTreeMap<String, String> {
    let players = links
        .iter()
        .filter(|link| !link.is_media)
        .filter_map(|link| {
            let is_allowed =
                |(_, src): &(_, String)| allowances.verdict(What::Frame, src) != Verdict::No;
            let (kind, src) = frames(&link.url).into_iter().find(is_allowed)?;
            let note = translator.fill(build_message::ASK_NOTE, [authority(&src)]);
            Some((link.url.clone(), [kind, &src, &note].join(" ")))
        });
    players.collect()
}

/// An address in its parts.
struct Address<'a> {
    whole: &'a str,
    host: &'a str,
    folders: Vec<&'a str>,
    query: &'a str,
}

impl<'a> Address<'a> {
    fn read(url: &'a str) -> Option<Self> {
        let whole = url.trim();
        let rest = whole
            .strip_prefix("https://")
            .or(whole.strip_prefix("http://"))?;
        let host = authority(whole);
        let rest = rest[host.len()..].split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self {
            whole,
            host: ["www.", "m.", "music."]
                .into_iter()
                .find_map(|before| host.strip_prefix(before))
                .unwrap_or(host),
            folders: path
                .split('/')
                .filter(|folder| !folder.is_empty())
                .collect(),
            query,
        })
    }

    /// The value of a parameter, if it is a plain one.
    fn parameter(&self, name: &str) -> Option<&'a str> {
        let pairs = self
            .query
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        let value = pairs.into_iter().find(|(key, _)| *key == name)?.1;
        is_plain(value).then_some(value)
    }
}

/// Whether it may stand in an address as it is.
fn is_plain(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:~".contains(&byte);
    !id.is_empty() && id.bytes().all(is_plain)
}

/// The frames that may show what is at an address, and what kind it is; the one that is asked for first comes first.
fn frames(url: &str) -> Vec<(&'static str, String)> {
    let Some(address) = Address::read(url) else {
        return Vec::new();
    };
    let folders = &address.folders[..];
    // Bandcamp's folders have an `=` in them.
    let is_folder = |folder: &&str| is_plain(&folder.replace('=', "-"));
    if !folders.iter().all(is_folder) {
        return Vec::new();
    }
    match (address.host, folders) {
        ("youtu.be", [id]) => youtube(id, &address),
        ("youtube.com", ["watch"]) => match address.parameter("v") {
            Some(id) => youtube(id, &address),
            None => Vec::new(),
        },
        ("youtube.com", ["playlist"]) => match address.parameter("list") {
            Some(_) => youtube("videoseries", &address),
            None => Vec::new(),
        },
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "shorts" | "live", id]) => {
            youtube(id, &address)
        }
        ("vimeo.com", [id]) | ("player.vimeo.com", ["video", id]) => {
            vimeo(id, address.parameter("h"))
        }
        ("vimeo.com", [id, hash]) => vimeo(id, Some(hash)),
        ("open.spotify.com", ["embed", kind, id]) => spotify(kind, id),
        ("open.spotify.com", [language, kind, id]) if language.starts_with("intl-") => {
            spotify(kind, id)
        }
        ("open.spotify.com", [kind, id]) => spotify(kind, id),
        ("soundcloud.com", [_, "sets", _]) => soundcloud(SOUNDS, &address),
        ("soundcloud.com", [_, _]) => soundcloud(SOUND, &address),
        ("w.soundcloud.com", ["player"]) => vec![(SOUND, address.whole.into())],
        // A page of Bandcamp does not tell its number. What the place gives to be put into pages does.
        ("bandcamp.com", ["EmbeddedPlayer", ..]) => vec![(SOUNDS, address.whole.into())],
        // PeerTube has as many hosts as there are people who run it.
        (_, ["w", id] | ["videos", "watch" | "embed", id]) => {
            let (scheme, _) = address.whole.split_once("://").unwrap_or_default();
            let frame = [scheme, "://", authority(url), "/videos/embed/", id];
            let frame = [&frame.concat(), "?autoplay=1"];
            vec![(VIDEO, frame.concat())]
        }
        _ => Vec::new(),
    }
}

/// The host that keeps no cookies comes first.
fn youtube(id: &str, address: &Address) -> Vec<(&'static str, String)> {
    let start = address.parameter("t").or(address.parameter("start"));
    let start = start.and_then(seconds).map(|seconds| seconds.to_string());
    let parts = [
        ("&start=", start.as_deref()),
        ("&list=", address.parameter("list")),
    ];
    let rest: String = parts
        .into_iter()
        .filter_map(|(name, value)| Some([name, value?].concat()))
        .collect();
    ["www.youtube-nocookie.com", "www.youtube.com"]
        .map(|host| {
            let frame = ["https://", host, "/embed/", id, "?autoplay=1", &rest];
            (VIDEO, frame.concat())
        })
        .into()
}

/// `90`, `90s`, `1m30s` and `1h2m3s` as seconds.
fn seconds(time: &str) -> Option<u32> {
    let mut whole: u32 = 0;
    for part in time.split_inclusive(['h', 'm', 's']) {
        let (number, unit) = match part.strip_suffix(['h', 'm', 's']) {
            Some(number) => (number, &part[number.len()..]),
            None => (part, "s"),
        };
        let length = match unit {
            "h" => 3600,
            "m" => 60,
            _ => 1,
        };
        let part = number.parse::<u32>().ok()?.checked_mul(length)?;
        whole = whole.checked_add(part)?;
    }
    Some(whole)
}

fn vimeo(id: &str, hash: Option<&str>) -> Vec<(&'static str, String)> {
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let hash = hash.map_or(String::new(), |hash| ["&h=", hash].concat());
    let frame = [
        "https://player.vimeo.com/video/",
        id,
        "?autoplay=1&dnt=1",
        &hash,
    ];
    vec![(VIDEO, frame.concat())]
}

fn spotify(kind: &str, id: &str) -> Vec<(&'static str, String)> {
    let shown = match kind {
        "track" | "episode" => SOUND,
        "album" | "playlist" | "show" | "artist" => SOUNDS,
        _ => return Vec::new(),
    };
    let frame = ["https://open.spotify.com/embed/", kind, "/", id];
    vec![(shown, frame.concat())]
}

fn soundcloud(kind: &'static str, address: &Address) -> Vec<(&'static str, String)> {
    let page = utf8_percent_encode(address.whole, NON_ALPHANUMERIC).to_string();
    let frame = [
        "https://w.soundcloud.com/player/?auto_play=true&url=",
        &page,
    ];
    vec![(kind, frame.concat())]
}

#[cfg(test)]
mod tests {
    use super::frames;

    const YOUTUBE: &str = "https://www.youtube-nocookie.com/embed/a-B_1?autoplay=1";

    /// Links, the kinds of their players, and the frames that are asked for first.
    const CASES: &[(&str, &str, &str)] = &[
        ("https://www.youtube.com/watch?v=a-B_1", "video", YOUTUBE),
        (
            "https://m.youtube.com/watch?x=1&v=a-B_1#y",
            "video",
            YOUTUBE,
        ),
        ("https://youtu.be/a-B_1?si=z", "video", YOUTUBE),
        ("https://www.youtube.com/shorts/a-B_1", "video", YOUTUBE),
        (
            "https://youtu.be/x?t=1m30s",
            "video",
            "https://www.youtube-nocookie.com/embed/x?autoplay=1&start=90",
        ),
        (
            "https://youtube.com/playlist?list=PL1",
            "video",
            "https://www.youtube-nocookie.com/embed/videoseries?autoplay=1&list=PL1",
        ),
        (
            "https://vimeo.com/19899678",
            "video",
            "https://player.vimeo.com/video/19899678?autoplay=1&dnt=1",
        ),
        (
            "https://vimeo.com/19899678/abc",
            "video",
            "https://player.vimeo.com/video/19899678?autoplay=1&dnt=1&h=abc",
        ),
        ("https://tube.example/w/p/Ab1", "", ""),
        (
            "https://tube.example/w/Ab1",
            "video",
            "https://tube.example/videos/embed/Ab1?autoplay=1",
        ),
        (
            "https://tube.example:8443/videos/watch/Ab1",
            "video",
            "https://tube.example:8443/videos/embed/Ab1?autoplay=1",
        ),
        (
            "https://open.spotify.com/intl-de/track/1x",
            "sound",
            "https://open.spotify.com/embed/track/1x",
        ),
        (
            "https://open.spotify.com/show/1x?si=2",
            "sounds",
            "https://open.spotify.com/embed/show/1x",
        ),
        (
            "https://soundcloud.com/ada/song",
            "sound",
            "https://w.soundcloud.com/player/?auto_play=true&url=https%3A%2F%2Fsoundcloud%2Ecom%2Fada%2Fsong",
        ),
        (
            "https://bandcamp.com/EmbeddedPlayer/album=1/size=large/",
            "sounds",
            "https://bandcamp.com/EmbeddedPlayer/album=1/size=large/",
        ),
        // Pages that show no film.
        ("https://www.youtube.com/@ada", "", ""),
        ("https://vimeo.com/about", "", ""),
        ("https://open.spotify.com/user/1", "", ""),
        ("https://youtu.be/a\"onload=x", "", ""),
        ("javascript://youtu.be/x", "", ""),
        ("/w/Ab1", "", ""),
    ];

    #[test]
    fn each_place_has_its_frame() {
        for (url, kind, frame) in CASES {
            let found = frames(url);
            let first = found.first().map(|(kind, src)| (*kind, &**src));
            assert_eq!(first.unwrap_or_default(), (*kind, *frame), "{url}");
        }
    }
}

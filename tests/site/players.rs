//! Films and sounds of other places: a link that stands for the player, where the publisher allows it.

use super::blog::{Blog, stderr};
use super::links::attributes;

const STYLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/style");

/// A blog that allows frames of these hosts, with one article.
fn blog(hosts: &[&str], body: &str) -> Blog {
    let blog = Blog::new();
    let allow: Vec<_> = hosts
        .iter()
        .map(|host| serde_json::json!({ "host": host, "purpose": "Films", "what": "frame" }))
        .collect();
    let site = serde_json::json!({
        "title": "A Blog", "base_url": "https://blog.example/", "language": "de", "allow": allow
    });
    blog.write("content/site.json", site.to_string());
    blog.article("new", body);
    blog
}

fn build(blog: &Blog) {
    assert_eq!(blog.build_with(&["--style", STYLE]), "");
}

const FILM: &str = "[A film](https://www.youtube.com/watch?v=abc)";

#[test]
fn a_link_stands_for_the_player_of_an_allowed_host_alone() {
    let frame = "https://www.youtube-nocookie.com/embed/abc?autoplay=1";
    let with = blog(&["www.youtube-nocookie.com"], FILM);
    build(&with);
    let page = with.dist("articles/new/index.html");
    let link = ".prose > p.player.video > a[data-ask]";
    assert_eq!(attributes(&page, link, "data-ask"), [frame]);
    assert_eq!(
        attributes(&page, link, "href"),
        ["https://www.youtube.com/watch?v=abc"]
    );
    assert!(
        page.contains(
            "<small>www.youtube-nocookie.com wird erst gefragt, wenn Sie hier drücken.</small>"
        ),
        "{page}"
    );
    assert!(
        page.contains("frame-src www.youtube-nocookie.com"),
        "{page}"
    );
    assert!(page.contains("[data-tool], [data-ask]"));
    // Nothing of the place stands there before the press.
    assert!(!page.contains("<iframe") && !page.contains("preconnect"));
    let data = with.dist("content/articles/new.json");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let player = &data["enrichment"]["players"]["https://www.youtube.com/watch?v=abc"];
    assert!(
        player
            .as_str()
            .unwrap()
            .starts_with(&["video ", frame, " www."].concat()),
        "{player}"
    );

    // The host with cookies where it is the one that is allowed.
    let other = blog(&["www.youtube.com"], FILM);
    build(&other);
    assert_eq!(
        attributes(&other.dist("articles/new/index.html"), link, "data-ask"),
        ["https://www.youtube.com/embed/abc?autoplay=1"]
    );
}

#[test]
fn where_no_frame_is_allowed_a_film_is_a_link_and_costs_nothing() {
    let plain = blog(&[], FILM);
    build(&plain);
    let page = plain.dist("articles/new/index.html");
    assert!(page.contains("<p><a href=\"https://www.youtube.com/watch?v=abc\""));
    for part in ["player", "data-ask", "frame-src"] {
        assert!(!page.contains(part), "{part}: {page}");
    }
    assert!(!plain.dist("content/articles/new.json").contains("players"));

    // Neither does a site with a frame, but without films, have their style.
    let without = blog(&["www.youtube-nocookie.com"], "Text.");
    build(&without);
    let page = without.dist("articles/new/index.html");
    assert!(!page.contains(".player") && !page.contains("[data-ask]"));
    let with = blog(&["www.youtube-nocookie.com"], FILM);
    build(&with);
    assert!(with.dist("articles/new/index.html").contains(".player"));
}

#[test]
fn the_picture_is_the_publishers() {
    let blog = blog(
        &["tube.example", "w.soundcloud.com"],
        "[![A film](film.png)](https://tube.example/w/Ab1)\n\n[A song](https://soundcloud.com/ada/song)",
    );
    blog.write("content/articles/film.png", super::links::PIXEL);
    build(&blog);
    let page = blog.dist("articles/new/index.html");
    let poster = attributes(&page, ".player.video > a > img", "src");
    assert!(
        poster[0].starts_with("/assets/media/film-") && poster.len() == 1,
        "{poster:?}"
    );
    assert_eq!(
        attributes(&page, ".player.sound > a", "data-ask"),
        [
            "https://w.soundcloud.com/player/?auto_play=true&url=https%3A%2F%2Fsoundcloud%2Ecom%2Fada%2Fsong"
        ]
    );
}

#[test]
fn shortcodes_of_other_systems_stand_for_players_too() {
    let blog = Blog::empty();
    blog.write(
        "hugo.toml",
        "title = \"Hugo\"\nbaseURL = \"https://blog.example/\"\n",
    );
    blog.write(
        "content/posts/film.md",
        "---\ntitle: Film\ndate: 2024-05-01\n---\n{{< youtube w7Ft2ymGmfc >}}\n\n<iframe src=\"https://player.vimeo.com/video/19899678\"></iframe>\n",
    );
    blog.write(
        "content/site.json",
        r#"{ "allow": [{ "host": "www.youtube-nocookie.com", "purpose": "Films", "what": "frame" },
                       { "host": "player.vimeo.com", "purpose": "Films", "what": "frame" }] }"#,
    );
    let output = blog.run("build", &["--content", "content", "--out", "dist"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = blog.dist("articles/film/index.html");
    assert_eq!(
        attributes(&page, ".player.video > a", "data-ask"),
        [
            "https://www.youtube-nocookie.com/embed/w7Ft2ymGmfc?autoplay=1",
            "https://player.vimeo.com/video/19899678?autoplay=1&dnt=1"
        ]
    );
}

//! Blogs as the users of other systems have them build as they are, and every remark about them is right.

use super::blog::{Blog, files, stderr};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn a_hugo_blog_builds_as_it_is() {
    let blog = built("hugo");
    assert_eq!(slugs(&blog), ["knots", "trip", "weather"]);
    let site = json(&blog, "content/site.json");
    assert_eq!(site["title"], "The Harbour Log");
    assert_eq!(site["description"], "Notes from a small boat.");
    assert_eq!(site["base_url"], "https://hugo.example/");
    assert_eq!(site["language"], "en-GB");
    let knots = json(&blog, "content/articles/knots.json");
    assert_eq!(knots["authors"][0]["name"], "Nell Quay");
    assert_eq!(knots["series"]["parts"], 2);
    assert_eq!(knots["cover"]["width"], 4);
    assert_eq!(
        links(&blog, "knots"),
        [
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "/articles/trip/",
            "/articles/weather/#wind",
            "/articles/weather/",
            "/archive/",
            "https://gist.github.com/nell/0123abc",
        ]
    );
    let captions = texts(&blog, "knots", ".prose figcaption");
    assert_eq!(captions[0], "Six metres of hemp");
    let spans = texts(&blog, "knots", ".prose p code");
    assert_eq!(spans, ["{{< figure >}}", "{{< figure src=\"x.png\" >}}"]);
    assert!(texts(&blog, "knots", ".prose pre")[0].contains("{{< not a shortcode >}}"));
    let trip = json(&blog, "content/articles/trip.json");
    assert_eq!(trip["cover"]["width"], 8);
    assert!(blog.has("images/rope.png") && !blog.has("archetypes"));
    assert!(blog.dist("robots.txt").contains("/drafts/"));
}

#[test]
fn a_jekyll_blog_builds_as_it_is() {
    let blog = built("jekyll");
    assert_eq!(slugs(&blog), ["ferns", "moss-on-stones", "old-post"]);
    let site = json(&blog, "content/site.json");
    assert_eq!(site["base_url"], "https://jekyll.example/notes/");
    assert_eq!(site["language"], "en-US");
    let moss = json(&blog, "content/articles/moss-on-stones.json");
    assert_eq!(moss["title"], "Moss On Stones");
    assert_eq!(moss["published"], "2024-02-03");
    assert_eq!(moss["tags"].as_array().unwrap().len(), 4);
    assert_eq!(moss["cover"]["alt"], "Moss on a stone");
    assert_eq!(moss["authors"][0]["url"], "https://iris.example/");
    let ferns = json(&blog, "content/articles/ferns.json");
    assert_eq!(ferns["title"], "Ferns: a list");
    assert_eq!(ferns["published"], "2024-03-11T07:45:00-05:00");
    assert_eq!(ferns["updated"], "2024-03-12");
    assert_eq!(ferns["tags"][0]["name"], "In the woods");
    let linked = links(&blog, "moss-on-stones");
    let (list, articles): (Vec<_>, Vec<_>) = linked.iter().partition(|url| url.ends_with(".pdf"));
    assert_eq!(
        articles,
        ["/notes/articles/ferns/", "/notes/articles/ferns/#names"]
    );
    assert!(list.len() == 2 && list[0] == list[1], "{list:?}");
    assert!(texts(&blog, "ferns", ".prose pre")[0].contains("{% not a tag %}\n\n    `uncurl`"));
    let liquid = texts(&blog, "ferns", ".prose pre code");
    assert_eq!(liquid[1].trim(), "{% assign x = 1 %}{{ x }}");
    for file in [
        "CNAME",
        "favicon.ico",
        ".well-known/walks.txt",
        "assets/list.pdf",
    ] {
        assert!(blog.has(file), "{file}");
    }
    for file in [
        "_config.yml",
        "Gemfile",
        "tools/plant.sh",
        "moss.draft",
        "style.css",
    ] {
        assert!(!blog.has(file), "{file}");
    }
    let page = blog.dist("articles/ferns/index.html");
    assert!(page.contains("href=\"/notes/favicon.ico\""));
    let prose = texts(&blog, "moss-on-stones", ".prose");
    assert!(
        !prose[0].contains("TOC") && prose[0].contains("{{ page.title }}"),
        "{prose:?}"
    );
}

#[test]
fn a_zola_blog_builds_as_it_is() {
    let blog = built("zola");
    assert_eq!(slugs(&blog), ["first-light", "saturn", "the-plan"]);
    let site = json(&blog, "content/site.json");
    assert_eq!(site["base_url"], "https://zola.example/journal/");
    let light = json(&blog, "content/articles/first-light.json");
    assert_eq!(light["published"], "2024-01-15");
    for slug in ["first-light", "saturn"] {
        let article = json(&blog, &format!("content/articles/{slug}.json"));
        assert_eq!(article["authors"][0]["id"], "vera-zenith");
    }
    assert_eq!(light["tags"].as_array().unwrap().len(), 3);
    assert_eq!(light["series"]["parts"], 2);
    assert_eq!(light["cover"]["width"], 10);
    assert_eq!(
        links(&blog, "first-light")[..4],
        [
            "/journal/articles/saturn/#rings",
            "/journal/articles/the-plan/",
            "/journal/archive/",
            "/journal/",
        ]
    );
    assert_eq!(
        texts(&blog, "the-plan", ".prose code"),
        ["{{ youtube(id=\"shown\") }}"]
    );
    assert!(blog.has("star.svg"));
}

#[test]
fn an_astro_blog_builds_as_it_is() {
    let blog = built("astro");
    assert_eq!(slugs(&blog), ["first-fold", "second-fold"]);
    let first = json(&blog, "content/articles/first-fold.json");
    assert_eq!(first["published"], "2022-07-08");
    assert_eq!(first["authors"][0]["name"], "Ori Kami");
    assert_eq!(
        (&first["cover"]["width"], &first["cover"]["alt"]),
        (&Value::from(9), &Value::from("A paper boat"))
    );
    assert_eq!(links(&blog, "first-fold"), ["/articles/second-fold/"; 2]);
    let second = texts(&blog, "second-fold", ".prose");
    assert!(
        second[0].contains("Fold here.") && second[0].contains("<Box>{steps}</Box>"),
        "{second:?}"
    );
    assert!(
        second[0].contains("It is {not an expression}"),
        "{second:?}"
    );
    assert!(!second[0].contains("Not for readers"));
    assert!(blog.has("favicon.svg"));
}

#[test]
fn a_draft_is_written_where_the_blog_has_its_articles() {
    for (system, file) in [
        ("hugo", "content/posts/a-title.md"),
        ("jekyll", "_drafts/a-title.md"),
        ("zola", "content/blog/a-title.md"),
        ("astro", "src/content/blog/a-title.md"),
    ] {
        let blog = Blog::new();
        let folder = blog.path().join(system);
        copy(&fixture(system), &folder);
        let mut recto = blog.recto(&["post", "A title"]);
        let output = recto.current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(told.trim(), file);
        assert!(folder.join(file).is_file(), "{file}");
    }
}

/// The blog of the fixture, built without any option that says whose it is. All that is told must be expected, no
/// brace may be left in any text, and no link of an article may lead nowhere.
fn built(system: &str) -> Blog {
    let blog = Blog::new();
    copy(&fixture(system), &blog.path().join(system));
    let arguments = ["--app", "app", "--style", "style", "--now", "2026-01-01"];
    let output = blog
        .recto(&["build", "--content", system])
        .args(arguments)
        .output()
        .unwrap();
    let expected = std::fs::read_to_string(fixture(&format!("{system}.txt"))).unwrap();
    assert_eq!(
        stderr(&output).lines().collect::<Vec<_>>(),
        expected.lines().collect::<Vec<_>>()
    );
    assert!(output.status.success());
    let base = json(&blog, "content/site.json")["base_url"]
        .as_str()
        .unwrap()
        .to_string();
    let base = base.splitn(4, '/').last().unwrap();
    for slug in slugs(&blog) {
        let prose = prose_outside_code(&blog, &slug);
        assert_eq!(prose_html(&blog, &slug), rendered(&blog, &slug), "{slug}");
        for brace in ["{{", "}}", "{%", "%}", "{:", "@/"] {
            assert!(!prose.contains(brace), "{slug}: {prose}");
        }
        for url in links(&blog, &slug) {
            let Some(path) = url.strip_prefix('/').and_then(|url| url.strip_prefix(base)) else {
                continue;
            };
            let path = path.split('#').next().unwrap();
            assert!(blog.has(path), "{slug} links to {url}");
        }
    }
    let in_its_folder = blog
        .recto(&["check", "--now", "2026-01-01"])
        .current_dir(blog.path().join(system))
        .output()
        .unwrap();
    // Which files want the same place, only a whole site tells.
    let of_content = expected
        .lines()
        .filter(|line| !line.contains(" is written for "));
    assert_eq!(stderr(&in_its_folder).lines().count(), of_content.count());
    assert!(in_its_folder.status.success());
    blog
}

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/site/fixtures")
        .join(name)
}

pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let to = to.join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
}

fn slugs(blog: &Blog) -> Vec<String> {
    let built = files(&blog.path().join("dist/articles"));
    let pages = built.keys().filter(|path| path.ends_with("index.html"));
    let slugs: BTreeSet<String> = pages
        .map(|path| path.iter().next().unwrap().to_str().unwrap().into())
        .collect();
    slugs.into_iter().collect()
}

fn json(blog: &Blog, path: &str) -> Value {
    serde_json::from_str(&blog.dist(path)).unwrap()
}

fn page(blog: &Blog, slug: &str) -> Html {
    Html::parse_document(&blog.dist(&format!("articles/{slug}/index.html")))
}

/// Where the links of an article's text lead, those of the warnings left out: they lead to pages that are not built.
fn links(blog: &Blog, slug: &str) -> Vec<String> {
    let selector = Selector::parse(".prose a:not(.heading-anchor)").unwrap();
    let page = page(blog, slug);
    let urls = page.select(&selector).filter_map(|link| link.attr("href"));
    urls.filter(|url| !url.ends_with("/about/") && !url.starts_with("@/"))
        .map(String::from)
        .collect()
}

/// The article's text as it stands in the finished page.
fn prose_html(blog: &Blog, slug: &str) -> String {
    let selector = Selector::parse(".prose").unwrap();
    page(blog, slug)
        .select(&selector)
        .next()
        .unwrap()
        .inner_html()
}

/// The article's text as the app makes it from the published Markdown.
fn rendered(blog: &Blog, slug: &str) -> String {
    let markdown = blog.dist(&format!("content/articles/{slug}.md"));
    let enrichment = json(blog, &format!("content/articles/{slug}.json"))["enrichment"].take();
    let html =
        recto::markdown::render_html(&markdown, &serde_json::from_value(enrichment).unwrap());
    let page = Html::parse_document(&["<div class=prose>", &html, "</div>"].concat());
    let selector = Selector::parse(".prose").unwrap();
    page.select(&selector).next().unwrap().inner_html()
}

fn texts(blog: &Blog, slug: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let page = page(blog, slug);
    page.select(&selector)
        .map(|element| element.text().collect())
        .collect()
}

fn prose_outside_code(blog: &Blog, slug: &str) -> String {
    let [whole, code] = [".prose", ".prose code"].map(|selector| texts(blog, slug, selector));
    code.iter().fold(whole.concat(), |prose, code| {
        prose.replacen(code.as_str(), "", 1)
    })
}

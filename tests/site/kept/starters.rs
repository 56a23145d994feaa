//! Blogs in the shape that each system's own command for a new one gives, with our words in them: they build without an
//! error, and no address is lost.

use crate::blog::{Blog, stderr};
use crate::menus::links;

#[test]
fn a_fresh_hugo_site() {
    built(
        &[
            (
                "hugo.toml",
                "baseURL = 'https://example.org/'\nlocale = 'en-us'\ntitle = 'My New Hugo Site'\n",
            ),
            (
                "archetypes/default.md",
                "+++\ndate = '{{ .Date }}'\ndraft = true\ntitle = '{{ replace .File.ContentBaseName `-` ` ` | title }}'\n+++\n",
            ),
            (
                "content/posts/my-first-post.md",
                "+++\ndate = '2024-05-01T10:00:00+02:00'\ndraft = false\ntitle = 'My First Post'\n+++\n\nHello.\n",
            ),
            (
                "content/about.md",
                "+++\ntitle = 'About'\n[menus.main]\nweight = 10\n+++\n\nWho writes here.\n",
            ),
            (
                "content/posts/_index.md",
                "+++\ntitle = 'Writing'\nmenus = 'main'\n+++\n",
            ),
            (
                "content/posts/unfinished.md",
                "+++\ndate = '2024-05-02T10:00:00+02:00'\ndraft = true\ntitle = 'Unfinished'\n+++\n",
            ),
        ],
        "my-first-post",
        &[
            "about/index.html",
            "posts/my-first-post/index.html",
            "posts/index.html",
            "index.xml",
            "posts/index.xml",
        ],
        &["About /about/", "Writing /archive/"],
    );
}

#[test]
fn a_fresh_jekyll_site() {
    built(
        &[
            (
                "_config.yml",
                "title: Your awesome title\nemail: your-email@example.com\ndescription: >- # this means to ignore newlines\n  Write an awesome\n  description.\nbaseurl: \"\"\nurl: \"https://j.example\"\ntheme: minima\nplugins:\n  - jekyll-feed\n",
            ),
            ("Gemfile", "source \"https://rubygems.org\"\n"),
            (".gitignore", "_site\n"),
            (
                "404.html",
                "---\npermalink: /404.html\nlayout: default\n---\n<p>Page not found</p>\n",
            ),
            (
                "about.markdown",
                "---\nlayout: page\ntitle: About\npermalink: /about/\n---\n\nText.\n",
            ),
            ("index.markdown", "---\nlayout: home\n---\n"),
            (
                "_posts/2024-05-01-welcome-to-jekyll.markdown",
                "---\nlayout: post\ntitle:  \"Welcome to Jekyll!\"\ndate:   2024-05-01 10:00:00 +0200\ncategories: jekyll update\n---\nHello.\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n",
            ),
        ],
        "welcome-to-jekyll",
        &[
            "about/index.html",
            "jekyll/update/2024/05/01/welcome-to-jekyll.html",
            "feed.xml",
        ],
        &["About /about/"],
    );
}

#[test]
fn a_fresh_zola_site() {
    built(
        &[
            (
                "config.toml",
                "# The URL the site will be built for\nbase_url = \"https://z.example\"\ncompile_sass = true\nbuild_search_index = false\n\n[markdown]\nhighlight_code = true\n\n[extra]\nmenu = [{ name = \"Blog\", url = \"blog\" }, { name = \"Me\", url = \"/about\" }]\n",
            ),
            (
                "content/about.md",
                "+++\ntitle = \"About\"\n+++\n\nWho writes here.\n",
            ),
            ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n"),
            (
                "content/blog/_index.md",
                "+++\ntitle = \"List of blog posts\"\nsort_by = \"date\"\n+++\n",
            ),
            (
                "content/blog/first.md",
                "+++\ntitle = \"My first post\"\ndate = 2024-05-01\n+++\n\nThis is my first blog post.\n",
            ),
        ],
        "first",
        &[
            "about/index.html",
            "blog/first/index.html",
            "blog/index.html",
            "atom.xml",
        ],
        &["Blog /archive/", "Me /about/"],
    );
}

#[test]
fn a_fresh_astro_blog() {
    built(
        &[
            (
                "astro.config.mjs",
                "// @ts-check\nimport { defineConfig } from 'astro/config';\n\nexport default defineConfig({\n  site: 'https://a.example',\n});\n",
            ),
            ("package.json", "{ \"name\": \"blog\" }\n"),
            (
                "src/consts.ts",
                "export const SITE_TITLE = 'Astro Blog';\nexport const SITE_DESCRIPTION = 'Welcome!';\n",
            ),
            (
                "src/content.config.ts",
                "const blog = defineCollection({ loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }) });\n",
            ),
            (
                "src/content/blog/first-post.md",
                "---\ntitle: 'First post'\ndescription: 'Lorem.'\npubDate: 'Jul 08 2022'\nheroImage: '../../assets/a.png'\n---\n\nHello.\n",
            ),
            (
                "src/pages/blog/[...slug].astro",
                "---\nconst posts = await getCollection('blog');\n---\n",
            ),
            (
                "src/pages/blog/index.astro",
                "---\nconst posts = await getCollection('blog');\n---\n",
            ),
            ("src/pages/rss.xml.js", "export const GET = 1;\n"),
            (
                "src/pages/about.md",
                "---\nlayout: ../layouts/BlogPost.astro\ntitle: 'About Me'\n---\n\nLorem.\n",
            ),
            ("src/assets/a.png", ""),
        ],
        "first-post",
        &[
            "about/index.html",
            "blog/first-post/index.html",
            "blog/index.html",
            "rss.xml",
        ],
        &[],
    );
}

/// Builds the folder as it is, and looks for the article, for all old addresses and for the navigation.
fn built(files: &[(&str, &str)], slug: &str, addresses: &[&str], navigation: &[&str]) {
    let blog = Blog::empty();
    for (path, text) in files {
        let path = format!("old/{path}");
        match path.ends_with(".png") {
            true => blog.write(&path, crate::links::PIXEL),
            false => blog.write(&path, text),
        }
    }
    let output = blog.run("build", &["--content", "old"]);
    // Without --public, as anybody would call it.
    let told = stderr(&output);
    assert!(output.status.success(), "{told}");
    assert!(
        told.lines().all(|line| line.contains(": warning: ")),
        "{told}"
    );
    assert!(blog.has(&format!("articles/{slug}/index.html")), "{told}");
    for address in addresses {
        assert!(blog.has(address), "nothing at {address}");
    }
    assert_eq!(
        links(&blog.dist("index.html"), ".site-navigation"),
        navigation
    );
}

#[test]
fn what_a_configuration_says_of_the_blog_is_text_alone() {
    let blog = Blog::empty();
    let config = "title: Notes\nurl: https://n.example\n\
                  description: \"By a **printer**.<br />Of <a href='https://p.example'>the press</a>.\"\n";
    blog.write("old/_config.yml", config);
    blog.write(
        "old/_posts/2024-05-01-one.md",
        "---\ntitle: One\n---\nText.\n",
    );
    let output = blog.run("build", &["--content", "old"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = blog.dist("index.html");
    assert!(page.contains(">By a printer. Of the press. <a"), "{page}");
}

/// Markdown without heads, in folders, in a Git checkout.
#[test]
fn a_repository_of_notes() {
    let blog = Blog::empty();
    let site = r#"{ "title": "Notes", "base_url": "https://n.example/", "dates": "git" }"#;
    blog.write("site.json", site);
    blog.write(
        "git/undo-a-commit.md",
        "# Undo a *commit*\n\nText. [gone](gone.md)\n\n<iframe src=\"https://v.example/1\"></iframe>\n",
    );
    blog.write("README.md", "# Notes\n");
    for arguments in [
        &["init", "-q"][..],
        &["add", "."],
        &[
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b.example",
            "commit",
            "-qm",
            "Notes",
            "--date",
            "2024-05-01T10:00:00Z",
        ],
    ] {
        let git = std::process::Command::new("git")
            .args(arguments)
            .current_dir(blog.path())
            .status();
        assert!(git.unwrap().success());
    }
    let output = blog
        .recto(&["build", "--style", "style", "--app", "app", "--no-images"])
        .output();
    let output = output.unwrap();
    let told = stderr(&output);
    assert!(output.status.success(), "{told}");
    assert!(
        told.contains("git/undo-a-commit.md:3:7: warning: there is no file `gone.md`"),
        "{told}"
    );
    let article: serde_json::Value =
        serde_json::from_str(&blog.dist("content/articles/undo-a-commit.json")).unwrap();
    assert_eq!(article["title"], "Undo a commit");
    assert_eq!(article["published"], "2024-05-01T10:00:00Z");
    assert_eq!(article["tags"][0]["name"], "git");
    let page = blog.dist("articles/undo-a-commit/index.html");
    assert!(
        page.contains(">v.example</a>") && !page.contains("iframe"),
        "{page}"
    );
}

/// Files that lie where pages of ours are.
#[test]
fn static_files_never_stop_another_systems_folder() {
    let blog = Blog::empty();
    blog.write("hugo/hugo.toml", "baseURL = 'https://h.example/'");
    blog.write(
        "hugo/content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-01\n---\nText.",
    );
    blog.write("hugo/static/index.html", "mine");
    blog.write("hugo/static/atom.xml/index.html", "mine");
    blog.write("hugo/static/other/index.html", "mine");
    let output = blog
        .recto(&[
            "build",
            "--content",
            "hugo",
            "--style",
            "style",
            "--app",
            "app",
            "--no-images",
        ])
        .output();
    let output = output.unwrap();
    let told = stderr(&output);
    assert!(output.status.success(), "{told}");
    for file in ["index.html", "atom.xml/index.html"] {
        let line = format!(
            "hugo/static/{file}:1:1: warning: this is left out, because `{file}` is written for"
        );
        assert!(told.contains(&line), "{told}");
    }
    assert_eq!(blog.dist("other/index.html"), "mine");
}

/// Hexo is read as Jekyll is, with its own folder: <https://hexo.io/docs/configuration>.
#[test]
fn a_blog_of_hexos() {
    let blog = Blog::empty();
    let config = "title: Hexagons\nurl: https://x.example\nsource_dir: source\npermalink: :year/:month/:title/\n";
    blog.write("hexo/_config.yml", config);
    blog.write("hexo/source/files/x.txt", "");
    let text = "---\ntitle: Six\ndate: 2024-05-01 10:00:00\n---\nOne.\n\n<!-- more -->\n\n[Two](/files/x.txt)\n";
    blog.write("hexo/source/_posts/six-sides.md", text);
    let output = blog.run("build", &["--content", "hexo"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(
        !stderr(&output).contains("there is no file `"),
        "{}",
        stderr(&output)
    );
    assert!(blog.has("files/x.txt"));
    assert!(
        blog.dist("_redirects")
            .contains("/2024/05/six-sides/ /articles/six-sides/")
    );
}

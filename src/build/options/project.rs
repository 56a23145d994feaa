//! Whose blog a folder is: Recto's own, or one that was written for Hugo, Zola, Jekyll or Astro, and where in it the
//! Markdown and the files of the public folder lie.

use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The program that a blog was written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum System {
    #[default]
    Recto,
    Hugo,
    Zola,
    Jekyll,
    Astro,
}

/// A blog on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    pub system: System,
    /// The folder with all Markdown.
    pub content: PathBuf,
    /// The folder with files that are copied as they are.
    pub public: PathBuf,
    /// What the other system was configured with.
    pub config: Option<PathBuf>,
}

const HUGO: [&str; 12] = [
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
    "config/_default/hugo.yml",
    "config/_default/config.yml",
    "config/_default/hugo.json",
    "config/_default/config.json",
];
const HUGO_OR_ZOLA: [&str; 5] = [
    "zola.toml",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
];
const JEKYLL: [&str; 3] = ["_config.yml", "_config.yaml", "_config.toml"];
const ASTRO: [&str; 5] = [
    "astro.config.mjs",
    "astro.config.ts",
    "astro.config.js",
    "astro.config.mts",
    "astro.config.cjs",
];

impl Project {
    /// The blog that a folder is, holds, or belongs to; without a folder, the blog of the working folder.
    pub fn find(folder: Option<&Path>) -> Self {
        let Some(folder) = folder else {
            let sample = Path::new("public/content");
            return Self::below(Path::new("")).unwrap_or_else(|| match sample.is_dir() {
                true => Self::of_recto(sample),
                false if !Path::new("content").is_dir() && holds_markdown(Path::new(".")) => Self {
                    content: ".".into(),
                    public: "public".into(),
                    ..Self::default()
                },
                false => Self::of_recto(Path::new("content")),
            });
        };
        let around = folder.ancestors().skip(1).take(3).filter_map(Self::below);
        let is_part_of = |project: &Self| match project.system {
            System::Jekyll => folder.ends_with("_posts"),
            _ => folder.starts_with(&project.content),
        };
        Self::below(folder)
            .or_else(|| {
                around.into_iter().find(is_part_of).map(|project| Self {
                    content: folder.into(),
                    ..project
                })
            })
            .unwrap_or_else(|| Self::of_recto(folder))
    }

    /// The blog whose outermost folder this is.
    fn below(root: &Path) -> Option<Self> {
        let file = |names: &[&str]| {
            names
                .iter()
                .map(|name| root.join(name))
                .find(|path| path.is_file())
        };
        let project = |system, content: &str, public: &str, config| Self {
            system,
            content: root.join(content),
            public: root.join(public),
            config,
        };
        if let Some(config) = file(&HUGO) {
            let content = hugo_folder(&config, "contentDir", "content");
            let public = hugo_folder(&config, "staticDir", "static");
            return Some(project(System::Hugo, &content, &public, Some(config)));
        }
        if let Some(config) = file(&HUGO_OR_ZOLA).filter(|_| root.join("content").is_dir()) {
            let system = hugo_or_zola(&config);
            return Some(project(system, "content", "static", Some(config)));
        }
        let config = file(&JEKYLL);
        let has_posts = || root.join("_posts").is_dir() && !root.join("site.json").is_file();
        if config.is_some() || has_posts() {
            let content = jekyll_source(root, config.as_ref());
            return Some(project(System::Jekyll, &content, "public", config));
        }
        if let Some(config) = file(&ASTRO) {
            let content = astro_content(root);
            return Some(project(System::Astro, &content, "public", Some(config)));
        }
        let is_ours = root.join("content/site.json").is_file() && !root.join("site.json").is_file();
        is_ours.then(|| project(System::Recto, "content", "public", None))
    }

    /// The public folder is beside the content folder, or around it.
    fn of_recto(content: &Path) -> Self {
        let parent = content.parent().unwrap_or(Path::new(""));
        let public = match parent.ends_with("public") {
            true => parent.into(),
            false => parent.join("public"),
        };
        Self {
            content: content.into(),
            public,
            ..Self::default()
        }
    }
}

/// A folder of Hugo's: as a key such as `contentDir` names it, or as something is mounted in its place.
fn hugo_folder(config: &Path, key: &str, name: &str) -> String {
    let config = fs::read_to_string(config).unwrap_or_default();
    let entries = config.lines().filter_map(|line| {
        let (key, value) = line.split_once(['=', ':'])?;
        let value = value.trim().trim_end_matches(',').trim_matches(['"', '\'']);
        Some((key, value.trim_matches('/')))
    });
    let mut named = (entries.clone()).filter(|(name, _)| {
        !name.starts_with(' ') && name.trim().trim_matches('"').eq_ignore_ascii_case(key)
    });
    let named = named.next().map(|(_, folder)| folder);
    let (mut source, mut target) = (None, None);
    let mounted = entries.filter_map(|(key, value)| {
        match key.trim_matches(['-', ' ', '\t', '"']) {
            "source" => source = Some(value),
            "target" => target = Some(value),
            _ => return None,
        }
        let (from, to) = (source?, target?);
        (source, target) = (None, None);
        (to == name).then_some(from)
    });
    let folders = named.into_iter().chain(mounted);
    let mut folders = folders.filter(|folder| !folder.is_empty());
    folders.next().unwrap_or(name).to_string()
}

/// Jekyll's `source`, which Hexo calls `source_dir`, or a folder of its name where that is made only when the site is built.
fn jekyll_source(root: &Path, config: Option<&PathBuf>) -> String {
    let config = config.and_then(|config| fs::read_to_string(config).ok());
    let config = config.unwrap_or_default();
    let source = config.lines().find_map(|line| {
        let value = line.strip_prefix("source:");
        value.or_else(|| line.strip_prefix("source_dir:"))
    });
    let source = source.unwrap_or_default().split('#').next();
    let source = source.unwrap_or_default().trim().trim_matches(['"', '\'']);
    let source = source.trim_start_matches("./").trim_matches('/');
    let last = source.rsplit('/').next().unwrap_or_default();
    let is_there =
        |folder: &&str| !folder.is_empty() && *folder != "." && root.join(folder).is_dir();
    let found = [source, last].into_iter().find(is_there);
    let whole = if root.as_os_str().is_empty() { "." } else { "" };
    found.unwrap_or(whole).to_string()
}

/// `src`, unless the collections' files lie elsewhere and none in `src/content`.
fn astro_content(root: &Path) -> String {
    let files = [
        "src/content.config.ts",
        "src/content.config.js",
        "src/content/config.ts",
    ];
    let configs = files
        .iter()
        .filter_map(|file| fs::read_to_string(root.join(file)).ok());
    let outside = configs.flat_map(|text| {
        let bases = text.split("base:").skip(1).filter_map(|rest| {
            let rest = rest.trim_start();
            let quote = rest
                .chars()
                .next()
                .filter(|quote| "\"'`".contains(*quote))?;
            let base = rest[1..]
                .split(quote)
                .next()?
                .trim_start_matches("./")
                .trim_matches('/');
            (!base.starts_with("src")).then(|| base.to_string())
        });
        bases.collect::<Vec<_>>()
    });
    let mut outside = outside.filter(|base| root.join(base).is_dir());
    outside.next().unwrap_or_else(|| "src".into())
}

/// Whether there is Markdown in a folder, or not far below.
fn holds_markdown(folder: &Path) -> bool {
    let entries = WalkDir::new(folder).max_depth(3).into_iter();
    let visible = entries.filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !name.starts_with('.') && !matches!(&*name, "node_modules" | "target")
    });
    visible.flatten().any(|entry| {
        let is_markdown =
            |extension: &std::ffi::OsStr| extension == "md" || extension == "markdown";
        entry.path().extension().is_some_and(is_markdown) && !entry.path().ends_with("README.md")
    })
}

/// Both may call it `config.toml`, but they spell the site's address differently.
fn hugo_or_zola(config: &Path) -> System {
    let text = fs::read_to_string(config).unwrap_or_default();
    match text
        .lines()
        .any(|line| line.trim_start().starts_with("base_url"))
    {
        true => System::Zola,
        false => System::Hugo,
    }
}

//! Any `site.json`, file of an author or configuration of another system, with a file of messages in the place of ours: it
//! is read or told, at a place that it has.
#![no_main]

#[path = "../yaml_panics.rs"]
mod yaml_panics;
#[path = "../../src/content"]
pub mod content {
    pub mod article;
    pub mod author;
    pub mod date;
    pub mod discussion;
    pub mod moment;
    pub mod permalinks;
    pub mod reactions;
    pub mod site;
    pub mod url;

    pub const VERSION: u32 = 1;
}
#[path = "../../src/markdown"]
pub mod markdown {
    mod enrichment;
    pub use enrichment::FigureWidth;
}
#[path = "../../src/build"]
pub mod build {
    pub mod diagnostics {
        pub mod console;
        pub mod line_index;
        pub mod problem;
    }
    pub mod options {
        pub mod project;

        use std::path::PathBuf;

        /// As much of it as reading the content folder asks for.
        pub struct BuildOptions {
            pub content: PathBuf,
            pub public: PathBuf,
            pub system: project::System,
            pub config: Option<PathBuf>,
            pub out: Option<PathBuf>,
        }
    }
    pub mod input {
        pub mod config;
        pub mod content_folder;
        pub mod date_formats;
        pub mod file_name;
        pub mod foreign {
            pub mod astro_config;
            pub mod foreign_config;
            mod imported_menus;
            mod patterns;

            pub use patterns::Patterns;
        }
        pub mod front_matter;
        pub mod menus;
        pub mod publisher_folders;
        pub mod slug;
    }
}
#[path = "../../src/route.rs"]
pub mod route;
#[path = "../../src/components"]
pub mod components {
    pub mod furniture;
}

/// Stands for the interface's languages, which nothing here depends on.
pub mod i18n {
    use crate::content::site::Site;

    pub mod message {
        pub const LIKE: &str = "Like";
        pub const LOVE: &str = "Love";
        pub const INSIGHTFUL: &str = "Insightful";
        pub const SURPRISING: &str = "Surprising";
        pub const THANKS: &str = "Thanks";
        pub const ARTICLES: &str = "Articles";
    }

    pub mod native {
        pub fn spoken(tag: &str) -> Option<&'static str> {
            (tag == "en").then_some("en")
        }
    }

    pub struct Translator;

    impl Translator {
        pub fn text(&self, message: &str) -> String {
            message.into()
        }
    }

    impl Site {
        pub fn translator(&self) -> Translator {
            Translator
        }
    }
}

use build::diagnostics::problem::Problems;
use build::input::config;
use build::input::content_folder::Content;
use build::input::foreign::foreign_config;
use build::options::{BuildOptions, project::System};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// In a folder of this run's own.
static OPTIONS: LazyLock<BuildOptions> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("recto-fuzz-{}", std::process::id()));
    fs::create_dir_all(folder.join("content/authors")).expect("there is room for it");
    BuildOptions {
        content: folder.join("content"),
        public: folder.join("public"),
        system: System::Hugo,
        config: None,
        out: None,
    }
});

// The text comes last, so that it stands in the fuzzer's files as it is, behind one byte for the kind of file.
fuzz_target!(init: yaml_panics::let_pass(), |input: &[u8]| {
    let Some((kind, text)) = input.split_first() else {
        return;
    };
    let content = Content::of(&OPTIONS);
    let mut problems = Problems::default();
    match kind % 5 {
        0 => {
            write("content/site.json", text);
            let read = config::site(&content, None, None, &mut problems);
            assert!(problems.has_errors() || config::is_base_url(&read.site.base_url));
            assert!(read.site.base_url.ends_with('/'));
        }
        1 => {
            write("content/authors/ada.json", text);
            let allowances = config::Allowances::default();
            drop(config::authors(&content, &allowances, &mut problems));
        }
        kind => {
            let name = ["hugo.toml", "hugo.json", "hugo.yaml"][usize::from(kind) - 2];
            let foreign = foreign_config::read(System::Hugo, &write(name, text));
            if let Some(foreign) = foreign {
                assert!(config::is_base_url(&foreign.site.base_url));
            }
        }
    }
    let lines = text.iter().filter(|byte| **byte == b'\n').count() + 1;
    for problem in problems.into_sorted() {
        let is_there = (1..=lines + 1).contains(&problem.position.line);
        assert!(is_there || problem.path.ends_with("content"), "{problem}");
        assert!(
            !problem.to_string().contains(char::is_control),
            "{problem:?}"
        );
    }
});

/// Where it lies.
fn write(file: &str, text: &[u8]) -> PathBuf {
    let folder = OPTIONS.content.parent().expect("it lies in one of ours");
    let path = folder.join(file);
    fs::write(&path, text).expect("there is room for it");
    path
}

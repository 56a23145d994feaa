//! The texts that the renderer is tried with, natively and in browsers: CommonMark's examples, hostile texts, and
//! texts put together by chance, the same ones in every run.

use recto::markdown::{CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource};
use std::path::{Path, PathBuf};

/// The files of `hostile/`, by way of attack.
pub const HOSTILE: [&str; 9] = [
    "attributes",
    "confusion",
    "foreign",
    "handlers",
    "ids",
    "limits",
    "scripts",
    "structure",
    "urls",
];

pub struct Example {
    pub number: usize,
    pub markdown: String,
    pub html: String,
}

/// The examples of CommonMark's specification, in its order, from the npm package `commonmark-spec`.
pub fn examples() -> Vec<Example> {
    let spec = read("target/tools/npm/node_modules/commonmark-spec/spec.txt");
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if line != format!("{fence} example") {
            continue;
        }
        let part = |lines: &mut std::str::Lines, end: &str| {
            lines
                .take_while(|line| *line != end)
                .fold(String::new(), |text, line| text + line + "\n")
        };
        let markdown = part(&mut lines, ".").replace('→', "\t");
        let html = part(&mut lines, &fence).replace('→', "\t");
        examples.push(Example {
            number: examples.len() + 1,
            markdown,
            html,
        });
    }
    examples
}

/// The documents of one file of `hostile/`; a line `%%%` stands between them.
pub fn hostile(class: &str) -> Vec<String> {
    let text = read(&format!("tests/markdown/hostile/{class}.txt"));
    text.split("\n%%%\n").map(String::from).collect()
}

/// So many documents of random pieces, every other one with random enrichment that seldom fits.
pub fn generated(count: usize) -> Vec<(String, Enrichment)> {
    let mut chance = Chance(0x5EED);
    let document = |_| {
        let mut text = String::new();
        for _ in 0..chance.below(24) + 1 {
            text.push_str(chance.pick(&PIECES));
            text.push_str(chance.pick(&BETWEEN));
        }
        let enrichment = match chance.below(2) {
            0 => Enrichment::default(),
            _ => enrichment(&mut chance),
        };
        (text, enrichment)
    };
    (0..count).map(document).collect()
}

fn enrichment(chance: &mut Chance) -> Enrichment {
    let mut image = ImageInfo {
        src: chance.pick(&URLS).into(),
        width: chance.below(900) as u32,
        height: chance.below(900) as u32,
        srcset: Vec::new(),
    };
    for _ in 0..chance.below(3) {
        image.srcset.push(ImageSource {
            src: chance.pick(&URLS).into(),
            width: chance.below(900) as u32,
        });
    }
    let kind = chance.pick(&["video", "sound", "other"]);
    let player = [kind, chance.pick(&URLS), chance.pick(&URLS)].join(" ");
    let mut runs = || {
        (0..chance.below(6))
            .map(|_| chance.below(9) as u32)
            .collect()
    };
    let code = (0..3).map(|_| CodeTokens(runs())).collect();
    Enrichment {
        code,
        math: (0..3).map(|_| chance.pick(&MATH).into()).collect(),
        images: [("a.png".into(), image)].into(),
        links: [("b.md".into(), chance.pick(&URLS).into())].into(),
        players: [("b.md".into(), player)].into(),
        smart_punctuation: chance.below(2) == 0,
        figures: [FigureWidth::Text, FigureWidth::Wide, FigureWidth::Full][chance.below(3)],
        labels: match chance.below(2) {
            0 => Vec::new(),
            _ => (0..20).map(|_| chance.pick(&URLS).into()).collect(),
        },
    }
}

/// A row of numbers that looks like chance and is always the same (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const BETWEEN: [&str; 12] = [
    "", "", " ", " ", "\n", "\n", "\n\n", "\n\n", "\n> ", "\n- ", "\n    ", "\r\n",
];

const URLS: [&str; 6] = [
    "/media/a,b.png",
    "https://example.com/ü?a=b&c#d",
    "javascript:alert(1)",
    "#here",
    "",
    "//host/\"'",
];

const MATH: [&str; 4] = [
    "<math><mi>x</mi></math>",
    "<math display=\"block\"><mo>&lt;</mo><mspace width='1em'/></math>",
    "<math><script>alert(1)</script></math>",
    "x",
];

#[rustfmt::skip]
const PIECES: [&str; 80] = [
    "word", "Two words", "日本語", "é", "\u{A0}", "\0", "\t", "\\", "\\*", "*", "**", "_", "~~", "~", "^", "`", "``", "x^2^", "H~2~O",
    "[a](b.md)", "[a][b]", "[b]: /c \"d\"", "[", "](", ")", "![x](a.png \"t\")", "![x](a.png)", "<https://example.com/?a=b&c>",
    "www.example.com/(a)", "https://example.com/a--b_c", "me@example.com", "[^n]", "[^n]: note", "[x](#here)", "# Here", "## Here {#id}",
    "===", "---", "> [!NOTE]", "> [!TAKEAWAY]", "1. ", "7) ", "- [ ] ", "- [x] ", ": is", "| a | b |", "|:-|-:|", "|", "```rust {1}",
    "```diff title=\"a\"", "```", "+ new", "$x$", "$$y$$", "$", "&amp;", "&eacute;", "&nbsp;", "&notit;", "&#0;", "&#x1F600;", "&semi;",
    "&", "<", ">", "<b>", "</b>", "<div align=center>", "</div>", "<details open>", "<summary>", "<table><tr><td>", "</table>",
    "<img src=a.png alt=\"&lt;\">", "<a href=\"b.md\" id='Here'>", "</a>", "<!-- more -->", "<script>", "</script>", "\"it's\" -- ...",
];

/// A file of the repository, from whichever package's tests it is wanted.
fn read(path: &str) -> String {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_root = |folder: &&Path| folder.join("Cargo.lock").exists();
    let root = package.ancestors().find(is_root).unwrap_or(package);
    let path: PathBuf = root.join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; run: cargo xtask test", path.display()))
}

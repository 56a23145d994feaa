//! Any text, with any enrichment: the renderer answers, and its HTML is safe, is what a browser reads, and is the same
//! whether the report is asked for or not.
//!
//! The renderer and the types it answers with are compiled as modules of this program, so that nothing else of Recto is.
#![no_main]

extern crate self as recto;

#[path = "../../tests/markdown/judge.rs"]
mod judge;
#[path = "../../src/content"]
pub mod content {
    pub mod article;
    pub mod author;
    pub mod date;
    pub mod moment;
    pub mod reactions;
    pub mod url;

    pub const VERSION: u32 = 1;
}
#[path = "../../src/markdown/mod.rs"]
pub mod markdown;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use markdown::{CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource};
use markdown::{ImageReference, LinkReference, extract_references, render, render_html};

/// The text comes last, so that it stands in the fuzzer's files as it is: a byte for `smart`, then three for each run
/// of which the first is odd, then an even one, then the text.
#[derive(Arbitrary, Debug)]
struct Input<'a> {
    smart: bool,
    /// Classes and lengths of the tokens of every code block.
    runs: Vec<(u8, u8)>,
    /// Lines `%%%` divide it: the document, MathML line by line, and URLs line by line.
    text: &'a [u8],
}

fuzz_target!(|input: Input| {
    let text = String::from_utf8_lossy(input.text);
    let mut sections = text.split("\n%%%\n");
    let document = sections.next().unwrap_or_default();
    let enrichment = enrichment(document, &input, sections);
    let rendered = render(document, &enrichment);
    let html = &rendered.html;
    if let Err(reason) = judge::judge(html).and_then(|()| judge::judge_ids(html)) {
        panic!("--- text\n{document}\n--- HTML\n{html}\n--- {reason}");
    }
    assert_eq!(*html, render_html(document, &enrichment));
    assert!(html.len() <= 200_000 + 64 * document.len() + 4 * text.len());
});

/// For every code block, formula, image and link of the document something that the build might have said.
fn enrichment<'a>(
    document: &str,
    input: &Input,
    mut sections: impl Iterator<Item = &'a str>,
) -> Enrichment {
    let extract = extract_references(document);
    let math = sections.next().unwrap_or_default().lines();
    let urls: Vec<&str> = sections.next().unwrap_or_default().lines().collect();
    let url = |at: usize| {
        urls.get(at % urls.len().max(1))
            .copied()
            .unwrap_or_default()
    };
    let runs: Vec<u32> = input
        .runs
        .iter()
        .flat_map(|&(class, length)| [u32::from(class), u32::from(length)])
        .collect();
    let image = |(at, image): (usize, &ImageReference)| {
        let info = ImageInfo {
            src: url(at).into(),
            width: at as u32,
            height: u32::from(input.smart),
            srcset: urls
                .iter()
                .map(|url| ImageSource {
                    src: (*url).into(),
                    width: 1,
                })
                .collect(),
        };
        (image.url.clone(), info)
    };
    let link = |(at, link): (usize, &LinkReference)| (link.url.clone(), url(at + 1).into());
    let player = |(at, link): (usize, &LinkReference)| {
        let player = ["video", url(at + 2), url(at + 3)].join(" ");
        (link.url.clone(), player)
    };
    Enrichment {
        code: extract
            .code
            .iter()
            .map(|_| CodeTokens(runs.clone()))
            .collect(),
        math: math.map(String::from).collect(),
        images: extract
            .images
            .iter()
            .enumerate()
            .take_while(|_| !urls.is_empty())
            .map(image)
            .collect(),
        links: extract
            .links
            .iter()
            .enumerate()
            .take_while(|_| !urls.is_empty())
            .map(link)
            .collect(),
        players: extract
            .links
            .iter()
            .enumerate()
            .take_while(|_| !urls.is_empty())
            .map(player)
            .collect(),
        smart_punctuation: input.smart,
        figures: if input.smart {
            FigureWidth::Wide
        } else {
            FigureWidth::Text
        },
        labels: urls.iter().map(ToString::to_string).collect(),
    }
}

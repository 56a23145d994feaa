//! CommonMark's own examples, from the npm package `commonmark-spec`.

use recto::markdown::render_as_specified;

pub struct Example {
    pub number: usize,
    pub markdown: String,
    pub html: String,
}

/// The examples of the specification, in its order.
pub fn examples() -> Vec<Example> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/target/tools/npm/node_modules/commonmark-spec/spec.txt"
    );
    let spec = std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{path}: {error}; run: cargo xtask test"));
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

#[test]
fn every_example_of_the_specification_gives_its_html() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut wrong = 0;
    for Example {
        number,
        markdown,
        html,
    } in examples
    {
        let ours = render_as_specified(&markdown);
        if normalised(&ours) != normalised(&html) {
            wrong += 1;
            eprintln!("--- example {number}\n{markdown}--- expected\n{html}--- got\n{ours}");
        }
    }
    assert_eq!(wrong, 0, "examples that differ");
}

/// Both ways to write a quotation mark in text, and to end a void tag, are the same to HTML.
fn normalised(html: &str) -> String {
    html.replace("&quot;", "\"").replace(" />", ">")
}

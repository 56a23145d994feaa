//! Texts that want to run a script or break out of the article, by way of attack, in `hostile/*.txt`.

use crate::corpus;
use crate::judge::{judge, judge_ids};
use recto::markdown::{
    CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource, extract_references, render,
};

fn assert_harmless(document: &str, enrichment: &Enrichment) {
    let html = render(document, enrichment).html;
    let judged = judge(&html).and_then(|()| judge_ids(&html));
    judged.unwrap_or_else(|reason| panic!("--- text\n{document}\n--- HTML\n{html}\n--- {reason}"));
    extract_references(document);
}

/// Every document alone, in other surroundings, cut off anywhere, and with smart punctuation.
fn assert_class_is_harmless(class: &str) {
    let smart = Enrichment {
        smart_punctuation: true,
        ..Enrichment::default()
    };
    let plain = Enrichment::default();
    for document in corpus::hostile(class) {
        assert_harmless(&document, &plain);
        assert_harmless(&document, &smart);
        assert_harmless(
            &format!("> {}\n\nafter", document.replace('\n', "\n> ")),
            &plain,
        );
        assert_harmless(
            &format!("- {}\n\nafter", document.replace('\n', "\n  ")),
            &plain,
        );
        assert_harmless(
            &format!(
                "x[^n]\n\n[^n]: {}\n\nafter",
                document.replace('\n', "\n    ")
            ),
            &plain,
        );
        assert_harmless(&format!("*before {document} behind*"), &plain);
        assert_harmless(&format!("<div title=\"x\">{document}\n\n</div>"), &plain);
        assert_harmless(&document.replace('\n', "\r\n").replace(' ', "\0"), &plain);
        let ends = document.char_indices().map(|(at, _)| at);
        ends.step_by(3)
            .for_each(|end| assert_harmless(&document[..end], &plain));
    }
}

#[test]
fn scripts_do_not_run() {
    assert_class_is_harmless("scripts");
}

#[test]
fn event_handlers_are_left_out() {
    assert_class_is_harmless("handlers");
}

#[test]
fn urls_that_run_or_leave_the_web_are_left_out() {
    assert_class_is_harmless("urls");
}

#[test]
fn nothing_breaks_out_of_an_attribute() {
    assert_class_is_harmless("attributes");
}

#[test]
fn nothing_breaks_out_of_the_article() {
    assert_class_is_harmless("structure");
}

#[test]
fn foreign_content_is_text() {
    assert_class_is_harmless("foreign");
}

#[test]
fn a_browser_reads_what_the_renderer_read() {
    assert_class_is_harmless("confusion");
}

#[test]
fn ids_never_meet_the_pages_own() {
    assert_class_is_harmless("ids");
}

#[test]
fn texts_beyond_the_limits_stay_whole() {
    assert_class_is_harmless("limits");
}

#[test]
fn the_corpus_is_all_there() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/markdown/hostile");
    assert_eq!(
        std::fs::read_dir(folder).unwrap().count(),
        corpus::HOSTILE.len()
    );
    let documents = corpus::HOSTILE.map(|class| corpus::hostile(class).len());
    assert!(documents.iter().sum::<usize>() >= 150);
}

#[test]
fn texts_by_chance_are_harmless() {
    for (document, enrichment) in corpus::generated(2_000) {
        assert_harmless(&document, &enrichment);
    }
}

#[test]
fn enrichment_is_not_trusted() {
    let bad = "\"><script>alert(1)</script>\0\r\n";
    let text = "$a$ $$b$$\n\n```rust\nlet a;\n```\n\n![x](a.png \"t\") ![x](b.png) [y](c.md) [z](d.md) <img src=a.png>\n\n[y](c.md)\n\n<a href=d.md>z</a>";
    for formula in MATHML {
        for url in [
            bad,
            "javascript:alert(1)",
            "data:text/html,x",
            " java\nscript:x",
            "//x\" onerror=\"x",
            "a, javascript:x 2x",
        ] {
            let image = ImageInfo {
                src: url.into(),
                width: u32::MAX,
                height: 0,
                srcset: vec![
                    ImageSource {
                        src: url.into(),
                        width: u32::MAX,
                    },
                    ImageSource {
                        src: "a b,c".into(),
                        width: 1,
                    },
                ],
            };
            let enrichment = Enrichment {
                code: vec![CodeTokens(vec![1, u32::MAX, 1, 1])],
                math: vec![formula.into(), bad.into()],
                images: ["a.png", "b.png"]
                    .map(|key| (key.into(), image.clone()))
                    .into(),
                links: ["c.md", "d.md"].map(|key| (key.into(), url.into())).into(),
                players: ["c.md", "d.md"]
                    .map(|key| (key.into(), ["video", url, bad].join(" ")))
                    .into(),
                smart_punctuation: true,
                figures: FigureWidth::Wide,
                labels: vec![url.into(); 20],
            };
            assert_harmless(text, &enrichment);
        }
    }
}

#[test]
fn token_runs_that_do_not_fit_are_ignored() {
    let runs: [&[u32]; 9] = [
        &[1],
        &[1, 2],
        &[1, 5, 1],
        &[99, 5],
        &[1, 1, 1, 5],
        &[1, 7],
        &[1, 4, 2, 0],
        &[u32::MAX, u32::MAX],
        &[1, 5, 1, u32::MAX],
    ];
    let plain = render("```x\néabc\n```", &Enrichment::default()).html;
    for runs in runs {
        let enrichment = Enrichment {
            code: vec![CodeTokens(runs.into())],
            ..Enrichment::default()
        };
        assert_eq!(
            render("```x\néabc\n```", &enrichment).html,
            plain,
            "{runs:?}"
        );
    }
}

const MATHML: [&str; 22] = [
    "<math><mi>x</mi></math>",
    "<math><script>alert(1)</script></math>",
    "<math><mi>x</mi></math><script>alert(1)</script>",
    "<math onclick=\"alert(1)\" style=\"x\" href=\"javascript:x\"><mi class=\"a\">x</mi></math>",
    "<math><maction actiontype=\"statusline#x\" xlink:href=\"javascript:alert(1)\">x</maction></math>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
    "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">a<b>c</b></annotation></semantics></math>",
    "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>",
    "<math><mi><mglyph></mglyph></mi></math>",
    "<math><mi><mrow>x</mrow></mi></math>",
    "<math><mtext><p>x</p></mtext></math>",
    "<math><mrow><mi>x</mrow></mi></math>",
    "<math><mi>x</mi>",
    "</math><math></math>",
    "<mi>x</mi>",
    "<math><math><mi>x</mi></math></math>",
    "<math><!-- <script> --><mi>x</mi></math>",
    "<math><mi mathcolor='\"><script>'>x</mi><mo lspace=\"url(javascript:x)\">y</mo></math>",
    "<math><style>*{}</style></math>",
    "<MATH><MI>x</MI></MATH>",
    "<svg><script>alert(1)</script></svg>",
    "<math>loose text</math>",
];

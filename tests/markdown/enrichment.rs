//! What the build adds: token classes, MathML, sizes of images, resolved links, smart punctuation.

use crate::judge::judge;
use recto::markdown::{
    CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource, Warning, render,
};

fn html(markdown: &str, enrichment: &Enrichment) -> String {
    let html = render(markdown, enrichment).html;
    judge(&html).unwrap_or_else(|reason| panic!("{html}\n{reason}"));
    html
}

fn with_code(runs: &[u32]) -> Enrichment {
    Enrichment {
        code: vec![CodeTokens(runs.into())],
        ..Enrichment::default()
    }
}

fn with_image(image: ImageInfo) -> Enrichment {
    Enrichment {
        images: [("a.png".into(), image)].into(),
        ..Enrichment::default()
    }
}

#[test]
fn tokens_of_code_get_their_classes() {
    let html = html(
        "```rust\nlet x;\n```",
        &with_code(&[2, 3, 0, 1, 8, 1, 11, 1, 0, 1]),
    );
    assert!(html.contains(
        "<code><span class=\"tok-keyword\">let</span> <span class=\"tok-variable\">x</span>\
         <span class=\"tok-punctuation\">;</span>\n</code>"
    ));
}

#[test]
fn a_token_over_several_lines_is_ended_where_a_marked_line_ends() {
    let html = html("```c {2}\n/*\na\n*/\n```", &with_code(&[1, 7, 0, 1]));
    assert!(html.contains(
        "<code><span class=\"tok-comment\">/*\n</span><span class=\"line line-marked\">\
         <span class=\"tok-comment\">a\n</span></span><span class=\"tok-comment\">*/</span>\n</code>"
    ));
}

#[test]
fn each_code_block_has_its_own_tokens_even_in_a_footnote_before() {
    let markdown = "[^a]: note\n\n    ```x\n    a\n    ```\n\ntext[^a]\n\n```y\nb\n```";
    let code = vec![CodeTokens(vec![1, 2]), CodeTokens(vec![2, 2])];
    let html = html(
        markdown,
        &Enrichment {
            code,
            ..Enrichment::default()
        },
    );
    assert!(html.contains("<span class=\"tok-comment\">a\n</span>"));
    assert!(html.contains("<span class=\"tok-keyword\">b\n</span>"));
}

#[test]
fn formulas_become_mathml_in_one_form() {
    let inline =
        "<math><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mspace width=\"1em\"/></math>";
    let block = "<math display=\"block\" class=\"a\" style=\"b\">\n <mi mathvariant='normal'>d</mi>\n</math>";
    let math = vec![inline.into(), block.into()];
    assert_eq!(
        html(
            "$x^2 <$ $$d$$",
            &Enrichment {
                math,
                ..Enrichment::default()
            }
        ),
        "<p><span class=\"math\"><math><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mspace width=\"1em\"></mspace></math></span> \
         <span class=\"math math-block\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\"><math display=\"block\"><mi mathvariant=\"normal\">d</mi></math></span></p>\n"
    );
}

#[test]
fn mathml_that_is_not_allowed_is_refused_whole_and_told() {
    let math = vec!["<math><mi>x</mi><script>alert(1)</script></math>".into()];
    let rendered = render(
        "a\n$x$",
        &Enrichment {
            math,
            ..Enrichment::default()
        },
    );
    assert_eq!(rendered.html, "<p>a\n<code class=\"math\">x</code></p>\n");
    let Warning {
        line, column, what, ..
    } = &rendered.warnings[0];
    assert_eq!((*line, *column), (2, 1));
    assert!(what.contains("MathML"), "{what}");
}

#[test]
fn images_get_their_size_and_their_sources() {
    let source = |src: &str, width| ImageSource {
        src: src.into(),
        width,
    };
    let image = ImageInfo {
        src: "/media/a.1234.png".into(),
        width: 1280,
        height: 720,
        srcset: vec![
            source("/media/a,640.png", 640),
            source("/media/a.1234.png", 1280),
        ],
    };
    assert_eq!(
        html(
            "![A](a.png \"T\")\n\n<img src=\"a.png\" alt=\"B\" width=\"10\">",
            &with_image(image)
        ),
        "<figure class=\"image\"><img src=\"/media/a.1234.png\" srcset=\"/media/a%2C640.png 640w, /media/a.1234.png 1280w\" \
         sizes=\"auto, 100vw\" alt=\"A\" width=\"1280\" height=\"720\" loading=\"lazy\" decoding=\"async\">\
         <figcaption>T</figcaption></figure>\n\
         <img src=\"/media/a.1234.png\" srcset=\"/media/a%2C640.png 640w, /media/a.1234.png 1280w\" \
         sizes=\"auto, 100vw\" alt=\"B\" width=\"10\" height=\"6\" loading=\"lazy\" decoding=\"async\">\n"
    );
}

#[test]
fn an_image_of_which_only_the_size_is_known_stays_where_it_is() {
    let image = ImageInfo {
        width: 10,
        height: 20,
        ..ImageInfo::default()
    };
    let html = html("![A](a.png)", &with_image(image));
    assert!(
        html.contains("<img src=\"a.png\" alt=\"A\" width=\"10\" height=\"20\""),
        "{html}"
    );
}

#[test]
fn links_lead_where_the_build_resolved_them() {
    let links = [
        ("b.md".into(), "/articles/b/".into()),
        ("c.md#d".into(), "/articles/c/#d".into()),
    ]
    .into();
    assert_eq!(
        html(
            "[a](b.md) [b](c.md#d) <a href=\"b.md\">c</a> [d](e.md)",
            &Enrichment {
                links,
                ..Enrichment::default()
            }
        ),
        "<p><a href=\"/articles/b/\">a</a> <a href=\"/articles/c/#d\">b</a> <a href=\"/articles/b/\">c</a> <a href=\"e.md\">d</a></p>\n"
    );
}

#[test]
fn smart_punctuation_is_an_option_and_leaves_urls_and_code_alone() {
    let smart = Enrichment {
        smart_punctuation: true,
        ..Enrichment::default()
    };
    let text = "\"It's\" -- 'so' ... `\"a--b\"` https://example.com/a--b...c [x](/a--b)";
    assert_eq!(
        html(text, &smart),
        "<p>“It’s” – ‘so’ … <code>\"a--b\"</code> <a href=\"https://example.com/a--b...c\" rel=\"external noopener\">\
         https://example.com/a--b...c</a> <a href=\"/a--b\">x</a></p>\n"
    );
    assert!(html(text, &Enrichment::default()).starts_with("<p>\"It's\" -- 'so' ... <code>"));
}

#[test]
fn a_picture_alone_is_as_wide_as_all_are_unless_it_says_how_wide() {
    let wide = Enrichment {
        figures: FigureWidth::Wide,
        ..Enrichment::default()
    };
    let text = "![A](a.png)\n\n![B](b.png){.text}\n\n![C](c.png \"x\"){.full}\n\nIn ![D](d.png) text.\n\n![E](e.png)\n![F](f.png)\n";
    let html = html(text, &wide);
    for figure in [
        "<figure class=\"image wide\"><img src=\"a.png\"",
        "<figure class=\"image\"><img src=\"b.png\"",
        "<figure class=\"image full\"><img src=\"c.png\"",
        "<p>In <img src=\"d.png\"",
        "<div class=\"gallery\">\n<figure class=\"image\"><img src=\"e.png\"",
    ] {
        assert!(html.contains(figure), "{html}");
    }
    assert_eq!(
        serde_json::to_string(&wide).unwrap(),
        "{\"figures\":\"wide\"}"
    );
}

#[test]
fn enrichment_in_json_is_short_and_what_is_missing_is_empty() {
    let enrichment = Enrichment {
        code: vec![CodeTokens(vec![1, 2])],
        ..Enrichment::default()
    };
    assert_eq!(
        serde_json::to_string(&enrichment).unwrap(),
        "{\"code\":[[1,2]]}"
    );
    let parsed: Enrichment =
        serde_json::from_str("{\"images\":{\"a\":{\"width\":3}},\"unknown\":1}").unwrap();
    assert_eq!(
        parsed,
        Enrichment {
            images: [(
                "a".into(),
                ImageInfo {
                    width: 3,
                    ..ImageInfo::default()
                }
            )]
            .into(),
            ..Enrichment::default()
        }
    );
}

fn with_player(src: &str, kind: &str) -> Enrichment {
    let player = [kind, src, "f.example is <asked>."].join(" ");
    Enrichment {
        players: [("https://v.example/1".into(), player)].into(),
        ..Enrichment::default()
    }
}

#[test]
fn a_link_to_a_film_that_is_all_of_its_paragraph_stands_for_the_player() {
    let film = with_player("https://f.example/1?a&b", "video");
    let ask = "<a data-ask=\"https://f.example/1?a&amp;b\" href=\"https://v.example/1\" rel=\"external noopener\"";
    let note = "<small>f.example is &lt;asked&gt;.</small>";
    for (markdown, link) in [
        ("[A *film*](https://v.example/1)", ">A <em>film</em></a>"),
        ("<https://v.example/1>", ">https://v.example/1</a>"),
        ("<a href=\"https://v.example/1\">A film</a>", ">A film</a>"),
        (
            "[![A film](a.png)](https://v.example/1 \"Title\")",
            " title=\"Title\"><img src=\"a.png\" alt=\"A film\" loading=\"lazy\" decoding=\"async\"></a>",
        ),
    ] {
        let expected = format!("<p class=\"player video\">{ask}{link}{note}</p>\n");
        assert_eq!(html(markdown, &film), expected, "{markdown}");
        let quoted = html(&format!("> {markdown}"), &film);
        assert_eq!(quoted, format!("<blockquote>\n{expected}</blockquote>\n"));
    }
    for kind in ["sound", "sounds"] {
        let html = html(
            "[A](https://v.example/1)",
            &with_player("https://f.example/", kind),
        );
        assert!(html.starts_with(&format!("<p class=\"player {kind}\"><a data-ask=")));
    }
}

#[test]
fn any_other_link_to_a_film_is_a_link() {
    let film = with_player("https://f.example/1", "video");
    for markdown in [
        "See [a film](https://v.example/1)",
        "[A film](https://v.example/1) is good",
        "[A](https://v.example/1) [B](https://v.example/1)",
        "[A](https://v.example/1)[B](https://w.example/1)",
        "[A](https://w.example/1)",
        "- [A](https://v.example/1)",
        "# [A](https://v.example/1)",
        "**[A](https://v.example/1)**",
        "[A](https://v.example/1)[^1]\n\n[^1]: B",
    ] {
        let html = html(markdown, &film);
        assert!(
            !html.contains("player") && !html.contains("data-ask"),
            "{html}"
        );
    }
    for src in [
        "javascript:alert(1)",
        "data:text/html,x",
        " \u{1}JaVaScRiPt:alert(1)",
    ] {
        let html = html("[A](https://v.example/1)", &with_player(src, "video"));
        assert!(!html.contains("player"), "{html}");
    }
    // What writers write is not what the build says.
    let html = html(
        "<a data-ask=\"https://f.example/\" href=\"/x\">A</a>",
        &film,
    );
    assert!(!html.contains("data-ask"), "{html}");
}

//! What the build learns of a text before it enriches it, in the order in which it has to answer.

use recto::markdown::{CodeTokens, Enrichment, extract_references, render};

const TEXT: &str = "\
# One *two*

A [link](b.md), ![an *image*](c.png \"Title\"), $x$ and `code`.

```rust title=\"a.rs\"
fn main() {}
```

> $$
> y
> $$
>
>     indented

<a href=\"d.md\"><img src=\"e.png\" alt=\"f &amp; g\"></a> <b>bold</b>

| h |
|---|
| i |
";

#[test]
fn code_formulas_images_and_links_are_found_in_order_with_their_places() {
    let extract = extract_references(TEXT);
    let code: Vec<_> = extract
        .code
        .iter()
        .map(|code| (&*code.language, &*code.text, code.line, code.column))
        .collect();
    assert_eq!(
        code,
        [("rust", "fn main() {}\n", 5, 1), ("", "indented\n", 13, 7)]
    );
    let formulas: Vec<_> = extract
        .formulas
        .iter()
        .map(|math| (&*math.tex, math.is_block, math.line))
        .collect();
    assert_eq!(formulas, [("x", false, 3), ("\ny\n", true, 9)]);
    let images: Vec<_> = extract
        .images
        .iter()
        .map(|image| {
            (
                &*image.url,
                &*image.alt,
                &*image.title,
                image.line,
                image.column,
            )
        })
        .collect();
    assert_eq!(
        images,
        [
            ("c.png", "an image", "Title", 3, 17),
            ("e.png", "f & g", "", 15, 16)
        ]
    );
    let links: Vec<_> = extract
        .links
        .iter()
        .map(|link| (&*link.url, link.line, link.column))
        .collect();
    assert_eq!(links, [("b.md", 3, 3), ("d.md", 15, 1)]);
}

#[test]
fn headings_and_words_are_found_without_markup() {
    let extract = extract_references(TEXT);
    assert_eq!(extract.headings, ["One two"]);
    let words: Vec<_> = extract.text.split_whitespace().collect();
    assert_eq!(
        words.join(" "),
        "One two A link, an image, and code. bold h i"
    );
}

#[test]
fn the_renderer_asks_for_code_and_formulas_in_the_same_order() {
    let text = "![$i$](a.png)\n\n[^a]: ```\n    note\n    ```\n    $n$\n\n- $m$[^a]\n\n  ```\n  item\n  ```\n\n[^b]: $u$\n\n~~~\nlast\n~~~";
    let extract = extract_references(text);
    let formula = |tex: &str| format!("<math><mi>{tex}</mi></math>");
    let enrichment = Enrichment {
        code: extract
            .code
            .iter()
            .map(|code| CodeTokens(vec![1, code.text.len() as u32]))
            .collect(),
        math: extract
            .formulas
            .iter()
            .map(|part| formula(&part.tex))
            .collect(),
        ..Enrichment::default()
    };
    let html = render(text, &enrichment).html;
    assert_eq!(html.matches("tok-comment").count(), 3, "{html}");
    assert!(
        html.contains(&formula("m"))
            && html.contains(&formula("n"))
            && !html.contains(&formula("u"))
            && !html.contains(&formula("i")),
        "{html}"
    );
}

#[test]
fn a_mail_address_in_angle_brackets_is_a_link_to_it() {
    assert_eq!(
        extract_references("<a@example.com>").links[0].url,
        "mailto:a@example.com"
    );
}

#[test]
fn what_stands_in_the_text_of_an_image_is_text() {
    let extract = extract_references("![a ![b](c.png) [d](/e)](f.png)");
    let images: Vec<_> = extract
        .images
        .iter()
        .map(|image| (&*image.url, &*image.alt))
        .collect();
    assert_eq!(images, [("f.png", "a b d")]);
    assert_eq!(extract.links, []);
}

#[test]
fn line_ends_of_any_kind_count_once() {
    assert_eq!(extract_references("a\r\n\r\n[b](c)").links[0].line, 3);
    assert_eq!(extract_references("a\r\r[b](c)").links[0].line, 3);
}

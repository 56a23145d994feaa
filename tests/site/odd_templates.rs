//! Texts that nobody writes: templates that begin and never end, in any order and any number.

use super::blog::stderr;
use super::templates::blog;

#[test]
fn no_text_is_too_odd() {
    const PARTS: [&str; 24] = [
        "{{<",
        ">}}",
        "{{%",
        "%}}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{{</*",
        "*/>}}",
        " highlight ",
        " /highlight ",
        " endhighlight ",
        " raw ",
        "\n\n",
        "\n",
        "`",
        "```\n",
        "    ",
        "\"",
        "é",
        "$",
        "<!--",
        "<B a={\"x\"} ",
    ];
    let blog = blog();
    let mut seed: u64 = 1;
    for number in 0..300 {
        let mut text = String::new();
        for _ in 0..40 {
            seed = seed
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            text.push_str(PARTS[(seed >> 33) as usize % PARTS.len()]);
        }
        let head = format!("---\ntitle: Odd\ndate: 2024-05-01\nslug: odd-{number}\n---\n");
        let extension = if number % 2 == 0 { "md" } else { "mdx" };
        blog.write(
            &format!("content/articles/odd-{number}.{extension}"),
            head + &text,
        );
    }
    // What is an escape, or an instruction, depends on the system.
    for (config, content) in [
        ("none", "content"),
        ("hugo.toml", "content"),
        ("config.toml", "content"),
        ("_config.yml", "."),
    ] {
        blog.write(config, "base_url = 'https://blog.example/'\n");
        let output = blog.run("check", &["--content", content, "--verbose"]);
        let told = stderr(&output);
        // What its own system would build, builds.
        let status = i32::from(config == "none");
        assert_eq!(output.status.code(), Some(status), "{config}: {told}");
        let about_an_article = |line: &str| line.starts_with("content/articles/odd-");
        let others = told.lines().filter(|line| !about_an_article(line)).count();
        assert_eq!(others, usize::from(content == "."), "{config}: {told}");
        std::fs::remove_file(blog.path().join(config)).unwrap();
    }
}

#[test]
fn a_text_full_of_beginnings_is_read_in_no_time() {
    let blog = blog();
    for (number, (part, count)) in [
        ("{{", 100_000),
        ("{{< a ", 50_000),
        ("{{\n\n", 5_000),
        ("{% highlight x %}\n", 8_000),
        ("{{< highlight x >}}\n```\n{{< /highlight >}}\n", 1_000),
        ("{{< youtube x >}} ", 5_000),
        ("{% raw %}`{% endraw %}`", 10_000),
        ("{", 200_000),
        ("{\n\n", 5_000),
        ("<A b={", 50_000),
        ("<A ", 50_000),
        ("import a\n", 50_000),
    ]
    .into_iter()
    .enumerate()
    {
        for extension in ["md", "mdx"] {
            let head =
                format!("---\ntitle: Odd\ndate: 2024-05-01\nslug: {extension}-{number}\n---\n");
            let file = format!("content/articles/{number}.{extension}");
            blog.write(&file, head + &part.repeat(count));
        }
    }
    // A reader that goes to the end for each beginning would take hours.
    let output = blog.run("check", &[]);
    assert_eq!(output.status.code(), Some(1));
}

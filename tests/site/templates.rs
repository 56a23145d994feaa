//! Templates of other systems in articles: the usual ones become Markdown, the rest is told and left out.

use super::blog::Blog;

/// What an article holds, and what is published of it as Markdown.
const TRANSLATED: &[(&str, &str)] = &[
    (
        r#"{{< figure src="a b.png" alt="A *dot*" caption="Say \"hi\"" >}}"#,
        r#"![A \*dot\*](a%20b.png "Say \"hi\"")"#,
    ),
    (
        "Text\n{{< figure src=`dot.png` title=`One` caption=`Two` attr=`Ada` link=`https://a.example/` >}}\nText",
        "Text\n\n[![Two](dot.png \"One: Two (Ada)\")](https://a.example/)\n\nText",
    ),
    (
        "* item\n  {{< figure src=\"dot.png\" alt=\"Dot\" />}}",
        "* item\n  \n  ![Dot](dot.png)",
    ),
    (
        "{{< youtube w7Ft2ymGmfc >}}",
        "[Watch on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)",
    ),
    (
        "{{ youtube(id=\"dQw4w9WgXcQ\", autoplay=true) }}",
        "[Watch on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
    ),
    (
        "See {{% vimeo id=\"19899678\" title=\"A [film]\" %}} now.",
        "See [Watch on Vimeo: A \\[film\\]](https://vimeo.com/19899678) now.",
    ),
    (
        "{% include video id=\"x1\" provider=\"vimeo\" %}",
        "[Watch on Vimeo](https://vimeo.com/x1)",
    ),
    (
        "{{< gist spf13 7896402 \"img.html\" >}}",
        "[See img.html on GitHub](https://gist.github.com/spf13/7896402)",
    ),
    (
        "{% gist ada/5555251 %}",
        "[See the code on GitHub](https://gist.github.com/ada/5555251)",
    ),
    (
        "{{ gist(url=\"https://gist.github.com/ada/1\") }}",
        "[See the code on GitHub](https://gist.github.com/ada/1)",
    ),
    (
        "{{< highlight go \"linenos=table,hl_lines=2 4-5\" >}}\nx := \"```\"\n{{< /highlight >}}",
        "````go {2,4-5}\nx := \"```\"\n````",
    ),
    (
        "{% highlight ruby linenos %}\nputs `{{ x }}`\n\n    {% y %}\n{% endhighlight %}\nText",
        "```ruby\nputs `{{ x }}`\n\n    {% y %}\n```\nText",
    ),
    (
        "{% highlight sh %}ls{% endhighlight %}\n",
        "```sh\nls\n```\n",
    ),
    (
        "Call {{< highlight sh \"hl_inline=true\" >}}ls -l{{< /highlight >}} now.",
        "Call `ls -l` now.",
    ),
    (
        "{{< highlight md >}}\n```\nnever closed\n{{< /highlight >}}\n\n{{< youtube x >}}",
        "````md\n```\nnever closed\n````\n\n[Watch on YouTube](https://www.youtube.com/watch?v=x)",
    ),
    (
        "[a]({{< ref \"2023-02-03-a-post.md#there\" >}}) [b]({{% relref \"/articles/case-3\" %}})",
        "[a](@/_posts/2023-02-03-a-post.md#there) [b](@/articles/case-3.md)",
    ),
    (
        "[a]({% post_url 2023-02-03-a-post %}) [b]({% link articles/case-4.md %}) [c]({% link articles/paper.pdf %})",
        "[a](@/_posts/2023-02-03-a-post.md) [b](@/articles/case-4.md) [c](@/articles/paper.pdf)",
    ),
    (
        "![A dot]({{ site.baseurl }}/dot.png) ![A dot]({{ '/dot.png' | relative_url }}) [t]({{site.url}}{{site.baseurl}}/tags/)",
        "![A dot](/dot.png) ![A dot](/dot.png) [t](/tags/)",
    ),
    (
        "<img src=\"{{ site.baseurl }}/dot.png\" alt=\"Dot\"> <a href=\"{% link articles/paper.pdf %}\">a</a>\n\n\
         | a |\n|---|\n| {{< figure src=\"dot.png\" alt=\"Dot\" >}} |",
        "<img src=\"/dot.png\" alt=\"Dot\"> <a href=\"@/articles/paper.pdf\">a</a>\n\n\
         | a |\n|---|\n| ![Dot](dot.png) |",
    ),
    (
        "{% raw %}`{{ kept }}`{% endraw %}{% comment %} {{ gone }} {% endcomment %}.",
        "`{{ kept }}`.",
    ),
    (
        "Write {{</* figure src=\"x\" */>}}.",
        "Write `{{< figure src=\"x\" >}}`.",
    ),
    (
        "{{< figure src=\"dot.png\" alt=\"Dot\" caption=\"a ` and a <\" >}} {{< youtube x >}} and `{{ y }}`",
        "![Dot](dot.png \"a \\` and a \\<\") [Watch on YouTube](https://www.youtube.com/watch?v=x) and `{{ y }}`",
    ),
    // Code, formulas and comments are what they are.
    (
        "`{{< youtube x >}}` ``{% a %}`` $\\frac{{a}}{{b}}$\n\n```\n{{ x }}\n```\n\n    {% y %}\n\n<!-- {{< z >}} -->",
        "`{{< youtube x >}}` ``{% a %}`` $\\frac{{a}}{{b}}$\n\n```\n{{ x }}\n```\n\n    {% y %}\n\n<!-- {{< z >}} -->",
    ),
];

#[test]
fn the_usual_templates_become_markdown() {
    let blog = blog();
    for (number, (source, _)) in TRANSLATED.iter().enumerate() {
        blog.article(&format!("case-{number}"), source);
    }
    assert_eq!(blog.build(), "");
    for (number, (source, markdown)) in TRANSLATED.iter().enumerate() {
        let found = blog.dist(&format!("content/articles/case-{number}.md"));
        assert_eq!(found, format!("{markdown}\n"), "{source}");
    }
    assert!(
        blog.dist("articles/case-0/index.html")
            .contains("<figcaption>Say \"hi\"</figcaption>")
    );
    let page = blog.dist("articles/case-15/index.html");
    assert!(page.contains("href=\"/articles/a-post/#there\""), "{page}");
    assert!(
        blog.dist("articles/case-16/index.html")
            .contains("href=\"/articles/a-post/\"")
    );
}

#[test]
fn what_cannot_be_known_is_told_and_no_brace_is_left() {
    let blog = blog();
    blog.article(
        "told",
        "{{< chart data=\"x\" >}}\nInside **stays**.\n{{< /chart >}}\n\n\
         Jekyll: {{ page.title | upcase }} and {% if x %}one{% else %}two{% endif %}.\n\n\
         {% include nav.html %}\n{% quote(author=\"Ada\") %}\nQuoted.\n{% end %}\n{{ image_of(x=1) }}",
    );
    let told = blog.build_with(&["--verbose"]);
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            ("5:1", "{{< chart data=\"x\" >}}"),
            ("9:9", "{{ page.title | upcase }}"),
            ("9:39", "{% if x %}"),
            ("11:1", "{% include nav.html %}"),
            ("12:1", "{% quote(author=\"Ada\") %}"),
            ("15:1", "{{ image_of(x=1) }}"),
        ]
        .map(|(place, tag)| format!(
            "content/articles/told.md:{place}: warning: `{tag}` is a template of another system, and left out; \
             write it in Markdown, or between backticks to show it as it is"
        ))
    );
    let markdown = blog.dist("content/articles/told.md");
    assert!(!markdown.contains(['{', '}', '%']), "{markdown}");
    assert!(markdown.contains("Inside **stays**.") && markdown.contains("Quoted."));
}

#[test]
fn a_remark_names_the_place_in_the_file_and_not_in_what_it_became() {
    let blog = blog();
    blog.article(
        "places",
        "{% highlight sh %}ls{% endhighlight %} text\n\
         {{< figure src=\"dot.png\" alt=\"Dot\" >}}\n\
         Text {{< youtube x >}} and ![](dot.png)\n\n$\\nonsense$ [a](gone.md)\n\n\
         [b]({{< ref \"gone\" >}}) {{< figure src=\"gone.png\" alt=\"Gone\" >}}",
    );
    let told = blog.build_fails();
    assert_eq!(
        told.lines()
            .map(|line| line.split("; ").next().unwrap())
            .collect::<Vec<_>>(),
        [
            "content/articles/places.md:7:28: warning: the image `dot.png` has no text for those who cannot see it",
            "content/articles/places.md:9:1: warning: the formula is not understood: Unknown command \"\\nonsense\"",
            "content/articles/places.md:9:13: there is no file `gone.md`",
            "content/articles/places.md:11:1: there is no file `@/gone`",
            "content/articles/places.md:11:25: there is no file `gone.png`",
        ]
    );
}

#[test]
fn a_template_that_does_not_end_is_a_mistake() {
    let blog = blog();
    blog.article("one", "Text {{< figure src=\"dot.png\"\n\nText");
    blog.article("two", "{{< highlight go >}}\ncode");
    blog.article("three", "{% highlight ruby %}\ncode\n\n{% raw %}");
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/articles/one.md:5:6: `{{<` begins a template that does not end; close it, or write it between backticks to show it as it is",
            "content/articles/three.md:5:1: `highlight` is opened here and never closed; write `{% endhighlight %}` where it ends",
            "content/articles/three.md:8:1: `raw` is opened here and never closed; write `{% endraw %}` where it ends",
            "content/articles/two.md:5:1: `highlight` is opened here and never closed; write `{{< /highlight >}}` where it ends",
        ]
    );
}

#[test]
fn mdx_is_read_without_what_only_a_program_could_run() {
    let blog = blog();
    let text = "---\ntitle: MDX\ndate: 2024-05-01\n---\nimport Chart from '../chart.astro';\nexport const x = {\n  a: 1,\n};\n\n\
        # Title\n\n{/* a comment */}\n\n<Chart data={{a: [1, 2]}} title=\"x > y\">\nInside **stays** and 1 + 1 = {1 + 1}.\n</Chart>\n\n\
        <YouTube id=\"abc\" />\n\n```js\nimport y from 'y';\nconst {a} = <B/>;\n```\n\n<div>\n\n<Note>`{code}`</Note>\n\n</div>\n";
    blog.write("content/articles/mdx.mdx", text);
    let told = blog.build();
    let left_out = |place: &str, source: &str, what: &str| {
        format!(
            "content/articles/mdx.mdx:{place}: warning: `{source}` is {what}, and left out; \
             write it in Markdown, or between backticks to show it as it is"
        )
    };
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            left_out(
                "5:1",
                "import Chart from '../chart.astro';…",
                "a line of JavaScript"
            ),
            left_out(
                "14:1",
                "<Chart data={{a: [1, 2]}} title=\"x > y\">",
                "a component"
            ),
            left_out("15:30", "{1 + 1}", "an expression"),
            left_out("27:1", "<Note>", "a component"),
        ]
    );
    assert_eq!(
        blog.dist("content/articles/mdx.md").trim(),
        "# Title\n\n\n\n\nInside **stays** and 1 + 1 = .\n\n\n\
         [Watch on YouTube](https://www.youtube.com/watch?v=abc)\n\n\
         ```js\nimport y from 'y';\nconst {a} = <B/>;\n```\n\n<div>\n\n`{code}`\n\n</div>"
    );
}

pub fn blog() -> Blog {
    let blog = Blog::new();
    for file in ["dot.png", "a b.png", "../../public/dot.png"] {
        blog.write(&format!("content/articles/{file}"), super::links::PIXEL);
    }
    blog.write("content/articles/paper.pdf", "%PDF");
    blog.write(
        "content/_posts/2023-02-03-a-post.md",
        "---\nlayout: post\n---\n## There\n",
    );
    blog
}

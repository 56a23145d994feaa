//! How long rendering takes for 10 KB, 100 KB and 1 MB of the sample's articles: all that the build asks for, the HTML
//! alone as in the browser, and beside them what the parser's own library makes of the same text, which trusts it.

#[path = "markdown/articles.rs"]
mod articles;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use pulldown_cmark::{Options, Parser, html};
use recto::markdown::{Enrichment, render, render_html};
use std::hint::black_box;

fn rendering(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("markdown");
    let enrichment = Enrichment::default();
    for (name, length) in articles::LENGTHS {
        let text = articles::text(length);
        group.sample_size(if length < 1_000_000 { 50 } else { 20 });
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("render", name), |bencher| {
            bencher.iter(|| render(black_box(&text), &enrichment));
        });
        group.bench_function(BenchmarkId::new("render_html", name), |bencher| {
            bencher.iter(|| render_html(black_box(&text), &enrichment));
        });
        group.bench_function(BenchmarkId::new("pulldown_cmark::html", name), |bencher| {
            bencher.iter(|| trusting(black_box(&text)));
        });
    }
    group.finish();
}

criterion_group!(benches, rendering);
criterion_main!(benches);

/// The same extensions; no ids but those that are written, no safety, no report.
fn trusting(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, Parser::new_ext(text, options));
    page
}

//! How long `recto build` takes for a blog of 100 and 1,000 articles: the first time, after no change, and after an edit
//! of one article. The whole program, as a publisher runs it, but for the pictures it draws.

#[path = "invented_blog.rs"]
mod invented_blog;
#[path = "../tests/site/stub_app.rs"]
mod stub_app;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::fs;
use std::path::Path;
use std::process::Command;

fn building(criterion: &mut Criterion) {
    for count in [100, 1_000] {
        let folder = tempfile::tempdir().unwrap();
        invented_blog::write(&folder.path().join("content"), count).unwrap();
        stub_app::write(&folder.path().join("app"));
        let mut group = criterion.benchmark_group("build");
        group.sample_size(10);
        group.throughput(Throughput::Elements(count));
        let id = |name| BenchmarkId::new(name, count);
        group.bench_function(id("first"), |bencher| {
            let clear = || drop(fs::remove_dir_all(folder.path().join("dist")));
            bencher.iter_batched(clear, |()| build(folder.path()), BatchSize::PerIteration);
        });
        group.bench_function(id("no change"), |bencher| {
            bencher.iter(|| build(folder.path()));
        });
        group.bench_function(id("one edit"), |bencher| {
            let article = folder.path().join("content/articles/article-00007.md");
            let mut text = fs::read_to_string(&article).unwrap();
            let mut edit = || {
                text += "\nMore.\n";
                fs::write(&article, &text).unwrap();
            };
            bencher.iter_batched(
                &mut edit,
                |()| build(folder.path()),
                BatchSize::PerIteration,
            );
        });
        group.finish();
    }
}

fn build(folder: &Path) {
    let style = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
    let mut recto = Command::new(env!("CARGO_BIN_EXE_recto"));
    recto
        .current_dir(folder)
        .args(["build", "--no-images", "--now", "2026-01-01"]);
    recto.args(["--content", "content", "--app", "app", "--style", style]);
    let output = recto.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

criterion_group!(benches, building);
criterion_main!(benches);

//! Embeds under the control of others: React, Vue, and a page as WordPress makes it, with its paragraphs and jQuery.
//! They mount, change, listen to and remove elements as they do any other.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{heading, link};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::{Stage, journeys};

use super::host::{Host, SLUG, document, eager_card, loader, package_file};
use super::lifetime::LISTENERS;
use crate::site::{self, LEAK_TITLE, Related};

pub const JOURNEYS: &[Journey] = journeys![
    react_mounts_changes_and_removes_pieces,
    vue_mounts_changes_and_removes_pieces,
    wordpress_shows_what_was_pasted,
];

/// What each page of a framework does, by `window.change`.
const REACT: &str = "\
const { StrictMode, createElement, useState } = require('react');
const { createRoot } = require('react-dom/client');
window.log = [];
const Page = () => {
  const [state, setState] = useState({ shown: false, article: FIRST, theme: 'light' });
  window.change = (part) => setState((before) => ({ ...before, ...part }));
  const card = createElement('recto-card', {
    key: 'card', article: state.article, theme: state.theme, loading: 'eager',
    'onrecto-ready': ({ detail }) => log.push(detail.of),
    'onrecto-navigate': (event) => { event.preventDefault(); log.push(event.detail.url) },
  }, createElement('a', { href: 'https://example.org/' }, 'Read it there'));
  const text = createElement('p', { key: 'text' }, 'Its own text');
  const parts = state.shown ? [card, text] : [text];
  return createElement('main', null, state.turned ? parts.reverse() : parts);
};
const root = createRoot(document.getElementById('root'));
root.render(createElement(StrictMode, null, createElement(Page)));
window.unmount = () => root.unmount();";

const VUE: &str = "\
window.log = [];
const app = Vue.createApp({
  data: () => ({ shown: false, article: FIRST, theme: 'light', turned: false }),
  computed: { parts() { return this.turned ? ['text', 'card'] : ['card', 'text'] } },
  methods: {
    ready({ detail }) { log.push(detail.of) },
    followed(event) { event.preventDefault(); log.push(event.detail.url) },
  },
  template: `<main><template v-for='part in parts' :key='part'>
    <recto-card v-if='part === \"card\" && shown' :article='article' :theme='theme' loading='eager'
      @recto-ready='ready' @recto-navigate='followed'><a href='https://example.org/'>Read it there</a></recto-card>
    <p v-if='part === \"text\"'>Its own text</p>
  </template></main>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('recto-');
const root = app.mount('#root');
window.change = (part) => Object.assign(root, part);
window.unmount = () => app.unmount();";

async fn react_mounts_changes_and_removes_pieces(stage: &Stage<'_>) -> Result<()> {
    // The development builds, which tell of wrong use.
    let packages = common_js(&[
        ("scheduler", "scheduler/cjs/scheduler.development.js"),
        ("react", "react/cjs/react.development.js"),
        ("react-dom", "react-dom/cjs/react-dom.development.js"),
        (
            "react-dom/client",
            "react-dom/cjs/react-dom-client.development.js",
        ),
    ])?;
    is_controlled(stage, &packages, REACT).await
}

async fn vue_mounts_changes_and_removes_pieces(stage: &Stage<'_>) -> Result<()> {
    is_controlled(stage, &package_file("vue/dist/vue.global.js")?, VUE).await
}

async fn is_controlled(stage: &Stage<'_>, framework: &str, program: &str) -> Result<()> {
    let other = other_article(stage)?;
    let host = Host::start(stage, "").await?;
    host.server.run_first(LISTENERS);
    host.server
        .answer("/framework.js", Answer::new(framework.to_owned()));
    let program = program.replace("FIRST", &format!("'{SLUG}'"));
    host.server.answer("/program.js", Answer::new(program));
    let scripts = "<div id=\"root\"></div><script src=\"/framework.js\"></script><script src=\"/program.js\"></script>";
    host.show(&document(&loader(stage), scripts)).await?;
    let page = &host.page;
    page.until_true(
        "the page's own text",
        "return document.querySelector('#root p') !== null",
    )
    .await?;
    // The module is loaded once for good, and what it listens to as well.
    page.js::<()>("change({ shown: true })").await?;
    page.see(&heading(LEAK_TITLE)).await?;
    page.js::<()>("change({ shown: false })").await?;
    page.until_true("no card", NO_CARD).await?;
    let listening: usize = page.js("return listeners()").await?;

    page.js::<()>("change({ shown: true })").await?;
    page.see(&heading(LEAK_TITLE)).await?;
    page.js::<()>("change({ theme: 'dark' })").await?;
    page.until_true(
        "the theme",
        &format!("return {GROUND}.dataset.theme === 'dark'"),
    )
    .await?;
    page.js_with::<()>(
        "change({ article: arguments[0] })",
        vec![other.slug.clone().into()],
    )
    .await?;
    page.see(&heading(&other.title)).await?;
    page.js::<()>("change({ turned: true })").await?;
    let moved = "return document.querySelector('main').lastElementChild.localName === 'recto-card'";
    page.until_true("the card to move", moved).await?;
    page.see(&heading(&other.title)).await?;
    page.click(&link(&other.title)).await?;
    let handled = format!("return log.at(-1)?.endsWith('{}') ?? false", other.path());
    page.until_true("the page's own handler", &handled).await?;
    ensure!(
        page.js::<bool>(&format!("return log.includes('{}')", other.slug))
            .await?
    );
    page.js::<()>("change({ shown: false })").await?;
    page.until_true("no card", NO_CARD).await?;
    ensure!(page.js::<usize>("return listeners()").await? == listening);
    page.js::<()>("change({ shown: true })").await?;
    page.see(&heading(&other.title)).await?;
    page.js::<()>("unmount()").await?;
    page.until_true(
        "an empty page",
        "return document.getElementById('root').childNodes.length === 0",
    )
    .await?;
    host.is_unharmed().await
}

const NO_CARD: &str = "return document.querySelector('recto-card') === null";
const GROUND: &str = "document.querySelector('recto-card').shadowRoot.querySelector('.ground')";

/// What a writer pastes goes through the paragraphs that WordPress makes, into a page with jQuery and a theme's style.
async fn wordpress_shows_what_was_pasted(stage: &Stage<'_>) -> Result<()> {
    let other = other_article(stage)?;
    let pasted = format!(
        "Some words before.\n\n{}\n\n{}\n\nSome words after.",
        loader(stage),
        eager_card()
            .replace("><a", ">\n  <a")
            .replace("</a><", "</a>\n<")
    );
    let host = Host::start(stage, "").await?;
    let autop = common_js(&[("autop", "@wordpress/autop/build/index.cjs")])?;
    host.server.answer("/autop.js", Answer::new(autop));
    host.show(&document("<script src=\"/autop.js\"></script>", ""))
        .await?;
    let post: String = host
        .page
        .js_with(
            "return require('autop').autop(arguments[0])",
            vec![pasted.into()],
        )
        .await?;
    ensure!(post.contains("<p>Some words after.</p>"), "{post}");

    host.serve_package("/jquery.js", "jquery/dist/jquery.js")?;
    let theme = "<style>.entry-content a { color: red; text-decoration: none } .entry-content > * { margin: 3em } \
                 .entry-content button { background: green; border-radius: 0; text-transform: uppercase }</style>";
    let body = format!(
        "<div id=\"page\" class=\"site\"><article class=\"post hentry\"><div class=\"entry-content\">{post}</div>\
         </article><aside class=\"widget-area\"></aside></div>"
    );
    let head = ["<script src=\"/jquery.js\"></script>", theme].concat();
    host.show(&document(&head, &body)).await?;
    let page = &host.page;
    page.see(&heading(LEAK_TITLE)).await?;
    page.js_with::<()>(
        "window.log = []; jQuery('.entry-content').on('recto-ready', (event) => log.push(event.originalEvent.detail.of)); \
         jQuery('recto-card').attr('article', arguments[0]).prop('theme', 'dark')",
        vec![other.slug.clone().into()],
    )
    .await?;
    page.see(&heading(&other.title)).await?;
    page.until_true(
        "the theme",
        &format!("return {GROUND}.dataset.theme === 'dark'"),
    )
    .await?;
    page.until_true(
        "jQuery's handler",
        &format!("return log.includes('{}')", other.slug),
    )
    .await?;
    page.js::<()>("jQuery('recto-card').detach().appendTo('.widget-area')")
        .await?;
    page.see(&heading(&other.title)).await?;
    page.js::<()>("jQuery('.widget-area').empty()").await?;
    page.until_true("no card", NO_CARD).await?;
    host.is_unharmed().await
}

fn other_article(stage: &Stage<'_>) -> Result<Related> {
    let related = site::leak(stage)?.related;
    related.into_iter().next().context("nothing is related")
}

/// One script of packages that are made for Node: `require` answers them by name.
fn common_js(packages: &[(&str, &str)]) -> Result<String> {
    let mut script = String::from(
        "const makers = {}, made = {}, process = { env: { NODE_ENV: 'development' } };\n\
         const require = (name) => made[name] ??= (() => { \
           const module = { exports: {} }; makers[name](module, module.exports); return module.exports })();\n",
    );
    for (name, file) in packages {
        let source = package_file(file)?;
        script += &format!("makers['{name}'] = (module, exports) => {{\n{source}\n}};\n");
    }
    Ok(script + "window.require = require;")
}

//! What editors and type checkers are told of the elements: judged by TypeScript, and by the community's own types of a
//! custom elements manifest.

use super::blog::Blog;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A page that uses everything as it is meant. Each line after an `@ts-expect-error` has to be refused.
const HOST: &str = r#"
import type { RectoLatestElement, RectoReactDetail } from "./v1";

const card = document.createElement("recto-card");
card.article = "a-slug";
card.src = null;
card.theme = "contrast";
card.loading = "eager";
card.lang = "de";
const article: string = card.article;

const latest: RectoLatestElement | null = document.querySelector("recto-latest");
latest!.tag = "rust";
latest!.limit = 3;
latest!.limit = "3";

card.addEventListener("recto-ready", (event) => event.detail.embed === "card");
document.addEventListener("recto-react", ({ detail }) => {
  const { article, kind, given }: { article: string; kind: string; given: boolean } = detail;
  return [article, kind, given];
});
window.addEventListener("recto-navigate", (event) => {
  event.preventDefault();
  location.href = event.detail.url;
});
card.addEventListener("recto-error", ({ detail }) => detail.reason === "offline");
export const told = (detail: RectoReactDetail) => detail.kind;

// @ts-expect-error: no such theme
card.theme = "purple";
// @ts-expect-error: no such way of loading
card.loading = "soon";
// @ts-expect-error: a card is of an article
card.tag = "rust";
// @ts-expect-error: a card is no list
card.limit = 3;
// @ts-expect-error: no such reason
card.addEventListener("recto-error", ({ detail }) => detail.reason === "weather");
// @ts-expect-error: an event carries what it carries
card.addEventListener("recto-react", ({ detail }) => detail.count);
// @ts-expect-error: what an event carries is not changed
document.addEventListener("recto-navigate", ({ detail }) => { detail.url = ""; });
// @ts-expect-error: a limit is a number
latest!.limit = {};

export { article };
"#;

const REACT: &str = r#"
import type { RectoJsxElements } from "./v1";
import type { RefObject } from "react";

declare module "react" {
  namespace JSX { interface IntrinsicElements extends RectoJsxElements {} }
}

export const Page = ({ place }: { place: RefObject<HTMLElementTagNameMap["recto-card"]> }) => (
  <main>
    <recto-card ref={place} article="a-slug" theme="dark" className="wide" onrecto-error={(event) => event.detail.reason}>
      <a href="https://blog.example/">A card</a>
    </recto-card>
    <recto-latest limit={3} />
  </main>
);
// @ts-expect-error: no such theme
export const Purple = () => <recto-card article="a-slug" theme="purple" />;
// @ts-expect-error: an author's card is of an author
export const Nobody = () => <recto-author article="a-slug" />;
// @ts-expect-error: a handler takes the event
export const Wrong = () => <recto-card article="a" onrecto-react={(count: number) => count} />;
"#;

#[test]
fn typescript_knows_the_elements_and_refuses_wrong_use() {
    let blog = built();
    blog.write("types/v1.d.ts", blog.dist("embed/v1.d.ts"));
    blog.write("types/host.ts", HOST);
    blog.write("types/react.tsx", REACT);
    assert_eq!(checked(&blog, &["host.ts", "react.tsx"]), "");
}

/// What users of `@recto/embed` write. Each line after an `@ts-expect-error` has to be refused.
const PACKAGE: &str = r#"
import { load, type RectoTheme } from "./embed/index.js";
import { RectoCard, RectoLatest } from "./embed/react.js";
import { RectoAuthor } from "./embed/vue.js";

export const theme: RectoTheme = "dark";
export const loaded: Promise<void> = load("https://blog.example");
export const author = RectoAuthor;
export const Page = () => (
  <main>
    <RectoCard src="https://blog.example" article="a-slug" onReact={({ detail }) => detail.kind}>Text</RectoCard>
    <RectoLatest src="https://blog.example" limit={3} />
  </main>
);
// @ts-expect-error: a card is of an article
export const Nothing = () => <RectoCard src="https://blog.example" />;
"#;

/// Both frameworks as on a server: an attribute is an attribute, and what is inside stays.
const RENDERED: &str = r#"
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createSSRApp, h } from "vue";
import { renderToString as vueToString } from "vue/server-renderer";
import * as react from "./embed/react.js";
import * as vue from "./embed/vue.js";

const properties = { src: "https://blog.example/", article: "a-slug" };
console.log(renderToString(createElement(react.RectoCard, properties, "Text")));
console.log(await vueToString(createSSRApp({ render: () => h(vue.RectoCard, properties, () => "Text") })));
console.log(Object.keys(react).sort().join(), Object.keys(vue).sort().join());
"#;

#[test]
fn the_package_for_embeds_has_types_and_works_in_react_and_vue() {
    let blog = built();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/npm/embed");
    for entry in fs::read_dir(sources).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        blog.write(&format!("types/embed/{name}"), fs::read(&path).unwrap());
    }
    blog.write("types/embed/v1.d.ts", blog.dist("embed/v1.d.ts"));
    blog.write("types/package.json", r#"{ "type": "module" }"#);
    blog.write("types/use.tsx", PACKAGE);
    assert_eq!(checked(&blog, &["use.tsx"]), "");
    blog.write("types/rendered.js", RENDERED);
    let mut node = Command::new("node");
    node.arg("rendered.js")
        .current_dir(blog.path().join("types"));
    let output = node.output().unwrap();
    let card = "<recto-card src=\"https://blog.example/\" article=\"a-slug\">Text</recto-card>";
    let all =
        "RectoArticle,RectoAuthor,RectoCard,RectoLatest,RectoReactions,RectoRelated,RectoSearch";
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        printed,
        format!("{card}\n{card}\n{all} {all}\n"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let index = fs::read_to_string(blog.path().join("types/embed/index.js")).unwrap();
    let manifest: Value = serde_json::from_str(&blog.dist("embed/custom-elements.json")).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    assert_eq!(index.matches("\n  \"recto-").count(), declarations.len());
    for declaration in declarations {
        let tag = declaration["tagName"].to_string();
        assert!(index.contains(&tag), "{tag}");
    }
}

#[test]
fn the_manifest_is_one_as_the_community_defines_it() {
    let blog = built();
    let manifest = blog.dist("embed/custom-elements.json");
    let module = format!(
        "import type {{ Package }} from \"custom-elements-manifest\";\n\
         export const manifest: Package = {manifest};\n"
    );
    blog.write("types/manifest.ts", &module);
    // The judge judges: without a name, an element is none.
    let broken = module.replacen("\"tagName\"", "\"tag\"", 1);
    blog.write("types/broken.ts", broken);
    assert_eq!(checked(&blog, &["manifest.ts"]), "");
    assert!(checked(&blog, &["broken.ts"]).contains("broken.ts"));
}

#[test]
fn the_manifest_tells_what_the_script_and_the_style_sheet_have() {
    let blog = built();
    let manifest: Value = serde_json::from_str(&blog.dist("embed/custom-elements.json")).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    let names = |list: &str| -> Vec<String> {
        let list = declarations[0][list].as_array().unwrap().iter();
        list.map(|item| item["name"].as_str().unwrap().into())
            .collect()
    };
    let script = include_str!("../../src/browser/scripts/v1.js");
    let told: Vec<&str> = declarations
        .iter()
        .map(|declaration| declaration["tagName"].as_str().unwrap())
        .collect();
    for tag in &told {
        let name = tag.trim_start_matches("recto-");
        assert!(script.contains(&format!("  [\"{name}\", \"")), "{tag}");
    }
    assert_eq!(told.len(), script.matches("\n  [\"").count());
    for event in names("events") {
        assert!(script.contains(&format!("#tell(\"{event}\", ")), "{event}");
    }
    let ground = include_str!("../../style/embed/ground.css");
    let properties = names("cssProperties");
    assert_eq!(ground.matches("var(--recto-").count(), properties.len());
    for property in properties {
        assert!(ground.contains(&format!("var({property}, ")), "{property}");
    }
    let module = include_str!("../../src/browser/embedding.rs");
    let parts = names("cssParts");
    assert!(module.contains(&format!("const PARTS: [(&str, &str); {}]", parts.len())));
    for part in parts {
        assert!(module.contains(&format!(", \"{part}\"),")), "{part}");
    }
}

fn built() -> Blog {
    let blog = Blog::new();
    blog.article("one", "Text.");
    blog.build();
    blog
}

/// What TypeScript has to say about these files of `types/`.
fn checked(blog: &Blog, files: &[&str]) -> String {
    let folder = blog.path().join("types");
    if !folder.join("node_modules").exists() {
        std::os::unix::fs::symlink(packages(), folder.join("node_modules")).unwrap();
    }
    let compiler = fs::canonicalize(packages().join("typescript/bin/tsc")).unwrap();
    let output = Command::new("node")
        .arg(compiler)
        .args(["--noEmit", "--strict", "--skipLibCheck", "false"])
        .args(["--target", "es2022", "--module", "preserve"])
        .args(["--jsx", "preserve"])
        .args(files)
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Installed by `cargo xtask`.
fn packages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/npm/node_modules")
}

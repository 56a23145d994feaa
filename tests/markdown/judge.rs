//! Judges HTML from outside: `ammonia` with our allow-list, and a parser as browsers have it.

use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What is wrong with a rendered article, if anything.
///
/// Safe means: `ammonia` finds nothing to take out; a browser's parser reads the same elements that are
/// written; and what follows the article on the page stays behind it.
pub fn judge(html: &str) -> Result<(), String> {
    let cleaned = AMMONIA.clean(html).to_string();
    if cleaned != without_dead_urls(&spelt_alike(html)) {
        return Err(format!("ammonia changes it to:\n{cleaned}"));
    }
    let page = format!(
        "<!DOCTYPE html><html><head><title>t</title></head><body><main>\
         <article id=\"recto-article\">{html}</article><p id=\"recto-after\">after</p></main></body></html>"
    );
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let main = find_element(&dom.document, &|name, _| name == "main").ok_or("no <main> is left")?;
    let children: Vec<String> = main.children.borrow().iter().map(id_of).collect();
    if children != ["recto-article", "recto-after"] {
        return Err(format!(
            "<main> holds {children:?} instead of the article and what follows it"
        ));
    }
    let article = main.children.borrow()[0].clone();
    let parsed = inner_html(&article);
    if parsed != spelt_alike(html) {
        return Err(format!("a browser reads it as:\n{parsed}"));
    }
    Ok(())
}

/// Checks that each id is there once and that every link to a footnote has its target.
pub fn judge_ids(html: &str) -> Result<(), String> {
    let mut ids = HashSet::new();
    for id in tags(html).filter_map(|tag| value(tag, " id=\"")) {
        if id.starts_with("recto-") || id.is_empty() || !ids.insert(id) {
            return Err(format!(
                "the id {id:?} is the page's own, empty, or there twice"
            ));
        }
    }
    // Those of our own making; what writers link to is theirs.
    let targets = tags(html)
        .filter(|tag| tag.contains(" role=\"doc-"))
        .filter_map(|tag| value(tag, " href=\"#"));
    match targets.into_iter().find(|target| !ids.contains(target)) {
        Some(target) => Err(format!("nothing has the id {target:?}")),
        None => Ok(()),
    }
}

/// What stands between `<` and `>`: in text every `<` is escaped.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let parts = html.split('<').skip(1);
    parts.filter_map(|part| part.split('>').next())
}

fn value<'a>(tag: &'a str, start: &str) -> Option<&'a str> {
    tag.split(start).nth(1)?.split('"').next()
}

/// The same HTML with the spellings that serialisers choose.
fn spelt_alike(html: &str) -> String {
    html.replace('\u{A0}', "&nbsp;")
}

/// `ammonia` takes out a URL that names no possible host; such a link leads nowhere and harms nobody.
fn without_dead_urls(html: &str) -> String {
    let without_dead_url = |tag: &str| -> String {
        let is_dead = |value: &str| {
            let parsed = ammonia::Url::parse(&value.replace("&amp;", "&"));
            matches!(parsed, Err(error) if error != ammonia::url::ParseError::RelativeUrlWithoutBase)
        };
        let mut kept = String::from(tag);
        for name in [" href=\"", " src=\"", " poster=\""] {
            if let Some(value) = tag
                .split(name)
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                && is_dead(value)
            {
                kept = kept.replace(&format!("{name}{value}\""), "");
            }
        }
        kept
    };
    // In text every `<` and `>` is escaped, so what follows a `<` up to the next `>` is a tag.
    let mut parts = html.split('<');
    let text = parts.next().unwrap_or_default().to_string();
    parts.fold(text, |html, part| {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        html + "<" + &without_dead_url(tag) + ">" + text
    })
}

fn find_element(node: &Handle, is_it: &dyn Fn(&str, &Handle) -> bool) -> Option<Handle> {
    if let NodeData::Element { name, .. } = &node.data
        && is_it(&name.local, node)
    {
        return Some(node.clone());
    }
    node.children
        .borrow()
        .iter()
        .find_map(|child| find_element(child, is_it))
}

fn id_of(node: &Handle) -> String {
    let NodeData::Element { attrs, .. } = &node.data else {
        return format!("{:?}", node.data);
    };
    let attrs = attrs.borrow();
    let id = attrs
        .iter()
        .find(|attribute| &*attribute.name.local == "id");
    id.map(|id| id.value.to_string()).unwrap_or_default()
}

fn inner_html(node: &Handle) -> String {
    let mut html = Vec::new();
    let options = SerializeOpts {
        traversal_scope: TraversalScope::ChildrenOnly(None),
        ..Default::default()
    };
    serialize(&mut html, &SerializableHandle::from(node.clone()), options)
        .expect("writing to memory");
    String::from_utf8(html).expect("UTF-8 in, UTF-8 out")
}

pub const TAGS: &str = "a abbr aside audio b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em \
    figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small \
    source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr \
";

pub const MATHML: &str = "math mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover \
    munderover mmultiscripts mprescripts mtable mtr mtd menclose semantics mspace none mi mn mo ms mtext annotation";

pub const MATHML_ATTRIBUTES: &str = "accent accentunder align columnalign columnlines columnspacing columnspan depth dir \
    display displaystyle encoding fence form frame height intent arg largeop linebreak linethickness lspace \
    mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing \
    rowspan rspace scriptlevel separator stretchy symmetric voffset width alttext";

pub const GENERIC: &str = "id title lang dir";

pub const ATTRIBUTES: [(&str, &str); 21] = [
    (
        "a",
        "href role aria-label aria-hidden tabindex rel data-ask",
    ),
    ("audio", "src controls loop muted preload"),
    ("code", "tabindex role aria-label"),
    ("del", "datetime"),
    ("details", "open"),
    ("div", "role tabindex aria-label"),
    ("figure", "data-language"),
    ("img", "src srcset sizes alt width height loading decoding"),
    ("input", "type disabled checked aria-label"),
    ("ins", "datetime"),
    ("li", "value"),
    ("ol", "start reversed"),
    ("pre", "tabindex role aria-label"),
    ("section", "role aria-label"),
    ("source", "src type"),
    ("span", "tabindex role aria-label"),
    ("td", "colspan rowspan"),
    ("th", "colspan rowspan scope"),
    ("time", "datetime"),
    ("track", "src kind srclang label default"),
    (
        "video",
        "src poster controls loop muted preload playsinline width height",
    ),
];

const CLASSES: [(&str, &str); 19] = [
    ("a", "heading-anchor footnote-back"),
    (
        "aside",
        "alert alert-note alert-tip alert-important alert-warning alert-caution alert-takeaway pull-quote",
    ),
    ("blockquote", ""),
    ("code", "math math-block"),
    ("div", "table-scroll gallery"),
    ("figure", "code image wide full"),
    ("h2", ""),
    ("h3", ""),
    ("h4", ""),
    ("h5", ""),
    ("h6", ""),
    ("li", "task"),
    ("p", "alert-title cut-off player video sound sounds"),
    ("section", "footnotes"),
    (
        "span",
        "line line-added line-removed line-marked code-title code-language math math-block tokens",
    ),
    ("sup", "footnote-ref"),
    ("td", ""),
    ("th", ""),
    ("img", ""),
];

static AMMONIA: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let words = |list: &'static str| list.split_whitespace().collect::<HashSet<_>>();
    let mut classes: HashMap<&str, HashSet<&str>> = words(TAGS)
        .into_iter()
        .map(|tag| (tag, words("align-left align-center align-right")))
        .collect();
    for (tag, list) in CLASSES {
        classes.entry(tag).or_default().extend(words(list));
    }
    classes.entry("span").or_default().extend(
        recto::markdown::TOKEN_CLASSES
            .iter()
            .filter(|class| !class.is_empty()),
    );
    let mut attributes: HashMap<_, _> = ATTRIBUTES
        .into_iter()
        .map(|(tag, list)| (tag, words(list)))
        .collect();
    attributes.extend(
        words(MATHML)
            .into_iter()
            .map(|tag| (tag, words(MATHML_ATTRIBUTES))),
    );
    let mut builder = ammonia::Builder::default();
    builder
        .tags(words(TAGS).union(&words(MATHML)).copied().collect())
        .clean_content_tags(HashSet::new())
        .generic_attributes(words(GENERIC))
        .tag_attributes(attributes)
        .allowed_classes(classes)
        .url_schemes(words("http https mailto tel"))
        .link_rel(None);
    builder
});

//! The page about embedding, alive: makes the code for what is chosen, and shows it in two pages, as if they were
//! somebody else's.

mod markup;
mod preview;

use super::mount_into;
use crate::browser::search_client::{self, OWN, Results};
use crate::browser::{bridge, find, page_loader};
use crate::components::embed_builder::code::{CodeFormat, EmbedCode, EmbedOptions, Subjects};
use crate::components::embed_builder::{EmbedChoice, EmbedForm, GROUNDS, PreviewFigure};
use crate::components::embed_kinds::{KINDS, KindOption, SubjectKind};
use crate::content::article::Term;
use crate::content::search::fold::folded;
use crate::content::site::Site;
use crate::i18n::message;
use leptos::html;
use leptos::prelude::*;
use preview::Preview;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, HtmlInputElement, UrlSearchParams};

/// In the list that opens under the field.
const MAX_SUGGESTIONS: usize = 12;

/// Takes the place of the form in the element.
pub fn open(element: &HtmlElement) {
    let element = element.clone();
    spawn_local(async move {
        let site = page_loader::site().await;
        let mut subjects = page_loader::names().await.ok().map(Subjects::from);
        if let (Some(subjects), Some(slug)) = (&mut subjects, asked_article()) {
            add_article(subjects, slug).await;
        }
        let fields = Fields::of(&element);
        element.set_text_content(None);
        let values = fields.values.clone();
        mount_into(
            &element,
            move || view! { <EmbedBuilder site subjects values /> },
        );
        fields.give_focus(&element);
    });
}

/// What a reader has done in the finished form.
struct Fields {
    values: Vec<(String, String)>,
    focused: Option<String>,
}

impl Fields {
    fn of(form: &HtmlElement) -> Self {
        // What has a name has a value.
        let fields = find::all(form, "[name]").map(JsCast::unchecked_into::<HtmlInputElement>);
        let name = |field: &HtmlInputElement| field.get_attribute("name").unwrap_or_default();
        let focused = find::first(form, "[name]:focus").map(JsCast::unchecked_into);
        Self {
            values: fields.map(|field| (name(&field), field.value())).collect(),
            focused: focused.as_ref().map(name),
        }
    }

    fn give_focus(&self, form: &HtmlElement) {
        let named = |name| {
            find::all(form, "[name]")
                .find(|field| field.get_attribute("name").as_ref() == Some(name))
        };
        if let Some(field) = self.focused.as_ref().and_then(named) {
            // A field that cannot take the focus leaves it where it is.
            drop(field.focus());
        }
    }
}

#[component]
fn EmbedBuilder(
    site: Site,
    /// Nothing where they could not be loaded.
    subjects: Option<Subjects>,
    values: Vec<(String, String)>,
) -> impl IntoView {
    let choice = choice_of(&values);
    let problem = match subjects {
        Some(_) => message::EMBED_NOT_FOUND,
        None => message::SEARCH_NOT_LOADED,
    };
    let subjects = RwSignal::new(subjects.unwrap_or_default());
    choice.subject.set(subjects.with_untracked(first_subject));
    let whole_blog = StoredValue::new(Term {
        name: site.title.clone(),
        slug: String::new(),
    });
    let kind = move || choice.kind.with(|name| KindOption::named(name));
    let subject = Memo::new(move |_| match choice.subject.get().trim() {
        "" if kind().subject == SubjectKind::Tag => Some(whole_blog.get_value()),
        meant => subjects.with(|subjects| subjects.find(kind().subject, meant).cloned()),
    });
    Effect::new(move || {
        let typed = choice.subject.get();
        if kind().subject == SubjectKind::Article {
            spawn_local(add_found(typed, choice, subjects));
        }
    });
    let suggestions = Signal::derive(move || {
        choice.subject.with(|typed| {
            subjects.with(|subjects| {
                subjects.suggestions(kind().subject, typed, MAX_SUGGESTIONS, folded)
            })
        })
    });
    let problem = Signal::derive(move || {
        subject
            .with(Option::is_none)
            .then(|| bridge::translator().text(problem))
    });
    let (code, shown) = code_of(choice, subject, site.base_url.clone());
    let (outcome, code_field) = (RwSignal::new(None), NodeRef::new());
    view! {
        <EmbedForm
            translator=bridge::translator()
            choice
            on_kind=Callback::new(move |name| {
                subjects.with_untracked(|subjects| choose_kind(choice, subjects, name));
            })
            suggestions
            problem
            code
            code_field
            on_copy=Callback::new(move |()| spawn_local(copy(code_field, outcome)))
            outcome
        >
            {GROUNDS
                .map(|(ground, title)| {
                    let title = bridge::translator().text(title);
                    view! {
                        <PreviewFigure title=title.clone()>
                            <Preview ground title width=choice.width shown />
                        </PreviewFigure>
                    }
                })}
        </EmbedForm>
    }
}

/// The code for the blog as it says where it is; what is shown here, because this page may be served elsewhere.
fn code_of(
    choice: EmbedChoice,
    subject: Memo<Option<Term>>,
    blog: String,
) -> (Memo<String>, Memo<Option<EmbedCode>>) {
    let options = Memo::new(move |_| EmbedOptions {
        kind: choice.kind.with(|name| KindOption::named(name)),
        format: choice.format.with(|format| CodeFormat::named(format)),
        theme: choice.theme.get(),
        limit: choice.limit.get(),
        language: choice.language.get(),
    });
    let code_for = move |blog: &str| options.with(|options| options.code(&subject.get()?, blog));
    let code = Memo::new(move |last: Option<&String>| match code_for(&blog) {
        Some(code) => markup::text(options.with(|options| options.format), &code, &blog),
        None => last.cloned().unwrap_or_default(),
    });
    let root = bridge::get().root();
    (code, Memo::new(move |_| code_for(&root)))
}

fn choice_of(values: &[(String, String)]) -> EmbedChoice {
    let choice = EmbedChoice::default();
    for (name, value) in values {
        let field = match &**name {
            "kind" => choice.kind,
            "format" => choice.format,
            "theme" => choice.theme,
            "limit" => choice.limit,
            "language" => choice.language,
            "width" => choice.width,
            _ => continue,
        };
        field.set(value.clone());
    }
    choice
}

/// The article that a reader comes from.
fn asked_article() -> Option<String> {
    let search = bridge::window().location().search().unwrap_or_default();
    UrlSearchParams::new_with_str(&search).ok()?.get("article")
}

/// Names hold the newest alone; any other is found by its slug.
async fn add_article(subjects: &mut Subjects, slug: String) {
    if subjects.find(SubjectKind::Article, &slug).is_none()
        && let Some(name) = page_loader::title(&slug).await
    {
        subjects.add_articles([Term { name, slug }]);
    }
}

/// Adds the articles that what is typed may mean: words, or an address.
async fn add_found(typed: String, choice: EmbedChoice, subjects: RwSignal<Subjects>) {
    let add = move |articles: Vec<Term>| {
        // By then, the form may be gone.
        subjects.try_update(|subjects| subjects.add_articles(articles));
    };
    if let Some((_, slug)) = typed.trim().trim_end_matches('/').rsplit_once('/') {
        if let Some(name) = page_loader::title(slug).await {
            let slug = slug.to_owned();
            add(vec![Term { name, slug }]);
        }
        return;
    }
    let is_wanted = || choice.subject.try_get_untracked().as_ref() == Some(&typed);
    let show = |results: Results| {
        let articles = results.found.into_iter().filter(|found| !found.is_page);
        let articles = articles.map(|found| Term {
            name: found.title(),
            slug: found.slug,
        });
        add(articles.collect());
    };
    // Without it, the newest can be chosen.
    let _ = search_client::search(OWN, &typed, MAX_SUGGESTIONS, 0, is_wanted, show).await;
}

/// Whoever comes from an article wants that one, and else the newest.
fn first_subject(subjects: &Subjects) -> String {
    let kind = KINDS[0].subject;
    let found = asked_article();
    let found = found.and_then(|slug| subjects.find(kind, &slug));
    let subject = found.or(subjects.of(kind).first());
    subject
        .map(|subject| subject.name.clone())
        .unwrap_or_default()
}

/// What the embed is of stays, if another of the kind can be of it.
fn choose_kind(choice: EmbedChoice, subjects: &Subjects, name: String) {
    let kind = KindOption::named(&name);
    let is_found = choice
        .subject
        .with_untracked(|meant| subjects.find(kind.subject, meant).is_some());
    if !is_found {
        let first = subjects.of(kind.subject).first();
        let first = first.filter(|_| kind.subject != SubjectKind::Tag);
        choice
            .subject
            .set(first.map(|first| first.name.clone()).unwrap_or_default());
    }
    choice.kind.set(name);
}

async fn copy(code: NodeRef<html::Textarea>, outcome: RwSignal<Option<String>>) {
    let Some(field) = code.get_untracked() else {
        return;
    };
    outcome.set(None);
    let copied = JsFuture::from(bridge::get().copy(&field.value())).await;
    let told = match copied {
        Ok(_) => message::COPIED,
        Err(_) => {
            field.select();
            message::EMBED_NOT_COPIED
        }
    };
    outcome.set(Some(bridge::translator().text(told)));
}

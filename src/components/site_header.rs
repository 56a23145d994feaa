//! The head of every page: the site's name, its main navigation, and what opens tools.

use super::furniture::{Furniture, Logo};
use crate::content::article::Image;
use crate::content::site::{NavigationLink, Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::either::Either;
use leptos::html::img;
use leptos::prelude::*;

#[component]
pub fn SiteHeader<'a>(site: &'a Site, route: &'a Route, furniture: &'a Furniture) -> impl IntoView {
    let title = match &furniture.logo {
        Some(logo) => Either::Left(view! { <LogoPicture logo /> }),
        None => Either::Right(site.title.as_str()),
    };
    view! {
        <header class="site-header">
            <a class="site-title" href=site.href(&Route::HOME)>
                {title}
            </a>
            <Navigation site route />
            <Tools site />
        </header>
    }
}

#[component]
fn LogoPicture<'a>(logo: &'a Logo) -> impl IntoView {
    // One that is the same on every ground is never hidden.
    let light_class = logo.dark.as_ref().map(|_| "site-logo-light");
    let picture = |image: &Image, class: Option<&'static str>| {
        img()
            .class(class)
            .src(image.src.to_string())
            .alt(image.alt.clone())
            .width(image.width)
            .height(image.height)
    };
    let dark = logo.dark.as_ref();
    view! {
        {picture(&logo.light, light_class)}
        {dark.map(|dark| picture(dark, Some("site-logo-dark")))}
    }
}

#[component]
fn Navigation<'a>(site: &'a Site, route: &'a Route) -> impl IntoView {
    let current = site.href(route);
    let links = site.navigation.iter().map(|link| {
        let href = href(site, link);
        let here = (href == current).then_some("page");
        view! {
            <li>
                <a href=href aria-current=here>
                    {link.label.as_str()}
                </a>
            </li>
        }
    });
    view! {
        <nav class="site-navigation" aria-label=site.translator().text(message::MAIN_NAVIGATION)>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}

/// What opens a tool, once scripts run.
#[component]
fn Tools<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let search = translator.text(message::SEARCH);
    let preferences = translator.text(message::PREFERENCES_BUTTON);
    view! {
        <div class="site-tools">
            <ToolButton tool="palette" label=search.clone() text=search />
            <ToolButton tool="preferences" label=preferences text="Aa".into() />
        </div>
    }
}

#[component]
fn ToolButton(tool: &'static str, label: String, text: String) -> impl IntoView {
    view! {
        <button
            class="site-tool"
            type="button"
            data-tool=tool
            aria-haspopup="dialog"
            aria-label=label
        >
            {text}
        </button>
    }
}

/// A link from the root is meant from the site's root.
pub fn href(site: &Site, link: &NavigationLink) -> String {
    match link.href.strip_prefix('/') {
        Some(path) => site.base_path().to_string() + path,
        None => link.href.to_string(),
    }
}

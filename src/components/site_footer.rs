//! The foot of every page.

use super::furniture::{Furniture, SocialLink};
use super::line::Line;
use super::optional_text::unless_empty;
use super::site_header::href;
use super::slot::FooterSlot;
use crate::content::site::{NavigationLink, Site};
use crate::i18n::message;
use crate::route::{ATOM_FEED, Route};
use leptos::either::Either;
use leptos::prelude::*;

/// `added` is HTML of the publisher's.
#[component]
pub fn SiteFooter<'a>(site: &'a Site, furniture: &'a Furniture, added: &'a str) -> impl IntoView {
    let of_publisher = furniture.links.iter().map(|link| {
        view! {
            <li>
                <a href=href(site, link)>{link.label.as_str()}</a>
            </li>
        }
    });
    let has = furniture.has;
    let list = |is_there: bool, route: Route, label| is_there.then(|| (site.href(&route), label));
    let links = [
        list(true, Route::Archive, message::ARCHIVE),
        list(has.tags, Route::Tags, message::TAGS),
        list(has.authors, Route::Authors, message::AUTHORS),
        list(true, Route::You, message::YOU),
        Some((site.base_path().to_string() + ATOM_FEED, message::FEED)),
        list(has.series, Route::AllSeries, message::ALL_SERIES),
    ];
    let links = links.into_iter().flatten().map(|(href, label)| {
        view! {
            <li>
                <a href=href>{site.translator().text(label)}</a>
            </li>
        }
    });
    view! {
        <footer class="site-footer">
            <p class="footer-description">{unless_empty(site.description.as_str())}</p>
            <Line class="footer-text" text=furniture.text.as_str() />
            {furniture.licence.as_ref().map(|licence| view! { <Licence licence /> })}
            <ul class="footer-links">{of_publisher.collect_view()} {links.collect_view()}</ul>
            <Social links=&furniture.social />
            <FooterSlot html=added />
        </footer>
    }
}

#[component]
fn Licence<'a>(licence: &'a NavigationLink) -> impl IntoView {
    let label = licence.label.as_str();
    let name = match licence.href.is_empty() {
        true => Either::Left(label),
        false => Either::Right(view! {
            <a href=licence.href.to_string() rel="license">
                {label}
            </a>
        }),
    };
    view! { <p class="footer-text">{name}</p> }
}

/// Where else the publisher is, as icons that have names. `rel=me` proves to these places that it is the same person.
#[component]
fn Social<'a>(links: &'a [SocialLink]) -> impl IntoView {
    let items = links.iter().map(|link| {
        let drawing = view! {
            <svg
                width="24"
                height="24"
                viewBox="0 0 24 24"
                fill="none"
                stroke="currentColor"
                stroke-width="1.5"
                aria-hidden="true"
            >
                <path d=link.icon.path></path>
            </svg>
        };
        view! {
            <li>
                <a href=link.href.to_string() rel="me" title=link.label.as_str()>
                    {drawing}
                    <span class="visually-hidden">{link.label.as_str()}</span>
                </a>
            </li>
        }
    });
    (!links.is_empty()).then(|| view! { <ul class="footer-social">{items.collect_view()}</ul> })
}

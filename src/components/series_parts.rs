//! The parts of the series that an article belongs to. What the reader has read of them, the page says once it is alive.

use crate::content::article::SeriesPart;
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

/// Nothing where it is the only part. Of a long series, the list shows those around this one.
#[component]
pub fn SeriesParts<'a>(site: &'a Site, series: Option<&'a SeriesPart>) -> impl IntoView {
    series
        .filter(|series| series.listed.len() > 1)
        .map(|series| {
            let href = site.href(&Route::series(&series.slug));
            view! {
                <section class="series-parts" aria-labelledby="recto-series">
                    <h2 class="section-title" id="recto-series">
                        {site.translator().text(message::SERIES)}
                    </h2>
                    <p class="series-name">
                        <a href=href>{series.name.as_str()}</a>
                    </p>
                    {view! { <recto-series></recto-series> }}
                    <Parts site series />
                </section>
            }
        })
}

#[component]
fn Parts<'a>(site: &'a Site, series: &'a SeriesPart) -> impl IntoView {
    let first = series.listed.first().map(|link| link.part);
    let parts = series.listed.iter().map(|link| {
        let title = link.title.as_str();
        let href = site.href(&Route::article(&link.slug));
        match link.part == series.part {
            true => Either::Left(view! { <li aria-current="true">{title}</li> }),
            false => Either::Right(view! {
                <li>
                    <a href=href>{title}</a>
                </li>
            }),
        }
    });
    view! { <ol start=first>{parts.collect_view()}</ol> }
}

//! The lists of the blog that have pages of their own.

use super::authors::Writer;
use super::sections::Section;
use super::series::Series;
use super::tags::Tag;
use super::years::Year;
use crate::route::Route;

/// What every blog has beside its texts, whatever is in it.
pub const FIXED: [Route; 7] = [
    Route::HOME,
    Route::Archive,
    Route::Tags,
    Route::Authors,
    Route::You,
    Route::Search,
    Route::Embed,
];

/// The first pages of tags, authors, series, sections and years, each with the indexes of its articles. That of all
/// series has none.
pub fn of<'a>(
    tags: &'a [Tag],
    authors: &'a [Writer],
    series: &'a [Series],
    sections: &'a [Section],
    years: &'a [Year],
) -> impl Iterator<Item = (Route, &'a [usize])> {
    let tags = tags
        .iter()
        .map(|tag| (Route::tag(&tag.term.slug), &*tag.articles));
    let authors = authors
        .iter()
        .map(|writer| (Route::author(&writer.author.id), &*writer.articles));
    let all_series = (!series.is_empty()).then_some((Route::AllSeries, &[][..]));
    let series = series
        .iter()
        .map(|series| (Route::series(&series.slug), &*series.articles));
    let sections = sections
        .iter()
        .map(|section| (Route::section(&section.path), &*section.articles));
    let years = years
        .iter()
        .map(|year| (Route::year(year.year), &*year.articles));
    (tags.chain(authors).chain(all_series))
        .chain(series)
        .chain(sections)
        .chain(years)
}

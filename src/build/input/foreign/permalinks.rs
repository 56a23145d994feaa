//! Patterns of addresses, as Hugo and Jekyll are configured with: `/:year/:month/:title/`.

use crate::build::input::file_name::{FileName, without_extension};
use crate::build::input::front_matter::FrontMatter;
use crate::content::{date::Date, moment::Moment};
use jiff::civil;

/// What an address is made of.
pub struct Page<'a> {
    pub file: &'a str,
    pub name: &'a FileName<'a>,
    pub facts: &'a FrontMatter,
    /// What the head says of its address itself.
    pub chosen: Option<String>,
}

/// A pattern of Hugo's or Jekyll's with its `:names` filled in. Longer names come before those they begin with.
pub fn expanded(pattern: &str, page: &Page) -> String {
    if !pattern.contains(':') {
        return pattern.into();
    }
    let date = page.facts.published.date();
    let place = place(page);
    let (folders, name) = place.rsplit_once('/').unwrap_or(("", place));
    let stem = page.name.stem;
    let slug = page.facts.slug.as_ref().map(|slug| slug.text.as_str());
    let is_of_jekyll = page.name.is_post || page.file.starts_with('_');
    let title = match is_of_jekyll {
        true => slug.unwrap_or(stem).to_string(),
        false => page.facts.title.clone(),
    };
    let collection = page
        .file
        .split('/')
        .find_map(|folder| folder.strip_prefix('_'))
        .unwrap_or_default();
    let path = place.split_once('/').map_or(place, |(_, path)| path);
    let values: [(&str, String); 31] = [
        (":output_ext", ".html".into()),
        (":short_year", strftime(date, "%y")),
        (":short_month", strftime(date, "%b")),
        (":short_day", strftime(date, "%u")),
        (":long_month", strftime(date, "%B")),
        (":monthname", strftime(date, "%B").to_lowercase()),
        (":i_month", date.month.to_string()),
        (":i_day", date.day.to_string()),
        (":y_day", strftime(date, "%j")),
        (":yearday", strftime(date, "%-j")),
        (":weekdayname", strftime(date, "%A").to_lowercase()),
        (":weekday", strftime(date, "%w")),
        (":week", strftime(date, "%V")),
        (":year", strftime(date, "%Y")),
        (":month", strftime(date, "%m")),
        (":day", strftime(date, "%d")),
        (":hour", time(page.facts.published, 3600, 24)),
        (":minute", time(page.facts.published, 60, 60)),
        (":second", time(page.facts.published, 1, 60)),
        (":slugorcontentbasename", slug.unwrap_or(name).into()),
        (":contentbasename", name.into()),
        (":slugorfilename", slug.unwrap_or(name).into()),
        (":filename", name.into()),
        (
            ":slug",
            slug.map_or_else(
                || {
                    if is_of_jekyll {
                        stem.to_lowercase()
                    } else {
                        title.clone()
                    }
                },
                String::from,
            ),
        ),
        (":title", title.clone()),
        (":name", stem.into()),
        (":categories", categories(page)),
        (":collection", collection.into()),
        (":path", path.into()),
        (":sections", folders.into()),
        (
            ":section",
            folders.split('/').next().unwrap_or_default().into(),
        ),
    ];
    values
        .iter()
        .fold(pattern.to_string(), |path, (name, value)| {
            path.replace(name, value)
        })
}

/// Jekyll's come from the folders above `_posts`, then from the head.
fn categories(page: &Page) -> String {
    let folders = page
        .file
        .split('/')
        .take_while(|folder| !folder.starts_with('_'));
    let mut categories: Vec<String> = folders.map(str::to_lowercase).collect();
    for category in &page.facts.categories {
        let category = category.to_lowercase().replace(' ', "-");
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    categories.join("/")
}

fn strftime(date: Date, spelling: &str) -> String {
    civil::date(date.year.min(9999) as i16, date.month as i8, date.day as i8)
        .strftime(spelling)
        .to_string()
}

fn time(moment: Moment, unit: i64, most: i64) -> String {
    let seconds = moment.timestamp() + i64::from(moment.offset()) * 60;
    format!("{:02}", (seconds / unit).rem_euclid(most))
}

/// The path of a file without its extension, its language, and `/index`.
pub fn place<'a>(page: &Page<'a>) -> &'a str {
    let place = place_of(page.file);
    match page.name.language {
        "" => place,
        language => {
            let place = place
                .strip_suffix(language)
                .and_then(|place| place.strip_suffix('.'))
                .unwrap_or(place);
            place.strip_suffix("/index").unwrap_or(place)
        }
    }
}

/// The same where no language is known.
pub fn place_of(file: &str) -> &str {
    let place = without_extension(file);
    place.strip_suffix("/index").unwrap_or(place)
}

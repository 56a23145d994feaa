//! Patterns of addresses, as Hugo and Jekyll are configured with: `/:year/:month/:title/`.

use crate::build::input::file_name::{FileName, without_extension, without_index};
use crate::build::input::front_matter::FrontMatter;
use crate::content::{date::Date, moment::Moment};
use jiff::civil;

/// What an address is made of.
pub struct Page<'a> {
    /// Below the content folder, or below that of its language.
    pub file: &'a str,
    /// That of the file, by its name or its folder; empty for that of the site.
    pub language: &'a str,
    pub name: &'a FileName<'a>,
    pub front_matter: &'a FrontMatter,
    /// What the head says of its address itself.
    pub chosen: Option<String>,
}

/// A pattern of Hugo's or Jekyll's with its `:names` filled in. Longer names come before those they begin with.
pub fn expanded(pattern: &str, page: &Page) -> String {
    if !pattern.contains(':') {
        return pattern.into();
    }
    let values = dates(page).into_iter().chain(names(page));
    values.fold(pattern.to_string(), |path, (name, value)| {
        path.replace(name, &value)
    })
}

/// What stands for parts of the date. A name that begins like another stands before it.
fn dates(page: &Page) -> [(&'static str, String); 18] {
    let published = page.front_matter.published;
    let date = published.date();
    [
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
        (":hour", time(published, 3600, 24)),
        (":minute", time(published, 60, 60)),
        (":second", time(published, 1, 60)),
    ]
}

/// What stands for parts of the path and the title, in the same order.
fn names(page: &Page) -> [(&'static str, String); 13] {
    let path = path_stem(page);
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = page.name.stem;
    let slug = page.front_matter.slug.as_ref();
    let slug = slug.map(|slug| slug.text.as_str());
    let is_of_jekyll = page.name.is_post || page.file.starts_with('_');
    let title = match is_of_jekyll {
        true => slug.unwrap_or(stem),
        false => &page.front_matter.title,
    };
    let without_slug = match is_of_jekyll {
        true => stem.to_lowercase(),
        false => title.into(),
    };
    let collection = page.file.split('/');
    let collection = collection
        .filter_map(|folder| folder.strip_prefix('_'))
        .next();
    [
        (":output_ext", ".html".into()),
        (":slugorcontentbasename", slug.unwrap_or(name).into()),
        (":contentbasename", name.into()),
        (":slugorfilename", slug.unwrap_or(name).into()),
        (":filename", name.into()),
        (":slug", slug.map_or(without_slug, String::from)),
        (":title", title.into()),
        (":name", stem.into()),
        (":categories", categories(page)),
        (":collection", collection.unwrap_or_default().into()),
        (
            ":path",
            path.split_once('/').map_or(path, |(_, path)| path).into(),
        ),
        (":sections", folders.into()),
        (
            ":section",
            folders.split('/').next().unwrap_or_default().into(),
        ),
    ]
}

/// Jekyll's come from the folders above `_posts`, then from the head.
fn categories(page: &Page) -> String {
    let folders = page
        .file
        .split('/')
        .take_while(|folder| !folder.starts_with('_'));
    let mut categories: Vec<String> = folders.map(str::to_lowercase).collect();
    for category in &page.front_matter.categories {
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
pub fn path_stem<'a>(page: &Page<'a>) -> &'a str {
    let stem = path_stem_of(page.file);
    match page.name.language {
        "" => stem,
        language => {
            let stem = stem
                .strip_suffix(language)
                .and_then(|stem| stem.strip_suffix('.'))
                .unwrap_or(stem);
            without_index(stem)
        }
    }
}

/// The same where no language is known.
pub fn path_stem_of(file: &str) -> &str {
    without_index(without_extension(file))
}

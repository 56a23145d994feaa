//! Style sheets: one file of `style/` with all that it imports, as few bytes as they can be.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::asset_source::{self, AssetSource};
use lightningcss::bundler::{Bundler, FileProvider, ResolveResult, SourceProvider};
use lightningcss::error::{Error, ErrorLocation};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Browsers that know nesting, layers and `light-dark()`: these are kept, not spelt out for older ones.
const BROWSERS: Browsers = Browsers {
    chrome: Some(version(123, 0)),
    edge: Some(version(123, 0)),
    firefox: Some(version(128, 0)),
    safari: Some(version(17, 5)),
    ios_saf: Some(version(17, 5)),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// Bundles and minifies this file of the folder; empty where that cannot be done.
pub fn bundle(style: &AssetSource, file: &str, problems: &mut Problems) -> String {
    let index = style.path(file);
    let bundled = match style {
        AssetSource::Embedded(_) => bundled(&index, &EmbeddedFiles),
        AssetSource::Folder(_) => bundled(&index, &FileProvider::new()),
        AssetSource::Over { .. } => bundled(&index, &AllFiles::of(style)),
    };
    bundled.unwrap_or_else(|fault| fault.tell(&index, problems))
}

/// A sheet of the publisher's that stands within a layer, as few bytes as it can be; empty where it cannot be read.
pub fn minified(path: &str, text: &str, problems: &mut Problems) -> String {
    let made = layered(path, text);
    made.unwrap_or_else(|fault| fault.tell(Path::new(path), problems))
}

fn layered(path: &str, text: &str) -> Result<String, Fault> {
    let options = ParserOptions {
        filename: path.into(),
        ..Default::default()
    };
    let mut sheet = StyleSheet::parse(text, options)?;
    if sheet
        .rules
        .0
        .iter()
        .any(|rule| matches!(rule, CssRule::Import(_)))
    {
        let what = "`@import` cannot stand here".into();
        return Err(Fault { place: None, what });
    }
    printed(&mut sheet)
}

/// The same sheet with other values of tokens, each where the token is set first. `{}` in a value stands for ours.
pub fn with_tokens(style_sheet: String, tokens: &[(&str, String)]) -> String {
    tokens.iter().fold(style_sheet, |sheet, (name, value)| {
        let start = [name, ":"].concat();
        let is_set = |(at, _): &(usize, &str)| sheet[..*at].ends_with(['{', ';']);
        let Some((at, _)) = sheet.match_indices(&start).find(is_set) else {
            return sheet;
        };
        let (before, rest) = sheet.split_at(at + start.len());
        let end = rest.find([';', '}']).unwrap_or(rest.len());
        let (ours, behind) = rest.split_at(end);
        [before, &value.replace("{}", ours), behind].concat()
    })
}

struct Fault {
    place: Option<ErrorLocation>,
    what: String,
}

impl Fault {
    /// Tells it at its place, or at the beginning of the file. Answers with no rules.
    fn tell(self, file: &Path, problems: &mut Problems) -> String {
        let (path, position) = match self.place {
            Some(place) => (
                place.filename,
                Position {
                    line: place.line as usize + 1,
                    column: place.column as usize,
                },
            ),
            None => (file.to_string_lossy().into_owned(), Position::START),
        };
        let what = ["the style sheet cannot be read: ", &self.what].concat();
        problems.error(&path, position, what, "correct this place");
        String::new()
    }
}

impl<T: Display> From<Error<T>> for Fault {
    fn from(error: Error<T>) -> Self {
        Self {
            what: error.kind.to_string(),
            place: error.loc,
        }
    }
}

fn bundled<P: SourceProvider>(index: &Path, files: &P) -> Result<String, Fault>
where
    P::Error: 'static,
{
    let mut bundler = Bundler::new(files, None, ParserOptions::default());
    printed(&mut bundler.bundle(index)?)
}

/// As few bytes as they can be, for browsers of today.
fn printed(sheet: &mut StyleSheet) -> Result<String, Fault> {
    let targets = Targets::from(BROWSERS);
    sheet.minify(MinifyOptions {
        targets,
        ..Default::default()
    })?;
    Ok(sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..Default::default()
        })?
        .code)
}

/// Style sheets that are part of this program.
struct EmbeddedFiles;

impl SourceProvider for EmbeddedFiles {
    type Error = io::Error;

    fn read<'a>(&'a self, file: &Path) -> io::Result<&'a str> {
        let path = file.to_string_lossy().replace(MAIN_SEPARATOR, "/");
        let text = asset_source::embedded(&path).and_then(|bytes| str::from_utf8(bytes).ok());
        text.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn resolve(&self, specifier: &str, from: &Path) -> io::Result<ResolveResult> {
        Ok(beside(specifier, from))
    }
}

/// Style sheets of a folder, over those that Recto brings: all of them, by the paths that they have in the folder.
struct AllFiles(BTreeMap<PathBuf, String>);

impl AllFiles {
    fn of(style: &AssetSource) -> Self {
        let sheets = style
            .files()
            .into_iter()
            .filter(|file| file.ends_with(".css"));
        let read = sheets.filter_map(|file| {
            let bytes = style.read(&file).ok()?;
            Some((
                style.path(&file),
                String::from_utf8_lossy(&bytes).into_owned(),
            ))
        });
        Self(read.collect())
    }
}

impl SourceProvider for AllFiles {
    type Error = io::Error;

    fn read<'a>(&'a self, file: &Path) -> io::Result<&'a str> {
        let text = self.0.get(file).map(String::as_str);
        text.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn resolve(&self, specifier: &str, from: &Path) -> io::Result<ResolveResult> {
        Ok(beside(specifier, from))
    }
}

/// What one sheet calls another, as a path.
fn beside(specifier: &str, from: &Path) -> ResolveResult {
    let mut path = from.parent().map(PathBuf::from).unwrap_or_default();
    for segment in specifier.split('/') {
        match segment {
            "." => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    ResolveResult::File(path)
}

const fn version(major: u32, minor: u32) -> u32 {
    major << 16 | minor << 8
}

/// The colours of the page's ground for light and dark.
pub fn theme_colors(style_sheet: &str) -> Option<(String, String)> {
    light_dark(style_sheet, "--paper")
}

/// What pictures that we draw are made of: the light colours of the pages.
pub struct Palette {
    pub paper: String,
    pub ink: String,
    pub quiet: String,
    pub accent: String,
}

impl Palette {
    /// Black on white where the style sheet names no colours.
    pub fn of(style_sheet: &str) -> Self {
        let light = |token: &str| light_dark(style_sheet, token).map(|(light, _)| light);
        let ink = light("--ink").unwrap_or_else(|| "#000".into());
        Self {
            paper: light("--paper").unwrap_or_else(|| "#fff".into()),
            quiet: light("--ink-quiet").unwrap_or_else(|| ink.clone()),
            accent: light("--accent").unwrap_or_else(|| ink.clone()),
            ink,
        }
    }
}

/// A token for light and dark, out of the first `--token:light-dark(…, …)`.
pub fn light_dark(style_sheet: &str, token: &str) -> Option<(String, String)> {
    let (_, value) = style_sheet.split_once(&[token, ":light-dark("].concat())?;
    let (light, rest) = split_argument(value)?;
    let (dark, _) = split_argument(rest.strip_prefix(',')?)?;
    Some((light.trim().into(), dark.trim().into()))
}

/// Up to the comma or parenthesis that ends a function's argument.
fn split_argument(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    let end = text.find(|character| {
        match character {
            '(' => depth += 1,
            ')' | ',' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
        false
    });
    end.map(|end| text.split_at(end))
}

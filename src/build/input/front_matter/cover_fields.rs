//! The picture above an article, under each of the names that other systems and their themes gave it, and how wide those in its
//! text are.

use super::fields_by_name::{Head, Located, located};
use super::key_names::{COVER, COVER_ALT, COVER_SRC, COVER_TEXT, FIGURES};
use super::value::{Kind, Value};
use crate::markdown::FigureWidth;

#[derive(Clone, Debug)]
pub struct Cover {
    pub src: Located,
    pub alt: String,
    pub caption: String,
    /// As [`Image::position`](crate::content::article::Image::position) has it.
    pub position: String,
}

impl<'a> Head<'a> {
    pub(super) fn cover(&mut self) -> Option<Cover> {
        let (src, table) = self.cover_src()?;
        let beside = |keys: &[&str]| {
            let value = keys.iter().find_map(|key| table?.get(key));
            value.and_then(Value::text).map(String::from)
        };
        let alt = beside(COVER_TEXT).unwrap_or_else(|| self.text(COVER_ALT));
        let position = table.and_then(|table| table.get("position"));
        let position = position.and_then(|value| {
            let read = value.text().and_then(position_in_steps);
            self.or_error(read, value, "two percentages, such as \"60% 40%\"")
        });
        let src = self.or_error(located(src), src, "the path of an image")?;
        Some(Cover {
            src,
            alt,
            caption: self.plain_line(beside(&["caption"]).unwrap_or_default()),
            position: position.unwrap_or_default(),
        })
    }

    /// In another system's folder the key may mean something else.
    pub(super) fn figures(&mut self) -> FigureWidth {
        let value = self.find(FIGURES);
        let width = value.and_then(|value| {
            let width = value.text().and_then(FigureWidth::named);
            match self.is_strict {
                true => self.or_error(width, value, "one of `text`, `wide` and `full`"),
                false => width,
            }
        });
        width.unwrap_or_default()
    }

    /// The path of the first image, and the table that it stands in, if it does.
    fn cover_src(&self) -> Option<(&'a Value, Option<&'a Value>)> {
        let covers = COVER.iter().filter_map(|key| self.find(&[*key]));
        let of_hugo = self
            .head
            .get("resources")
            .map_or(&[][..], Value::elements)
            .iter();
        let of_hugo =
            of_hugo.filter(|file| file.get("name").and_then(Value::text).is_some_and(is_cover));
        covers.chain(of_hugo).find_map(|cover| {
            let first = cover
                .elements()
                .iter()
                .find(|element| !element.is_empty())?;
            match &first.kind {
                Kind::Table(_) => Some((
                    COVER_SRC.iter().find_map(|key| first.get(key))?,
                    Some(first),
                )),
                Kind::Text(_) if first.truth().is_some() => None,
                _ => Some((first, None)),
            }
        })
    }
}

/// `60% 40%` as `60 40`. Words are those of CSS: `top left`.
fn position_in_steps(text: &str) -> Option<String> {
    let mut place = [50_u32, 50];
    for (index, word) in text.split_whitespace().enumerate() {
        let (axis, percent) = match word {
            "left" => (0, 0),
            "right" => (0, 100),
            "top" => (1, 0),
            "bottom" => (1, 100),
            "center" => (index, 50),
            number => (
                index,
                number.strip_suffix('%')?.parse::<f64>().ok()?.round() as u32,
            ),
        };
        *place.get_mut(axis)? = (percent.min(100) + 5) / 10 * 10;
    }
    let [left, top] = place.map(|percent| percent.to_string());
    Some([&left, " ", &top].concat())
}

/// What the themes of Hugo call the file of a cover.
fn is_cover(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["cover", "feature", "thumbnail", "header"]
        .iter()
        .any(|part| name.contains(part))
}

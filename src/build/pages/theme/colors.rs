//! The colours of a theme: those that the publisher names, those that follow from them, and whether each pair of text and
//! ground is read well.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::theme::color::Color;
use crate::build::input::config::theme::{GROUNDS, Ground, Role, ThemeColor, ThemeConfig};
use crate::build::pages::style_sheet::light_dark;

/// The contrast of text, and that of what is only to be seen, as the WCAG (AA) wants them.
const TEXT: f64 = 4.5;
const LINES: f64 = 3.0;

/// Of code and of alerts, on the page's grounds.
const TEXTS: [&str; 10] = [
    "--code-word",
    "--code-text",
    "--code-value",
    "--code-name",
    "--code-kind",
    "--note",
    "--tip",
    "--important",
    "--warning",
    "--caution",
];

/// Grounds that have the page's text on them.
const GROUNDS_OF_INK: [&str; 5] = [
    "--chosen",
    "--highlight",
    "--line-marked",
    "--line-added",
    "--line-removed",
];

/// All colours of one ground.
#[derive(Clone, Copy)]
struct Palette {
    paper: Color,
    ink: Color,
    accent: Color,
    quiet: Color,
    hairline: Color,
    shade: Color,
    outline: Color,
}

impl Palette {
    const NAMES: [&str; 7] = [
        "--paper",
        "--ink",
        "--accent",
        "--ink-quiet",
        "--hairline",
        "--shade",
        "--outline",
    ];

    fn values(&self) -> [Color; 7] {
        [
            self.paper,
            self.ink,
            self.accent,
            self.quiet,
            self.hairline,
            self.shade,
            self.outline,
        ]
    }

    /// Ours, out of the style sheet; nothing where that has none.
    fn ours(ground: Ground, tokens: &str) -> Option<Self> {
        let [paper, ink, accent, quiet, hairline, shade, outline] =
            Self::NAMES.map(|name| token(ground, tokens, name));
        Some(Self {
            paper: paper?,
            ink: ink?,
            accent: accent?,
            quiet: quiet?,
            hairline: hairline?,
            shade: shade?,
            outline: outline?,
        })
    }

    /// What lies between paper and ink follows from both.
    fn of(paper: Color, ink: Color, accent: Color) -> Self {
        let shade = paper.mixed(ink, 0.045);
        let between = |part: f64| paper.mixed(ink, part);
        let readable = |color: Color, contrast| color.readable_on(&[paper, shade], contrast);
        Self {
            quiet: readable(between(0.68), TEXT).unwrap_or(ink),
            hairline: between(0.16),
            outline: readable(between(0.5), LINES).unwrap_or(ink),
            paper,
            ink,
            accent,
            shade,
        }
    }
}

/// The tokens that are others than ours. What is not read well is told, with the nearest colour that is.
pub fn tokens(
    config: &ThemeConfig,
    tokens: &str,
    text_tokens: &str,
    problems: &mut Problems,
) -> Vec<(&'static str, String)> {
    let ours = GROUNDS.map(|(_, ground)| Palette::ours(ground, tokens));
    let (false, [Some(light), Some(dark)]) = (config.colors.is_empty(), ours) else {
        return Vec::new();
    };
    let given = [light, dark]
        .into_iter()
        .zip(GROUNDS)
        .map(|(ours, (name, ground))| {
            let check = Check {
                config,
                ground,
                name,
                text_tokens,
            };
            let palette = check.palette(&ours);
            check.report(&palette, problems);
            (ours, palette)
        });
    let given: Vec<(Palette, Palette)> = given.collect();
    let values = |index: usize| {
        given
            .iter()
            .map(move |(_, palette)| palette.values()[index])
    };
    let is_new = |index: usize| {
        (given.iter()).any(|(ours, palette)| ours.values()[index] != palette.values()[index])
    };
    let names = Palette::NAMES.into_iter().enumerate();
    let changed = names.filter(|(index, _)| is_new(*index));
    changed
        .map(|(index, name)| {
            let values: Vec<String> = values(index).map(|color| color.to_string()).collect();
            (name, ["light-dark(", &values.join(","), ")"].concat())
        })
        .collect()
}

/// One ground of a theme.
struct Check<'a> {
    config: &'a ThemeConfig,
    ground: Ground,
    name: &'static str,
    text_tokens: &'a str,
}

impl Check<'_> {
    fn named(&self, role: Role) -> Option<&ThemeColor> {
        let mut colors = self.config.colors.iter();
        colors.find(|color| color.role == role && color.ground == self.ground)
    }

    fn palette(&self, ours: &Palette) -> Palette {
        let color = |role, our: Color| self.named(role).map_or(our, |named| named.color);
        let accent = color(Role::Accent, ours.accent);
        if self.named(Role::Paper).or(self.named(Role::Ink)).is_some() {
            let [paper, ink] = [color(Role::Paper, ours.paper), color(Role::Ink, ours.ink)];
            return Palette::of(paper, ink, accent);
        }
        Palette { accent, ..*ours }
    }

    /// A colour that the publisher names is told where it stands; of texts that they cannot name, the paper.
    fn report(&self, palette: &Palette, problems: &mut Problems) {
        let page = [palette.paper, palette.shade];
        let fixed = |name| token(self.ground, self.text_tokens, name);
        let of_ink: Vec<Color> = page
            .into_iter()
            .chain(GROUNDS_OF_INK.into_iter().filter_map(fixed))
            .collect();
        let ink_fails = self.report_text("ink", Role::Ink, palette.ink, &of_ink, problems);
        let accent_fails =
            self.report_text("accent", Role::Accent, palette.accent, &page, problems);
        let texts = TEXTS
            .into_iter()
            .filter_map(|name| Some((name, fixed(name)?)));
        let mut all: Vec<(&str, Color)> = texts.collect();
        // What was told already is not told once more.
        if !ink_fails && self.named(Role::Ink).is_none() {
            all.push(("--ink", palette.ink));
        }
        if !accent_fails && self.named(Role::Accent).is_none() {
            all.push(("--accent", palette.accent));
        }
        self.report_paper(palette, &all, problems);
    }

    /// Whether the text is named and fails on one of its grounds.
    fn report_text(
        &self,
        what: &str,
        role: Role,
        color: Color,
        grounds: &[Color],
        problems: &mut Problems,
    ) -> bool {
        let fails = |ground: &&Color| color.contrast(**ground) < TEXT;
        let Some((named, ground)) = self.named(role).zip(grounds.iter().find(fails)) else {
            return false;
        };
        let nearest = color.readable_on(grounds, TEXT);
        self.tell(what, color, *ground, nearest, named.position, problems);
        true
    }

    fn report_paper(&self, palette: &Palette, texts: &[(&str, Color)], problems: &mut Problems) {
        let named = self.named(Role::Paper).or(self.named(Role::Ink));
        let is_read = |paper: Color| {
            let grounds = [paper, paper.mixed(palette.ink, 0.045)];
            let mut texts = texts.iter();
            texts.all(|(_, text)| grounds.iter().all(|ground| text.contrast(*ground) >= TEXT))
        };
        let Some(named) = named.filter(|_| !is_read(palette.paper)) else {
            return;
        };
        let grounds = [palette.paper, palette.shade];
        let fails = |text: &Color| {
            grounds
                .into_iter()
                .find(|ground| text.contrast(*ground) < TEXT)
        };
        let failing = texts
            .iter()
            .find_map(|(name, text)| Some((name, text, fails(text)?)));
        let Some((name, text, ground)) = failing else {
            return;
        };
        let ends = ["#000", "#fff"].map(Color::parse);
        let steps = (1..=255).map(|step| f64::from(step) / 255.0);
        let mut near = steps.flat_map(|part| {
            ends.into_iter()
                .flatten()
                .map(move |end| palette.paper.mixed(end, part))
        });
        let nearest = near.find(|paper| is_read(*paper));
        let what = ["text of the colour `", name, "`"].concat();
        self.tell(&what, *text, ground, nearest, named.position, problems);
    }

    fn tell(
        &self,
        what: &str,
        color: Color,
        ground: Color,
        nearest: Option<Color>,
        position: Position,
        problems: &mut Problems,
    ) {
        let contrast = (color.contrast(ground) * 100.0).floor() / 100.0;
        let what = format!(
            "{what}, `{color}`, has a contrast of {contrast} on `{ground}` in the {} theme, and needs {TEXT}",
            self.name
        );
        let remedy = match nearest {
            Some(nearest) => format!("write `{nearest}` here, the nearest colour that has it"),
            None => "choose a lighter or darker paper".into(),
        };
        problems.error(&self.config.path, position, what, &remedy);
    }
}

fn token(ground: Ground, style_sheet: &str, name: &str) -> Option<Color> {
    let (light, dark) = light_dark(style_sheet, name)?;
    Color::parse(match ground {
        Ground::Light => &light,
        Ground::Dark => &dark,
    })
}

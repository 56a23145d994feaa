//! Relative addresses in a text: pictures lie beside it, and other files of Markdown are articles.

use super::{name, slug_of};

/// Where an address of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file, by its path below the folder.
    File(String),
    /// An article, by its slug.
    Article(String),
}

/// Each relative address that stands in round brackets behind square ones, with where it leads. `path` is that of the text.
pub fn targets(path: &str, body: &str) -> Vec<(String, Target)> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut targets: Vec<(String, Target)> = Vec::new();
    for rest in body.split("](").skip(1) {
        let end = rest.find([')', ' ', '\n']).unwrap_or(rest.len());
        let written = rest[..end].trim_matches(['<', '>']);
        let is_known = targets.iter().any(|(known, _)| known == written);
        if let Some(target) = target(folder, written).filter(|_| !is_known) {
            targets.push((written.into(), target));
        }
    }
    targets
}

fn target(folder: &str, written: &str) -> Option<Target> {
    let is_relative = !written.is_empty()
        && !written.starts_with(['/', '#', '?', '\\'])
        && !written
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':'));
    if !is_relative {
        return None;
    }
    let path = written.split(['#', '?']).next().unwrap_or(written);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            // Nothing out of the folder is meant.
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    Some(match path.ends_with(".md") {
        true => Target::Article(slug_of(name(&path).0)),
        false => Target::File(path),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_files_of_the_folder_or_articles() {
        let body = "![A](a.png \"T\") [B](../2024-05-01-b.md#x) [C](https://c.example/) [D](/d/) [E](#e) [F](../../f) [G](javascript:x)";
        assert_eq!(
            targets("deep/text.md", body),
            [
                ("a.png".into(), Target::File("deep/a.png".into())),
                ("../2024-05-01-b.md#x".into(), Target::Article("b".into())),
            ]
        );
    }
}

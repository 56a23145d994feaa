//! The table of sizes, and the sentence when a budget is exceeded. Sizes are in bytes.

use anyhow::Result;

use crate::table::{self, grouped};

#[derive(Debug, Clone)]
pub struct File {
    /// Inside `dist/`.
    pub path: String,
    pub raw: usize,
    pub brotli: usize,
}

/// Files that share a budget.
pub struct Group {
    pub title: String,
    /// In bytes of Brotli, for all files together; none where a figure is only told.
    pub budget: Option<usize>,
    pub files: Vec<File>,
    /// Shown for comparison, and not counted.
    pub median: Option<File>,
}

impl Group {
    pub fn new(title: &str, budget: Option<usize>, files: Vec<File>) -> Group {
        Group {
            title: title.to_owned(),
            budget,
            files,
            median: None,
        }
    }

    /// None within the budget.
    pub fn excess(&self) -> Option<String> {
        let total = self.brotli();
        let excess = total
            .checked_sub(self.budget?)
            .filter(|excess| *excess > 0)?;
        let largest = self.files.iter().max_by_key(|file| file.brotli)?;
        Some(format!(
            "{}: {} bytes above the budget of {}; the largest file is {} with {}",
            self.title,
            grouped(excess),
            grouped(self.budget?),
            largest.path,
            grouped(largest.brotli),
        ))
    }

    fn brotli(&self) -> usize {
        self.files.iter().map(|file| file.brotli).sum()
    }

    fn sum(&self) -> Vec<String> {
        let raw = self.files.iter().map(|file| file.raw).sum();
        let budget = self.budget.map_or(String::new(), grouped);
        let total = [grouped(raw), grouped(self.brotli()), budget];
        row(&self.title, total)
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.sum()];
        for file in &self.files {
            rows.push(file.row(""));
        }
        if let Some(median) = &self.median {
            rows.push(median.row(" (median)"));
        }
        rows
    }
}

impl File {
    pub fn new(path: &str, bytes: &[u8]) -> Result<File> {
        Ok(File {
            path: path.to_owned(),
            raw: bytes.len(),
            brotli: compressed_length(bytes)?,
        })
    }

    fn row(&self, remark: &str) -> Vec<String> {
        let name = format!("  {}{remark}", self.path);
        row(
            &name,
            [grouped(self.raw), grouped(self.brotli), String::new()],
        )
    }
}

/// As a CDN would send it: Brotli at its best.
fn compressed_length(bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed.len())
}

/// A group's line holds its sum, the lines below it the files.
pub fn table(groups: &[Group]) -> String {
    let mut rows = vec![head("bytes of a first visit to an article")];
    rows.extend(groups.iter().flat_map(Group::rows));
    table::table(&rows)
}

/// A line for each group.
pub fn sums(title: &str, groups: &[Group]) -> String {
    let mut rows = vec![head(title)];
    rows.extend(groups.iter().map(Group::sum));
    table::table(&rows)
}

fn head(title: &str) -> Vec<String> {
    row(title, ["raw", "Brotli", "budget"].map(str::to_owned))
}

fn row(name: &str, numbers: [String; 3]) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(budget: usize, sizes: &[(&str, usize)]) -> Group {
        let file = |(path, brotli): &(&str, usize)| File {
            path: path.to_string(),
            raw: brotli * 3,
            brotli: *brotli,
        };
        Group::new("start", Some(budget), sizes.iter().map(file).collect())
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_exceeded() {
        assert_eq!(
            group(3000, &[("a.js", 1000), ("a.wasm", 2000)]).excess(),
            None
        );
    }

    #[test]
    fn an_exceeded_budget_is_told_with_the_amount_and_the_largest_file() {
        let told = group(3000, &[("a.js", 1000), ("a.wasm", 3500)])
            .excess()
            .unwrap();
        assert_eq!(
            told,
            "start: 1,500 bytes above the budget of 3,000; the largest file is a.wasm with 3,500"
        );
    }

    #[test]
    fn the_table_has_a_sum_for_each_group_and_a_line_for_each_file() {
        let mut pages = group(500, &[("long.html", 400)]);
        pages.median = Some(File {
            path: "usual.html".to_owned(),
            raw: 600,
            brotli: 200,
        });
        let text = table(&[pages, group(3000, &[("a.js", 1000), ("a.wasm", 1500)])]);
        let expected = "\
bytes of a first visit to an article    raw  Brotli  budget
start                                 1,200     400     500
  long.html                           1,200     400
  usual.html (median)                   600     200
start                                 7,500   2,500   3,000
  a.js                                3,000   1,000
  a.wasm                              4,500   1,500
";
        assert_eq!(text, expected);
    }
}

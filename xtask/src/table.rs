//! A plain table: the first column starts at the left, the others end at the right.

/// One line for each row, without a border. Every row has as many cells as the first.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        text.push_str(line(row, &widths).trim_end());
        text.push('\n');
    }
    text
}

/// 12345 as `12,345`.
pub fn grouped(number: usize) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{},{:03}", grouped(number / 1000), number % 1000)
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cell = |(column, text): (usize, &String)| {
        let width = widths[column];
        if column == 0 {
            format!("{text:<width$}")
        } else {
            format!("  {text:>width$}")
        }
    };
    row.iter().enumerate().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [["file", "raw"], ["a.wasm", "1,234"], ["start", ""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows), "file      raw\na.wasm  1,234\nstart\n");
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_020_003, "1,020,003"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }
}

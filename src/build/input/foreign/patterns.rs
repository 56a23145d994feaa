//! Patterns of paths, as configurations list them.

/// Whether a pattern names a path, or a folder that it lies in. A `*` is any run of characters.
pub fn fits(pattern: &str, path: &str) -> bool {
    let ends = path.match_indices('/').map(|(at, _)| at);
    ends.chain([path.len()])
        .any(|end| matches(pattern, &path[..end]))
}

fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let rest = rest.trim_start_matches('*');
    let Some(tail) = text.strip_prefix(start) else {
        return false;
    };
    (tail.char_indices().map(|(at, _)| at))
        .chain([tail.len()])
        .any(|at| matches(rest, &tail[at..]))
}

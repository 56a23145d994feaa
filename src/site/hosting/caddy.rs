//! An example for Caddy, complete but for where the folder lies.

use super::headers::HeaderRules;
use super::redirects::Redirect;

pub fn configuration(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    base_url: &str,
) -> String {
    let host = base_url.split('/').take(3).collect::<Vec<_>>().join("/");
    let mut lines: Vec<String> = vec![
        "# Write where the site lies in place of /var/www/site.".into(),
        [&host, " {"].concat(),
        "\troot * /var/www/site".into(),
    ];
    for (pattern, headers) in headers.rules() {
        lines.push(["\theader ", pattern, " {"].concat());
        lines.extend(
            headers
                .iter()
                .map(|(name, value)| ["\t\t", name, " \"", value, "\""].concat()),
        );
        lines.push("\t}".into());
    }
    let site = base_path.trim_end_matches('/');
    if !site.is_empty() {
        lines.push(moved(site, base_path));
    }
    for redirect in redirects {
        lines.extend((redirect.plain_from(base_path)).map(|from| moved(&from, &redirect.to)));
    }
    lines.extend([
        ["\thandle_path ", base_path, "* {"].concat(),
        "\t\tfile_server {".into(),
        "\t\t\tprecompressed br gzip".into(),
        "\t\t\thide _*".into(),
        "\t\t}".into(),
        "\t}".into(),
        "\thandle_errors {".into(),
        "\t\trewrite * /404.html".into(),
        "\t\tfile_server".into(),
        "\t}".into(),
        "}\n".into(),
    ]);
    lines.join("\n")
}

fn moved(from: &str, to: &str) -> String {
    ["\tredir \"", from, "\" \"", to, "\" permanent"].concat()
}

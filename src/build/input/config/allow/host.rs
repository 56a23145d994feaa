//! Hosts as a policy names them: `giscus.app`, `*.example.org`, `127.0.0.1:8000`.

/// Whether a text is a host as a policy may name it: labels, perhaps with `*.` before them and a port behind.
pub fn is_host(text: &str) -> bool {
    let (name, port) = text.rsplit_once(':').unwrap_or((text, "80"));
    let labels = name.strip_prefix("*.").unwrap_or(name).split('.');
    let is_label = |label: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.len() < 64 && label.bytes().all(is_plain)
    };
    labels.clone().all(is_label)
        && (labels.count() > 1 || name == "localhost")
        && port.parse::<u16>().is_ok()
}

/// Whether it is that host, or one of those that a star stands for.
pub fn fits(allowed: &str, host: &str) -> bool {
    match allowed.strip_prefix('*') {
        Some(domain) => {
            let start = host.len().checked_sub(domain.len());
            start.is_some_and(|start| {
                start > 0
                    && host.is_char_boundary(start)
                    && host[start..].eq_ignore_ascii_case(domain)
            })
        }
        None => host.eq_ignore_ascii_case(allowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_and_perhaps_a_port() {
        for host in [
            "giscus.app",
            "*.example.org",
            "127.0.0.1:8000",
            "localhost",
            "a-b.c",
        ] {
            assert!(is_host(host), "{host}");
        }
        for other in [
            "",
            "*",
            "*.",
            "a",
            "a..b",
            "https://a.b",
            "a.b/",
            "a.b;",
            "a.b 'self'",
            "a.b:x",
            "ä.b",
            "a.b:99999",
            "user@a.b",
            "https:",
        ] {
            assert!(!is_host(other), "{other}");
        }
    }
}

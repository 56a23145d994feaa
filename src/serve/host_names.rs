//! Who may ask. A page of anybody's can have its browser ask this machine, under a name that leads here as well, and would
//! be shown drafts: so a request must name an address of ours, and come from no page of somebody else's.

use hyper::header::{HOST, HeaderMap, HeaderValue, ORIGIN};
use hyper::{Request, StatusCode, Uri};

/// Names under which this server answers, whatever the port: a tunnel may have another.
pub struct Names(Vec<String>);

/// What a request that is not answered is told.
pub type Refusal = (StatusCode, String);

/// What the socket is bound to, and how people call it.
const OWN: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Origin of a page in a sandbox, which may be anybody's.
const UNKNOWN_ORIGIN: &str = "null";

impl Names {
    /// With those given with `--host`.
    pub fn new(given: Vec<String>) -> Self {
        let own = OWN.map(String::from).into_iter();
        Self(own.chain(given).collect())
    }

    /// Why a request is not answered. `is_open` says whether pages of others may read the answer.
    pub fn refusal<T>(&self, request: &Request<T>, is_open: bool) -> Option<Refusal> {
        self.wrong_host(request)
            .or_else(|| self.wrong_origin(request.headers(), is_open))
    }

    fn wrong_host<T>(&self, request: &Request<T>) -> Option<Refusal> {
        let mut named = request.headers().get_all(HOST).iter();
        let (Some(host), None) = (named.next(), named.next()) else {
            let what = "The request names no host, or several.".into();
            return Some((StatusCode::BAD_REQUEST, what));
        };
        let host = text(host);
        let in_line = request.uri().host().map(String::from);
        let wrong = std::iter::once(host_of(host))
            .chain(in_line.map(Some))
            .find(|host| !host.as_deref().is_some_and(|host| self.knows(host)))?;
        let name = wrong.unwrap_or_else(|| host.into());
        let what = format!(
            "This server does not answer under the name `{name}`; start it with `--host {name}` if it should."
        );
        Some((StatusCode::MISDIRECTED_REQUEST, what))
    }

    /// Browsers say whose page asks where others may be given the answer.
    fn wrong_origin(&self, headers: &HeaderMap, is_open: bool) -> Option<Refusal> {
        let origin = text(headers.get(ORIGIN)?);
        let is_known = match origin == UNKNOWN_ORIGIN {
            true => !is_open,
            false => host_of(origin).is_some_and(|host| self.knows(&host)),
        };
        let what = format!(
            "Pages of `{origin}` may not read drafts; start this server with `--host` and the page's host if they should."
        );
        (!is_known).then_some((StatusCode::FORBIDDEN, what))
    }

    fn knows(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.');
        self.0.iter().any(|name| name.eq_ignore_ascii_case(host))
    }
}

/// A name or address, as `--host` takes it: without scheme and port.
pub fn parse_name(text: &str) -> Result<String, &'static str> {
    match host_of(text).filter(|host| host == text) {
        Some(host) => Ok(host),
        None => Err("write a name or address alone, such as blog.test"),
    }
}

/// The host of an authority or an origin, without its port.
fn host_of(authority: &str) -> Option<String> {
    let uri: Uri = authority.parse().ok()?;
    uri.host().map(String::from)
}

/// Empty where it is no text.
fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or_default()
}

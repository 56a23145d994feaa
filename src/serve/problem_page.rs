//! What is on show for as long as no site could be built at all.

use crate::build::pages::document::written;
use leptos::prelude::*;

/// The page, which the script at `reload_script` replaces by the site.
pub fn problem_page(problems: Vec<String>, reload_script: &'static str) -> String {
    let problems = problems
        .into_iter()
        .map(|problem| view! { <li>{problem}</li> });
    written(view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <title>"The site cannot be built"</title>
                <script type="module" src=reload_script></script>
            </head>
            <body>
                <h1>"The site cannot be built"</h1>
                <p>"This page is replaced by the site when the following is corrected."</p>
                <ul>{problems.collect_view()}</ul>
            </body>
        </html>
    })
}

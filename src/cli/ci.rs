//! What `recto new --ci` writes: files that make a host build, check and publish a blog after every push, and once a day, so
//! that an article appears on its day.

use clap::ValueEnum;

/// Who builds the blog.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Host {
    /// GitHub Pages, with a workflow of GitHub Actions
    Github,
    /// GitLab Pages, with a pipeline
    Gitlab,
    /// Netlify, which builds by itself
    Netlify,
    /// Cloudflare Pages, with a workflow of GitHub Actions
    Cloudflare,
    /// Vercel, with a workflow of GitHub Actions
    Vercel,
}

/// Stands in the files for the version of this program.
const VERSION: &str = "RECTO-VERSION";

impl Host {
    /// Paths and texts of its files.
    pub fn files(self) -> Vec<(&'static str, String)> {
        let files: &[(&str, &str)] = match self {
            Self::Github => &[(
                ".github/workflows/publish.yml",
                include_str!("ci/github.yml"),
            )],
            Self::Gitlab => &[(".gitlab-ci.yml", include_str!("ci/gitlab.yml"))],
            Self::Netlify => &[
                ("netlify.toml", include_str!("ci/netlify.toml")),
                (
                    "netlify/functions/daily.mjs",
                    include_str!("ci/netlify_daily.mjs"),
                ),
            ],
            Self::Cloudflare => &[(
                ".github/workflows/publish.yml",
                include_str!("ci/cloudflare.yml"),
            )],
            Self::Vercel => &[(
                ".github/workflows/publish.yml",
                include_str!("ci/vercel.yml"),
            )],
        };
        let with_version = |text: &str| text.replace(VERSION, env!("CARGO_PKG_VERSION"));
        let files = files.iter();
        files
            .map(|(path, text)| (*path, with_version(text)))
            .collect()
    }

    /// What is left to do at the host.
    pub fn next(self) -> &'static str {
        match self {
            Self::Github => {
                "On GitHub, below Settings, Pages, choose GitHub Actions as the source."
            }
            Self::Gitlab => {
                "On GitLab, below Build, Pipeline schedules, add a schedule of one run a day."
            }
            Self::Netlify => {
                "On Netlify, make a build hook, and write its address into the variable BUILD_HOOK."
            }
            Self::Cloudflare => {
                "On GitHub, write the secrets CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and the project's name \
                 into the variable CLOUDFLARE_PROJECT."
            }
            Self::Vercel => {
                "On GitHub, write the secrets VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID."
            }
        }
    }
}

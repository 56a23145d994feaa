//! The command line: which commands there are, what they take, and the help that teaches them.

use super::{ci, schema, theme, version};
use crate::build::diagnostics::progress_line::Progress;
use crate::build::input::{config, date_formats};
use crate::build::options::BuildOptions;
use crate::build::options::asset_source::AssetSource;
use crate::build::options::project::Project;
use crate::build::publish::PublishOptions;
use crate::content::date::Date;
use crate::serve::host_names;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

const BEGIN: &str = "\
Begin:
  recto new my-blog     write a small blog that works
  cd my-blog
  recto serve           show it on http://127.0.0.1:8080, and reload after every change
  recto post \"A Title\"  write a draft of a new article
  recto build           write the site into dist/, ready for any static host

To build a blog that was written for Hugo, Zola, Jekyll or Astro, run `recto build` in its folder. Nothing has to be
changed.

Exit status: 0 on success, 1 if the content has errors, 2 if the command line has.";

const BUILD: &str = "\
Examples:
  recto build
  recto build --content ~/my-hugo-site --out dist --base-url https://example.org/blog/
  recto build --strict --json

The folder changes only if the whole build succeeds. The same content and the same --now give the same bytes on any
machine.";

const PUBLISH: &str = "\
Examples:
  recto publish
  recto publish content/articles/a-title.md
  rsync -r live/ me@example.org:/var/www/site/

It needs `\"live\": true` in site.json, and a build since then. Copy the folder over the site; the app shows what is new in
all lists. The next build has all that is in the content folder, and what was published before it no longer counts.";

const UNPUBLISH: &str = "\
Examples:
  recto unpublish content/articles/a-title.md
  recto unpublish a-title

The article is gone from all lists as soon as the folder is copied over the site. Its address answers until the next build.
So that this does not publish it again, write `draft: true` into its head, or remove its file.";

const SERVE: &str = "\
Drafts, and articles with a later date, are shown with a badge. Problems are printed here and shown in the browser; the
site stays as it was until they are corrected.

Only requests for 127.0.0.1, localhost and the names given with --host are answered, so that no page of somebody else's
can read drafts through a browser on this machine.";

const CHECK: &str = "\
Each problem is one line: path:line:column: what is wrong; what to do. Errors stop a build, warnings do not.";

const RENDER: &str = "\
Examples:
  recto render <article.md >article.html
  printf '\"# One\"\\n\"# Two\"\\n' | recto render --ndjson

With --ndjson, each line of input is a JSON string of Markdown, and each line of output is an object with `html`,
`outline`, `excerpt`, `words` and `warnings`. If a line is not a JSON string, its object has only `error`, the other
lines are still rendered, and the exit status is 1.";

const SCHEMA: &str = "\
Example:
  recto schema article >article.schema.json

Use it to write articles from another program, without a build: the app reads content/articles/<slug>.json and
<slug>.md from the server.";

const NEW: &str = "\
Examples:
  recto new my-blog
  recto new my-blog --ci github
  recto new my-blog --theme notebook
  recto new my-blog --live --base-url https://example.org/
  recto new . --ci netlify      in the folder of a blog that is there: only what the host needs is added

The folder must be empty or not exist yet. It gets content/ with two articles, and public/ for files that are copied
unchanged. With --ci, a blog may be there already; no file is overwritten.";

const REPLIES: &str = "\
Examples:
  recto replies
  recto replies | sh
  curl -fsS 'https://social.example/api/v1/statuses/123/context' | recto replies a-title -

An article names where it is talked about: `replies: https://social.example/@me/123`, a post on Mastodon or Bluesky, or
`https://webmention.io/`. Without a slug, this prints one command for each of them, which fetches what was said there. With
a slug, it keeps the replies of an answer in content/replies/<slug>.json, and removes those that are gone from it. Recto
itself asks no network.";

const COMPLETIONS: &str = "\
Examples:
  recto completions bash >~/.local/share/bash-completion/completions/recto
  recto completions fish >~/.config/fish/completions/recto.fish
  recto completions zsh >~/.zfunc/_recto          with fpath+=~/.zfunc before compinit in .zshrc
  recto completions powershell >>$PROFILE";

const MAN: &str = "\
Examples:
  recto man >recto.1
  recto man build | man -l -";

const DOCTOR: &str = "\
Nothing is written. `recto check` then reports each problem with its place.";

const EXPORT: &str = "\
Examples:
  recto theme export
  recto build --style style

Keep the files that you change, and remove the others: Recto takes its own in their place. For colours, typefaces and
sizes, a theme.json is less work.";

const POST: &str = "\
The file is named after the title and goes where the blog keeps its articles. To publish the article, remove the line
`draft: true`. An existing file is never overwritten.";

/// Turns a folder of Markdown into a blog that any static host can serve
#[derive(Parser)]
#[command(name = "recto", version = version::LINE, arg_required_else_help = true, after_help = BEGIN)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write a small blog to begin with
    #[command(after_help = NEW)]
    New(NewArguments),
    /// Write a draft of a new article
    #[command(after_help = POST)]
    Post {
        /// The article's title, such as "What Margins Are For"
        #[arg(value_parser = title)]
        title: String,
        /// The blog: a folder of Markdown, or of a Hugo, Zola, Jekyll or Astro site
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// Date the article with this day instead of today
        #[arg(long, value_name = "DATE", value_parser = day)]
        now: Option<Date>,
    },
    /// Serve the site on this machine, and rebuild it after every change
    #[command(after_help = SERVE)]
    Serve {
        #[command(flatten)]
        inputs: InputArguments,
        /// The port to listen on
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Answer under this name, too, such as that of a tunnel or a proxy; may be given several times
        #[arg(long = "host", value_name = "NAME", value_parser = host_names::parse_name)]
        hosts: Vec<String>,
    },
    /// Write the finished site into a folder
    #[command(after_help = BUILD)]
    Build {
        #[command(flatten)]
        inputs: InputArguments,
        #[command(flatten)]
        report: ReportArguments,
        /// The folder to write; what was in it before is replaced
        #[arg(long, value_name = "DIR", default_value = "dist")]
        out: PathBuf,
    },
    /// Write the articles that differ from the last build, for the app to show without another one
    #[command(after_help = PUBLISH)]
    Publish {
        /// Files or slugs of articles [default: all that differ]
        files: Vec<PathBuf>,
        #[command(flatten)]
        inputs: InputArguments,
        #[command(flatten)]
        report: ReportArguments,
        #[command(flatten)]
        folders: PublishArguments,
    },
    /// Take articles out of all lists without another build
    #[command(after_help = UNPUBLISH)]
    Unpublish {
        /// Files or slugs of articles
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        inputs: InputArguments,
        #[command(flatten)]
        report: ReportArguments,
        #[command(flatten)]
        folders: PublishArguments,
    },
    /// Keep what others replied to an article on Mastodon, Bluesky or their own pages
    #[command(after_help = REPLIES)]
    Replies(RepliesArguments),
    /// Report problems without building
    #[command(after_help = CHECK)]
    Check {
        #[command(flatten)]
        inputs: InputArguments,
        #[command(flatten)]
        report: ReportArguments,
        /// Tell which addresses of this sitemap, a file of the site that the blog comes from, would be lost
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Say what a folder is taken for, and what of it will be left out
    #[command(after_help = DOCTOR)]
    Doctor {
        #[command(flatten)]
        inputs: InputArguments,
    },
    /// Render Markdown from standard input as HTML
    #[command(after_help = RENDER)]
    Render {
        /// Read one JSON string per line, and write one JSON object per line
        #[arg(long)]
        ndjson: bool,
    },
    /// Write the style sheets that Recto brings, to change them
    Theme {
        #[command(subcommand)]
        command: ThemeCommand,
    },
    /// Print the JSON Schema of a file that the app reads
    #[command(after_help = SCHEMA)]
    Schema {
        /// The kind of file
        file: schema::File,
    },
    /// Print what lets a shell complete commands and options
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page of `recto`, or of one of its commands
    #[command(after_help = MAN)]
    Man {
        /// The command, such as `build`
        command: Option<String>,
    },
}

#[derive(Subcommand)]
pub enum ThemeCommand {
    /// Write all style sheets into a folder
    #[command(after_help = EXPORT)]
    Export {
        /// The folder to write; none of the files may be there
        #[arg(value_name = "DIR", default_value = "style")]
        folder: PathBuf,
    },
}

// What is said of the command stands there, so that the help has it from there.
#[derive(Args)]
pub struct NewArguments {
    /// The folder to create
    pub folder: PathBuf,
    /// Write what makes this host build, check and publish the blog after every push, and once a day
    #[arg(long, value_name = "HOST")]
    pub ci: Option<ci::Host>,
    /// Begin with a look other than Recto's own
    #[arg(long, value_name = "NAME")]
    pub theme: Option<theme::Ready>,
    /// Write a finished site whose articles are a folder of Markdown that browsers read, with no tool after this
    #[arg(long, conflicts_with = "ci")]
    pub live: bool,
    /// With --live, the address of the site, such as https://example.org/blog/
    #[arg(long, value_name = "URL", value_parser = base_url, requires = "live")]
    pub base_url: Option<String>,
    #[arg(long, value_name = "DIR", hide = true, requires = "live")]
    pub style: Option<PathBuf>,
    #[arg(long, value_name = "DIR", hide = true, requires = "live")]
    pub app: Option<PathBuf>,
    /// Date the articles with this day instead of today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub now: Option<Date>,
}

#[derive(Args)]
pub struct RepliesArguments {
    /// The slug of the article that was replied to [default: print how to fetch the replies to all]
    #[arg(requires = "answer")]
    pub slug: Option<String>,
    /// The file with the answer, or `-` for standard input
    pub answer: Option<PathBuf>,
    #[command(flatten)]
    pub inputs: InputArguments,
}

#[derive(Args)]
pub struct ReportArguments {
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Print every warning, also where many are of one kind
    #[arg(long)]
    pub verbose: bool,
    /// Print problems and result as one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct PublishArguments {
    /// The folder that the last build wrote
    #[arg(long, value_name = "DIR", default_value = "dist")]
    built: PathBuf,
    /// The folder to write; what was published before, since that build, stays in it
    #[arg(long, value_name = "DIR", default_value = "live")]
    out: PathBuf,
}

impl PublishArguments {
    /// `is_removal`: whether the files are to be gone.
    pub fn options<'a>(&'a self, files: &'a [PathBuf], is_removal: bool) -> PublishOptions<'a> {
        PublishOptions {
            files,
            is_removal,
            built: &self.built,
            out: &self.out,
        }
    }
}

#[derive(Args)]
pub struct InputArguments {
    /// The blog: a folder of Markdown, or of a Hugo, Zola, Jekyll or Astro site
    /// [default: content/ or public/content/, or the content of the site in this folder]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Files that are copied unchanged [default: public/ or static/, beside the content]
    #[arg(long, value_name = "DIR")]
    public: Option<PathBuf>,
    /// Your own style sheets: any of those that `recto theme export` writes, or an index.css that stands in every page in the
    /// place of all
    #[arg(long, value_name = "DIR")]
    style: Option<PathBuf>,
    /// The app, as `trunk build` wrote it; for developers of Recto
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Make no pictures: no smaller versions, no placeholder colours, no previews for links on other sites
    #[arg(long)]
    no_images: bool,
    /// Write .br and .gz beside each text file, for servers that do not compress
    #[arg(long)]
    compress: bool,
    /// Keeps pictures and highlighted code from one build to the next; may be deleted at any time
    #[arg(long, value_name = "DIR", default_value = ".recto-cache")]
    cache: PathBuf,
    /// The address of the site, such as https://example.org/blog/; overrides site.json
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Build as of this day instead of today: later and expired articles are not published
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<Date>,
}

impl From<InputArguments> for BuildOptions {
    fn from(arguments: InputArguments) -> Self {
        let InputArguments {
            content,
            public,
            style,
            app,
            no_images,
            compress,
            cache,
            base_url,
            now,
        } = arguments;
        let today = now.unwrap_or_else(date_formats::today);
        let project = Project::find(content.as_deref());
        Self {
            content: project.content,
            system: project.system,
            config: project.config,
            public: public.unwrap_or(project.public),
            drafts: false,
            out: None,
            style: AssetSource::style(style),
            app: AssetSource::new(app, "app", "target/app"),
            images: !no_images,
            compress,
            cache: Some(cache),
            base_url,
            today,
            progress: Progress::default(),
            reload_script: None,
        }
    }
}

fn base_url(text: &str) -> Result<String, &'static str> {
    match config::is_base_url(text) {
        true => Ok(text.into()),
        false => {
            Err("write an absolute URL such as https://example.org/ or https://example.org/blog/")
        }
    }
}

fn day(text: &str) -> Result<Date, &'static str> {
    date_formats::read_day(text).ok_or("write a date such as 2026-04-01")
}

fn title(text: &str) -> Result<String, &'static str> {
    let title = text.trim();
    match title.chars().any(char::is_alphanumeric) {
        true => Ok(title.into()),
        false => Err("write a title with at least one letter"),
    }
}

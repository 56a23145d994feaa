//! The command line: which commands there are, what they take, and the help that teaches them.

use super::schema;
use crate::build::diagnostics::progress::Progress;
use crate::build::input::{config, date_formats};
use crate::build::options::asset_source::Parts;
use crate::build::options::project::Project;
use crate::build::run::Inputs;
use crate::content::date::Date;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const BEGIN: &str = "\
Begin:
  recto new my-blog     a small blog that works
  cd my-blog
  recto serve           on http://127.0.0.1:8080, shown anew after every change
  recto post \"A Title\"  a draft of a new article
  recto build           into dist/, which any host of static files can serve

A blog that was written for Hugo, Zola, Jekyll or Astro needs no change: run `recto build` in its folder.

Exit status: 0, done; 1, the content has errors, each of which is told with its place; 2, the command line has.";

const BUILD: &str = "\
Examples:
  recto build
  recto build --content ~/my-hugo-site --out dist --base-url https://example.org/blog/
  recto build --strict --json

The folder is replaced only when everything has succeeded. The same input and the same --now give the same bytes, on any
machine and in any folder.";

const SERVE: &str = "\
Drafts, and articles of a later day, are shown as well, with a badge that says so. What is wrong is told here and in
the page, which stays as it was until it is corrected.";

const CHECK: &str = "\
Every problem is one line: path:line:column: what is wrong; what to do. Errors stop a build, warnings do not.";

const RENDER: &str = "\
Examples:
  recto render <article.md >article.html
  printf '\"# One\"\\n\"# Two\"\\n' | recto render --ndjson

With --ndjson, each line of the answer is an object with `html`, `outline`, `excerpt`, `words` and `warnings`, or with
an `error` where the line was no JSON string. Then the exit status is 1, but all other lines are rendered.";

const SCHEMA: &str = "\
Example:
  recto schema article >article.schema.json

For programs that write articles without a build: the app opens from content/articles/<slug>.json and <slug>.md what it
finds there.";

const NEW: &str = "\
The folder must be empty, or not be there. It gets content/ with two articles, and public/ for files that are copied as
they are.";

const POST: &str = "\
The article lies where the blog has its articles, named after its title, and is marked as a draft: take that line out
to publish it. A file that is there already is never overwritten.";

/// Turns a folder of Markdown into a blog that any host of static files can serve.
#[derive(Parser)]
#[command(name = "recto", version, arg_required_else_help = true, after_help = BEGIN)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write a small blog that works, to begin with
    #[command(after_help = NEW)]
    New {
        /// The folder to write
        folder: PathBuf,
        /// The day its articles are dated, instead of today
        #[arg(long, value_name = "DATE", value_parser = day)]
        now: Option<Date>,
    },
    /// Write a draft of a new article
    #[command(after_help = POST)]
    Post {
        /// The article's title, such as "What Margins Are For"
        #[arg(value_parser = title)]
        title: String,
        /// The blog: a folder with Markdown in it, or the folder of a Hugo, Zola, Jekyll or Astro site
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        /// The day the article is dated, instead of today
        #[arg(long, value_name = "DATE", value_parser = day)]
        now: Option<Date>,
    },
    /// Show the site in a browser, and again after every change
    #[command(after_help = SERVE)]
    Serve {
        #[command(flatten)]
        inputs: InputArguments,
        /// The port on this machine
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Write the finished site into a folder, which it replaces
    #[command(after_help = BUILD)]
    Build {
        #[command(flatten)]
        inputs: InputArguments,
        #[command(flatten)]
        report: ReportArguments,
        /// The folder to write
        #[arg(long, value_name = "DIR", default_value = "dist")]
        out: PathBuf,
    },
    /// Tell all that is wrong with the content, and write nothing
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
    /// Turn Markdown on standard input into HTML on standard output
    #[command(after_help = RENDER)]
    Render {
        /// Take one JSON string with Markdown a line, and answer with one JSON object a line
        #[arg(long)]
        ndjson: bool,
    },
    /// Print the JSON Schema of a file that the app reads
    #[command(after_help = SCHEMA)]
    Schema {
        /// The kind of file
        file: schema::File,
    },
}

#[derive(Args)]
pub struct ReportArguments {
    /// Let warnings stop the build, too
    #[arg(long)]
    pub strict: bool,
    /// Tell every warning, also where many are of one kind
    #[arg(long)]
    pub verbose: bool,
    /// Tell problems and result as one JSON object on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct InputArguments {
    /// The blog: a folder with Markdown in it, or the folder of a Hugo, Zola, Jekyll or Astro site
    /// [default: public/content or content, or what the site around here has]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Files that are copied as they are [default: public or static, whichever belongs to the content]
    #[arg(long, value_name = "DIR")]
    public: Option<PathBuf>,
    /// Style sheets of your own: index.css and what it imports
    #[arg(long, value_name = "DIR")]
    style: Option<PathBuf>,
    /// What `trunk build` wrote; for developers of Recto
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Draw no pictures for other sites: quicker, for a look
    #[arg(long)]
    no_images: bool,
    /// Write .br and .gz beside each text, for servers that send such files as they are
    #[arg(long)]
    compress: bool,
    /// Where pictures are kept from one build to the next
    #[arg(long, value_name = "DIR", default_value = ".recto-cache")]
    cache: PathBuf,
    /// Where the site will be, such as https://example.org/blog/, instead of what site.json says
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Build as of this day instead of today: articles of a later day stay out, and those that have expired
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<Date>,
}

impl From<InputArguments> for Inputs {
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
            style: Parts::new(style, "style", "style"),
            app: Parts::new(app, "app", "target/app"),
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

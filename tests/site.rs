//! The publisher's tool seen from outside: a folder of content in, a finished site out.

#[path = "site/blog.rs"]
mod blog;

#[path = "site/about_itself.rs"]
mod about_itself;
#[path = "site/allow.rs"]
mod allow;
#[path = "site/archive.rs"]
mod archive;
#[path = "site/broken_content.rs"]
mod broken_content;
#[path = "site/ci.rs"]
mod ci;
#[path = "site/command_line.rs"]
mod command_line;
#[path = "site/desk.rs"]
mod desk;
#[path = "site/documentation.rs"]
mod documentation;
#[path = "site/drawings.rs"]
mod drawings;
#[path = "site/embed_types.rs"]
mod embed_types;
#[path = "site/favicon.rs"]
mod favicon;
#[path = "site/feeds.rs"]
mod feeds;
#[path = "site/first_screen.rs"]
mod first_screen;
#[path = "site/frames.rs"]
mod frames;
#[path = "site/front_matter.rs"]
mod front_matter;
#[path = "site/heads.rs"]
mod heads;
#[path = "site/host_headers.rs"]
mod host_headers;
#[path = "site/hostile_facts.rs"]
mod hostile_facts;
#[path = "site/hostile_files.rs"]
mod hostile_files;
#[path = "site/hostile_places.rs"]
mod hostile_places;
#[path = "site/hosting.rs"]
mod hosting;
#[path = "site/images.rs"]
mod images;
#[path = "site/imported_authors.rs"]
mod imported_authors;
#[path = "site/interrupted_builds.rs"]
mod interrupted_builds;
#[path = "site/kept/mod.rs"]
mod kept;
#[path = "site/languages.rs"]
mod languages;
#[path = "site/large_inputs.rs"]
mod large_inputs;
#[path = "site/links.rs"]
mod links;
#[path = "site/menus.rs"]
mod menus;
#[path = "site/odd_names.rs"]
mod odd_names;
#[path = "site/odd_templates.rs"]
mod odd_templates;
#[path = "site/open_heart.rs"]
mod open_heart;
#[path = "site/other_systems.rs"]
mod other_systems;
#[path = "site/output.rs"]
mod output;
#[path = "site/pages.rs"]
mod pages;
#[path = "site/permalinks.rs"]
mod permalinks;
#[path = "site/picture_faults.rs"]
mod picture_faults;
#[path = "site/players.rs"]
mod players;
#[path = "site/policy.rs"]
mod policy;
#[path = "site/publish.rs"]
mod publish;
#[path = "site/publisher.rs"]
mod publisher;
#[path = "site/reference/mod.rs"]
mod reference;
#[path = "site/replies.rs"]
mod replies;
#[path = "site/sample.rs"]
mod sample;
#[path = "site/schema.rs"]
mod schema;
#[path = "site/search.rs"]
mod search;
#[path = "site/series.rs"]
mod series;
#[path = "site/serve.rs"]
mod serve;
#[path = "site/serve_requests.rs"]
mod serve_requests;
#[path = "site/shared_reactions.rs"]
mod shared_reactions;
#[path = "site/slots.rs"]
mod slots;
#[path = "site/stub_app.rs"]
mod stub_app;
#[path = "site/templates.rs"]
mod templates;
#[path = "site/text_pages.rs"]
mod text_pages;
#[path = "site/theme.rs"]
mod theme;

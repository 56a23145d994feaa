//! "React to this story": the bar of reactions, as the page holds it before scripts and as the live element shows it.

use crate::content::reactions::{ReactionCounts, ReactionKind, ReactionOption, Reactions};
use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The section under an article, with the element that comes alive in the browser.
pub fn section(
    article: &str,
    kinds: &[ReactionKind],
    counts: &ReactionCounts,
) -> impl IntoView + use<> {
    let options = ReactionOption::offer(kinds, counts);
    let article = article.to_string();
    (!options.is_empty()).then(|| {
        view! {
            <section class="reactions" aria-labelledby="recto-reactions">
                <h2 class="section-title" id="recto-reactions">"React to this story"</h2>
                <recto-reactions article=article>
                    {bar(options, ArcRwSignal::default(), ArcRwSignal::default(), |_| ())}
                </recto-reactions>
                <p class="needs-scripts">"Reactions stay in your browser and need JavaScript."</p>
            </section>
        }
    })
}

/// One toggle button for each reaction; `toggle` is told the id of the one that was pressed.
pub fn bar(
    options: Vec<ReactionOption>,
    given: ArcRwSignal<Reactions>,
    note: ArcRwSignal<&'static str>,
    toggle: impl Fn(&str) + Clone + 'static,
) -> impl IntoView {
    let buttons = options
        .into_iter()
        .map(|option| button(option, given.clone(), toggle.clone()));
    view! {
        <div class="reaction-bar" role="group" aria-label="React to this story" on:keydown=move_focus>
            {buttons.collect::<Vec<_>>()}
        </div>
        <p class="reaction-note" role="status">{move || note.get()}</p>
    }
}

fn button(
    option: ReactionOption,
    given: ArcRwSignal<Reactions>,
    toggle: impl Fn(&str) + 'static,
) -> impl IntoView {
    let ReactionOption {
        id,
        emoji,
        label,
        count,
    } = option;
    let pressed = {
        let id = id.clone();
        move || given.with(|given| given.has(&id))
    };
    let shown_count = {
        let pressed = pressed.clone();
        move || match count + u32::from(pressed()) {
            0 => String::new(),
            count => count.to_string(),
        }
    };
    view! {
        <button
            class="reaction"
            type="button"
            value=id.clone()
            aria-pressed=move || if pressed() { "true" } else { "false" }
            on:click=move |_| toggle(&id)
        >
            <span class="reaction-emoji" aria-hidden="true">{emoji}</span>
            <span class="reaction-label">{label}</span>
            <span class="reaction-count">{shown_count}</span>
        </button>
    }
}

/// What the bar in the element offers, read back from its buttons.
pub fn options_of(element: &Element) -> Vec<ReactionOption> {
    let Ok(buttons) = element.query_selector_all("button") else {
        return Vec::new();
    };
    let buttons =
        (0..buttons.length()).filter_map(|at| buttons.item(at)?.dyn_into::<Element>().ok());
    buttons.map(|button| option_of(&button)).collect()
}

fn option_of(button: &Element) -> ReactionOption {
    let text = |selector: &str| {
        let part = button.query_selector(selector).ok().flatten();
        part.and_then(|part| part.text_content())
            .unwrap_or_default()
    };
    ReactionOption {
        id: button.get_attribute("value").unwrap_or_default(),
        emoji: text(".reaction-emoji"),
        label: text(".reaction-label"),
        count: text(".reaction-count").parse().unwrap_or_default(),
    }
}

/// Arrow keys move between the buttons, in the direction the page is read; Tab works as everywhere.
fn move_focus(event: KeyboardEvent) {
    let forwards = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return,
    };
    let Some(button) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let neighbour = if forwards {
        button.next_element_sibling()
    } else {
        button.previous_element_sibling()
    };
    if let Some(neighbour) =
        neighbour.and_then(|neighbour| neighbour.dyn_into::<HtmlElement>().ok())
    {
        event.prevent_default();
        // A button that cannot take the focus leaves it where it is.
        let _ = neighbour.focus();
    }
}

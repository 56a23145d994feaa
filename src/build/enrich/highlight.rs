//! Code → runs of classes, with the grammars of Sublime Text that `two-face` collects (about two hundred languages).

use crate::markdown::{CodeTokens, TOKEN_CLASSES};
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

pub struct Highlighter {
    grammars: SyntaxSet,
    /// Scopes and the index of the class of all that they begin.
    classes: Vec<(Scope, u32)>,
}

/// Names that writers use and no grammar lists.
const OTHER_NAMES: [(&str, &str); 12] = [
    ("console", "sh"),
    ("shell-session", "sh"),
    ("shellsession", "sh"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("mjs", "js"),
    ("cjs", "js"),
    ("jsx", "tsx"),
    ("webmanifest", "json"),
    ("svg", "xml"),
    ("wat", "lisp"),
    ("wast", "lisp"),
];

/// The longest scope that begins a token's own scope gives it its class.
const SCOPES: [(&str, &str); 72] = [
    ("comment", "tok-comment"),
    ("punctuation.definition.comment", "tok-comment"),
    ("keyword", "tok-keyword"),
    ("keyword.operator", "tok-operator"),
    ("keyword.operator.word", "tok-keyword"),
    ("storage", "tok-keyword"),
    ("storage.type.function", "tok-keyword"),
    ("storage.modifier", "tok-keyword"),
    ("storage.modifier.lifetime", "tok-label"),
    ("string", "tok-string"),
    ("string.regexp", "tok-regexp"),
    ("string.other.link", "tok-link"),
    ("punctuation.definition.string", "tok-string"),
    ("constant", "tok-constant"),
    ("constant.numeric", "tok-number"),
    ("constant.character", "tok-string"),
    ("constant.character.escape", "tok-escape"),
    ("constant.character.entity", "tok-escape"),
    ("punctuation.definition.entity", "tok-escape"),
    ("constant.other.placeholder", "tok-escape"),
    ("entity.name", "tok-type"),
    ("entity.name.function", "tok-function"),
    ("entity.name.macro", "tok-function"),
    ("entity.name.tag", "tok-tag"),
    ("entity.name.label", "tok-label"),
    ("entity.name.lifetime", "tok-label"),
    ("entity.name.namespace", "tok-namespace"),
    ("entity.name.module", "tok-namespace"),
    ("entity.name.section", "tok-heading"),
    ("entity.name.constant", "tok-constant"),
    ("entity.name.enum", "tok-type"),
    ("entity.other.attribute-name", "tok-attribute"),
    ("entity.other.inherited-class", "tok-type"),
    ("variable", "tok-variable"),
    ("variable.function", "tok-function"),
    ("variable.annotation", "tok-attribute"),
    ("variable.language", "tok-builtin"),
    ("variable.other.member", "tok-property"),
    ("variable.other.constant", "tok-constant"),
    ("variable.other.readwrite", ""),
    ("support", "tok-builtin"),
    ("support.function", "tok-builtin"),
    ("support.macro", "tok-function"),
    ("support.type", "tok-type"),
    ("support.type.property-name", "tok-property"),
    ("support.class", "tok-type"),
    ("support.constant", "tok-constant"),
    ("meta.property-name", "tok-property"),
    ("meta.object-literal.key", "tok-property"),
    ("meta.mapping.key", "tok-property"),
    ("meta.annotation", "tok-attribute"),
    ("meta.attribute", "tok-attribute"),
    ("punctuation", "tok-punctuation"),
    ("punctuation.definition.tag", "tok-tag"),
    ("punctuation.definition.heading", "tok-heading"),
    ("markup.inserted", "tok-inserted"),
    ("punctuation.definition.inserted", "tok-inserted"),
    ("markup.deleted", "tok-deleted"),
    ("punctuation.definition.deleted", "tok-deleted"),
    ("meta.diff.header", "tok-heading"),
    ("punctuation.definition.from-file", "tok-heading"),
    ("punctuation.definition.to-file", "tok-heading"),
    ("meta.diff.range", "tok-label"),
    ("punctuation.definition.range", "tok-label"),
    ("markup.changed", "tok-escape"),
    ("markup.heading", "tok-heading"),
    ("markup.italic", "tok-emphasis"),
    ("markup.bold", "tok-strong"),
    ("markup.underline.link", "tok-link"),
    ("markup.raw", "tok-string"),
    ("markup.quote", "tok-comment"),
    ("invalid", "tok-invalid"),
];

impl Highlighter {
    pub fn new() -> Self {
        let classes = SCOPES.iter().filter_map(|(scope, class)| {
            let class = TOKEN_CLASSES.iter().position(|name| name == class)?;
            Some((Scope::new(scope).ok()?, class as u32))
        });
        Self {
            grammars: two_face::syntax::extra_newlines(),
            classes: classes.collect(),
        }
    }

    /// The classes of a code block, or nothing for a language that no grammar is known for.
    pub fn tokens(&self, language: &str, code: &str) -> Option<CodeTokens> {
        let mut state = ParseState::new(self.grammar(language)?);
        let mut stack = ScopeStack::new();
        let mut runs = Runs::default();
        for line in code.split_inclusive('\n') {
            let mut start = 0;
            for (end, change) in state.parse_line(line, &self.grammars).ok()? {
                runs.add(self.class(&stack), end - start);
                start = end;
                stack.apply(&change).ok()?;
            }
            runs.add(self.class(&stack), line.len() - start);
        }
        Some(CodeTokens(runs.0))
    }

    fn grammar(&self, language: &str) -> Option<&SyntaxReference> {
        let named = |name: &str| self.grammars.find_syntax_by_token(name);
        let other = OTHER_NAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(language));
        let grammar = named(language).or_else(|| other.and_then(|(_, name)| named(name)))?;
        (grammar.name != "Plain Text").then_some(grammar)
    }

    /// The innermost scope that has a class decides.
    fn class(&self, stack: &ScopeStack) -> u32 {
        let class = |scope: &Scope| {
            let fitting = self
                .classes
                .iter()
                .filter(|(prefix, _)| prefix.is_prefix_of(*scope));
            fitting
                .max_by_key(|(prefix, _)| prefix.len())
                .map(|(_, class)| *class)
        };
        stack.as_slice().iter().rev().find_map(class).unwrap_or(0)
    }
}

/// Class and length in turn; neighbours of one class are one run.
#[derive(Default)]
struct Runs(Vec<u32>);

impl Runs {
    fn add(&mut self, class: u32, length: usize) {
        match self.0.as_mut_slice() {
            _ if length == 0 => {}
            [.., last_class, last_length] if *last_class == class => *last_length += length as u32,
            _ => self.0.extend([class, length as u32]),
        }
    }
}

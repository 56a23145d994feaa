// Queries for which one article is right, made from the texts: each is in that article, and in no other.

import { Chance } from "./chance.mjs";
import { LANGUAGES } from "./words.mjs";

const EACH = 40;
const SPACED = ["en", "de", "ar"];

const letters = (word) => [...word];

// One letter wrong, missing, extra, or swapped with the next, not at the beginning.
const mistyped = (word, chance) => {
  const list = letters(word);
  const at = 1 + chance.below(list.length - 2);
  const other = list[(at + 2) % list.length];
  switch (chance.below(4)) {
    case 0: list[at] = other === list[at] ? list[0] : other; break;
    case 1: list.splice(at, 1); break;
    case 2: list.splice(at, 0, other); break;
    default: [list[at], list[at + 1]] = [list[at + 1], list[at]];
  }
  return list.join("");
};

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

export const queries = (articles) => {
  const chance = new Chance(4_711);
  const found = { exact: [], prefix: [], typo: [], "two words": [], inflected: [], "other scripts": [] };
  const pick = (wanted) => {
    for (;;) {
      const article = chance.of(articles);
      if (wanted.includes(article.lang)) return article;
    }
  };
  const add = (kind, article, text) => found[kind].push({ text, slug: article.slug, lang: article.lang });
  // Half of them in English, the others in the languages that can be asked so.
  const languages = (index, others) => (index % 2 === 0 ? ["en"] : others);
  const rareOf = (article) => {
    const { rare } = chance.of(article.sections);
    return LANGUAGES[article.lang].form(rare.number, rare.form);
  };
  for (let index = 0; index < EACH; index += 1) {
    const exact = pick(languages(index, SPACED));
    add("exact", exact, rareOf(exact));
    const prefix = pick(languages(index, SPACED));
    const whole = rareOf(prefix);
    add("prefix", prefix, letters(whole).slice(0, Math.ceil(letters(whole).length * 0.8)).join(""));
    const typo = pick(languages(index, ["en", "de"]));
    add("typo", typo, mistyped(rareOf(typo), chance));
    const inflected = pick(languages(index, ["en", "de", "ar"]));
    const language = LANGUAGES[inflected.lang];
    const { rare } = chance.of(inflected.sections);
    const form = (rare.form + 1 + chance.below(language.forms - 1)) % language.forms;
    add("inflected", inflected, language.form(rare.number, form));
  }
  pairs(articles, pick, chance).forEach(({ article, text }) => add("two words", article, text));
  for (let tries = 0; found["other scripts"].length < EACH && tries < 4_000; tries += 1) {
    const article = pick(["zh", "ja"]);
    const text = chance.of(chance.of(article.sections).paragraphs);
    const from = chance.below(text.length - 4);
    const part = text.slice(from, from + 4);
    const isAlone = !/[。，]/.test(part) && articles.every((other) =>
      other === article || other.lang !== article.lang || !other.sections.some(({ heading, paragraphs }) =>
        heading.includes(part) || paragraphs.some((paragraph) => paragraph.includes(part))));
    if (isAlone) add("other scripts", article, part);
  }
  return found;
};

// Two words of some twenty articles each that stand together in one section alone.
const pairs = (articles, pick, chance) => {
  const candidates = [];
  const frequency = new Map();
  for (const { sections } of articles) {
    const words = new Set(sections.flatMap(({ paragraphs }) => wordsOf(paragraphs.join(" "))));
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const most = Math.max(8, articles.length / 50);
  for (let tries = 0; candidates.length < 3 * EACH && tries < 20 * EACH; tries += 1) {
    const article = pick(tries % 2 === 0 ? ["en"] : SPACED);
    const words = [...new Set(wordsOf(chance.of(article.sections).paragraphs.join(" ")))];
    const middling = words.filter((word) => word.length > 3 && frequency.get(word) > 2 && frequency.get(word) <= most);
    if (middling.length < 2) continue;
    const first = chance.of(middling);
    const second = chance.of(middling.filter((word) => word !== first));
    candidates.push({ article, first, second, sections: 0 });
  }
  for (const { sections } of articles) {
    for (const { paragraphs } of sections) {
      const words = new Set(wordsOf(paragraphs.join(" ")));
      for (const pair of candidates) if (words.has(pair.first) && words.has(pair.second)) pair.sections += 1;
    }
  }
  return candidates
    .filter(({ sections }) => sections === 1)
    .slice(0, EACH)
    .map(({ article, first, second }) => ({ article, text: `${first} ${second}` }));
};

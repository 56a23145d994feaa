// The blog that is searched: articles of 900 words in five sections, four of five in English, the others in German,
// Arabic, Chinese and Japanese. Each section has a word that no other has, as texts have names.

import { Chance } from "./chance.mjs";
import { LANGUAGES } from "./words.mjs";

const OTHERS = ["de", "ar", "zh", "ja"];
const SECTIONS = 5;
const PARAGRAPHS = 3;

// The words that many articles share: more in a large blog, by the square root, as in natural texts.
const vocabulary = (count) => Math.round(900 * Math.sqrt(count / 10));

const languageOf = (number) => (number % 5 === 4 ? OTHERS[Math.floor(number / 5) % OTHERS.length] : "en");

const sentence = (language, chance, limit, length, rare) => {
  const words = [];
  for (let index = 0; index < length; index += 1) {
    const number = chance.zipf(limit);
    words.push(language.form(number, number < 150 || chance.below(2) === 0 ? 0 : chance.below(language.forms)));
  }
  if (rare !== undefined) words.splice(1 + chance.below(length - 1), 0, rare);
  return language.sentence(language.join(words));
};

export const article = (number, count) => {
  const chance = new Chance(number * 7_919 + 13);
  const lang = languageOf(number);
  const language = LANGUAGES[lang];
  const limit = vocabulary(count);
  const some = (length, rare) => sentence(language, chance, limit, length, rare);
  const title = some(6).replace(/[.。]$/, "");
  const description = some(14);
  const sections = [];
  for (let index = 0; index < SECTIONS; index += 1) {
    const rare = { number: 10_000_000 + number * SECTIONS + index, form: chance.below(language.forms) };
    const at = chance.below(PARAGRAPHS);
    const paragraphs = [];
    for (let paragraph = 0; paragraph < PARAGRAPHS; paragraph += 1) {
      const word = paragraph === at ? language.form(rare.number, rare.form) : undefined;
      paragraphs.push([some(14), some(19, word), some(13), some(12)].join(lang === "zh" || lang === "ja" ? "" : " "));
    }
    const heading = some(4).replace(/[.。]$/, "");
    sections.push({ id: `s${index}`, heading, rare, paragraphs });
  }
  const day = new Date(Date.UTC(2012, 0, 1 + Math.floor((number * 4_700) / count)));
  return { slug: `article-${String(number).padStart(5, "0")}`, lang, title, description, date: day.toISOString().slice(0, 10), sections };
};

export const markdown = ({ sections }) =>
  sections.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join("\n\n")}\n`).join("\n");

export const withHead = (article) =>
  `---\ntitle: ${JSON.stringify(article.title)}\ndescription: ${JSON.stringify(article.description)}\n` +
  `date: ${article.date}\nlang: ${article.lang}\n---\n${markdown(article)}`;

export const html = ({ lang, title, sections }) =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><main data-pagefind-body><h1>${title}</h1>` +
  sections
    .map(({ id, heading, paragraphs }) => `<h2 id="${id}">${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`)
    .join("") +
  `</main></body></html>`;

// Without marks: what an index is a share of.
export const plain = ({ title, description, sections }) =>
  [title, description, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join("\n");

// Words of invented languages that are written as English, German, Arabic, Chinese and Japanese are: as many short ones,
// as many forms. A word is a number; which one it is spelt as, the number's digest tells.

import { Chance } from "./chance.mjs";

const ENGLISH = {
  onsets: ["b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"],
  vowels: ["a", "e", "i", "o", "u", "ea", "ou", "ai"],
  codas: ["b", "ck", "d", "g", "l", "m", "n", "nd", "p", "r", "rt", "st", "t", "x"],
  forms: ["", "s", "ed", "ing"],
};
const GERMAN = {
  onsets: ["b", "bl", "d", "f", "fr", "g", "gl", "h", "k", "kr", "l", "m", "n", "pf", "r", "sch", "schw", "st", "t", "w", "z"],
  vowels: ["a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei", "ie"],
  codas: ["b", "ch", "ck", "ft", "g", "l", "ll", "m", "nd", "ng", "rk", "rm", "tz", "lz"],
  forms: ["", "en", "er", "es", "e"],
};

const spelt = (alphabet, number) => {
  const chance = new Chance(Math.imul(number + 1, 0x85ebca6b));
  const syllables = number < 150 ? 1 : number < 8_000 ? 2 : 3;
  let word = "";
  for (let index = 0; index < syllables; index += 1) word += chance.of(alphabet.onsets) + chance.of(alphabet.vowels);
  return word + chance.of(alphabet.codas);
};

const LETTERS = [..."بتثجحخدذرزسشصضطظعغفقكلمنهوي"];
const arabic = (number) => {
  const chance = new Chance(Math.imul(number + 7, 0x85ebca6b));
  const length = number < 150 ? 3 : number < 8_000 ? 4 : 5;
  let word = "";
  for (let index = 0; index < length; index += 1) word += chance.of(LETTERS);
  return word;
};

const character = (first, count, number) => String.fromCodePoint(first + (Math.imul(number + 1, 0x9e3779b1) >>> 0) % count);
const han = (number) => character(0x4e00, 3_000, number);
const chinese = (number) => (number < 40 ? han(number) : han(number * 31) + han(number * 17 + 5));
const katakana = (number) =>
  [3, 11, 29, 61].map((factor) => character(0x30a2, 70, number * factor)).join("");
const PARTICLES = ["は", "が", "を", "に", "の", "で", "と", "した", "する", "れる"];
const japanese = (number) => (number % 5 === 0 ? katakana(number) : han(number * 13) + han(number * 7 + 3));

const sentenceCase = (text) => text[0].toUpperCase() + text.slice(1);
const spaced = (words, forms, finish) => ({
  word: (number) => words(number),
  form: (number, form) => forms[form % forms.length](words(number)),
  forms: forms.length,
  join: (list) => list.join(" "),
  sentence: (text) => finish(text),
});

export const LANGUAGES = {
  en: spaced((number) => spelt(ENGLISH, number), ENGLISH.forms.map((end) => (word) => word + end), (text) => sentenceCase(text) + "."),
  de: spaced((number) => spelt(GERMAN, number), GERMAN.forms.map((end) => (word) => word + end), (text) => sentenceCase(text) + "."),
  ar: spaced(arabic, [(word) => word, (word) => "ال" + word, (word) => word + "ها", (word) => word + "ات"], (text) => text + "."),
  zh: {
    word: chinese, form: (number) => chinese(number), forms: 1,
    join: (list) => list.join(""), sentence: (text) => text + "。",
  },
  ja: {
    word: japanese, form: (number) => japanese(number), forms: 1,
    join: (list) => list.map((word, index) => word + PARTICLES[(word.charCodeAt(0) + index) % PARTICLES.length]).join(""),
    sentence: (text) => text + "。",
  },
};

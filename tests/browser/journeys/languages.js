// What `src/i18n/browser.rs` asks `Intl` for, in one answer.

const [asked, dateStyle, dates, numbers, lists] = arguments;
const tag = asked === "ar" ? "ar-u-nu-latn" : asked;
const days = new Intl.DateTimeFormat(tag, { dateStyle, timeZone: "UTC", calendar: "gregory" });
const month = dateStyle === "long" ? "long" : "short";
const daysOfYear = new Intl.DateTimeFormat(tag, { month, day: "numeric", timeZone: "UTC", calendar: "gregory" });
const counts = new Intl.NumberFormat(tag);
const plurals = new Intl.PluralRules(tag);

const separators = (list, style) => {
  const found = [""];
  for (const { type, value } of new Intl.ListFormat(tag, { style }).formatToParts(list)) {
    if (type === "element") found.push("");
    else found[found.length - 1] += value.replaceAll("\u2011", "-");
  }
  return found;
};

return {
  dates: dates.map((date) => days.format(new Date(date))),
  daysOfYear: dates.map((date) => daysOfYear.format(new Date(date))),
  numbers: numbers.map((number) => counts.format(number)),
  categories: numbers.map((number) => plurals.select(number)),
  sentences: lists.map((list) => separators(list, "long")),
  narrow: lists.map((list) => separators(list, "narrow")),
};

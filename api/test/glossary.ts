import { readFileSync } from "node:fs";

/**
 * Words that are refused in one sense and meant in another: an enum's `Status`, rows sent as one `Batch`, the matrix's
 * `Limit`. The glossary says the sense; a test of single words cannot.
 */
const twoSensed = new Set(
  "status batch limit account level due period report external id transfer net credit debit balance off rate order".split(
    " ",
  ),
);

const rows = readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !line.startsWith("| ---") && !line.startsWith("| Word"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

const words = new Set(rows.flatMap(([, word]) => wordsIn(word ?? "")));
const refused = rows.flatMap(([, , , instead]) => wordsIn((instead ?? "").replaceAll(/\([^)]*\)/g, "")));

/** docs/glossary.md as sets of single words. */
export const glossary = {
  words,
  refused: new Set(refused.filter((word) => !words.has(word) && !twoSensed.has(word))),
};

/** "BalanceChanged" -> balance, changed. */
export function wordsOf(name: string): string[] {
  return wordsIn(name.replaceAll(/([a-z])([A-Z])/g, "$1 $2"));
}

function wordsIn(text: string): string[] {
  const plain = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return plain.flatMap((word) => (/[^us]s$/.test(word) ? [word, word.slice(0, -1)] : [word]));
}

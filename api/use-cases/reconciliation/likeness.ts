/** So alike and more, two names may well be of one company. */
export const LIKE_MIN = 0.5;

/** Forms of companies, in the languages of the coalition's countries: they say nothing about who it is. */
const FORMS =
  /\b(ooo|oao|zao|ooo|odo|tda|llc|ltd|inc|plc|gmbh|ag|kg|sa|sas|srl|sp|zoo|oü|uab|sia|ип|ооо|оао|зао|одо|тда)\b/gu;

/** 0 to 1: how alike two names of companies are, by the pairs of letters they share. */
export function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  if (pairsA.size === 0 || pairsB.size === 0) return 0;
  const shared = [...pairsA].filter((pair) => pairsB.has(pair)).length;
  return (2 * shared) / (pairsA.size + pairsB.size);
}

const known = new Map<string, ReadonlySet<string>>();
const KNOWN_MAX = 5_000;

/** Names come again and again within a statement. */
function pairsOf(name: string): ReadonlySet<string> {
  const found = known.get(name);
  if (found) return found;
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(FORMS, " ");
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const pairs = new Set(
    words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))),
  );
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(name, pairs);
  return pairs;
}

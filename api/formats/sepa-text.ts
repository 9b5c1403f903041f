/** Letters as passports spell them (ICAO 9303), lower case; capitals follow. */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  `а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f х:kh
   ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia`
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);
/** Where Belarusian differs. */
const belarusian: Readonly<Record<string, string>> = { г: "h", ё: "io" };
const latin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "&": "+",
  _: "-",
  "–": "-",
  "—": "-",
  "’": "'",
  ʼ: "'",
};

/**
 * Free text in the characters every SEPA bank takes: other scripts spelled in Latin letters, accents dropped, the rest
 * a full stop; cut to `length`.
 */
export function sepaText(text: string, length: number): string {
  const isBelarusian = /[ўі]/i.test(text) && !/[їєґ]/i.test(text);
  const letters = [...text.normalize("NFC")].map((letter) => spelled(letter, isBelarusian)).join("");
  const plain = letters.normalize("NFD").replace(/\p{M}/gu, "");
  const allowed = plain.replace(/\s+/g, " ").replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, ".");
  return allowed
    .replace(/\/{2,}/g, "/")
    .replace(/^[/ ]+/, "")
    .slice(0, length)
    .replace(/[/ ]+$/, "");
}

function spelled(letter: string, isBelarusian: boolean): string {
  const lower = letter.toLowerCase();
  const found = (isBelarusian ? belarusian[lower] : undefined) ?? cyrillic[lower] ?? latin[lower];
  if (found === undefined || letter === lower) return found ?? letter;
  return found.charAt(0).toUpperCase() + found.slice(1);
}

/** Is it an id that a bank carries through unchanged: 1 to `length` characters, no slash at an end, never two? */
export function isSepaId(text: string, length: number): boolean {
  return (
    /^[A-Za-z0-9/\-?:().,'+ ]+$/.test(text) &&
    text.length <= length &&
    !/^\/|\/$|\/\//.test(text) &&
    text.trim() === text
  );
}

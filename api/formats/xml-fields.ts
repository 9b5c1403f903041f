import { UnreadableFile } from "#api/formats/unreadable-file.ts";
import type { XmlElement } from "#api/formats/xml-elements.ts";
import { type MoneyE6, parseMoney } from "#api/kernel/money.ts";

/** The first element down this path, e.g. `RltdPties/Dbtr/Nm`. */
export function find(element: XmlElement, path: string): XmlElement | null {
  const [name, ...rest] = path.split("/");
  for (const child of element.children) {
    if (child.name !== name) continue;
    const found = rest.length === 0 ? child : find(child, rest.join("/"));
    if (found) return found;
  }
  return null;
}

export function findAll(element: XmlElement, path: string): XmlElement[] {
  let among: readonly XmlElement[] = [element];
  for (const name of path.split("/")) {
    among = among.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return [...among];
}

/** Like `find`, for what must be there. */
export function need(element: XmlElement, path: string): XmlElement {
  const found = find(element, path);
  if (!found) throw new UnreadableFile("MISSING", `${element.name} has no ${path}.`, element.place);
  return found;
}

/** The text at the first of these paths that has one. */
export function textAt(element: XmlElement, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = find(element, path)?.text;
    if (text) return text;
  }
  return null;
}

export function needText(element: XmlElement, path: string): string {
  return need(element, path).text || missing(element, path);
}

function missing(element: XmlElement, path: string): never {
  throw new UnreadableFile("MISSING", `${path} of ${element.name} is empty.`, element.place);
}

/** "000100.50", "100.5", "100" -> millionths, never through a floating number. Refuses signs and finer than millionths. */
export function amountIn(element: XmlElement): MoneyE6 {
  const [, whole, fraction = ""] = /^\+?(\d*)(?:\.(\d*))?$/.exec(element.text) ?? [];
  const digits = whole === "" && fraction !== "" ? "0" : whole?.replace(/^0+(?=\d)/, "");
  const kept = fraction.replace(/0+$/, "");
  const amount = digits ? parseMoney(kept ? `${digits}.${kept}` : digits) : null;
  if (amount === null) throw badValue(element, "no amount of at most fifteen digits and six decimals");
  return amount;
}

/** An amount that is in `currency`; says where, when it is in another. */
export function amountInCurrency(element: XmlElement, currency: string): MoneyE6 {
  const found = element.attributes["Ccy"] ?? "";
  if (found !== currency) {
    const message = `${element.name} is in ${found || "no currency"}; only ${currency} is taken.`;
    throw new UnreadableFile("FOREIGN_CURRENCY", message, element.place);
  }
  return amountIn(element);
}

/** CRDT or DBIT as +1 or -1. */
export function signOf(element: XmlElement): 1n | -1n {
  const indicator = need(element, "CdtDbtInd");
  if (indicator.text === "CRDT") return 1n;
  if (indicator.text === "DBIT") return -1n;
  throw badValue(indicator, "neither CRDT nor DBIT");
}

/** The day of an ISO date or date-time as the bank wrote it, zone aside: `YYYY-MM-DD`. Null where there is none. */
export function dayAt(element: XmlElement, path: string): string | null {
  const choice = find(element, path);
  if (!choice) return null;
  const found = find(choice, "Dt") ?? find(choice, "DtTm") ?? choice;
  const day = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(found.text)?.[1];
  if (!day || !isRealDay(day)) throw badValue(found, "no day of the calendar");
  return day;
}

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

export function badValue(element: XmlElement, what: string): UnreadableFile {
  return new UnreadableFile(
    "BAD_VALUE",
    `"${element.text.slice(0, 60)}" in ${element.name} is ${what}.`,
    element.place,
  );
}

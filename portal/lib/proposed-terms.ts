import type { Search } from "#portal/lib/search-params.ts";

/** Terms as a form shows them: every one a text, absent ones empty. */
export type TermTexts = Record<TermName, string>;

export const termNames = [
  "funding",
  "issueRate",
  "redeemRate",
  "onUsPolicy",
  "earnBps",
  "pendingDays",
  "redeemShareMaxBps",
  "breakageOperatorBps",
  "feePerCycle",
  "feePerReceipt",
  "feeBps",
  "fundedShareBps",
  "prepaidAlertPoints",
  "prepaidStopPoints",
  "collateralRequired",
  "exposureLimit",
  "exposureAlarmBps",
  "takesForeignReturns",
  "namesCounterparties",
] as const;
export type TermName = (typeof termNames)[number];

const whole = new Set<TermName>([
  "earnBps",
  "pendingDays",
  "redeemShareMaxBps",
  "breakageOperatorBps",
  "feeBps",
  "fundedShareBps",
  "prepaidAlertPoints",
  "prepaidStopPoints",
  "exposureAlarmBps",
]);

/** What a replay understands of the terms; the others change what people do, and that is not replayed. */
const replayed = new Set<TermName>([
  "funding",
  "fundedShareBps",
  "issueRate",
  "redeemRate",
  "onUsPolicy",
  "breakageOperatorBps",
  "feePerCycle",
  "feePerReceipt",
  "feeBps",
]);

const yesNo = new Set<TermName>(["takesForeignReturns", "namesCounterparties"]);

type Money = { amount: string };
type InForce = Partial<Record<TermName, string | number | boolean | Money | null>>;

/** The terms in force, as texts. */
export function textsOf(terms: InForce): TermTexts {
  const text = (value: InForce[TermName]) =>
    value === null || value === undefined ? "" : typeof value === "object" ? value.amount : String(value);
  return Object.fromEntries(termNames.map((name) => [name, text(terms[name])])) as TermTexts;
}

/** What the address asks for, over the terms in force. */
export function proposedIn(search: Search, inForce: TermTexts): TermTexts {
  return Object.fromEntries(
    termNames.map((name) => [name, (search[name] ?? inForce[name]).trim().replace(",", ".")]),
  ) as TermTexts;
}

export const changedTerms = (inForce: TermTexts, proposed: TermTexts): TermName[] =>
  termNames.filter((name) => !sameText(inForce[name], proposed[name]));

/** "1.50" and "1.5" are the same term. */
function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const numbers = [a, b].every((text) => text !== "" && !Number.isNaN(Number(text)));
  return numbers && Number(a) === Number(b);
}

/** As the contract wants them: numbers as numbers, what is empty left out. */
export function inputOf(terms: TermTexts, names: readonly TermName[] = termNames): Record<string, unknown> {
  const sent = (name: TermName) =>
    whole.has(name) ? Number(terms[name]) : yesNo.has(name) ? terms[name] === "true" : terms[name];
  return Object.fromEntries(names.filter((name) => terms[name] !== "").map((name) => [name, sent(name)]));
}

/** Of what changes, what a replay can show. */
export const replayable = (inForce: TermTexts, proposed: TermTexts): Record<string, unknown> =>
  inputOf(
    proposed,
    changedTerms(inForce, proposed).filter((name) => replayed.has(name)),
  );

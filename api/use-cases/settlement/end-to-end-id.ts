import { createHash } from "node:crypto";

/** What a movement between our own accounts is for: CY7-PHARMACY-COLL. */
export type OwnPurpose = { kind: "collateral"; cycleSeq: number; partnerCode: string };

const LENGTH_MAX = 35;
/** Of SEPA's characters those that banks pass on unchanged. */
const FOREIGN = /[^A-Za-z0-9.-]/g;

/**
 * CY7-GROCER-IN, CY7-FUEL-OUT, CY7-FUEL-OUT-2 for what replaces a returned payment. At most 35 characters of the ones
 * banks carry through; a code that does not fit is cut and marked, so that two partners never share an id.
 */
export function endToEndId(
  cycleSeq: number,
  partnerCode: string,
  direction: "IN" | "OUT" | "COLL",
  attempt = 1,
): string {
  return fitted(`CY${cycleSeq}-`, partnerCode, `-${direction}${again(attempt)}`);
}

/** RTN-<bankRef>, RTN-<bankRef>-2: how money without an owner goes back, by the bank's reference of the receipt. */
export const returnId = (bankRef: string, attempt = 1): string => fitted("RTN-", bankRef, again(attempt));

const again = (attempt: number): string => (attempt > 1 ? `-${attempt}` : "");

function fitted(head: string, text: string, tail: string): string {
  const code = text.replace(FOREIGN, "-");
  const room = LENGTH_MAX - head.length - tail.length;
  if (code === text && code.length <= room) return `${head}${code}${tail}`;
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 6);
  return `${head}${code.slice(0, room - mark.length - 1)}.${mark}${tail}`;
}

/** Null when the text is none of these. */
export function ownPurposeOf(text: string | null | undefined): OwnPurpose | null {
  const [, seq, partnerCode] = /^CY(\d{1,9})-(.+)-COLL$/.exec(text ?? "") ?? [];
  return seq && partnerCode ? { kind: "collateral", cycleSeq: Number(seq), partnerCode } : null;
}

import { createHash } from "node:crypto";

/** What a movement between our own accounts, or back to a payer, is for: CY7-PHARMACY-COLL, RTN-<bankRef>. */
export type OwnPurpose =
  | { kind: "collateral"; cycleSeq: number; partnerCode: string }
  | { kind: "return"; bankRef: string };

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
  const [head, tail] = [`CY${cycleSeq}-`, `-${direction}${attempt > 1 ? `-${attempt}` : ""}`];
  const code = partnerCode.replace(FOREIGN, "-");
  const room = LENGTH_MAX - head.length - tail.length;
  if (code === partnerCode && code.length <= room) return `${head}${code}${tail}`;
  const mark = createHash("sha256").update(partnerCode).digest("hex").slice(0, 6);
  return `${head}${code.slice(0, room - mark.length - 1)}.${mark}${tail}`;
}

/** How money without an owner goes back: the bank's reference of the receipt behind RTN-. */
export const returnId = (bankRef: string): string => `RTN-${bankRef}`.slice(0, LENGTH_MAX);

/** Null when the text is none of these. */
export function ownPurposeOf(text: string | null | undefined): OwnPurpose | null {
  const [, seq, partnerCode] = /^CY(\d{1,9})-(.+)-COLL$/.exec(text ?? "") ?? [];
  if (seq && partnerCode) return { kind: "collateral", cycleSeq: Number(seq), partnerCode };
  const [, bankRef] = /^RTN-(.+)$/.exec(text ?? "") ?? [];
  return bankRef ? { kind: "return", bankRef } : null;
}

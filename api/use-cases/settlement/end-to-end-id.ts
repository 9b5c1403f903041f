/** What a payment is for, as its end-to-end id tells: CY7-GROCER-IN, CY7-FUEL-OUT, CY7-PHARMACY-COLL, RTN-<bankRef>. */
export type PaymentPurpose =
  | { kind: "obligation"; cycleSeq: number; partnerCode: string; direction: "IN" | "OUT" | "COLL" }
  | { kind: "return"; bankRef: string };

export function endToEndId(cycleSeq: number, partnerCode: string, direction: "IN" | "OUT" | "COLL"): string {
  return `CY${cycleSeq}-${partnerCode}-${direction}`;
}

/** Null when the text is none of ours. */
export function purposeOf(text: string | null | undefined): PaymentPurpose | null {
  const [, seq, partnerCode, direction] = /^CY(\d{1,9})-(.+)-(IN|OUT|COLL)$/.exec(text ?? "") ?? [];
  if (seq && partnerCode && direction) {
    return { kind: "obligation", cycleSeq: Number(seq), partnerCode, direction: direction as "IN" | "OUT" | "COLL" };
  }
  const [, bankRef] = /^RTN-(.+)$/.exec(text ?? "") ?? [];
  return bankRef ? { kind: "return", bankRef } : null;
}

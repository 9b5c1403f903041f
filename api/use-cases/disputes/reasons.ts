/** Which side may challenge a redemption for which reason. Issuers want points undone, redeemers want to be paid. */
export const disputeReasons = {
  D10: { meaning: "Not the member", issuer: true, redeemer: false },
  D20: { meaning: "Duplicate", issuer: true, redeemer: true },
  D21: { meaning: "Points or amount differ", issuer: true, redeemer: true },
  D30: { meaning: "Late presentment", issuer: true, redeemer: false },
  D40: { meaning: "Return not credited, or credited wrongly", issuer: true, redeemer: true },
  D50: { meaning: "Wrong issuer attribution", issuer: true, redeemer: false },
  D60: { meaning: "Wrong rate", issuer: true, redeemer: true },
  D70: { meaning: "No valid reservation", issuer: true, redeemer: false },
  D80: { meaning: "Missing in the hub", issuer: false, redeemer: true },
} as const satisfies Record<string, { meaning: string; issuer: boolean; redeemer: boolean }>;

export type DisputeReason = keyof typeof disputeReasons;

/** Who challenges: an issuer that was charged for points, or the redeemer that was paid too little for them. */
export type DisputeSide = "issuer" | "redeemer";

export const reasonsOf = (side: DisputeSide): DisputeReason[] =>
  (Object.keys(disputeReasons) as DisputeReason[]).filter((code) => disputeReasons[code][side]);

/** Money that a return took back wrongly is measured by what was returned, any other by what was not. */
export const isAboutReturns = (reason: DisputeReason): boolean => reason === "D40";

/** What can happen at a partner's place; the kinds worth filtering by. */
export const entryKinds = [
  "EARN",
  "CAPTURE",
  "CLAWBACK",
  "BURN_RETURN",
  "BURN_RETURN_LATE",
  "RESERVE",
  "RELEASE",
  "MATURE",
  "EXPIRE",
  "DISCOUNT",
  "DISCOUNT_RETURN",
] as const;

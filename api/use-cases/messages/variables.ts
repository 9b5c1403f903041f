/** Known to every template, whoever sends it. */
export const commonVariables = {
  member: "The member's name.",
  sender: "Who speaks: the partner's name, or the coalition's.",
  programme: "The coalition's name.",
  balance: "Points the member could spend now.",
} as const;

/** Filled by what sends the template: a journey's step, a campaign's receipt, the hub itself. */
export const occasionVariables = {
  points: "How many points it is about.",
  partner: "Where it happened.",
  date: "On which day, YYYY-MM-DD.",
  days: "In how many days.",
  coupon: "The coupon's code.",
  receipt: "The receipt's number.",
  amount: "What the receipt came to.",
} as const;

/** What a campaign's effect can tell a template about its receipt. */
export const receiptVariables = ["points", "partner", "date", "receipt", "amount"] as const;

/** What the steps before it can tell a template in a journey. */
export const couponVariable = "coupon";

export const isCommon = (name: string): boolean => Object.hasOwn(commonVariables, name);

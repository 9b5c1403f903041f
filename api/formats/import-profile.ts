import { z } from "zod";

const columns = z.array(z.string().min(1)).min(1);
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);

/** A partner in every row by the name its column gives it, or one partner for the whole file. */
const partner = z.union([
  z.strictObject({ column: z.string(), categoryColumn: z.string().optional() }),
  z.strictObject({ code: z.string(), name: z.string(), category: z.string() }),
]);

const member = z.strictObject({
  column: z.string(),
  /** What of the column is the number: the pattern's first group; all of it when absent. */
  pattern: z.string().default("^(.+)$"),
  /** CARD: known at every partner, by a card number made of these digits. PARTNER_NUMBER: known at one partner. */
  kind: z.enum(["CARD", "PARTNER_NUMBER"]),
  /** For cards: the digits in front; the member's number and a check digit follow. */
  cardPrefix: z
    .string()
    .regex(/^\d{4,9}$/)
    .optional(),
});

const line = z.strictObject({
  amount: z.string(),
  quantity: z.string().optional(),
  sku: z.string().optional(),
  name: z.string().optional(),
  category: z.string().optional(),
  /** Taken off before the amount; added up. */
  discounts: z.array(z.string()).default([]),
});

const skip = z.strictObject({ column: z.string(), is: z.array(z.string()).min(1), because: z.string() });

const points = z.number().int().min(0).max(1_000_000_000);

/** The terms of partners that are created on first sight. */
const terms = z
  .strictObject({
    funding: z.enum(["ON_BURN", "ON_ISSUE", "SPLIT", "PREPAID"]).default("ON_BURN"),
    /** SPLIT, and only there: the part of the price paid when points become spendable, basis points. */
    fundedShareBps: z.number().int().min(1).max(9_999).optional(),
    /** PREPAID, and only there: how many points a partner buys before its first receipt. */
    packPoints: points.min(1).optional(),
    /** PREPAID: when somebody is told, and when issuing stops. */
    prepaidAlertPoints: points.optional(),
    prepaidStopPoints: points.optional(),
    issueRate: decimal.default("0.01"),
    redeemRate: decimal.default("0.009"),
    /** Basis points of what is paid in money. */
    earnBps: z.number().int().min(0).max(1_000_000).default(100),
    pendingDays: z.number().int().min(0).max(365).default(0),
    feePerCycle: decimal.default("0"),
  })
  .refine((said) => (said.funding === "SPLIT") === (said.fundedShareBps !== undefined), {
    path: ["fundedShareBps"],
    message: "Needed under SPLIT, and only there.",
  })
  .refine((said) => (said.funding === "PREPAID") === (said.packPoints !== undefined), {
    path: ["packPoints"],
    message: "Needed under PREPAID, and only there.",
  });

/** How one source's purchases are written, and what they mean. One file per source. */
export const importProfile = z.strictObject({
  /** Part of every idempotency key: the same source is the same source wherever its file lies. */
  name: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/),
  /** Whose file it is, under which licence, and what was decided in reading it. */
  about: z.string(),
  csv: z
    .strictObject({ delimiter: z.string().min(1).default(","), quote: z.string().length(1).default('"') })
    .prefault({}),
  numbers: z.strictObject({ decimal: z.enum([".", ","]).default("."), thousands: z.string().default("") }).prefault({}),
  time: z.strictObject({
    column: z.string(),
    pattern: z.string(),
    zone: z.string(),
    timeOfDay: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .default("12:00"),
  }),
  /** The columns that name a row for ever. */
  rowId: columns,
  /** The columns that make the receipt number; adjacent rows with the same one are one receipt. */
  receipt: columns,
  currency: z.strictObject({ code: z.string().length(3), column: z.string().optional() }),
  member,
  partner,
  /** The outlet, where the source tells. */
  location: z.strictObject({ column: z.string(), name: z.string().default("{}") }).optional(),
  line,
  /** What an amount below zero is: goods that came back, or a mistake. */
  negativeAmounts: z.enum(["RETURN", "REFUSE"]).default("REFUSE"),
  /** Rows that are no purchases by the source's own word. They are listed, not posted. */
  skip: z.array(skip).default([]),
  terms: terms.prefault({}),
});

export type ImportProfile = z.infer<typeof importProfile>;

/** A profile that cannot be read, in one sentence that says where it is wrong. */
export class ProfileRefused extends Error {
  constructor(from: string, why: string) {
    super(`${from}: ${why}`);
    this.name = "ProfileRefused";
  }
}

/** The profile in a JSON text. */
export function readProfile(json: string, from: string): ImportProfile {
  const parsed = importProfile.safeParse(jsonIn(json, from));
  if (parsed.success) {
    const { member } = parsed.data;
    if (member.kind === "CARD" && !member.cardPrefix) throw new ProfileRefused(from, "member.cardPrefix is missing.");
    return parsed.data;
  }
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new ProfileRefused(from, problems.join("; "));
}

function jsonIn(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileRefused(from, error instanceof Error ? error.message : "no JSON");
  }
}

/** Every column the profile reads, to be looked for in the file's first line. */
export function columnsOf(profile: ImportProfile): string[] {
  const { time, rowId, receipt, currency, member, partner, location, line, skip } = profile;
  const named = [
    time.column,
    ...rowId,
    ...receipt,
    currency.column,
    member.column,
    ...("column" in partner ? [partner.column, partner.categoryColumn] : []),
    location?.column,
    line.amount,
    line.quantity,
    line.sku,
    line.name,
    line.category,
    ...line.discounts,
    ...skip.map(({ column }) => column),
  ];
  return [...new Set(named.filter((column) => column !== undefined))];
}

import fc from "fast-check";

const member = fc.nat({ max: 3 });
const issuer = fc.constantFrom("A" as const, "B" as const, "C" as const);
/** Of points, not at tills. */
const anyIssuer = fc.constantFrom("A" as const, "B" as const, "C" as const, "D" as const, "E" as const);
const points = fc.integer({ min: 1, max: 60 });
const many = fc.integer({ min: 1, max: 150 });
const hours = fc.integer({ min: 1, max: 96 });
const maybeHours = fc.option(hours, { nil: null });
/** Which of those there are so far. */
const nth = fc.nat({ max: 30 });

const record = <Kind extends string, Fields extends object>(
  kind: Kind,
  fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
) => fc.record({ kind: fc.constant(kind), ...fields }) as fc.Arbitrary<{ kind: Kind } & Fields>;

const earn = record("earn", {
  member,
  issuer: anyIssuer,
  points: many,
  pending: maybeHours,
  valid: maybeHours,
  receipt: fc.boolean(),
  /** Somebody else gives as many on the same receipt. */
  besides: fc.option(issuer, { nil: null, freq: 3 }),
  /** Taken from the history's budget. */
  budgeted: fc.boolean(),
});
const mature = record("mature", { member });
const reserve = record("reserve", { member, redeemer: issuer, points: many, hold: fc.integer({ min: 1, max: 30 }) });
/** Reserved and captured in one deed, as a till does with a receipt. */
const redeem = record("redeem", { member, redeemer: issuer, points: many, marginFree: fc.boolean() });
const capture = record("capture", { burn: nth, points, marginFree: fc.boolean() });
const release = record("release", { burn: nth, grace: maybeHours });
const giveBack = record("giveBack", { burn: nth, points, grace: maybeHours });
/** Of one issuer's points, or of whoever's they were. */
const clawback = record("clawback", { purchase: nth, points: many, of: fc.option(issuer, { nil: null }) });
/** Somebody pays for a discount that another gave, and gets a part of it back with the goods. */
const discount = record("discount", {
  member,
  payer: fc.constantFrom("A" as const, "B" as const, "C" as const, "OP" as const),
  payee: issuer,
  cents: many,
});
const undiscount = record("undiscount", { discount: nth, cents: points });
/** Goes back to the budget. */
const spare = record("spare", { points });
const expire = record("expire", { member });
const transfer = record("transfer", { member, to: fc.integer({ min: 1, max: 3 }), points });
const merge = record("merge", { member, into: fc.integer({ min: 1, max: 3 }) });
const credit = record("credit", { member, points });
const debit = record("debit", { lot: nth, points });
const fee = record("fee", { partner: issuer, cents: points });
const dispute = record("dispute", { burn: nth, points });
const decide = record("decide", { dispute: nth, upheld: fc.nat({ max: 60 }), grace: maybeHours });
const buyPack = record("buyPack", { points: many, price: fc.integer({ min: 9_000, max: 9_900 }) });
const block = record("block", { lot: nth });
const unblock = record("unblock", { lot: nth });
const haircut = record("haircut", { lot: nth, bps: fc.integer({ min: 1, max: 10_000 }) });
/** One lot lapses before its time. */
const runOff = record("runOff", { lot: nth });
const cash = record("cash", {
  what: fc.constantFrom<Cash[]>("receive", "return", "lose", "explain", "secure", "free", "fail", "recover"),
  partner: issuer,
  cents: points,
});
/** Money that comes and goes beside the points. */
export type Cash = "receive" | "return" | "lose" | "explain" | "secure" | "free" | "fail" | "recover";
const wait = record("wait", { hours: fc.integer({ min: 1, max: 36 }) });
const close = record("close", {});
const settle = record("settle", {});
/** The cycle closed last is opened again, corrected by an amount, and netted again. */
const correct = record("correct", { partner: issuer, cents: points });

type CommandOf<Made> = Made extends fc.Arbitrary<infer Command> ? Command : never;
export type Mixable = CommandOf<
  | typeof earn
  | typeof mature
  | typeof reserve
  | typeof redeem
  | typeof capture
  | typeof release
  | typeof giveBack
  | typeof clawback
  | typeof expire
  | typeof transfer
  | typeof merge
  | typeof credit
  | typeof fee
  | typeof buyPack
>;
/** What is about one of the lots there are. */
type OnLot = CommandOf<typeof debit | typeof block | typeof unblock | typeof haircut | typeof runOff>;
type Alone = typeof dispute | typeof decide | typeof cash | typeof discount | typeof undiscount | typeof spare;
export type Single = Mixable | OnLot | CommandOf<Alone>;
export type Repeat = "once" | "again" | "twice at once" | "altered";
export type Step =
  | { kind: "alone"; command: Single; repeat: Repeat; gateway: 0 | 1 }
  | { kind: "together"; commands: Mixable[] }
  | CommandOf<typeof wait | typeof close | typeof settle | typeof correct>;

export const mixable: fc.Arbitrary<Mixable> = fc.oneof(
  { weight: 6, arbitrary: earn },
  { weight: 2, arbitrary: mature },
  { weight: 5, arbitrary: reserve },
  { weight: 7, arbitrary: redeem },
  { weight: 4, arbitrary: capture },
  { weight: 2, arbitrary: release },
  { weight: 5, arbitrary: giveBack },
  { weight: 4, arbitrary: clawback },
  { weight: 2, arbitrary: expire },
  { weight: 2, arbitrary: transfer },
  { weight: 2, arbitrary: merge },
  { weight: 1, arbitrary: credit },
  { weight: 1, arbitrary: fee },
  { weight: 2, arbitrary: buyPack },
);

const single: fc.Arbitrary<Single> = fc.oneof(
  { weight: 20, arbitrary: mixable },
  { weight: 1, arbitrary: debit },
  { weight: 2, arbitrary: block },
  { weight: 2, arbitrary: unblock },
  { weight: 1, arbitrary: haircut },
  { weight: 1, arbitrary: runOff },
  { weight: 2, arbitrary: cash },
  { weight: 2, arbitrary: discount },
  { weight: 2, arbitrary: undiscount },
  { weight: 1, arbitrary: spare },
  { weight: 2, arbitrary: dispute },
  { weight: 2, arbitrary: decide },
);

const alone = record("alone", {
  command: single,
  repeat: fc.oneof(
    { weight: 7, arbitrary: fc.constant("once" as Repeat) },
    { weight: 3, arbitrary: fc.constantFrom<Repeat>("again", "twice at once", "altered") },
  ),
  gateway: fc.constantFrom<0 | 1>(0, 1),
});
const together = record("together", { commands: fc.array(mixable, { minLength: 2, maxLength: 3 }) });

/** Everybody begins with points of their own: without them most of what follows would be refused. So does E. */
const beginning = fc.tuple(
  record("alone", {
    command: record("buyPack", { points: fc.integer({ min: 300, max: 600 }), price: fc.constant(9_500) }),
    repeat: fc.constant<Repeat>("once"),
    gateway: fc.constant<0 | 1>(0),
  }),
  ...[0, 1, 2, 3].map((of) =>
    record("alone", {
      command: record("earn", {
        member: fc.constant(of),
        issuer: anyIssuer,
        points: fc.integer({ min: 50, max: 300 }),
        pending: fc.constant(null),
        valid: maybeHours,
        receipt: fc.constant(true),
        besides: fc.constant(null),
        budgeted: fc.boolean(),
      }),
      repeat: fc.constant<Repeat>("once"),
      gateway: fc.constant<0 | 1>(0),
    }),
  ),
);

const step = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
  { weight: 24, arbitrary: alone },
  { weight: 5, arbitrary: together },
  { weight: 5, arbitrary: wait },
  { weight: 1, arbitrary: close },
  { weight: 1, arbitrary: settle },
  { weight: 1, arbitrary: correct },
);

/** What happens to a few members, step by step; commands within `together` race each other. */
export const history = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(beginning, fc.array(step, { maxLength, size: "max" }))
    .map(([earned, steps]): Step[] => [...earned, ...steps]);

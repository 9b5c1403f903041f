import { z } from "zod";
import { words } from "#api/engine/campaign.ts";
import type { TierLadder } from "#api/sql/rows.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import type { Month } from "./months.ts";

const TIERS_MAX = 8;
const BENEFITS_MAX = 10;
const PROTECTION_MAX = 12;

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What a tier opens that is no points: said to members, and named by events. */
const benefit = z.strictObject({ code, name: words });

const tier = z.strictObject({
  /** As rules name it: member.tier == "silver". */
  code,
  name: words,
  /** Qualifying points of a period that reach it. */
  from: z.string().regex(/^\d{1,12}$/),
  benefits: z.array(benefit).max(BENEFITS_MAX).default([]),
});

/** What counts: points that rules give towards tiers, points that receipts gave, whole units of currency paid. */
export const ladderCounts = ["TIER_POINTS", "POINTS", "SPEND"] as const;
export const ladderPeriods = ["CALENDAR_YEAR", "ROLLING_YEAR"] as const;
export const ladderDowngrades = ["ONE_STEP", "BY_BALANCE"] as const;

/** What two people agree on; stored as it is. */
export const ladderDefinition = z.strictObject({
  counts: z.array(z.enum(ladderCounts)).min(1).max(ladderCounts.length),
  period: z.enum(ladderPeriods),
  /** How long a tier is kept after a period that ended short. */
  protectionMonths: z.int().min(0).max(PROTECTION_MAX),
  downgrade: z.enum(ladderDowngrades),
  /** From the one that everybody stands on upwards. */
  tiers: z.array(tier).min(2).max(TIERS_MAX),
});

export type LadderDefinition = z.infer<typeof ladderDefinition>;
export type Tier = LadderDefinition["tiers"][number];
export type LadderCount = (typeof ladderCounts)[number];

/** A ladder ready to reckon with: thresholds in millionths of a qualifying point, the lowest first and 0. */
export type Ladder = Omit<LadderDefinition, "tiers"> & {
  id: string;
  version: number;
  tiers: readonly Tier[];
  thresholdsE6: readonly bigint[];
};

export const POINT_E6 = 1_000_000n;

/** Refuses what is no ladder, with the place of the first mistake. */
export function checkLadder(json: unknown): LadderDefinition {
  const read = ladderDefinition.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InvalidValue(issue?.path.join(".") || "ladder", "", issue?.message ?? "a ladder");
  }
  const { tiers, counts } = read.data;
  const codes = tiers.map((one) => one.code);
  if (new Set(codes).size !== codes.length) throw new InvalidValue("tiers", codes.join(", "), "codes that differ");
  if (new Set(counts).size !== counts.length) throw new InvalidValue("counts", counts.join(", "), "each once");
  tiers.forEach(({ from }, rank) => {
    const below = tiers[rank - 1];
    if (!below && BigInt(from) !== 0n) throw new InvalidValue("tiers.0.from", from, "0, for everybody stands there");
    if (below && BigInt(from) <= BigInt(below.from)) {
      throw new InvalidValue(`tiers.${rank}.from`, from, `more than ${below.from}, which reaches the tier below`);
    }
  });
  return read.data;
}

export function ladderOf({ id, version, definition }: Pick<TierLadder, "id" | "version" | "definition">): Ladder {
  const read = ladderDefinition.parse(definition);
  return { ...read, id, version, thresholdsE6: read.tiers.map(({ from }) => BigInt(from) * POINT_E6) };
}

/** The place of a tier on the ladder; the lowest where the ladder no longer has it. */
export function rankOf({ tiers }: Pick<Ladder, "tiers">, tierCode: string): number {
  return Math.max(
    0,
    tiers.findIndex((one) => one.code === tierCode),
  );
}

/** What a member counted in each month, in millionths of a qualifying point. */
export type Counted = ReadonlyMap<Month, bigint>;

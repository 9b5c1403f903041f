import { systemActor } from "#api/kernel/actor.ts";
import { breakOverdue } from "#api/use-cases/partner-files/break-overdue.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { takeItem } from "#api/use-cases/partner-files/take-item.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, partnerOn, type Stage } from "./stage.ts";

const SENT_DAYS_AGO = 6;
const SPAN_DAYS = 5;

/** The grocer sends its till rolls; not everything on them is what the hub has. */
export const grocersFile: readonly Scene[] = [
  { daysAgo: SENT_DAYS_AGO, tell: sendTillRolls },
  { daysAgo: SENT_DAYS_AGO - 3, tell: breakAndTake },
];

type Row = { ref: string; event: "EARN" | "REDEMPTION" | "RETURN"; at: Date; points: bigint; amountE6: bigint };

async function sendTillRolls(stage: Stage): Promise<void> {
  const grocer = partnerOn(stage, "KALASOK");
  const until = stage.dayAt(stage.lastDay - SENT_DAYS_AGO);
  const from = new Date(until.getTime() - SPAN_DAYS * DAY_MS);
  const file = await uploadPartnerFile(stage.deps, grocer.owner, {
    name: "till-rolls.csv",
    from,
    until,
    content: asCsv(astray(await rowsOf(stage, grocer.id, { from, until }))),
    idempotencyKey: stage.key("partner-file"),
  });
  await comparePartnerFile(stage.deps, grocer.owner, { fileId: file.id });
}

async function rowsOf(
  { deps }: Stage,
  partnerId: string,
  { from, until }: { from: Date; until: Date },
): Promise<Row[]> {
  const where = { partnerId, occurredAt: { gte: from, lt: until } };
  const orderBy = [{ occurredAt: "asc" as const }, { receiptNumber: "asc" as const }];
  const [receipts, slips] = await Promise.all([
    deps.db.purchase.findMany({ where, orderBy }),
    deps.db.purchaseReturn.findMany({ where, orderBy }),
  ]);
  const sold = receipts.flatMap(
    ({ receiptNumber: ref, occurredAt: at, totalE6: amountE6, pointsEarned, pointsSpent }) => [
      { ref, event: "EARN" as const, at, points: pointsEarned, amountE6 },
      { ref, event: "REDEMPTION" as const, at, points: pointsSpent, amountE6 },
    ],
  );
  const back = slips.map(({ receiptNumber: ref, occurredAt: at, amountE6, pointsClawed, pointsRestored }) => {
    return { ref, event: "RETURN" as const, at, points: pointsClawed + pointsRestored, amountE6 };
  });
  return [...sold, ...back].filter(({ points }) => points > 0n);
}

/** One receipt is lost, one is there twice, one was typed in wrong, and one never reached the hub. */
function astray([lost, twice, ...rows]: readonly Row[]): Row[] {
  if (!lost || !twice) throw new Error("The grocer sold nothing.");
  const [wrong, ...right] = rows;
  const unsent: Row = { ...lost, ref: `${lost.ref}-OFFLINE`, event: "EARN", points: 12n, amountE6: 12_400_000n };
  return [twice, twice, ...(wrong ? [{ ...wrong, points: wrong.points + 3n }] : []), ...right, unsent];
}

function asCsv(rows: readonly Row[]): string {
  const cents = (e6: bigint) => `${e6 / 1_000_000n}.${String((e6 % 1_000_000n) / 10_000n).padStart(2, "0")}`;
  const lines = rows.map(({ ref, event, at, points, amountE6 }) =>
    [ref, event, at.toISOString(), points, cents(amountE6)].join(","),
  );
  return `${["client_ref,event,occurred_at,points,amount", ...lines].join("\n")}\n`;
}

async function breakAndTake(stage: Stage): Promise<void> {
  const { deps, office } = stage;
  await breakOverdue(deps, systemActor);
  const wrong = await deps.db.reconItem.findFirst({ where: { state: "BREAK", kind: "POINTS_DIFF" } });
  if (wrong) await takeItem(deps, office.clerk, { itemId: wrong.id });
}

import type { Figure, Print } from "#api/bench/figures.ts";
import { type Closing, closeWhilePosting } from "#api/bench/month/close.ts";
import { loadMonth, type MonthSize } from "#api/bench/month/load.ts";
import { progress } from "#api/bench/progress.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";

/** Movements of points in the month: three to a story. */
const sizes = [200_000, 600_000, 2_000_000];
const quickSizes = [20_000, 60_000];
const PARTNERS = 500;
const MOVEMENTS_PER_STORY = 3;

/**
 * A month of 500 partners, closed while 16 tills post: how long everybody waits for the close, how long netting and
 * statements take, what memory they need, and how it grows with the month.
 */
export async function clearingMonth(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const measured: { movements: number; closing: Closing }[] = [];
  for (const movements of quick ? quickSizes : sizes) {
    const closing = await measure(movements);
    measured.push({ movements, closing });
    for (const figure of figuresOf(movements, closing)) print(figure);
  }
  const [small, big] = [measured[0], measured.at(-1)];
  if (!small || !big) return;
  print({
    bench: "clearing.month",
    variant: "time per movement, biggest ÷ smallest",
    conditions: { from: small.movements, to: big.movements },
    value: big.closing.finishSeconds / big.movements / (small.closing.finishSeconds / small.movements),
    unit: "ratio",
    goal: "≤ 1.2",
  });
}

async function measure(movements: number): Promise<Closing> {
  const stories = Math.ceil(movements / MOVEMENTS_PER_STORY);
  const size: MonthSize = { partners: PARTNERS, members: Math.ceil(stories / 10), stories };
  return withScratch(async (connection) => {
    await loadMonth(connection.pool, size, (done) => progress(`loading ${movements} movements`, done, stories));
    const closing = await closeWhilePosting(connection);
    const broken = movements <= 200_000 ? errorsOf(await findBrokenRules(connection.pool)) : [];
    if (broken.length > 0) throw new Error(`The generated books broke ${JSON.stringify(broken.slice(0, 3))}`);
    return closing;
  });
}

function figuresOf(movements: number, closing: Closing): Figure[] {
  const conditions = { movements, partners: PARTNERS, tills: closing.tills };
  const figure = (variant: string, value: number, unit: Figure["unit"], goal?: string): Figure => ({
    bench: "clearing.month",
    variant,
    conditions,
    value,
    unit,
    ...(goal ? { goal } : {}),
  });
  return [
    figure("exclusive lock held by the close", closing.lockHeldMs, "ms", "< 50"),
    figure("longest wait of a till meanwhile", closing.longestPostMs, "ms"),
    figure("receipts posted meanwhile", closing.receipts, "count"),
    figure("netting and all statements", closing.finishSeconds, "s", "< 60"),
    figure("memory it added at its peak", closing.addedMiB, "MiB"),
    figure("millionths not accounted for", Number(closing.missingE6), "count", "0"),
  ];
}

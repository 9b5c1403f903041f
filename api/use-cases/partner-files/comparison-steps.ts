import { layEarned, layRedeemed, layReturned } from "#api/ledger/read/hub-rows.ts";
import type { PartnerFile, Tx } from "#api/sql/rows.ts";
import { judgeFileRows, judgeHubRows } from "#api/use-cases/partner-files/judge-rows.ts";
import { pairByKey, pairByReceipt } from "#api/use-cases/partner-files/pair-rows.ts";
import type { Came, Share } from "#api/use-cases/partner-files/share.ts";
import { addNew, storeOutcome } from "#api/use-cases/partner-files/store-outcome.ts";

type Step = { run: (tx: Tx, share: Share) => Promise<Came>; isLast?: boolean };

/**
 * A comparison, step by step, each in chunks: what the hub has is laid beside the file's rows, kind by kind; the two are
 * paired, by key wherever there is one before anything is paired by receipt; then each side's rows are judged. How large
 * the chunks are makes no difference to what comes out.
 */
const steps: Readonly<Record<string, Step>> = {
  EARNED: { run: (tx, share) => layEarned(tx, share.file, share) },
  REDEEMED: { run: (tx, share) => layRedeemed(tx, share.file, { ...share, timeZone: share.programme.timeZone }) },
  RETURNED: { run: (tx, share) => layReturned(tx, share.file, { ...share, timeZone: share.programme.timeZone }) },
  KEYS: { run: pairByKey },
  RECEIPTS: { run: pairByReceipt },
  FILE: {
    run: async (tx, share) => {
      const came = await judgeFileRows(tx, share);
      await storeOutcome(tx, share.file, share.at);
      return came;
    },
  },
  HUB: {
    isLast: true,
    run: async (tx, share) => {
      const came = await judgeHubRows(tx, share);
      await addNew(tx, share.file, share.at);
      return came;
    },
  },
};

const names: readonly string[] = Object.keys(steps);

export const firstStep = names[0] ?? null;

/** A file whose comparison was begun by a hub with other steps cannot go on; it says so. */
export function stepOf(name: string): Step {
  const step = steps[name];
  if (!step) throw new Error(`A comparison has no step ${name}.`);
  return step;
}

export const nextStep = (step: string): string | null => names[names.indexOf(step) + 1] ?? null;

/** Hub rows are laid, keyed and judged; a file's rows paired by receipt and judged. */
export const workOf = ({ rowCount }: PartnerFile, hubRows: number): number => 3 * hubRows + 2 * rowCount;

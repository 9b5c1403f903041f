import { windowOfCode } from "#api/kernel/rotating-code.ts";
import type { Count } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Spend } from "./check-spend.ts";
import { spendCodeCounter } from "./counters.ts";
import type { Guard } from "./guard.ts";
import { SpendCodeRefused } from "./refusals.ts";

/** So many wrong codes in so long a time, then none is heeded until it is over. */
const MISSES_MAX = 5;
const MISSES_MS = 10 * 60_000;

/**
 * The code read from the member's card, if one was; a wrong one is refused also where none is needed. It belongs to the
 * card that was shown, and to the moment of the deed by the till's word, so that a queue of receipts can bring it later.
 */
export async function codeCounts(deps: Deps, spend: Spend, { needsCode }: Guard): Promise<Count[]> {
  const { member, memberId, at } = spend;
  const said = "kind" in member ? member.spendCode : null;
  if (!said) {
    if (needsCode) throw new SpendCodeRefused("MISSING");
    return [];
  }
  const now = deps.clock.now();
  await requireFewMisses(deps, memberId, now);
  const card = await deps.db.card.findFirst({
    where: { memberId, status: "ACTIVE", number: "kind" in member ? member.value.replace(/\D/g, "") : "" },
    select: { id: true },
  });
  const window = card && windowOfCode(said, card.id, at, deps.secrets.apiKey);
  if (card && window !== null) return [{ counter: spendCodeCounter(card.id, window), by: 1n, most: 1n }];
  await countMiss(deps, memberId, now);
  throw new SpendCodeRefused("WRONG");
}

async function requireFewMisses({ db }: Deps, memberId: string, now: Date): Promise<void> {
  const missed = await db.spendMisses.findUnique({ where: { memberId } });
  const isRecent = missed && now.getTime() - missed.since.getTime() < MISSES_MS;
  if (isRecent && missed.misses >= MISSES_MAX) throw new SpendCodeRefused("TOO_MANY");
}

async function countMiss({ db }: Deps, memberId: string, now: Date): Promise<void> {
  const from = new Date(now.getTime() - MISSES_MS);
  await db.$executeRaw`
    INSERT INTO spend_misses AS m (member_id, since, misses) VALUES (${memberId}, ${now}, 1)
    ON CONFLICT (member_id) DO UPDATE SET
      misses = CASE WHEN m.since > ${from} THEN m.misses + 1 ELSE 1 END,
      since = CASE WHEN m.since > ${from} THEN m.since ELSE ${now} END`;
}

import type { Clock } from "#api/kernel/clock.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Book } from "#api/ledger/book.ts";
import { packsTurn, type Reading, readFor, turnsOf } from "#api/ledger/load.ts";
import type { Deed, Ledger, Posted } from "#api/ledger/movements.ts";
import { planDeed } from "#api/ledger/plan.ts";
import { createQueue, type LedgerObserver, type Waiting } from "#api/ledger/queue.ts";
import {
  DuplicateReceipt,
  ExposureLimitExceeded,
  IdempotencyKeyReused,
  LimitReached,
  ReturnedMeanwhile,
} from "#api/ledger/refusals.ts";
import { type Outcome, type Planned, writeAll } from "#api/ledger/write.ts";
import type { Pool } from "#api/sql/client.ts";

export type LedgerSettings = { pool: Pool; clock: Clock; observer?: LedgerObserver };

/**
 * The one door to the books. A batch of deeds is read for in one statement, planned by pure recipes, and written in
 * one call that checks, under lock, that the reading still holds; what was planned on an old one goes round again.
 */
export function createLedger({ pool, clock, observer }: LedgerSettings): Ledger {
  const twins = new Map<string, { fingerprint: string; posted: Promise<Posted> }>();
  const queue = createQueue(postBatch, isPassing, observer);

  function post(deed: Deed): Promise<Posted> {
    const name = `${deed.owner}\n${deed.key}`;
    const twin = twins.get(name);
    if (twin) return answerTwin(twin, deed);
    const posted = queue.add(deed, turnsOf(deed));
    twins.set(name, { fingerprint: deed.fingerprint, posted });
    const forget = () => twins.delete(name);
    posted.then(forget, forget);
    return posted;
  }

  async function postBatch(batch: Waiting[]): Promise<void> {
    const reading = await readFor(
      pool,
      batch.map(({ deed }) => deed),
    );
    const { planned, settled } = planBatch(batch, reading);
    const postedAt = clock.now();
    const outcomes = planned.length === 0 ? [] : await write(planned, reading, postedAt);
    const failed = new Set(planned.flatMap((one, i) => (outcomes[i]?.outcome === "DONE" ? [] : one.members)));
    planned.forEach((one, i) => {
      const outcome = outcomes[i];
      if (outcome?.outcome === "STALE") queue.lostRace(one.waiting);
      else if (outcome) answer(one, outcome, postedAt);
    });
    // What was settled upon an earlier deed of this batch stands only if that deed was posted.
    for (const { waiting, members, settle } of settled) {
      if (members.some((memberId) => failed.has(memberId))) queue.lostRace(waiting);
      else settle();
    }
  }

  async function write(planned: PlannedWaiting[], { book, currency }: Reading, now: Date): Promise<Outcome[]> {
    const context = { pool, book, currency, now };
    try {
      return await writeAll({ ...context, careful: false }, planned);
    } catch (fault) {
      if (!LIMITS_MET.has(sqlState(fault))) throw fault;
      return writeAll({ ...context, careful: true }, planned);
    }
  }

  return { post, findDeed: (owner, key, fingerprint) => findDeed(pool, owner, key, fingerprint), close: queue.close };
}

type PlannedWaiting = Planned & { waiting: Waiting };
type Settled = { waiting: Waiting; members: string[]; settle(): void };

/** Plans each deed on the book as the ones before it leave it; what needs no writing is settled without. */
function planBatch(batch: readonly Waiting[], { book, earlier }: Reading) {
  const planned: PlannedWaiting[] = [];
  const settled: Settled[] = [];
  for (const waiting of batch) {
    const { deed } = waiting;
    const members = walletsOf(book, waiting);
    const ofOwner = earlier.filter((one) => one.owner === deed.owner);
    const first = ofOwner.find((one) => one.key === deed.key);
    const sameReceipt = ofOwner.find((one) => one.businessKey !== null && one.businessKey === deed.businessKey);
    try {
      if (first && first.fingerprint !== deed.fingerprint) throw new IdempotencyKeyReused(deed.key);
      if (first) {
        settled.push({ waiting, members, settle: () => waiting.resolve({ deedId: first.id, replayed: true }) });
        continue;
      }
      if (sameReceipt) throw new DuplicateReceipt(sameReceipt.id);
      const plan = planDeed(book, deed);
      const drawn = plan.draws.map(({ partnerId }) => packsTurn(partnerId));
      planned.push({ waiting, deed, deedId: newId("deed"), plan, members: [...new Set([...members, ...drawn])] });
    } catch (refusal) {
      settled.push({ waiting, members, settle: () => waiting.reject(refusal) });
    }
  }
  return { planned, settled };
}

/** All wallets a deed may touch, those behind its burns and purchases included. */
function walletsOf(book: Book, { deed, members }: Waiting): string[] {
  const behind = deed.movements.flatMap((movement) => {
    const burn = "burnId" in movement ? book.burns.get(movement.burnId) : undefined;
    const burned = burn?.slices.map((slice) => book.lot(slice.lotId).memberId) ?? [];
    const bought =
      movement.kind === "clawback"
        ? [...book.lots.values()].filter((lot) => lot.purchaseId === movement.purchaseId).map((lot) => lot.memberId)
        : [];
    return [...burned, ...bought];
  });
  return [...new Set([...members, ...behind])];
}

function answer({ waiting, plan }: PlannedWaiting, { outcome, deedId, fact }: Outcome, postedAt: Date): void {
  if (outcome === "DONE") waiting.resolve({ deedId: deedId ?? "", replayed: false, postedAt, effects: plan.effects });
  else if (outcome === "REPLAYED") waiting.resolve({ deedId: deedId ?? "", replayed: true });
  else waiting.reject(refusalOf(outcome, waiting.deed.key, deedId, fact));
}

function refusalOf(
  outcome: Exclude<Outcome["outcome"], "DONE" | "REPLAYED">,
  key: string,
  deedId: string | null,
  fact: string | null,
) {
  switch (outcome) {
    case "KEY_REUSED":
      return new IdempotencyKeyReused(key);
    case "DUPLICATE_RECEIPT":
      return new DuplicateReceipt(deedId ?? "");
    case "RETURNED_MEANWHILE":
      return new ReturnedMeanwhile(fact ?? "");
    case "EXPOSURE_LIMIT":
      return new ExposureLimitExceeded(fact ?? "");
    case "LIMIT_REACHED":
      return new LimitReached(fact ?? "");
    case "STALE":
      return new Error("a stale deed is planned again, not answered");
  }
}

function answerTwin(twin: { fingerprint: string; posted: Promise<Posted> }, deed: Deed): Promise<Posted> {
  if (twin.fingerprint !== deed.fingerprint) return Promise.reject(new IdempotencyKeyReused(deed.key));
  return twin.posted.then(({ deedId }) => ({ deedId, replayed: true }));
}

async function findDeed(pool: Pool, owner: string, key: string, fingerprint: string): Promise<Posted | null> {
  const { rows } = await pool.query<{ id: string; fingerprint: string }>({
    name: "ledger_find_deed",
    text: "SELECT id, fingerprint FROM deed WHERE owner = $1 AND key = $2",
    values: [owner, key],
  });
  const found = rows[0];
  if (!found) return null;
  if (found.fingerprint !== fingerprint) throw new IdempotencyKeyReused(key);
  return { deedId: found.id, replayed: true };
}

/** An exposure limit, a counter's. */
const LIMITS_MET = new Set(["ZG001", "ZG003"]);
const sqlState = (fault: unknown) => (fault instanceof Error && "code" in fault ? String(fault.code) : "");

/** Deadlock, serialization, a cut connection, a server going down or coming up: the key makes another try safe. */
const isPassing = (fault: unknown) =>
  /^(40001|40P01|57P0[123]|08...|55P03|ECONN|EPIPE)/.test(sqlState(fault)) ||
  (fault instanceof Error && fault.message.startsWith("Connection terminated"));

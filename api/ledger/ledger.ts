import type { Clock } from "#api/kernel/clock.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Book } from "#api/ledger/book.ts";
import { type EarlierDeed, membersOf, readFor } from "#api/ledger/load.ts";
import type { Deed, Ledger, Posted } from "#api/ledger/movements.ts";
import { planDeed } from "#api/ledger/plan.ts";
import {
  DuplicateReceipt,
  ExposureLimitExceeded,
  IdempotencyKeyReused,
  LedgerOverloaded,
  ReturnedMeanwhile,
} from "#api/ledger/refusals.ts";
import { type Outcome, type Planned, writeAll } from "#api/ledger/write.ts";
import type { Pool } from "#api/sql/client.ts";

/** More in flight does not go faster: the database's work is serial at the end of a batch. */
const BATCHES_IN_FLIGHT_MAX = 2;
const BATCH_DEEDS_MAX = 500;
const QUEUE_DEEDS_MAX = 20_000;
const OVERLOADED_RETRY_MS = 500;
/** Each lost race means that somebody else's deed on the wallet was posted. */
const RACES_LOST_MAX = 100;
const FAULTS_RETRIED_MAX = 3;

type Waiting = {
  deed: Deed;
  members: string[];
  racesLost: number;
  faults: number;
  resolve(posted: Posted): void;
  reject(reason: unknown): void;
};

/**
 * The one door to the books. Whatever waits while a batch is being written becomes the next batch: nobody waits for
 * a batch to fill, and a lone deed goes at once. Deeds on one wallet are never in two batches of this process.
 */
export function createLedger({ pool, clock }: { pool: Pool; clock: Clock }): Ledger {
  let queue: Waiting[] = [];
  let inFlight = 0;
  let closed = false;
  const busy = new Set<string>();
  const twins = new Map<string, { fingerprint: string; posted: Promise<Posted> }>();
  const idle: (() => void)[] = [];

  async function post(deed: Deed): Promise<Posted> {
    if (closed) throw new LedgerOverloaded(OVERLOADED_RETRY_MS);
    const name = `${deed.owner}\n${deed.key}`;
    const twin = twins.get(name);
    if (twin) return answerTwin(twin, deed);
    if (queue.length >= QUEUE_DEEDS_MAX) throw new LedgerOverloaded(OVERLOADED_RETRY_MS);
    const posted = new Promise<Posted>((resolve, reject) => {
      queue.push({ deed, members: membersOf(deed), racesLost: 0, faults: 0, resolve, reject });
    });
    twins.set(name, { fingerprint: deed.fingerprint, posted });
    const forget = () => twins.delete(name);
    posted.then(forget, forget);
    pump();
    return posted;
  }

  function pump(): void {
    while (inFlight < BATCHES_IN_FLIGHT_MAX) {
      const batch = nextBatch();
      if (batch.length === 0) break;
      inFlight += 1;
      const held = [...new Set(batch.flatMap((waiting) => waiting.members))];
      for (const memberId of held) busy.add(memberId);
      void run(batch).finally(() => {
        inFlight -= 1;
        for (const memberId of held) busy.delete(memberId);
        pump();
        if (inFlight === 0 && queue.length === 0) for (const wake of idle.splice(0)) wake();
      });
    }
  }

  /** The oldest deeds whose wallets are free; a deed never overtakes an older one on the same wallet. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const blocked = new Set<string>();
    for (const waiting of queue) {
      const free = waiting.members.every((memberId) => !busy.has(memberId) && !blocked.has(memberId));
      if (free && batch.length < BATCH_DEEDS_MAX) {
        batch.push(waiting);
      } else {
        left.push(waiting);
        for (const memberId of waiting.members) blocked.add(memberId);
      }
    }
    queue = left;
    return batch;
  }

  async function run(batch: Waiting[]): Promise<void> {
    try {
      await postBatch(batch);
    } catch (fault) {
      await recover(batch, fault);
    }
  }

  /** A fault of the whole call: try again where that is safe (keys make it so), else deed by deed. */
  async function recover(batch: Waiting[], fault: unknown): Promise<void> {
    const again = batch.filter((waiting) => isPassing(fault) && waiting.faults < FAULTS_RETRIED_MAX);
    const rest = batch.filter((waiting) => !again.includes(waiting));
    for (const waiting of again) waiting.faults += 1;
    queue.unshift(...again);
    if (rest.length === 1) rest[0]?.reject(fault);
    else for (const waiting of rest) await postBatch([waiting]).catch((own: unknown) => waiting.reject(own));
  }

  async function postBatch(batch: Waiting[]): Promise<void> {
    const reading = await readFor(
      pool,
      batch.map(({ deed }) => deed),
    );
    const { planned, settled } = planBatch(batch, reading.book, reading.earlier);
    const outcomes = planned.length === 0 ? [] : await write(planned, reading.book, reading.currency);
    const failed = new Set(planned.flatMap((one, i) => (outcomes[i]?.outcome === "DONE" ? [] : one.members)));
    planned.forEach((one, i) => {
      const outcome = outcomes[i];
      if (outcome) answer(one, outcome);
    });
    // A refusal that rests on an earlier deed of this batch stands only if that deed was posted.
    for (const { waiting, members, settle } of settled) {
      if (members.some((memberId) => failed.has(memberId))) requeue(waiting);
      else settle();
    }
  }

  async function write(planned: PlannedWaiting[], book: Book, currency: string): Promise<Outcome[]> {
    const context = { pool, book, currency, now: clock.now() };
    try {
      return await writeAll({ ...context, careful: false }, planned);
    } catch (fault) {
      if (sqlState(fault) !== EXPOSURE_MET) throw fault;
      return writeAll({ ...context, careful: true }, planned);
    }
  }

  function answer({ waiting, deed }: PlannedWaiting, { outcome, deedId, fact }: Outcome): void {
    switch (outcome) {
      case "DONE":
        return waiting.resolve({ deedId: deedId ?? "", replayed: false });
      case "REPLAYED":
        return waiting.resolve({ deedId: deedId ?? "", replayed: true });
      case "KEY_REUSED":
        return waiting.reject(new IdempotencyKeyReused(deed.key));
      case "DUPLICATE_RECEIPT":
        return waiting.reject(new DuplicateReceipt(deedId ?? ""));
      case "RETURNED_MEANWHILE":
        return waiting.reject(new ReturnedMeanwhile(fact ?? ""));
      case "EXPOSURE_LIMIT":
        return waiting.reject(new ExposureLimitExceeded(fact ?? ""));
      case "STALE":
        return requeue(waiting);
    }
  }

  function requeue(waiting: Waiting): void {
    waiting.racesLost += 1;
    if (waiting.racesLost > RACES_LOST_MAX) waiting.reject(new LedgerOverloaded(OVERLOADED_RETRY_MS));
    else queue.unshift(waiting);
  }

  return {
    post,
    findDeed: (owner, key, fingerprint) => findDeed(pool, owner, key, fingerprint),
    close: async () => {
      closed = true;
      if (inFlight > 0 || queue.length > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

type PlannedWaiting = Planned & { waiting: Waiting };
type Settled = { waiting: Waiting; members: string[]; settle(): void };

/** Plans each deed on the book as the ones before it leave it; what needs no writing is settled at once. */
function planBatch(batch: readonly Waiting[], book: Book, earlier: readonly EarlierDeed[]) {
  const planned: PlannedWaiting[] = [];
  const settled: Settled[] = [];
  for (const waiting of batch) {
    const { deed } = waiting;
    const members = walletsOf(book, waiting);
    const settle = (how: () => void) => settled.push({ waiting, members, settle: how });
    const before = earlier.find((one) => one.owner === deed.owner && one.key === deed.key);
    const sameReceipt = earlier.find((one) => one.owner === deed.owner && one.businessKey && one.businessKey === deed.businessKey);
    try {
      if (before && before.fingerprint !== deed.fingerprint) throw new IdempotencyKeyReused(deed.key);
      if (before) settle(() => waiting.resolve({ deedId: before.id, replayed: true }));
      else if (sameReceipt) throw new DuplicateReceipt(sameReceipt.id);
      else planned.push({ waiting, deed, deedId: newId("deed"), plan: planDeed(book, deed), members });
    } catch (refusal) {
      settle(() => waiting.reject(refusal));
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

const EXPOSURE_MET = "ZG001";
const sqlState = (fault: unknown) => (fault instanceof Error && "code" in fault ? String(fault.code) : "");

/** Deadlock, serialization, a cut connection, a server going down or coming up: the key makes another try safe. */
const isPassing = (fault: unknown) =>
  /^(40001|40P01|57P0[123]|08...|55P03|ECONN|EPIPE)/.test(sqlState(fault)) ||
  (fault instanceof Error && fault.message.startsWith("Connection terminated"));

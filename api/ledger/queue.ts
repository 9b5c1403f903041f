import type { Deed, Posted } from "#api/ledger/movements.ts";
import { LedgerOverloaded } from "#api/ledger/refusals.ts";

/** More in flight does not go faster: the database's work is serial at the end of a batch. */
const BATCHES_IN_FLIGHT_MAX = 2;
/** With fewer a second batch costs more than it gains: much of the work is the same whatever a batch holds. */
const SECOND_BATCH_DEEDS_MIN = 16;
const BATCH_DEEDS_MAX = 500;
const QUEUE_DEEDS_MAX = 20_000;
/** Each lost race means that somebody else's deed on the wallet was posted. */
const RACES_LOST_MAX = 100;
const FAULTS_RETRIED_MAX = 3;
export const OVERLOADED_RETRY_MS = 500;

export type Waiting = {
  deed: Deed;
  /** The wallets it is known to touch. */
  members: string[];
  racesLost: number;
  faults: number;
  resolve(posted: Posted): void;
  reject(reason: unknown): void;
};

/** Told what goes through the queue. */
export type LedgerObserver = {
  /** A batch was posted, refused or put back. */
  batch(deeds: number, ms: number): void;
  queue(waiting: number): void;
  raceLost(): void;
  overloaded(): void;
};

export type Queue = {
  add(deed: Deed, members: string[]): Promise<Posted>;
  /** Back to the front: the deed was planned on a reading that is no longer true. */
  lostRace(waiting: Waiting): void;
  /** Waits until nothing is left, taking no more. */
  close(): Promise<void>;
};

/**
 * Whatever waits while a batch is being posted becomes the next batch: a lone deed goes in the same turn, and nobody waits
 * for a batch to fill longer than the one before it takes. Deeds on one wallet are never in two batches at a time, and never overtake each other.
 */
export function createQueue(
  postBatch: (batch: Waiting[]) => Promise<void>,
  isPassing: (fault: unknown) => boolean,
  observer?: LedgerObserver,
): Queue {
  let queue: Waiting[] = [];
  let inFlight = 0;
  let isDue = false;
  let closed = false;
  const busy = new Set<string>();
  const idle: (() => void)[] = [];

  /** In the next turn of the event loop: deeds that were decided on from one read go together. */
  function schedule(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(pump);
  }

  function pump(): void {
    isDue = false;
    while (inFlight < BATCHES_IN_FLIGHT_MAX) {
      const { batch, left } = nextBatch(queue, busy);
      if (batch.length === 0 || (inFlight > 0 && batch.length < SECOND_BATCH_DEEDS_MIN)) break;
      queue = left;
      void send(batch);
    }
    observer?.queue(queue.length);
  }

  async function send(batch: Waiting[]): Promise<void> {
    const held = new Set(batch.flatMap((waiting) => waiting.members));
    const began = performance.now();
    inFlight += 1;
    for (const memberId of held) busy.add(memberId);
    await postBatch(batch).catch((fault: unknown) => recover(batch, fault));
    observer?.batch(batch.length, performance.now() - began);
    inFlight -= 1;
    for (const memberId of held) busy.delete(memberId);
    pump();
    if (inFlight === 0 && queue.length === 0) for (const wake of idle.splice(0)) wake();
  }

  /** A fault of the whole call: again where that is safe (keys make it so), else deed by deed, so none fails another. */
  async function recover(batch: Waiting[], fault: unknown): Promise<void> {
    const again = batch.filter((waiting) => isPassing(fault) && waiting.faults < FAULTS_RETRIED_MAX);
    const rest = batch.filter((waiting) => !again.includes(waiting));
    for (const waiting of again) waiting.faults += 1;
    queue.unshift(...again);
    if (rest.length === 1) rest[0]?.reject(fault);
    else for (const waiting of rest) await postBatch([waiting]).catch((own: unknown) => waiting.reject(own));
  }

  return {
    add: (deed, members) => {
      if (closed || queue.length >= QUEUE_DEEDS_MAX) {
        observer?.overloaded();
        return Promise.reject(new LedgerOverloaded(OVERLOADED_RETRY_MS));
      }
      const posted = new Promise<Posted>((resolve, reject) => {
        queue.push({ deed, members, racesLost: 0, faults: 0, resolve, reject });
      });
      schedule();
      return posted;
    },
    lostRace: (waiting) => {
      waiting.racesLost += 1;
      observer?.raceLost();
      if (waiting.racesLost > RACES_LOST_MAX) waiting.reject(new LedgerOverloaded(OVERLOADED_RETRY_MS));
      else queue.unshift(waiting);
    },
    close: async () => {
      closed = true;
      if (inFlight > 0 || queue.length > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

/** The oldest deeds whose wallets are free. */
function nextBatch(queue: readonly Waiting[], busy: ReadonlySet<string>): { batch: Waiting[]; left: Waiting[] } {
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
  return { batch, left };
}

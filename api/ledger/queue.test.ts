import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import type { Deed, Posted } from "#api/ledger/movements.ts";
import { createQueue, type Waiting } from "#api/ledger/queue.ts";
import { LedgerOverloaded } from "#api/ledger/refusals.ts";

const deed: Deed = {
  ...{ kind: "sale", actor: systemActor, owner: "ptn_1", key: "sale-1", fingerprint: "", movements: [] },
  occurredAt: new Date(0),
  place: { partnerId: "ptn_1", locationId: null, terminalId: null },
};

/** A database that stands still until it is let go on. */
function frozen() {
  let thaw: () => void = () => undefined;
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const posted: Posted[] = [];
  const postBatch = async (batch: Waiting[]): Promise<void> => {
    await thawed;
    for (const { resolve } of batch) {
      posted.push({ deedId: `ded_${posted.length}`, replayed: true });
      resolve({ deedId: `ded_${posted.length}`, replayed: true });
    }
  };
  return { postBatch, thaw, posted };
}

test("before a database that stands still so much waits and no more: whoever comes then is sent away, and nobody else", async () => {
  const { postBatch, thaw, posted } = frozen();
  const told = { overloads: 0, waiting: 0 };
  const queue = createQueue(postBatch, () => false, {
    batch: () => undefined,
    raceLost: () => undefined,
    queue: (waiting) => {
      told.waiting = waiting;
    },
    overloaded: () => {
      told.overloads += 1;
    },
  });
  const add = (count: number) => Array.from({ length: count }, (_none, n) => queue.add(deed, [`mem_${n}`]));
  const underWay = add(1_000);
  await nextTurn();
  const added = [...underWay, ...add(20_001)];
  const outcomes = Promise.allSettled(added);
  await nextTurn();
  expect(told.waiting).toBe(20_000);
  await expect(added.at(-1)).rejects.toMatchObject({ retryAfterMs: 500 });
  thaw();
  const refused = (await outcomes).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused.every((reason) => reason instanceof LedgerOverloaded)).toBe(true);
  expect(refused.length).toBe(told.overloads);
  expect(posted.length + refused.length).toBe(added.length);
  await expect(queue.add(deed, ["mem_1"])).resolves.toBeDefined();
  await queue.close();
});

test("deeds of one turn go together, also where nothing is under way", async () => {
  const sizes: number[] = [];
  const queue = createQueue(
    async (batch) => {
      sizes.push(batch.length);
      for (const { resolve } of batch) resolve({ deedId: "ded_1", replayed: true });
    },
    () => false,
  );
  await Promise.all(Array.from({ length: 30 }, (_none, n) => queue.add(deed, [`mem_${n}`])));
  await queue.add(deed, ["mem_1"]);
  await queue.close();
  expect(sizes).toEqual([30, 1]);
});

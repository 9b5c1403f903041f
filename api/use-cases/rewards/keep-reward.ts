import { type Words, words } from "#api/engine/campaign.ts";
import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Reward, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { checkPoints } from "#api/use-cases/points/answer.ts";
import { operatorIdOf } from "#api/use-cases/purchases/funders.ts";
import { RewardNotFound, StockTaken } from "#api/use-cases/rewards/refusals.ts";
import { nextRewardState, type RewardEvent } from "#api/use-cases/rewards/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

const COLLECT_DAYS_MAX = 90;

export type RewardTerms = {
  name: Words;
  description: Words;
  points: Points;
  /** Pieces in all; null: without end. */
  stock: bigint | null;
  collectDays: number;
};

/** How many pieces of a reward are ordered. */
export const rewardCounter = (rewardId: string) => `reward:${rewardId}`;

/** Begins a reward of the actor's house: a partner's own, or the operator's. */
export async function createReward(
  deps: Deps,
  actor: Actor,
  input: RewardTerms & { idempotencyKey: string },
): Promise<Reward> {
  can(actor, "reward:manage");
  const terms = checkTerms(input);
  const partnerId = partnerOf(actor) ?? (await operatorIdOf(deps));
  const id = newId("reward");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createReward", input, objectId: id });
    if (first) return tx.reward.findUniqueOrThrow({ where: { id: first } });
    const at = deps.clock.now();
    const data = { id, partnerId, ...terms, createdBy: actorRef(actor), createdAt: at };
    const made = await tx.reward.create({ data });
    await recordStep(tx, actor, {
      object: "reward",
      objectId: id,
      partnerId,
      from: null,
      to: "DRAFT",
      at,
      after: terms,
    });
    return made;
  });
}

/** Writes a reward anew while nobody can order it. Orders keep the price they were made at. */
export async function editReward(
  deps: Deps,
  actor: Actor,
  { rewardId, ...input }: RewardTerms & { rewardId: string },
): Promise<Reward> {
  can(actor, "reward:manage");
  const terms = checkTerms(input);
  return deps.db.$transaction(async (tx) => {
    const found = await lockReward(tx, actor, rewardId);
    nextRewardState(found, "edit");
    await requireLeft(tx, rewardId, terms.stock);
    return write(tx, actor, found, { action: "editReward", data: terms, at: deps.clock.now() });
  });
}

/** Says how many pieces there are in all; also while it is offered. */
export async function restockReward(
  deps: Deps,
  actor: Actor,
  { rewardId, stock: said }: { rewardId: string; stock: bigint | null },
): Promise<Reward> {
  can(actor, "reward:manage");
  const stock = said === null ? null : checkNotNegative("stock", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockReward(tx, actor, rewardId);
    if (found.state === "ENDED") nextRewardState(found, "edit");
    await requireLeft(tx, rewardId, stock);
    return write(tx, actor, found, { action: "restockReward", data: { stock }, at: deps.clock.now() });
  });
}

type Write = { action: string; data: Partial<RewardTerms>; at: Date };

async function write(tx: Tx, actor: Actor, before: Reward, { action, data, at }: Write): Promise<Reward> {
  const after = await tx.reward.update({ where: { id: before.id }, data });
  const { id: objectId, partnerId } = before;
  await recordAudit(tx, actor, { action, object: "reward", objectId, partnerId, at, before, after });
  return after;
}

const events = { OFFERED: "offer", WITHDRAWN: "withdraw", ENDED: "end" } as const satisfies Record<string, RewardEvent>;

/** Offers it to members, takes it off the shelf, or ends it for good. */
export async function setRewardState(
  deps: Deps,
  actor: Actor,
  { rewardId, to, reason: said }: { rewardId: string; to: keyof typeof events; reason?: string | null | undefined },
): Promise<Reward> {
  can(actor, "reward:manage");
  const reason = said ? checkText("reason", said) : null;
  return deps.db.$transaction(async (tx) => {
    const found = await lockReward(tx, actor, rewardId);
    if (found.state === to) return found;
    nextRewardState(found, events[to]);
    const { id: objectId, partnerId, state: from } = found;
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "reward", objectId, partnerId, from, to, at, reason });
    return tx.reward.update({ where: { id: rewardId }, data: { state: to } });
  });
}

async function lockReward(tx: Tx, actor: Actor, id: string): Promise<Reward> {
  await tx.$executeRaw`SELECT FROM reward WHERE id = ${id} FOR UPDATE`;
  const found = await tx.reward.findUnique({ where: { id } });
  if (!found || !seesPartner(actor, found.partnerId)) throw new RewardNotFound(id);
  return found;
}

async function requireLeft(tx: Tx, rewardId: string, stock: bigint | null): Promise<void> {
  const counter = rewardCounter(rewardId);
  const taken = (await findCounters(tx, [counter])).get(counter) ?? 0n;
  if (stock !== null && stock < taken) throw new StockTaken(taken);
}

function checkTerms({ name, description, points, stock, collectDays }: RewardTerms): RewardTerms {
  checkPoints(points);
  return {
    name: checkWords("name", name),
    description: checkWords("description", description),
    points,
    stock: stock === null ? null : checkNotNegative("stock", stock),
    collectDays: checkWhole("collectDays", collectDays, [1, COLLECT_DAYS_MAX]),
  };
}

function checkWords(field: string, said: Words): Words {
  const read = words.safeParse(said);
  if (!read.success) throw new InvalidValue(field, said.en, "1 to 300 characters in each language that is written");
  return read.data;
}

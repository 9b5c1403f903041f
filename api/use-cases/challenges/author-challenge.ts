import { type Actor, actorRef, partnerOf, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Challenge, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import { type ChallengeDefinition, checkChallengeDefinition } from "#api/use-cases/challenges/definition.ts";
import { lockOwn } from "#api/use-cases/challenges/lock-challenge.ts";
import { nextChallengeState } from "#api/use-cases/challenges/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type DraftChallenge = { definition: unknown; idempotencyKey: string };

/** Begins a challenge of the actor's house, which pays for it: the coalition's, or a partner's over its own receipts. */
export async function draftChallenge(deps: Deps, actor: Actor, input: DraftChallenge): Promise<Challenge> {
  can(actor, "challenge:draft");
  const written = await checked(deps, actor, input.definition);
  const id = newId("challenge");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "draftChallenge", input, objectId: id });
    if (first) return tx.challenge.findUniqueOrThrow({ where: { id: first } });
    const at = deps.clock.now();
    const partnerId = partnerOf(actor);
    const by = { authors: [personOf(actor)?.id ?? ""], createdBy: actorRef(actor), createdAt: at };
    const made = await tx.challenge.create({ data: { id, partnerId, ...written, ...by } });
    const { definition } = written;
    const step = { object: "challenge", objectId: id, partnerId, from: null, to: "DRAFT", at, after: { definition } };
    await recordStep(tx, actor, step);
    return made;
  });
}

/** Writes a draft anew; who did is one of its authors, and not its reviewer. */
export async function editChallengeDraft(
  deps: Deps,
  actor: Actor,
  { challengeId, definition }: { challengeId: string; definition: unknown },
): Promise<Challenge> {
  can(actor, "challenge:draft");
  const written = await checked(deps, actor, definition);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, challengeId);
    nextChallengeState(found, "edit");
    const authors = [...new Set([...found.authors, personOf(actor)?.id ?? ""])];
    const edited = await tx.challenge.update({ where: { id: found.id }, data: { ...written, authors } });
    const about = { action: "editChallengeDraft", object: "challenge", objectId: found.id, at: deps.clock.now() };
    const [before, after] = [found, edited].map(({ definition: is }) => ({ definition: is }));
    await recordAudit(tx, actor, { ...about, before: before ?? null, after: after ?? null });
    return edited;
  });
}

type Written = { definition: ChallengeDefinition; startsAt: Date; endsAt: Date | null };

async function checked({ db }: Deps, actor: Actor, json: unknown): Promise<Written> {
  const read = checkChallengeDefinition(json);
  const own = partnerOf(actor);
  const partnerIds = own === null ? read.partnerIds : [own];
  const known = await db.partner.findMany({
    where: { id: { in: partnerIds }, isOperator: false },
    select: { id: true },
  });
  const stranger = partnerIds.find((id) => !known.some((one) => one.id === id));
  if (stranger !== undefined) throw new PartnerNotFound(stranger);
  await requireOwnPool(db, own, read.reward.coupon);
  const definition = { ...read, partnerIds };
  const { startsAt, endsAt } = definition;
  return { definition, startsAt: new Date(startsAt), endsAt: endsAt === null ? null : new Date(endsAt) };
}

/** A house gives its own coupons: what another's are good for, another pays. */
async function requireOwnPool(tx: Tx, partnerId: string | null, code: string | null): Promise<void> {
  if (code === null) return;
  const pool = await tx.couponPool.findFirst({ where: { code, partnerId, state: { not: "ENDED" } } });
  if (!pool) throw new InvalidValue("reward.coupon", code, "the code of a coupon pool of the house");
}

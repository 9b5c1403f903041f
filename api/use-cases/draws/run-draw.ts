import { randomBytes } from "node:crypto";
import { drawWinners, seedHashOf } from "#api/engine/draw-winners.ts";
import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Draw } from "#api/sql/rows.ts";
import { layApproval } from "#api/use-cases/approvals/request-approval.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkDrawDefinition, drawTermsOf } from "#api/use-cases/draws/definition.ts";
import { lockDraw, moveDraw } from "#api/use-cases/draws/lock-draw.ts";
import { nextDrawState, takesExclusions } from "#api/use-cases/draws/states.ts";
import { tellWinners } from "#api/use-cases/draws/tell-winners.ts";
import { readTickets, termsOfDrawing } from "#api/use-cases/draws/ticket-list.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkOptionalText, checkText } from "#api/use-cases/partners/values.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

const SEED_BYTES = 32;

/** Opens a draw: a seed is thrown before there is a ticket, and its hash published. Nobody reads the seed before the draw. */
export async function openDraw(deps: Deps, actor: Actor, { drawId }: { drawId: string }): Promise<Draw> {
  can(actor, "draw:run");
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    if (found.state === "OPEN") return found;
    nextDrawState(found, "open");
    const at = deps.clock.now();
    checkDrawDefinition(found.definition, at);
    const seed = randomBytes(SEED_BYTES).toString("hex");
    await tx.drawSeed.create({ data: { drawId, seed } });
    return moveDraw(tx, actor, found, { event: "open", at, seedHash: seedHashOf(seed), openedAt: at });
  });
}

export type ExcludeFromDraw = { drawId: string; member: MemberLookup; reason: string };

/** Puts a member on the list of those who take no part; possible until the list of tickets is fixed. */
export async function excludeFromDraw(
  deps: Deps,
  actor: Actor,
  { drawId, member, reason: said }: ExcludeFromDraw,
): Promise<Draw> {
  can(actor, "draw:run");
  const reason = checkText("reason", said);
  const { memberId } = await resolveMember(deps, actor, member);
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    if (!takesExclusions(found)) throw new TransitionRefused("draw", drawId, found.state, "exclude anybody");
    const at = deps.clock.now();
    const row = { drawId, memberId, reason, excludedBy: actorRef(actor), excludedAt: at };
    const { count } = await tx.drawExclusion.createMany({ data: [row], skipDuplicates: true });
    const about = { action: "excludeFromDraw", object: "draw", objectId: drawId, at, reason };
    if (count > 0) await recordAudit(tx, actor, { ...about, before: null, after: { memberId } });
    return found;
  });
}

export type DrawWinners = { drawId: string; publicValue?: string | null | undefined; note: string };

/** Asks a second person to draw; with the public value, where the rules name a source of it. */
export async function askToDraw(deps: Deps, actor: Actor, input: DrawWinners): Promise<Approval> {
  can(actor, "draw:run");
  const { drawId } = input;
  const reason = checkText("note", input.note);
  const publicValue = checkOptionalText("publicValue", input.publicValue);
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    nextDrawState(found, "draw");
    if ((drawTermsOf(found).publicSource === null) !== (publicValue === null)) {
      throw new InvalidValue("publicValue", publicValue ?? "", "given exactly where the rules name its source");
    }
    const waiting = { action: "drawWinners", subjectId: drawId, state: "WAITING" as const };
    const asked = await tx.approval.findFirst({ where: waiting });
    if (asked) return asked;
    const { listHash, code } = found;
    const at = deps.clock.now();
    const about = { action: "drawWinners", object: "draw", objectId: drawId, at, reason };
    await recordAudit(tx, actor, { ...about, before: null, after: { publicValue } });
    const laid = { id: newId("approval"), action: "drawWinners", subjectId: drawId, partnerId: null, reason };
    return layApproval(tx, actor, { ...laid, payload: { code, listHash, publicValue }, at });
  });
}

/** What runs when the second person agrees: the seed is revealed, and the winners follow from it and the list. */
export async function drawApproved(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  const { publicValue } = approval.payload as { publicValue: string | null };
  await deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, approval.subjectId);
    if (found.state !== "COMMITTED") return;
    if (found.authors.includes(personOf(actor)?.id ?? "")) throw new SecondPersonRequired("draw");
    const { seed } = await tx.drawSeed.findUniqueOrThrow({ where: { drawId: found.id } });
    const revealed = { ...found, seed, publicValue };
    const winners = drawWinners(termsOfDrawing(revealed), await readTickets(tx, found.id));
    await tx.drawWinner.createMany({ data: winners.map((winner) => ({ drawId: found.id, ...winner })) });
    const at = deps.clock.now();
    const why = { reason: approval.reason, approvalId: approval.id };
    await moveDraw(tx, actor, found, { event: "draw", at, ...why, seed, publicValue, drawnAt: at });
  }, LONG_TRANSACTION);
}

/** Publishes the protocol with its winners, and tells them. */
export async function publishDraw(deps: Deps, actor: Actor, { drawId }: { drawId: string }): Promise<Draw> {
  can(actor, "draw:run");
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    if (found.state === "PUBLISHED") return found;
    const at = deps.clock.now();
    const published = await moveDraw(tx, actor, found, { event: "publish", at, publishedAt: at });
    await tellWinners(tx, published, at);
    return published;
  });
}

import { randomInt } from "node:crypto";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { isSameText } from "#api/kernel/rotating-code.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Count } from "#api/ledger/movements.ts";
import { hasBoughtAt } from "#api/ledger/read/member-days.ts";
import type { SpendCause, SpendRequest } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import type { Spend } from "./check-spend.ts";
import { spendRequestCounter } from "./counters.ts";
import type { Guard } from "./guard.ts";
import { SpendNotConfirmed, SpendRefused } from "./refusals.ts";
import { moveRequest } from "./requests.ts";
import { ringMember } from "./ring-member.ts";

const ASKED_MS = 60_000;
/** How long an answer stands, for a till that lost its way meanwhile. */
const ANSWERED_MS = 5 * 60_000;
const WRONG_CODES_MAX = 3;

/** Asks the member where they, or the coalition, want to be asked; a yes serves one deed. */
export async function confirmedCounts(deps: Deps, spend: Spend, guard: Guard, isPresent: boolean): Promise<Count[]> {
  const cause = await causeOf(deps, spend, guard, isPresent);
  if (cause === null) return [];
  const asked = await openRequest(deps, spend);
  if (!asked) return ask(deps, spend, cause);
  const request = await heard(deps, asked, spend.confirmationCode ?? null);
  if (request.state === "REFUSED") throw new SpendRefused(request.id);
  if (request.state === "APPROVED") return [{ counter: spendRequestCounter(request.id), by: 1n, most: 1n }];
  throw new SpendNotConfirmed(request.id, request.expiresAt);
}

async function causeOf(
  { db }: Deps,
  { memberId, place: { partnerId }, points }: Spend,
  { confirmAbove, confirmNewPlaces }: Guard,
  isPresent: boolean,
): Promise<SpendCause | null> {
  if (confirmAbove !== null && points > confirmAbove) return "MANY_POINTS";
  if (!confirmNewPlaces || isPresent) return null;
  return (await hasBoughtAt(db, memberId, partnerId)) ? null : "NEW_PLACE";
}

/** What the member was asked, or has answered, about exactly these points at this till. */
async function openRequest({ db, clock }: Deps, { memberId, place, points }: Spend): Promise<SpendRequest | null> {
  const now = clock.now();
  const { partnerId, terminalId } = place;
  const requests = await db.spendRequest.findMany({
    where: {
      ...{ memberId, partnerId, terminalId, points },
      OR: [
        { state: "WAITING", expiresAt: { gt: now } },
        { state: { in: ["APPROVED", "REFUSED"] }, answeredAt: { gt: new Date(now.getTime() - ANSWERED_MS) } },
      ],
    },
    orderBy: { id: "desc" },
  });
  const used = await findCounters(
    db,
    requests.map(({ id }) => spendRequestCounter(id)),
  );
  return requests.find(({ id }) => (used.get(spendRequestCounter(id)) ?? 0n) === 0n) ?? null;
}

async function ask(deps: Deps, { memberId, place, points }: Spend, cause: SpendCause): Promise<never> {
  const at = deps.clock.now();
  const id = newId("spendRequest");
  const expiresAt = new Date(at.getTime() + ASKED_MS);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await deps.db.$transaction(async (tx) => {
    const asked = { ...place, memberId, points, cause, state: "WAITING" as const, code, requestedAt: at, expiresAt };
    await tx.spendRequest.create({ data: { id, ...asked } });
    await recordStep(tx, systemActor, { object: "spendRequest", objectId: id, from: null, to: "WAITING", at });
    await ringMember(tx, memberId);
  });
  throw new SpendNotConfirmed(id, expiresAt);
}

/** The code the member read out counts as their yes; a few wrong ones as a no. */
async function heard(deps: Deps, request: SpendRequest, said: string | null): Promise<SpendRequest> {
  if (request.state !== "WAITING" || !said) return request;
  const isRight = isSameText(said, request.code);
  return deps.db.$transaction(async (tx) => {
    const { attempts } = await tx.spendRequest.update({
      where: { id: request.id },
      data: { attempts: { increment: 1 } },
    });
    if (!isRight && attempts < WRONG_CODES_MAX) return request;
    const event = isRight && attempts <= WRONG_CODES_MAX ? "approve" : "refuse";
    return moveRequest(tx, systemActor, { id: request.id, event, at: deps.clock.now() });
  });
}

import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Draw } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type DrawDefinition, drawTermsOf, ticketCounter } from "#api/use-cases/draws/definition.ts";
import { DrawNotFound, DrawNotOpen } from "#api/use-cases/draws/refusals.ts";
import { isPublicDraw } from "#api/use-cases/draws/states.ts";
import { actingMember, requireUnblocked } from "#api/use-cases/members/acting-member.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";
import { captureOf, reserveOf } from "#api/use-cases/points/reservation.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { operatorIdOf } from "#api/use-cases/purchases/funders.ts";

/** So long before closing nothing is sold any more: a ticket that is paid for has to be in the books in time. */
const SALE_ENDS_BEFORE_MS = 60_000;
const TICKETS_AT_ONCE_MAX = 10_000;

export type EnterDraw = { drawId: string; tickets: number; idempotencyKey: string };

/** A member pays for tickets with points, which are spent at the operator. */
export async function enterDraw(deps: Deps, actor: Actor, input: EnterDraw): Promise<Draw> {
  const memberId = actingMember(actor, "draw:enter");
  const tickets = BigInt(checkWhole("tickets", input.tickets, [1, TICKETS_AT_ONCE_MAX]));
  const draw = await deps.db.draw.findUnique({ where: { id: input.drawId } });
  if (!draw || !isPublicDraw(draw)) throw new DrawNotFound(input.drawId);
  await once(deps, requestOf("enterDraw", actor, input), async () => {
    const occurredAt = deps.clock.now();
    const { price, cap, name } = await saleOf(deps, draw, { memberId, at: occurredAt });
    const operatorId = await operatorIdOf(deps);
    const [programme, { contract }] = await Promise.all([
      findProgramme(deps),
      termsAt(deps, operatorId, occurredAt),
      requireUnblocked(deps, memberId),
    ]);
    const [burnId, points] = [newId("burn"), price * tickets];
    const wanted = { burnId, memberId, redeemerId: operatorId, points, purchaseId: null };
    return {
      occurredAt,
      place: { partnerId: operatorId, locationId: null, terminalId: null },
      reason: name.en,
      movements: [reserveOf(wanted, programme, occurredAt), captureOf(burnId, points, contract)],
      counts: [{ counter: ticketCounter(draw.code, memberId), by: tickets, most: cap }],
    };
  });
  return draw;
}

type Sale = { price: bigint; cap: bigint | null; name: DrawDefinition["name"] };

async function saleOf({ db }: Deps, draw: Draw, { memberId, at }: { memberId: string; at: Date }): Promise<Sale> {
  const { ticketPrice, ticketsPerMember, name } = drawTermsOf(draw);
  if (draw.state !== "OPEN" || draw.closesAt <= at) throw new DrawNotOpen("NOT_OPEN");
  if (draw.closesAt.getTime() - at.getTime() <= SALE_ENDS_BEFORE_MS) throw new DrawNotOpen("CLOSING");
  if (ticketPrice === null) throw new DrawNotOpen("NO_TICKETS_SOLD");
  const excluded = await db.drawExclusion.count({ where: { drawId: draw.id, memberId } });
  if (excluded > 0) throw new DrawNotOpen("EXCLUDED");
  return { price: BigInt(ticketPrice), cap: ticketsPerMember === null ? null : BigInt(ticketsPerMember), name };
}

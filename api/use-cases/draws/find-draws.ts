import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findCounters, sumTickets } from "#api/ledger/counters.ts";
import type { Approval, Draw, DrawState } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ticketCounter } from "#api/use-cases/draws/definition.ts";
import { isPublicDraw, publicDrawStates } from "#api/use-cases/draws/states.ts";
import { listPart } from "#api/use-cases/draws/ticket-list.ts";
import { type DrawProof, verifyDraw } from "#api/use-cases/draws/verify-draw.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";
import { together } from "#api/use-cases/together.ts";

type Found<Row> = Promise<Map<string, Row>>;

const seesAll = (actor: Actor) => may(actor, "draw:read");

/** Draws by id: everybody, signed in or not, sees those that are open or were. */
export async function findDraws({ db }: Deps, actor: Actor, ids: readonly string[]): Found<Draw> {
  const rows = await db.draw.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesAll(actor) || isPublicDraw(row)).map((row) => [row.id, row]));
}

export type ListDraws = PageArgs & { states?: readonly DrawState[] | null | undefined };

/** Newest first. The cursor is the id. */
export async function listDraws({ db }: Deps, actor: Actor, { first, after, states }: ListDraws): Promise<Page<Draw>> {
  const seen = seesAll(actor) ? {} : { state: { in: [...publicDrawStates] } };
  const rows = await db.draw.findMany({
    where: {
      AND: [seen, states ? { state: { in: [...states] } } : {}],
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How draws came to where they stand, oldest first. */
export async function findDrawSteps(deps: Deps, actor: Actor, ids: readonly string[]): Found<StepRow[]> {
  return readSteps(deps, actor, [...(await findDraws(deps, actor, ids)).keys()]);
}

/** What waits for a second person; for whoever runs draws. */
export async function findDrawRequests({ db }: Deps, actor: Actor, ids: readonly string[]): Found<Approval> {
  if (!seesAll(actor)) return new Map();
  const rows = await db.approval.findMany({
    where: { action: { in: ["reviewDraw", "drawWinners"] }, subjectId: { in: [...ids] }, state: "WAITING" },
  });
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** The list of tickets in parts of 50,000 lines, from 0; null before it is fixed, empty after its last line. */
export async function readTicketList(
  deps: Deps,
  actor: Actor,
  { drawId, part }: { drawId: string; part: number },
): Promise<string | null> {
  const draw = (await findDraws(deps, actor, [drawId])).get(drawId);
  return draw?.listHash ? listPart(deps.db, drawId, part) : null;
}

/** Does everything again from what is stored. */
export async function findDrawProofs(deps: Deps, actor: Actor, ids: readonly string[]): Found<DrawProof> {
  const draws = await findDraws(deps, actor, ids);
  const proofs = new Map<string, DrawProof>();
  for (const draw of draws.values()) proofs.set(draw.id, await verifyDraw(deps.db, draw));
  return proofs;
}

/** A piece of a prize and who won it: by number for everybody, with an initial; by id for whoever runs draws. */
export type WinnerView = {
  drawId: string;
  place: number;
  prize: number;
  ticket: bigint;
  holder: number;
  initial: string;
  memberId: string;
  /** The viewer won it. */
  mine: boolean;
};

/** Winners in the order of drawing; published, or for whoever looks the protocol through. */
export async function findWinners(deps: Deps, actor: Actor, ids: readonly string[]): Found<WinnerView[]> {
  const { db } = deps;
  const draws = await findDraws(deps, actor, ids);
  const shown = [...draws.values()].filter(
    ({ state }) => state === "PUBLISHED" || (state === "DRAWN" && seesAll(actor)),
  );
  const drawId = { in: shown.map(({ id }) => id) };
  const winners = await db.drawWinner.findMany({ where: { drawId }, orderBy: [{ drawId: "asc" }, { place: "asc" }] });
  const asked = winners.map((one) => ({ drawId: one.drawId, holder: one.holder }));
  const holders = asked.length === 0 ? [] : await db.drawHolder.findMany({ where: { OR: asked } });
  const profiles = await db.memberProfile.findMany({ where: { memberId: { in: holders.map((one) => one.memberId) } } });
  const names = new Map(profiles.map(({ memberId, name }) => [memberId, name]));
  const memberOf = new Map(holders.map((one) => [`${one.drawId} ${one.holder}`, one.memberId]));
  const own = new Set(actor.kind === "member" ? await everyIdOf(deps.db, actor.memberId) : []);
  const views = winners.map((winner): WinnerView => {
    const memberId = memberOf.get(`${winner.drawId} ${winner.holder}`) ?? "";
    const initial = names.get(memberId)?.trim().charAt(0).toUpperCase() ?? "";
    return { ...winner, initial, memberId, mine: own.has(memberId) };
  });
  return Map.groupBy(views, (view) => view.drawId);
}

/** What a member has in a draw. */
export type OwnTickets = {
  tickets: bigint;
  /** All tickets so far, or of the list once it is fixed. */
  ticketsInAll: bigint;
  /** The member's number in the published list; null before it is fixed, or of who holds none. */
  holder: number | null;
  firstTicket: bigint | null;
};

/** The viewer's own tickets; of nobody but members. */
export async function findOwnTickets(deps: Deps, actor: Actor, ids: readonly string[]): Found<OwnTickets> {
  if (actor.kind !== "member") return new Map();
  const { db } = deps;
  const memberIds = await everyIdOf(deps.db, actor.memberId);
  const draws = [...(await findDraws(deps, actor, ids)).values()];
  const counters = await findCounters(
    db,
    draws.flatMap(({ code }) => memberIds.map((id) => ticketCounter(code, id))),
  );
  const held = await db.drawHolder.findMany({ where: { drawId: { in: [...ids] }, memberId: { in: memberIds } } });
  const holding = new Map(held.map((one) => [one.drawId, one]));
  const sums = await sumsOf(
    deps,
    draws.map(({ code }) => code),
  );
  return new Map(
    draws.map((draw, at) => {
      const fixed = holding.get(draw.id) ?? null;
      const counted = memberIds.reduce((sum, id) => sum + (counters.get(ticketCounter(draw.code, id)) ?? 0n), 0n);
      const tickets = draw.listHash === null ? counted : (fixed?.tickets ?? 0n);
      const ticketsInAll = draw.ticketCount ?? sums[at] ?? 0n;
      const { holder = null, firstTicket = null } = fixed ?? {};
      return [draw.id, { tickets, ticketsInAll, holder, firstTicket }];
    }),
  );
}

/** Tickets given so far in open draws, for all who look at the same time. */
const sumsOf = together(({ db }, codes) => sumTickets(db, codes));

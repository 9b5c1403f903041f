import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Place } from "#api/ledger/movements.ts";
import { can, type Permission } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { kept } from "#api/use-cases/kept.ts";
import { LocationNotFound, PartnerNotFound, TerminalNotFound } from "#api/use-cases/partners/refusals.ts";
import { TerminalBlocked } from "./refusals.ts";

export type PlaceInput = {
  /** The caller's own partner when absent. */
  partnerId?: string | null | undefined;
  locationId?: string | null | undefined;
  /** The machine's own terminal when absent. */
  terminalId?: string | null | undefined;
};

/** For whom the deed is, if the actor may do it for them. */
export function partnerFor(actor: Actor, permission: Permission, input: PlaceInput): string {
  const partnerId = input.partnerId ?? partnerOf(actor);
  can(actor, permission, ...(partnerId ? [{ partnerId }] : []));
  if (!partnerId) throw new PartnerNotFound("that the deed would be for; name one");
  return partnerId;
}

/** A place, and the code of its outlet as rules name it. */
export type Stand = { place: Place; locationCode: string | null };

/** Where the deed happens, if the actor may do it there: a machine bound to a terminal speaks for no other. */
export const placeOf = async (...asked: Parameters<typeof standOf>): Promise<Place> => (await standOf(...asked)).place;

/** The same with what rules know of it. */
export async function standOf(deps: Deps, actor: Actor, permission: Permission, input: PlaceInput): Promise<Stand> {
  const partnerId = partnerFor(actor, permission, input);
  const terminalId = terminalOf(actor, input);
  if (terminalId) return atTerminal(deps, partnerId, terminalId, input.locationId ?? null);
  if (!input.locationId) return { place: { partnerId, locationId: null, terminalId: null }, locationCode: null };
  const [location] = await locations(deps, [input.locationId]);
  if (location?.partnerId !== partnerId) throw new LocationNotFound(input.locationId);
  return { place: { partnerId, locationId: location.id, terminalId: null }, locationCode: location.code };
}

function terminalOf(actor: Actor, { terminalId }: PlaceInput): string | null {
  const own = actor.kind === "machine" ? actor.terminalId : null;
  if (own && terminalId && own !== terminalId) throw new TerminalNotFound(terminalId);
  return own ?? terminalId ?? null;
}

async function atTerminal(
  deps: Deps,
  partnerId: string,
  terminalId: string,
  locationId: string | null,
): Promise<Stand> {
  const [terminal] = await terminals(deps, [terminalId]);
  if (terminal?.partnerId !== partnerId) throw new TerminalNotFound(terminalId);
  if (terminal.status === "BLOCKED") throw new TerminalBlocked(terminalId);
  if (locationId && locationId !== terminal.locationId) throw new LocationNotFound(locationId);
  const place = { partnerId, locationId: terminal.locationId, terminalId };
  return { place, locationCode: terminal.location.code };
}

/** The code of an outlet, as rules name it. */
export async function locationCodeOf(deps: Deps, locationId: string | null): Promise<string | null> {
  if (!locationId) return null;
  const [location] = await locations(deps, [locationId]);
  return location?.code ?? null;
}

const terminals = kept("terminal", async ({ db }, ids) => {
  const rows = await db.terminal.findMany({ where: { id: { in: [...ids] } }, include: { location: true } });
  return new Map(rows.map((row) => [row.id, row]));
});

const locations = kept("location", async ({ db }, ids) => {
  const rows = await db.location.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

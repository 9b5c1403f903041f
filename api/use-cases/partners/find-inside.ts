import type { Actor } from "#api/kernel/actor.ts";
import { may, type Permission, seesPartner } from "#api/use-cases/can.ts";

/** Of these partners, the ones whose inside the viewer may read with this permission. */
export function insideOf(actor: Actor, permission: Permission, partnerIds: readonly string[]): string[] {
  return may(actor, permission) ? partnerIds.filter((id) => seesPartner(actor, id)) : [];
}

/** Rows gathered under the ids they belong to; an id without rows has an empty list. */
export function gathered<Row>(
  ids: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Map<string, Row[]> {
  const lists = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(idOf(row))?.push(row);
  return lists;
}

import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { type IssuerLot, type LotsSummary, pageIssuerLots, sumIssuerLots } from "#api/ledger/read/issuer-lots.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Issuers' points that nobody has paid for yet: what a default would touch. The operator's to know. */
export async function findUnfunded(
  deps: Deps,
  actor: Actor,
  issuerIds: readonly string[],
): Promise<Map<string, LotsSummary>> {
  if (!may(actor, "default:read")) return new Map();
  const none = { lots: 0, members: 0, points: 0n, unfundedE6: 0n, blockedPoints: 0n };
  const found = await sumIssuerLots(deps.db, issuerIds, { unfunded: true });
  return new Map([
    ...issuerIds.map((issuerId): [string, LotsSummary] => [issuerId, { issuerId, ...none }]),
    ...found.map((row): [string, LotsSummary] => [row.issuerId, row]),
  ]);
}

/** The lots themselves, by member; the cursor is the member and the lot. */
export async function listUnfundedLots(
  deps: Deps,
  actor: Actor,
  issuerId: string,
  { first, after }: PageArgs,
): Promise<Page<IssuerLot>> {
  if (!may(actor, "default:read")) return { rows: [], hasNextPage: false };
  const [memberId = "", lotId = ""] = (after ?? "").split("|");
  const rows = await pageIssuerLots(deps.db, { issuerId, after: { memberId, lotId }, take: first + 1 });
  return pageOf(rows, first);
}

export const unfundedLotCursor = ({ memberId, id }: IssuerLot) => `${memberId}|${id}`;

import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Claim, ClaimState } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** A claim without its picture. */
export type ClaimView = Omit<Claim, "content">;

const omit = { content: true } as const;

/** Claims by id: a member's own, a partner's those it has to answer, all for the operator. */
export async function findClaims(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, ClaimView>> {
  if (!may(actor, "claim:read")) return new Map();
  const rows = await deps.db.claim.findMany({ where: { id: { in: [...ids] }, ...visible(actor) }, omit });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListClaims = PageArgs & { states?: readonly ClaimState[] | null | undefined };

/** The newest first. The cursor is the id. */
export async function listClaims(
  deps: Deps,
  actor: Actor,
  { first, after, states }: ListClaims,
): Promise<Page<ClaimView>> {
  can(actor, "claim:read");
  const where = {
    ...visible(actor),
    ...(states ? { state: { in: [...states] } } : {}),
    ...(after === null ? {} : { id: { lt: after } }),
  };
  return pageOf(await deps.db.claim.findMany({ where, orderBy: { id: "desc" }, take: first + 1, omit }), first);
}

export type ClaimFile = { fileName: string; mediaType: string; contentBase64: string };

/** The picture of a claim; null when there is none, or none the actor may see. */
export async function readClaimFile(deps: Deps, actor: Actor, id: string): Promise<ClaimFile | null> {
  if (!may(actor, "claim:read")) return null;
  const row = await deps.db.claim.findFirst({ where: { id, ...visible(actor) } });
  if (!row?.content || !row.fileName || !row.mediaType) return null;
  return {
    fileName: row.fileName,
    mediaType: row.mediaType,
    contentBase64: Buffer.from(row.content).toString("base64"),
  };
}

function visible(actor: Actor): { memberId?: string; partnerId?: string } {
  if (actor.kind === "member") return { memberId: actor.memberId };
  const partnerId = partnerOf(actor);
  return partnerId ? { partnerId } : {};
}

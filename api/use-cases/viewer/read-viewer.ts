import type { Actor, OperatorRole, PartnerRole, Scope } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Who is asking, as the portal greets them. */
export type Viewer =
  | { kind: "operator"; name: string; email: string; roles: readonly OperatorRole[] }
  | { kind: "partnerStaff"; name: string; email: string; partnerId: string; roles: readonly PartnerRole[] }
  | { kind: "machine"; partnerId: string; terminalId: string | null; apiKeyId: string; scopes: readonly Scope[] }
  | { kind: "member"; memberId: string };

/** The viewer; null for whoever has not signed in, and for the system, which views nothing. */
export async function readViewer(deps: Deps, actor: Actor): Promise<Viewer | null> {
  switch (actor.kind) {
    case "anonymous":
    case "system":
      return null;
    case "member":
      return { kind: "member", memberId: actor.memberId };
    case "machine": {
      const { kind, id, partnerId, terminalId, scopes } = actor;
      return { kind, apiKeyId: id, partnerId, terminalId, scopes };
    }
    case "operator":
      return { kind: "operator", roles: actor.roles, ...(await personOf(deps, actor.id)) };
    case "partnerStaff":
      return { kind: actor.kind, partnerId: actor.partnerId, roles: actor.roles, ...(await personOf(deps, actor.id)) };
  }
}

async function personOf(deps: Deps, userId: string): Promise<{ name: string; email: string }> {
  const user = await deps.db.user.findUnique({ where: { id: userId }, select: { name: true, email: true } });
  return user ?? { name: "", email: "" };
}

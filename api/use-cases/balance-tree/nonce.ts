import { createHash, createHmac } from "node:crypto";
import type { Deps } from "#api/use-cases/deps.ts";

/** Known to the hub and to the member it is told: without it nobody finds out whose a leaf is by trying members. */
export function nonceOf({ secrets }: Pick<Deps, "secrets">, treeId: string, memberId: string): string {
  return createHmac("sha256", `${secrets.apiKey} balance tree`).update(`${treeId} ${memberId}`).digest("hex");
}

/** What a leaf bears: made of the member's own id, so that two members with the same balance never share one. */
export function leafKey(memberId: string, nonce: string): Buffer {
  return createHash("sha256").update(`${memberId} ${nonce}`).digest();
}

import { expect, test } from "vitest";
import { openWallets, type Wallets } from "#api/channels/wallets/wallet.ts";
import { Forbidden } from "#api/kernel/access.ts";
import { newId } from "#api/kernel/ids.ts";
import { throwawayGoogle } from "#api/test/channels/wallet-keys.ts";
import { world } from "#api/test/world.ts";
import { blockCard } from "./block-card.ts";
import { applePassOf, googlePassOf, walletsOf } from "./card-pass.ts";
import { issueCard } from "./issue-card.ts";

async function carded(wallets?: Wallets) {
  const w = await world({ ana: { points: 12_485n } });
  const outside = { channels: {}, publicUrl: "https://loyalty.example.org", ...(wallets ? { wallets } : {}) };
  const key = { idempotencyKey: `card-${newId("deed")}` };
  const card = await issueCard(w.deps, w.ana.actor, { memberId: w.ana.id, form: "ELECTRONIC", ...key });
  return { ...w, deps: { ...w.deps, outside }, cardId: card.id };
}

/** What stands in a link's token. */
function claimsIn(link: string | null) {
  const [, claims = ""] = (link ?? "").split(".").slice(-3);
  return JSON.parse(Buffer.from(claims, "base64url").toString("utf8")).payload.loyaltyObjects[0];
}

test("a card goes into a wallet with the member's number, name and points, in the member's language", async () => {
  const w = await carded(openWallets({ apple: null, google: throwawayGoogle() }));
  await w.deps.db.memberProfile.update({ where: { memberId: w.ana.id }, data: { language: "be" } });
  const { number } = await w.deps.db.card.findUniqueOrThrow({ where: { id: w.cardId } });
  expect(claimsIn(await googlePassOf(w.deps, w.ana.actor, w.cardId))).toMatchObject({
    accountName: "Ana",
    barcode: { value: number },
    loyaltyPoints: { label: "Балы", balance: { string: "12\u00A0485" } },
    linksModuleData: { uris: [{ uri: "https://loyalty.example.org/be/me" }] },
  });
  await expect(googlePassOf(w.deps, w.grocer.till, w.cardId)).rejects.toThrow(Forbidden);
  await expect(applePassOf(w.deps, w.operator, w.cardId)).rejects.toThrow(Forbidden);
  expect(await googlePassOf(w.deps, w.bohdan.actor, w.cardId)).toBeNull();
  await blockCard(w.deps, w.ana.actor, { cardId: w.cardId, reason: "Lost" });
  expect(await googlePassOf(w.deps, w.ana.actor, w.cardId)).toBeNull();
});

test("a wallet that this hub has no keys for is off, and gives nothing", async () => {
  const w = await carded();
  expect(walletsOf(w.deps)).toEqual({ apple: false, google: false });
  expect([await applePassOf(w.deps, w.ana.actor, w.cardId), await googlePassOf(w.deps, w.ana.actor, w.cardId)]).toEqual(
    [null, null],
  );
});

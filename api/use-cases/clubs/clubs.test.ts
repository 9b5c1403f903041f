import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ask } from "#api/test/asking.ts";
import { agreeOnLadder } from "#api/test/ladder.ts";
import { runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { withAudience } from "#api/use-cases/campaigns/audience.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { type CreateClub, closeClub, createClub } from "./create-club.ts";
import { findClubs, listClubs, listMemberships } from "./find-clubs.ts";
import { inviteToClub, joinClub, leaveClub, removeFromClub } from "./join-club.ts";
import { reviewClubs } from "./review-clubs.ts";

const EUR = 1_000_000n;
const page = { first: 10, after: null };
let numbers = 0;
const slip = () => {
  const receiptNumber = `K-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};
const buy = async (w: World, euros: bigint, memberId = w.ana.id) =>
  (await recordPurchase(w.deps, w.grocer.till, { member: { memberId }, totalE6: euros * EUR, ...slip() })).purchase;

const club = (w: World, wish: Partial<CreateClub> = {}) =>
  createClub(w.deps, w.grocer.finance, {
    code: "roasters",
    name: { en: "Roasters" },
    about: { en: "For those who grind their own" },
    entry: "INVITATION",
    idempotencyKey: newId("club"),
    ...wish,
  });

/** Ten points for whoever is in the club. */
async function offerToClub(w: World): Promise<void> {
  const id = await runCampaign(w, w.grocer, {
    audience: { club: "roasters" },
    rules: [{ label: { en: "Rule" }, effects: [{ kind: "points", give: { by: "FIXED", number: "10" } }] }],
  });
  const version = await w.deps.db.campaignVersion.findFirstOrThrow({ where: { campaignId: id } });
  const definition = withAudience(storedDefinition(version));
  await w.deps.db.campaignVersion.delete({ where: { id: version.id } });
  await w.deps.db.campaignVersion.create({ data: { ...version, definition } });
}

/** What a member reads of the reasons of the last receipt. */
async function toldSteps({ deps, bohdan }: World, actor: Actor): Promise<string> {
  const { id } = await deps.db.purchase.findFirstOrThrow({ where: { memberId: bohdan.id } });
  const query = `{ purchase(id: "${id}") { explanation { steps { rule campaignName { en } } } } }`;
  const { text } = await ask(deps, actor, query);
  expect(text).toContain("BASE");
  return text;
}

test("M12 closed club: by invitation; its offer reaches its members only, and leaving ends it at once", async () => {
  const w = await world();
  await offerToClub(w);
  const { id: clubId } = await club(w);
  await expect(joinClub(w.deps, w.bohdan.actor, { clubId })).rejects.toMatchObject({ code: "CLUB_NOT_FOUND" });
  await inviteToClub(w.deps, w.grocer.finance, { clubId, member: { memberId: w.ana.id } });
  expect((await buy(w, 10n)).pointsEarned).toBe(10n);
  await joinClub(w.deps, w.ana.actor, { clubId });
  expect((await buy(w, 10n)).pointsEarned).toBe(20n);
  expect((await buy(w, 10n, w.bohdan.id)).pointsEarned).toBe(10n);
  expect([...(await findClubs(w.deps, w.ana.actor, [clubId])).keys()]).toEqual([clubId]);
  expect((await findClubs(w.deps, w.bohdan.actor, [clubId])).size).toBe(0);
  expect(await toldSteps(w, w.bohdan.actor)).not.toContain("Spring");
  await leaveClub(w.deps, w.ana.actor, { clubId });
  expect((await buy(w, 10n)).pointsEarned).toBe(10n);
  const steps = await w.deps.db.transition.findMany({ where: { object: "clubMembership" }, orderBy: { id: "asc" } });
  expect(steps.map(({ to }) => to)).toEqual(["INVITED", "IN", "LEFT"]);
});

test("whoever knows the code comes in, in small letters or capitals, and nobody by a wrong one", async () => {
  const w = await world();
  const { id } = await club(w, { entry: "CODE", entryCode: "Beans-2026" });
  await expect(joinClub(w.deps, w.ana.actor, { clubId: id })).rejects.toMatchObject({ code: "CLUB_NOT_FOUND" });
  await expect(joinClub(w.deps, w.ana.actor, { entryCode: "beans-2025" })).rejects.toMatchObject({
    code: "CLUB_CODE_UNKNOWN",
  });
  expect(await joinClub(w.deps, w.ana.actor, { entryCode: " beans-2026" })).toMatchObject({ clubId: id, state: "IN" });
  expect(await joinClub(w.deps, w.ana.actor, { entryCode: "BEANS-2026" })).toMatchObject({ state: "IN" });
});

test("a code guessed a thousand times is looked at ten times; even the right one is not, until a while has passed", async () => {
  const w = await world();
  await club(w, { entry: "CODE", entryCode: "BEANS-2026" });
  const [userId, at] = [newId("user"), w.clock.now()];
  const user = { id: userId, name: "Somebody", email: "risk@example.org", emailVerified: true };
  await w.deps.db.user.create({ data: { ...user, createdAt: at, updatedAt: at } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId, partnerId: null, roles: ["OPERATOR_RISK"] } });
  const answers = new Map<string, number>();
  for (let nth = 0; nth < 1_000; nth += 1) {
    const guess = joinClub(w.deps, w.ana.actor, { entryCode: `BEANS-${String(nth).padStart(4, "0")}` });
    const code = await guess.then(
      () => "IN",
      (refusal) => String(refusal.code),
    );
    answers.set(code, (answers.get(code) ?? 0) + 1);
  }
  expect(Object.fromEntries(answers)).toEqual({ CLUB_CODE_UNKNOWN: 10, TOO_MANY_CLUB_CODES: 990 });
  const right = { entryCode: "BEANS-2026" };
  await expect(joinClub(w.deps, w.ana.actor, right)).rejects.toMatchObject({
    code: "TOO_MANY_CLUB_CODES",
    retryAt: new Date(w.clock.now().getTime() + 15 * 60_000),
  });
  expect(await w.deps.db.notice.count({ where: { kind: "CODE_GUESSING", userId } })).toBe(1);
  expect(await joinClub(w.deps, w.bohdan.actor, right)).toMatchObject({ state: "IN" });
  w.clock.set(new Date(w.clock.now().getTime() + 16 * 60_000));
  expect(await joinClub(w.deps, w.ana.actor, right)).toMatchObject({ state: "IN" });
});

test("a club by rule takes in whoever stands on its tier, and parts with who no longer does", async () => {
  const w = await world();
  await agreeOnLadder(w);
  const { id: clubId } = await club(w, { entry: "RULE", tiers: ["silver", "gold"] });
  await expect(joinClub(w.deps, w.ana.actor, { clubId })).rejects.toMatchObject({ code: "CLUB_NOT_FOUND" });
  expect((await listClubs(w.deps, w.ana.actor, page)).rows).toEqual([]);
  const { id: purchaseId } = await buy(w, 1_000n);
  expect((await listClubs(w.deps, w.ana.actor, page)).rows).toMatchObject([{ id: clubId }]);
  await joinClub(w.deps, w.ana.actor, { clubId });
  expect(await reviewClubs(w.deps, systemActor)).toBe(0);
  await returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId }, ...slip() });
  expect(await reviewClubs(w.deps, systemActor)).toBe(1);
  expect((await listMemberships(w.deps, w.grocer.finance, clubId, page)).rows).toEqual([]);
});

test("who runs a club sees and parts with its members; another house does not know it", async () => {
  const w = await world();
  const { id: clubId } = await club(w, { entry: "CODE", entryCode: "BEANS-2026" });
  await joinClub(w.deps, w.ana.actor, { entryCode: "BEANS-2026" });
  const [member] = (await listMemberships(w.deps, w.grocer.finance, clubId, page)).rows;
  expect(member).toMatchObject({ memberId: w.ana.id, state: "IN" });
  expect((await listMemberships(w.deps, w.fuel.finance, clubId, page)).rows).toEqual([]);
  const out = { clubMembershipId: member?.id ?? "", reason: "Sold the samples" };
  await expect(removeFromClub(w.deps, w.fuel.finance, out)).rejects.toMatchObject({ code: "CLUB_NOT_FOUND" });
  await expect(closeClub(w.deps, w.fuel.finance, { clubId, reason: "Envy" })).rejects.toMatchObject({ clubId });
  expect(await removeFromClub(w.deps, w.grocer.finance, out)).toMatchObject({ state: "LEFT" });
  await closeClub(w.deps, w.grocer.finance, { clubId, reason: "Nobody came" });
  await expect(joinClub(w.deps, w.ana.actor, { entryCode: "BEANS-2026" })).rejects.toMatchObject({
    code: "CLUB_CODE_UNKNOWN",
  });
  await expect(
    inviteToClub(w.deps, w.grocer.finance, { clubId, member: { memberId: w.ana.id } }),
  ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("whoever joins while the club is being closed finds it closed", async () => {
  const w = await world();
  const { id: clubId } = await club(w, { entry: "CODE", entryCode: "BEANS-2026" });
  const holder = await w.database.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM club WHERE id = $1 FOR UPDATE", [clubId]);
  const closing = closeClub(w.deps, w.grocer.finance, { clubId, reason: "Nobody came" });
  await untilWaiting(w, 1);
  const joining = expect(joinClub(w.deps, w.ana.actor, { entryCode: "BEANS-2026" })).rejects.toMatchObject({
    code: "CLUB_CODE_UNKNOWN",
  });
  await untilWaiting(w, 2);
  await holder.query("COMMIT");
  holder.release();
  expect(await closing).toMatchObject({ state: "CLOSED" });
  await joining;
  expect(await w.deps.db.clubMembership.count()).toBe(0);
});

/** So many of this database's transactions wait for others. */
async function untilWaiting({ database: { pool } }: World, count: number): Promise<void> {
  const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await pool.query(waiting)).rowCount !== count);
}

test("a code is one club's, what says nothing is refused, and a cashier founds none", async () => {
  const w = await world();
  await club(w, { entry: "CODE", entryCode: "BEANS-2026" });
  await expect(club(w)).rejects.toMatchObject({ code: "CLUB_CODE_TAKEN", field: "code" });
  await expect(club(w, { code: "other", entry: "CODE", entryCode: "beans-2026" })).rejects.toMatchObject({
    field: "entryCode",
  });
  await expect(club(w, { code: "other", entry: "CODE", entryCode: "1234" })).rejects.toMatchObject({
    field: "entryCode",
  });
  await expect(club(w, { code: "other", entry: "RULE" })).rejects.toMatchObject({
    code: "INVALID_VALUE",
    field: "tiers",
  });
  await expect(club(w, { code: "No Code" })).rejects.toMatchObject({ field: "code" });
  const cashier = { ...w.grocer.finance, roles: ["CASHIER"] } as typeof w.grocer.finance;
  const words = { name: { en: "A" }, about: { en: "B" } };
  await expect(
    createClub(w.deps, cashier, { code: "mine", ...words, entry: "INVITATION", idempotencyKey: newId("club") }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

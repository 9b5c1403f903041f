import { beforeAll, expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { endSessions } from "./end-sessions.ts";
import { readSessions } from "./read-sessions.ts";
import { SessionNotFound } from "./refusals.ts";

type Member = Actor & { kind: "member" };

let w: World;
beforeAll(async () => {
  w = await world();
});

/** Ana, signed in on a telephone and at a desk; Bohdan on his own. The third of Ana's has run out. */
async function signedIn(): Promise<World & { here: Member; bohdansOwn: Member }> {
  await w.deps.db.session.deleteMany();
  const ana = { ...(w.ana.actor as Member), id: newId("user") };
  const bohdan = { ...(w.bohdan.actor as Member), id: newId("user") };
  const user = ({ id }: Member) =>
    w.deps.db.user.create({ data: { id, name: "Somebody", email: `${id}@example.org` } });
  await Promise.all([ana, bohdan].map(user));
  const later = new Date(w.clock.now().getTime() + 3_600_000);
  const session = (id: string, { id: userId }: Member, expiresAt = later) =>
    w.deps.db.session.create({
      data: { id, token: `token-of-${id}`, userId, expiresAt, userAgent: id, ipAddress: "" },
    });
  await session("telephone", ana);
  await session("desk", ana);
  await session("long-ago", ana, w.clock.now());
  await session("other", bohdan);
  return { ...w, here: { ...ana, sessionId: "telephone" }, bohdansOwn: { ...bohdan, sessionId: "other" } };
}

const idsOf = async (w: World, actor: Actor) => (await readSessions(w.deps, actor)).map(({ id }) => id).sort();

test("a person sees where they are signed in, and which of them is this browser", async () => {
  const w = await signedIn();
  const sessions = await readSessions(w.deps, w.here);
  expect(sessions.map(({ id, isThis, ip }) => [id, isThis, ip]).sort()).toEqual([
    ["desk", false, null],
    ["telephone", true, null],
  ]);
  expect(JSON.stringify(sessions)).not.toContain("token");
});

test("an address is shown as people write it, and none where it says nothing", async () => {
  const w = await signedIn();
  const shown = async (ipAddress: string | null) => {
    await w.deps.db.session.update({ where: { id: "desk" }, data: { ipAddress } });
    return (await readSessions(w.deps, w.here)).find(({ id }) => id === "desk")?.ip;
  };
  expect(await shown("192.0.2.7")).toBe("192.0.2.7");
  expect(await shown("2001:0db8:0000:0000:0000:0000:0000:0000")).toBe("2001:db8::");
  expect(await shown("0000:0000:0000:0000:0000:0000:0000:0000")).toBeNull();
  expect(await shown(null)).toBeNull();
});

test("a person signs out one browser; it is in the audit log", async () => {
  const w = await signedIn();
  await endSessions(w.deps, w.here, { sessionId: "desk" });
  expect(await idsOf(w, w.here)).toEqual(["telephone"]);
  const log = await w.deps.db.auditEvent.findMany({ where: { actor: `member:${w.here.id}` } });
  expect(log).toMatchObject([{ action: "endSession", objectId: "desk" }]);
});

test("or all but this one; nobody else is signed out by it", async () => {
  const w = await signedIn();
  await endSessions(w.deps, w.here, { sessionId: null });
  expect(await idsOf(w, w.here)).toEqual(["telephone"]);
  expect(await idsOf(w, w.bohdansOwn)).toEqual(["other"]);
  await endSessions(w.deps, w.here, { sessionId: null });
});

test("somebody else's session is like one that is not there", async () => {
  const w = await signedIn();
  await expect(endSessions(w.deps, w.here, { sessionId: "other" })).rejects.toThrow(SessionNotFound);
  await expect(endSessions(w.deps, w.here, { sessionId: "nobody" })).rejects.toThrow(SessionNotFound);
  expect(await idsOf(w, w.bohdansOwn)).toEqual(["other"]);
});

test("machines have none", async () => {
  const w = await signedIn();
  await expect(readSessions(w.deps, w.grocer.till)).rejects.toThrow(Forbidden);
  await expect(endSessions(w.deps, w.grocer.till, { sessionId: null })).rejects.toThrow(Forbidden);
});

import { expect, onTestFinished, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { openDoorbells } from "#api/server/doorbells.ts";
import { openListener } from "#api/server/listener.ts";
import { createLog } from "#api/server/log.ts";
import { type World, world } from "#api/test/world.ts";
import { type Audience, notify, notifyStaff } from "#api/use-cases/notices/notify.ts";
import { countUnreadNotices, listNotices, markNoticesRead } from "#api/use-cases/notices/read-notices.ts";
import { NoticeNotFound } from "#api/use-cases/notices/refusals.ts";

const page = { first: 10, after: null };
const person = (name: string): Actor => ({ kind: "operator", id: `usr_${name}`, roles: ["CLERK"] });
const news = ({ clock }: World) =>
  ({ kind: "BREAKS_FOUND", facts: { count: "3" }, href: "/operator/reconciliation", at: clock.now() }) as const;
const tell = (w: World, name: string) =>
  w.deps.db.$transaction((tx) => notify(tx, { userId: `usr_${name}`, ...news(w) }));

async function withStaff(w: World, name: string, partnerId: string | null, roles: Audience["roles"]): Promise<void> {
  await w.deps.db.user.create({ data: { id: `usr_${name}`, name, email: `${name}@example.org` } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId: `usr_${name}`, partnerId, roles: [...roles] } });
}

test("everybody has their own notices, the newest first, and no machine has any", async () => {
  const w = await world();
  await tell(w, "clerk");
  await tell(w, "clerk");
  await tell(w, "other");
  const mine = (await listNotices(w.deps, person("clerk"), page)).rows;
  expect(mine.map(({ userId }) => userId)).toEqual(["usr_clerk", "usr_clerk"]);
  expect(mine[0]).toMatchObject({ kind: "BREAKS_FOUND", facts: { count: "3" }, readAt: null });
  await expect(listNotices(w.deps, w.grocer.till, page)).rejects.toThrow(Forbidden);
});

test("what is read is no news any more", async () => {
  const w = await world();
  await tell(w, "clerk");
  await tell(w, "clerk");
  const [newest] = (await listNotices(w.deps, person("clerk"), page)).rows;
  expect(await markNoticesRead(w.deps, person("clerk"), { noticeIds: [newest?.id ?? ""] })).toBe(1);
  expect((await listNotices(w.deps, person("clerk"), { ...page, unread: true })).rows).toHaveLength(1);
  expect(await markNoticesRead(w.deps, person("clerk"), {})).toBe(0);
});

test("nobody reads somebody else's notice for them", async () => {
  const w = await world();
  await tell(w, "clerk");
  const [theirs] = (await listNotices(w.deps, person("clerk"), page)).rows;
  const asked = markNoticesRead(w.deps, person("other"), { noticeIds: [theirs?.id ?? ""] });
  await expect(asked).rejects.toThrow(NoticeNotFound);
  expect(await countUnreadNotices(w.deps, person("clerk"))).toBe(1);
});

test("those of a house are told whose role it concerns, but not whoever brought it about", async () => {
  const w = await world();
  await withStaff(w, "finance", null, ["OPERATOR_FINANCE"]);
  await withStaff(w, "maker", null, ["OPERATOR_FINANCE", "OPERATOR_CLERK"]);
  await withStaff(w, "risk", null, ["OPERATOR_RISK"]);
  await withStaff(w, "grocers", w.grocer.id, ["PARTNER_FINANCE"]);
  const finance: Audience = { partnerId: null, roles: ["OPERATOR_FINANCE"], except: "usr_maker" };
  await w.deps.db.$transaction((tx) => notifyStaff(tx, finance, news(w)));
  expect((await w.deps.db.notice.findMany()).map(({ userId }) => userId)).toEqual(["usr_finance"]);
});

test("the bell of whoever is told rings after the commit, and nobody else's", async () => {
  const w = await world();
  const log = createLog("silent");
  const listener = await openListener(w.database.url, log);
  const bells = openDoorbells(listener, log);
  onTestFinished(() => listener.close());
  const rings = bells.rings("user", "usr_clerk")[Symbol.asyncIterator]();
  const rung = rings.next();
  await tell(w, "other");
  await tell(w, "clerk");
  expect((await rung).value).toMatchObject({ id: "usr_clerk" });
});

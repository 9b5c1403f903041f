import { describe, expect, test } from "vitest";
import { Forbidden, Unauthenticated } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { can, may } from "#api/use-cases/can.ts";
import { MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

const anonymous: Actor = { kind: "anonymous" };
const clerk: Actor = { kind: "operator", id: "usr_1", roles: ["CLERK"] };
const auditor: Actor = { kind: "operator", id: "usr_2", roles: ["AUDITOR"] };
const owner: Actor = { kind: "partnerStaff", id: "usr_3", partnerId: "ptn_grocer", roles: ["OWNER"] };
const cashier: Actor = { kind: "partnerStaff", id: "usr_4", partnerId: "ptn_grocer", roles: ["CASHIER"] };
const till: Actor = {
  kind: "machine",
  id: "key_1",
  partnerId: "ptn_grocer",
  terminalId: null,
  scopes: ["purchases:write"],
};
const ana: Actor = { kind: "member", id: "usr_5", memberId: "mem_ana" };

test("who has not signed in is asked to, whatever the deed", () => {
  expect(() => can(anonymous, "programme:read")).toThrow(Unauthenticated);
  expect(() => can(anonymous, "cycle:approve")).toThrow(Unauthenticated);
});

test("a role without the permission is told so before anything is said of the subject", () => {
  expect(() => can(cashier, "contract:sign", { partnerId: "ptn_fuel" })).toThrow(Forbidden);
  expect(() => can(till, "member:block", { memberId: "mem_ana" })).toThrow(Forbidden);
});

test("a foreign partner is answered in the words for one that does not exist", () => {
  expect(() => can(owner, "location:add", { partnerId: "ptn_fuel" })).toThrow(new PartnerNotFound("ptn_fuel"));
  expect(() => can(owner, "location:add", { partnerId: "ptn_grocer" })).not.toThrow();
});

test("a member reaches nobody else's wallet", () => {
  expect(() => can(ana, "history:read", { memberId: "mem_bohdan" })).toThrow(new MemberNotFound("mem_bohdan"));
  expect(() => can(ana, "history:read", { memberId: "mem_ana" })).not.toThrow();
});

describe("duties are kept apart", () => {
  test("nobody who keeps members' accounts approves a cycle", () => {
    expect(may(clerk, "points:adjust")).toBe(true);
    expect(may(clerk, "cycle:approve")).toBe(false);
  });

  test("an auditor reads the ledger and changes nothing", () => {
    expect(may(auditor, "ledger:read")).toBe(true);
    expect(may(auditor, "bank:import")).toBe(false);
    expect(may(auditor, "member:block")).toBe(false);
  });

  test("a till records purchases and settles nothing", () => {
    expect(may(till, "purchase:record")).toBe(true);
    expect(may(till, "statement:read")).toBe(false);
  });

  test("only the system runs jobs and sets the hub up", () => {
    expect(may(systemActor, "job:run")).toBe(true);
    expect([clerk, auditor, owner, till, ana].some((actor) => may(actor, "programme:create"))).toBe(false);
  });
});

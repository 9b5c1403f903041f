import { expect, test } from "vitest";
import type { Actor, OperatorRole, PartnerRole } from "#api/kernel/actor.ts";
import { may, type Permission } from "#api/use-cases/can.ts";
import { deedsWith } from "#portal/views/operator/draws/next.ts";
import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";
import { mayRun, mayWrite } from "#portal/views/shared/journeys/types.ts";
import { mayDraft } from "#portal/views/shared/offerings/types.ts";
import { mayCount, mayDefine, mayShare } from "#portal/views/shared/segments/types.ts";

type Person = { actor: Actor; house: House };

const operators: Person[] = (["CLERK", "FINANCE", "RISK", "ADMIN", "AUDITOR"] satisfies OperatorRole[]).map((role) => ({
  actor: { kind: "operator", id: "usr_1", roles: [role] },
  house: { shell: "operator", partnerId: null, roles: [`OPERATOR_${role}`], name: "" },
}));
const partners: Person[] = (["OWNER", "MANAGER", "FINANCE", "CASHIER", "ANALYST"] satisfies PartnerRole[]).map(
  (role) => ({
    actor: { kind: "partnerStaff", id: "usr_1", partnerId: "ptn_1", roles: [role] },
    house: { shell: "partner", partnerId: "ptn_1", roles: [`PARTNER_${role}`], name: "" },
  }),
);
const everybody = [...operators, ...partners];

const doing = (deed: Parameters<typeof mayDo>[1]) => (house: House) => mayDo(house, deed);

/** What shows a deed, the permission it takes, and who comes to the page where it stands. */
const shown: [(house: House) => boolean, Permission, Person[]][] = [
  [doing("draft"), "campaign:draft", everybody],
  [doing("draft"), "challenge:draft", everybody],
  [doing("draft"), "activityKind:manage", everybody],
  [doing("draft"), "reward:manage", everybody],
  [doing("draft"), "draw:draft", operators],
  [mayDraft, "offering:edit", everybody],
  [doing("decide"), "campaign:approve", everybody],
  [doing("decide"), "challenge:approve", everybody],
  [doing("run"), "campaign:run", everybody],
  [doing("run"), "challenge:run", everybody],
  [doing("run"), "draw:run", operators],
  [doing("join"), "campaign:join", everybody],
  [doing("simulate"), "campaign:simulate", everybody],
  [doing("setPolicy"), "campaign:setPolicy", everybody],
  [doing("answerClaims"), "claim:decide", everybody],
  [doing("handOut"), "rewardOrder:handOut", everybody],
  [mayWrite, "journey:draft", everybody],
  [mayWrite, "template:write", everybody],
  [mayRun, "journey:run", everybody],
  [mayDefine, "segment:define", everybody],
  [mayCount, "segment:recount", everybody],
  [mayShare, "segment:share", everybody],
];

test.for(shown.map(([shows, permission, people]) => ({ shows, permission, people })))(
  "a deed is shown to exactly those who hold $permission",
  ({ shows, permission, people }) => {
    const told = people.map(({ house }) => [house.roles[0], shows(house)]);
    expect(told).toEqual(people.map(({ actor, house }) => [house.roles[0], may(actor, permission)]));
  },
);

test("whoever writes draws writes them, whoever runs them runs them, and others only read", () => {
  const deeds = (role: OperatorRole, state: string) =>
    deedsWith(state, { shell: "operator", partnerId: null, roles: [`OPERATOR_${role}`], name: "" });
  expect(deeds("CLERK", "REVIEWED")).toEqual(["cancel", "withdraw", "openDraw"]);
  expect(deeds("RISK", "REVIEWED")).toEqual(["openDraw"]);
  expect(["DRAFT", "IN_REVIEW", "PUBLISHED"].map((state) => deeds("RISK", state))).toEqual([[], [], []]);
  expect(["DRAFT", "OPEN", "DRAWN"].map((state) => deeds("AUDITOR", state))).toEqual([[], [], []]);
});

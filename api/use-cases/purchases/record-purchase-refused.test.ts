import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { type RecordPurchase, recordPurchase } from "./record-purchase.ts";

type Change = Partial<RecordPurchase>;
type Refused = {
  what: string;
  code: string;
  change?: (world: World) => Change;
  before?: (world: World) => Promise<unknown>;
};

const refused: Refused[] = [
  {
    what: "an unknown phone",
    code: "UNKNOWN_MEMBER",
    change: () => ({ member: { kind: "PHONE", value: "+375290000000" } }),
  },
  {
    what: "an id of nobody",
    code: "MEMBER_NOT_FOUND",
    change: () => ({ member: ref("mem_00000000000000000000000000") }),
  },
  { what: "a blocked member", code: "MEMBER_BLOCKED", before: ({ deps, ana }) => block(deps.db.member, ana.id) },
  {
    what: "a blocked card",
    code: "CARD_BLOCKED",
    before: blockedCard,
    change: () => ({ member: { kind: "CARD", value: CARD } }),
  },
  { what: "too few points", code: "INSUFFICIENT_POINTS", change: () => ({ redeem: { points: 11n } }) },
  {
    what: "more than the contract's share in points",
    code: "REDEEM_SHARE_EXCEEDED",
    before: halfAtMost,
    change: () => ({ redeem: { points: 5_001n } }),
  },
  {
    what: "points worth more than the receipt",
    code: "RECEIPT_DOES_NOT_ADD_UP",
    change: () => ({ redeem: { points: 10_001n } }),
  },
  {
    what: "lines of another sum",
    code: "RECEIPT_DOES_NOT_ADD_UP",
    change: () => ({ lines: [{ amountE6: 99_000_000n }] }),
  },
  { what: "an empty receipt number", code: "INVALID_RECEIPT", change: () => ({ receiptNumber: " " }) },
  { what: "a business date of another year", code: "INVALID_RECEIPT", change: () => ({ businessDate: "0000-01-01" }) },
  { what: "another currency", code: "WRONG_CURRENCY", change: () => ({ currency: "BYN" }) },
  {
    what: "a time to come",
    code: "FUTURE_DATED",
    change: ({ clock }) => ({ occurredAt: new Date(clock.now().getTime() + 600_000) }),
  },
  {
    what: "a time before any contract",
    code: "CONTRACT_MISSING",
    change: () => ({ occurredAt: new Date("2019-12-31T00:00:00Z") }),
  },
  { what: "another's terminal", code: "TERMINAL_NOT_FOUND", change: ({ fuel }) => ({ terminalId: fuel.terminalId }) },
  { what: "another's location", code: "LOCATION_NOT_FOUND", change: ({ fuel }) => ({ locationId: fuel.locationId }) },
  { what: "another partner", code: "PARTNER_NOT_FOUND", change: ({ fuel }) => ({ partnerId: fuel.id }) },
  {
    what: "a blocked terminal",
    code: "TERMINAL_BLOCKED",
    before: ({ deps, grocer }) => block(deps.db.terminal, grocer.terminalId),
  },
  { what: "a suspended partner", code: "PARTNER_NOT_ACTIVE", before: (w) => status(w, { status: "SUSPENDED" }) },
  {
    what: "a defaulted partner",
    code: "PARTNER_NOT_ACTIVE",
    before: (w) => status(w, { status: "DEFAULTED" }),
    change: () => ({ redeem: { points: 1n } }),
  },
  { what: "blocked issuing", code: "PARTNER_MAY_NOT_ISSUE", before: (w) => status(w, { status: "ISSUE_BLOCKED" }) },
  { what: "a partner that only redeems", code: "PARTNER_MAY_NOT_ISSUE", before: (w) => status(w, { mayIssue: false }) },
  {
    what: "a partner that only issues",
    code: "PARTNER_MAY_NOT_REDEEM",
    before: (w) => status(w, { mayRedeem: false }),
    change: () => ({ redeem: { points: 1n } }),
  },
  {
    what: "an exhausted exposure limit",
    code: "EXPOSURE_LIMIT_EXCEEDED",
    before: ({ deps, grocer }) =>
      deps.db.exposure.update({ where: { partnerId: grocer.id }, data: { limitE6: 500_000n } }),
  },
  {
    what: "a reservation of nobody",
    code: "RESERVATION_NOT_FOUND",
    change: () => ({ redeem: { points: 1n, reservationId: "brn_00000000000000000000000000" } }),
  },
];

test.each(refused)("$what is refused as $code and leaves nothing", async ({ code, change, before }) => {
  const small = await world({ ana: { points: 10n } });
  await before?.(small);
  const input = { ...bread(small.ana.id), ...change?.(small) };
  await refuses(recordPurchase(small.deps, small.grocer.till, input), code);
  expect(await small.deps.db.purchase.count()).toBe(0);
});

test("another's reservation answers like one that does not exist", async () => {
  const { deps, grocer, ana, bohdan } = await world({ bohdan: { points: 100n } });
  const held = await reservePoints(deps, grocer.till, {
    member: ref(bohdan.id),
    points: 50n,
    idempotencyKey: key("hold"),
  });
  const redeem = { points: 50n, reservationId: held.redemption.id };
  await refuses(recordPurchase(deps, grocer.till, { ...bread(ana.id), redeem }), "RESERVATION_NOT_FOUND");
});

test("a member, a stranger and a reading key may not record", async () => {
  const { deps, grocer, ana } = await world();
  const reader: Actor = {
    kind: "machine",
    id: "key",
    partnerId: grocer.id,
    terminalId: null,
    scopes: ["purchases:read"],
  };
  await refuses(recordPurchase(deps, ana.actor, bread(ana.id)), "FORBIDDEN");
  await refuses(recordPurchase(deps, reader, bread(ana.id)), "FORBIDDEN");
  await refuses(recordPurchase(deps, { kind: "anonymous" }, bread(ana.id)), "UNAUTHENTICATED");
});

const key = (name: string) => `${name}-0123456789abcdef`;

const CARD = "4000000000000002";

function bread(memberId: string) {
  return { member: ref(memberId), receiptNumber: "000181", totalE6: 100_000_000n, idempotencyKey: key("bread") };
}

function ref(memberId: string) {
  return { memberId };
}

type Blockable = { update(args: { where: { id: string }; data: { status: "BLOCKED" } }): Promise<unknown> };

async function block(table: unknown, id: string): Promise<void> {
  await (table as Blockable).update({ where: { id }, data: { status: "BLOCKED" } });
}

async function blockedCard({ deps, ana, clock }: World): Promise<void> {
  const card = { id: "crd_1", memberId: ana.id, number: CARD, form: "PHYSICAL" as const, issuedAt: clock.now() };
  await deps.db.card.create({ data: { ...card, status: "BLOCKED" } });
  await deps.db.identifier.create({ data: { id: "idn_1", memberId: ana.id, kind: "CARD", value: CARD } });
}

async function halfAtMost({ deps, grocer }: World): Promise<void> {
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { redeemShareMaxBps: 5_000 } });
}

async function status({ deps, grocer }: World, data: object): Promise<void> {
  await deps.db.partner.update({ where: { id: grocer.id }, data });
}

async function refuses(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ code });
}

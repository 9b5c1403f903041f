import { someone } from "#api/bench/plans/big-coalition.ts";
import type { Actor } from "#api/kernel/actor.ts";

const { memberId, card, partnerId } = someone;
const till: Actor = {
  kind: "machine",
  id: "key_1",
  partnerId,
  terminalId: null,
  scopes: ["purchases:write", "members:read"],
};
const member: Actor = { kind: "member", id: "usr_1", memberId };
const owner: Actor = { kind: "partnerStaff", id: "usr_2", partnerId, roles: ["OWNER"] };
const clerk: Actor = { kind: "operator", id: "usr_3", roles: ["ADMIN", "CLERK", "FINANCE"] };

let keys = 0;
const sale = () => ({
  member: { card },
  total: "80.00",
  receiptNumber: `s${keys}`,
  idempotencyKey: `plan-${String(++keys).padStart(16, "0")}`,
});

/** Sent once more, because the answer did not come. */
const retried = sale();

/** What came of the askings before, by operation, and the cycle that is open. */
export type Before = { answers: Readonly<Record<string, string>>; openCycleId: string };

/** Who asks what, by which indexes the database has to find it, and with what; each may use what came of those before. */
export type Asking = [operation: string, actor: Actor, by: string, variables: (before: Before) => object];

const byCard = "identifier_kind_scope_value_key";

/** What tills, members, partners and clerks ask all day, and what else must not grow slow with the books. */
export const askedAllDay: readonly Asking[] = [
  ["TillMember", till, `${byCard} wallet_pkey`, () => ({ kind: "CARD", value: card })],
  [
    "QuotePurchase",
    till,
    `${byCard} wallet_pkey purchase_of_member_at_partner`,
    () => ({ input: { member: { card }, total: "80.00" } }),
  ],
  ["RecordPurchase", till, `${byCard} wallet_pkey deed_owner_key_key`, () => ({ input: sale() })],
  ["RecordPurchase", till, `${byCard} wallet_pkey deed_owner_key_key`, () => ({ input: retried })],
  ["RecordPurchase", till, "deed_owner_key_key purchase_deed_id_key entry_of_deed", () => ({ input: retried })],
  [
    "RecordPurchase",
    till,
    "wallet_pkey lot_open lot_pkey deed_owner_key_key",
    () => ({ input: { ...sale(), redeem: { points: 1 } } }),
  ],
  [
    "ReservePoints",
    till,
    "wallet_pkey lot_open deed_owner_key_key",
    () => ({ input: { member: { card }, points: 1, idempotencyKey: "plan-reserve-000001" } }),
  ],
  [
    "CapturePoints",
    till,
    "burn_pkey burn_slice_pkey lot_pkey",
    (before) => ({ input: { reservationId: idIn(before, "ReservePoints", "brn"), ...key("plan-capture-000001") } }),
  ],
  [
    "ReturnPurchase",
    till,
    "purchase_pkey purchase_return_purchase_id_seq_key lot_of_purchase entry_of_deed",
    (before) => ({
      input: {
        purchase: { purchaseId: idIn(before, "RecordPurchase", "pur") },
        receiptNumber: "back",
        ...key("plan-return-0000001"),
      },
    }),
  ],
  [
    "SubmitBatch",
    till,
    `${byCard} wallet_pkey deed_owner_key_key`,
    () => ({ input: { rows: [{ recordPurchase: sale() }, { recordPurchase: sale() }] } }),
  ],
  ["MemberHome", member, "wallet_pkey wallet_change_pkey entry_pkey", () => ({})],
  ["MemberHistory", member, "wallet_change_pkey entry_pkey", () => ({ first: 25 })],
  ["MemberPoints", member, "lot_of_member_first_to_expire", () => ({})],
  ["MemberCards", member, "card_of_member", () => ({})],
  ["MyInbox", member, "message_of_member_newest", () => ({ first: 25 })],
  ["UnreadMessages", member, "message_of_member_newest", () => ({})],
  ["MyCoupons", member, "coupon_of_member_newest", () => ({ first: 25, state: "ACTIVE" })],
  ["PartnerOverview", owner, "entry_of_partner_newest turnover_pkey", () => ({ partnerId })],
  ["PartnerPosition", owner, "turnover_pkey", () => ({ partnerId })],
  ["PartnerEntries", owner, "entry_of_partner_newest line_pkey", () => ({ partnerId, first: 25 })],
  ["PartnerStatements", owner, "statement_of_partner", () => ({ partnerId, first: 25 })],
  ["StatementPage", owner, "statement_of_partner", (before) => ({ id: idIn(before, "PartnerStatements", "stm") })],
  ["LookUpMember", owner, byCard, () => ({ input: { value: card, reason: "A question at the counter" } })],
  ["CyclePositions", clerk, "turnover_pkey", ({ openCycleId }) => ({ id: openCycleId, first: 25 })],
  ["CycleMatrix", clerk, "turnover_pkey", ({ openCycleId }) => ({ id: openCycleId, first: 25 })],
  ["MemberByIdentifier", clerk, byCard, () => ({ kind: "CARD", value: card })],
  [
    "MemberPage",
    clerk,
    "wallet_pkey wallet_change_pkey identifier_of_member card_of_member",
    () => ({ id: memberId, first: 25 }),
  ],
];

const key = (idempotencyKey: string) => ({ idempotencyKey });

/** The first id of a kind in what was answered to an operation. */
function idIn({ answers }: Before, operation: string, kind: string): string {
  const [id] = new RegExp(`${kind}_[0-9A-Z]{26}`).exec(answers[operation] ?? "") ?? [];
  if (!id) throw new Error(`no ${kind} in what came of ${operation}`);
  return id;
}

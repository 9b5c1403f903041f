import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccountKind, isPointsAccount } from "#api/ledger/chart.ts";
import { richBook, type Story } from "#api/test/story.ts";

let story: Story;
let client: PoolClient;

beforeAll(async () => {
  story = await richBook();
  client = await story.database.pool.connect();
});
afterAll(() => client.release());

/** What is tried, the SQL that tries it, and the guard that refuses it. */
type Attempt = [what: string, sql: string, guard: string];

const open = "(SELECT id FROM cycle WHERE state = 'OPEN')";
const closed = "(SELECT id FROM cycle WHERE seq = 1)";
const entryInto = (cycle: string, event = "FEE") =>
  `INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id)
   SELECT 'ent_new', deed_id, '${event}', occurred_at, posted_at, ${cycle}, ${cycle} FROM entry LIMIT 1`;
const lineInto = (entry: string, fields: { [column: string]: string } = {}) => {
  const given = {
    account: "'FEES'",
    owner_id: "''",
    unit: "'EUR'",
    amount: "5",
    lot_id: "NULL",
    section: "NULL",
    ...fields,
  };
  const columns = { entry_id: entry, seq: "(SELECT count(*) + 90 FROM line)", cycle_id: open, ...given };
  return `INSERT INTO line (${Object.keys(columns).join(", ")}) SELECT ${Object.values(columns).join(", ")}`;
};
const newEntry = `${entryInto(open)}; ${lineInto("'ent_new'")}`;
const copy = (table: string, fields: { [column: string]: string }) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${Object.entries(fields)
    .map(([column, value]) => `'${column}', ${value}`)
    .join(", ")}))).* FROM ${table} t LIMIT 1`;

const taxRule = (fields: { [column: string]: string }) => {
  const whole = { section: "'FEE'", rate_bps: "2000", valid_from: "now()", valid_until: "NULL", ...fields };
  return `INSERT INTO tax_rule (id, code, basis, created_by, ${Object.keys(whole).join(", ")})
    SELECT 'x', 'VAT', 'ON_TOP', 'x', ${Object.values(whole).join(", ")}`;
};

const deedWith = (key: string) => copy("deed", { id: `'${key}'`, key: `'${key}'`, business_key: "'receipt 1'" });

const entries: Attempt[] = [
  ["an entry that does not sum to zero", `${newEntry}; SET CONSTRAINTS ALL IMMEDIATE`, "entry_balanced"],
  ["an entry without lines", `${entryInto(open)}; SET CONSTRAINTS ALL IMMEDIATE`, "entry_balanced"],
  ["a line for an entry of an earlier transaction", lineInto("(SELECT max(id) FROM entry)"), "line_with_its_entry"],
  ["a line for no entry", lineInto("'ent_none'"), "line_with_its_entry"],
  [
    "a line in another cycle than its entry",
    `${entryInto(open)}; ${lineInto("'ent_new'", { cycle_id: closed })}`,
    "line_with_its_entry",
  ],
  ["an entry in a settled cycle", entryInto(closed), "entry_in_open_cycle"],
  ["an entry in no cycle", entryInto("'cyc_none'"), "entry_in_open_cycle"],
  [
    "an entry in a closing cycle that does not end it",
    `UPDATE cycle SET state = 'CLOSING' WHERE seq = 2; ${entryInto("(SELECT id FROM cycle WHERE seq = 2)", "EARN")}`,
    "entry_in_open_cycle",
  ],
  [
    "a correction in a cycle that nobody reopened",
    `UPDATE cycle SET state = 'CLOSING' WHERE seq = 2; ${entryInto("(SELECT id FROM cycle WHERE seq = 2)", "CORRECTION")}`,
    "entry_in_open_cycle",
  ],
  [
    "a netting in a cycle that takes corrections",
    `UPDATE cycle SET state = 'CORRECTING' WHERE seq = 2; ${entryInto("(SELECT id FROM cycle WHERE seq = 2)", "NET")}`,
    "entry_in_open_cycle",
  ],
  [
    "points without their lot",
    lineInto("'ent_new'", { account: "'AVAIL'", unit: "'PTS'" }),
    "line_points_name_their_lot",
  ],
  ["points in money", lineInto("'ent_new'", { account: "'AVAIL'" }), "line_unit"],
  ["a line that moves nothing", lineInto("'ent_new'", { amount: "0" }), "line_moves_something"],
  ["a position without its section", lineInto("'ent_new'", { account: "'POSITION'" }), "line_position_has_section"],
];

const appendOnly = Object.entries({
  entry: "event",
  line: "section",
  wallet_change: "entry_id",
  counter_change: "counter_id",
  transition: "actor",
  audit_event: "actor",
  audit_link: "hash",
  dispute_evidence: "text",
  account_balance: "unit",
  consent_change: "house",
  journey_run_step: "version_id",
}).flatMap(([table, column]): Attempt[] => [
  [`a changed ${table}`, `UPDATE ${table} SET ${column} = 'x'`, `${table}_append_only`],
  [`a deleted ${table}`, `DELETE FROM ${table}`, `${table}_append_only`],
  [`an emptied table of ${table}`, `TRUNCATE ${table}`, `${table}_append_only`],
]);

const forEver: Attempt[] = [
  ["a piece of the ledger that ends elsewhere", "UPDATE ledger_piece SET up_to = 0", "ledger_piece_append_only"],
  ["a forgotten piece of the ledger", "DELETE FROM ledger_piece", "ledger_piece_append_only"],
  ["no pieces of the ledger", "TRUNCATE ledger_piece", "ledger_piece_append_only"],
  ["a deed with another fingerprint", "UPDATE deed SET fingerprint = ''", "deed_is_for_ever"],
  ["forgetting all deeds", "TRUNCATE deed", "deed_is_for_ever"],
  ["a changed receipt", "UPDATE purchase SET total_e6 = 0", "purchase_is_for_ever"],
  ["a deleted receipt", "DELETE FROM purchase_return; DELETE FROM purchase", "return_is_for_ever"],
  ["receipts emptied with all that hangs on them", "TRUNCATE purchase CASCADE", "purchase_is_for_ever"],
  ["a lot with another price", "UPDATE lot SET issue_rate_e6 = 1", "lot_terms_are_for_ever"],
  ["a lot that lives longer", "UPDATE lot SET expires_at = now()", "lot_terms_are_for_ever"],
  ["a lot that was paid for otherwise", "UPDATE lot SET funded_rate_e6 = 0", "lot_terms_are_for_ever"],
  ["a pack at another price", "UPDATE prepaid_pack SET price_e6 = 1", "pack_is_for_ever"],
  ["a forgotten pack", "DELETE FROM prepaid_pack", "pack_is_for_ever"],
  ["a slice of another lot", "UPDATE burn_slice SET lot_id = ''", "slice_terms_are_for_ever"],
  ["an obligation netted afresh", "UPDATE obligation SET net_e6 = 0", "obligation_net_is_for_ever"],
  ["a velocity rule with another limit", 'UPDATE velocity_rule SET "limit" = 1', "velocity_rule_is_for_ever"],
  ["a message in other words", "UPDATE message SET body = ''", "message_words_are_for_ever"],
  ["a message to somebody else", "UPDATE message SET member_id = ''", "message_words_are_for_ever"],
  ["a bank line of another amount", "UPDATE bank_line SET amount_e6 = 1", "bank_line_is_for_ever"],
];

const onlyOne: Attempt[] = [
  ["a second programme", copy("programme", { id: "'x'" }), "one_programme"],
  ["a second open cycle", copy("cycle", { id: "'x'", seq: "99", state: "'OPEN'" }), "one_open_cycle"],
  ["a second operator", "UPDATE partner SET is_operator = true", "one_operator"],
  ["a second open dispute of a redemption", "UPDATE dispute SET state = 'OPEN'", "one_open_dispute_per_burn"],
  [
    "a person twice at the operator",
    "INSERT INTO staff (id, user_id, roles) VALUES ('a', 'u', '{}'), ('b', 'u', '{}')",
    "one_staff_row_at_the_operator",
  ],
  ["a key used twice", copy("deed", { id: "'x'" }), "deed_owner_key_key"],
  ["a receipt recorded twice", `${deedWith("a")}; ${deedWith("b")}`, "deed_owner_business_key_key"],
  [
    "a return that is also the first of its purchase",
    copy("purchase_return", { id: "'x'", deed_id: "'x'" }),
    "purchase_return_purchase_id_seq_key",
  ],
  ["an obligation beside another", copy("obligation", { id: "'x'" }), "obligation_cycle_id_partner_id_version_key"],
  ["a bank line twice in its statement", copy("bank_line", { id: "'x'" }), "bank_line_statement_id_seq_key"],
  [
    "two accounts for the same purpose",
    `INSERT INTO bank_account (id, partner_id, purpose, holder, iban, state, proposed_by)
     VALUES ('a', 'p', 'PAYOUT', 'h', 'i', 'ACTIVE', 'x'), ('b', 'p', 'PAYOUT', 'h', 'i', 'ACTIVE', 'x')`,
    "one_active_bank_account",
  ],
  [
    "two payments that send one receipt back",
    `INSERT INTO payment_instruction (id, kind, state, receipt_item_id, creditor_iban, end_to_end_id, amount_e6)
     VALUES ('a', 'RETURN', 'DRAFT', 'rec', 'i', 'RTN-a', 1), ('b', 'RETURN', 'EXPORTED', 'rec', 'i', 'RTN-b', 1)`,
    "one_return_per_receipt",
  ],
  [
    "a row missing twice in a partner's file",
    `INSERT INTO recon_item (id, source, state, file_id, hub_ref, event, unit, opened_at)
     VALUES ('a', 'PARTNER_FILE', 'BREAK', 'f', 'r', 'EARN', 'PTS', now()), ('b', 'PARTNER_FILE', 'BREAK', 'f', 'r', 'EARN', 'PTS', now())`,
    "one_item_per_missing_row",
  ],
];

const amounts: Attempt[] = [
  ["a wallet below zero", "UPDATE wallet SET available = -1", "wallet_not_below_zero"],
  ["a lot below zero", "UPDATE lot SET available = -1", "lot_not_below_zero"],
  ["a lot that holds more than it began with", "UPDATE lot SET available = original + 1", "lot_not_above_original"],
  ["a lot taken back more than whole", "UPDATE lot SET clawed_back = original + 1", "lot_not_above_original"],
  ["a lot with a negative price", copy("lot", { id: "'x'", issue_rate_e6: "-1" }), "lot_price_not_negative"],
  [
    "a lot paid for at issue and on burn",
    copy("lot", { id: "'x'", funding: "'ON_BURN'", funded_rate_e6: "1" }),
    "lot_funded_as_agreed",
  ],
  [
    "a lot with more paid than its price",
    copy("lot", { id: "'x'", funding: "'SPLIT'", funded_rate_e6: "issue_rate_e6 + 1" }),
    "lot_funded_as_agreed",
  ],
  [
    "spendable points in a blocked lot",
    copy("lot", { id: "'x'", available: "original", pending: "0", reserved: "0", expired: "0", blocked_at: "now()" }),
    "lot_blocked_is_not_spendable",
  ],
  [
    "a pack that issues more than was bought",
    "UPDATE prepaid_pack SET issued = points + 1",
    "pack_issues_what_was_bought",
  ],
  ["a capture above the reservation", "UPDATE burn SET captured = reserved + 1", "burn_captures_what_it_reserved"],
  ["a captured redemption without a price", "UPDATE burn SET redeem_rate_e6 = NULL", "burn_captured_has_rate"],
  [
    "a dispute that gives more than was challenged",
    "UPDATE dispute SET upheld_points = points + 1",
    "dispute_gives_what_it_holds",
  ],
  ["more restored than taken", "UPDATE burn_slice SET restored = points + 1", "slice_restores_what_it_took"],
  ["more taken than pinned", "UPDATE burn_slice SET points = points + 1000", "slice_restores_what_it_took"],
  ["more recovered than owed", "UPDATE member_debt SET recovered = points + 1", "debt_recovers_what_is_owed"],
  [
    "an obligation rounded up",
    copy("obligation", {
      id: "'x'",
      version: "9",
      net_e6: "10000",
      opening_e6: "10000",
      gross_debit_e6: "0",
      gross_credit_e6: "0",
      amount_minor: "2",
      carried_e6: "-10000",
      direction: "'PAY_IN'",
    }),
    "obligation_rounds_toward_zero",
  ],
  [
    "an obligation that points the other way",
    copy("obligation", {
      id: "'x'",
      version: "9",
      direction: "CASE direction WHEN 'PAY_IN' THEN 'PAY_OUT' ELSE 'PAY_IN' END",
    }),
    "obligation_direction",
  ],
  [
    "an obligation that does not add up",
    copy("obligation", { id: "'x'", version: "9", opening_e6: "opening_e6 + 1" }),
    "obligation_net",
  ],
  ["an obligation discharged below nothing", "UPDATE obligation SET paid_e6 = -1", "obligation_paid"],
  ["a contract with a negative rate", "UPDATE contract SET redeem_rate_e6 = -1", "contract_rates"],
  ["a contract that ends before it begins", "UPDATE contract SET valid_until = valid_from", "contract_half_open"],
  ["a contract that pays for receipts", "UPDATE contract SET fee_per_receipt_e6 = -1", "contract_fees"],
  ["a tax of more than all", taxRule({ rate_bps: "10001" }), "tax_rate"],
  ["a tax that ends before it begins", taxRule({ valid_until: "now() - interval '1 day'" }), "tax_half_open"],
  ["a tax on tax", taxRule({ section: "'TAX'" }), "tax_is_not_taxed"],
  [
    "a dispute that gives more than it holds",
    "UPDATE dispute SET upheld_e6 = held_e6 + 1",
    "dispute_gives_what_it_holds",
  ],
  ["a contract that shares more than all", "UPDATE contract SET redeem_share_max_bps = 10001", "contract_shares"],
  [
    "a payment for no obligation",
    `INSERT INTO payment_instruction (id, kind, state, end_to_end_id, amount_e6) VALUES ('a', 'PAY_OUT', 'DRAFT', 'x', 1)`,
    "payment_is_of_an_obligation_or_a_receipt",
  ],
  [
    "money that goes back to nobody",
    `INSERT INTO payment_instruction (id, kind, state, receipt_item_id, end_to_end_id, amount_e6)
     VALUES ('a', 'RETURN', 'DRAFT', 'rec', 'x', 1)`,
    "payment_is_of_an_obligation_or_a_receipt",
  ],
  [
    "a receipt paid above its total",
    copy("purchase", { id: "'x'", deed_id: "'x'", paid_e6: "total_e6 + 1" }),
    "purchase_amounts",
  ],
  [
    "a return of less than nothing",
    copy("purchase_return", { id: "'x'", deed_id: "'x'", seq: "9", amount_e6: "-1" }),
    "return_amounts",
  ],
];

/** Two versions of a new campaign, in these states. */
const campaignWith = (...states: string[]) =>
  `INSERT INTO campaign (id, created_by, created_at) SELECT 'cmp_x', 'x', now(); ${states
    .map(
      (state, nth) =>
        `INSERT INTO campaign_version (id, campaign_id, version, state, definition, starts_at, needs_joining, created_at)
         VALUES ('cmv_${nth}', 'cmp_x', ${nth}, '${state}', '{}', now(), false, now())`,
    )
    .join("; ")}`;
const campaigns: Attempt[] = [
  [
    "a live campaign written at",
    `${campaignWith("LIVE")}; UPDATE campaign_version SET definition = '{"name":1}'`,
    "campaign_version_is_reviewed",
  ],
  [
    "a draft that is written at while it is submitted",
    `${campaignWith("DRAFT")}; UPDATE campaign_version SET definition = '{"name":1}', state = 'IN_REVIEW'`,
    "campaign_version_is_reviewed",
  ],
  ["two versions that run", campaignWith("LIVE", "PAUSED"), "campaign_version_running"],
  ["two versions that are prepared", campaignWith("SCHEDULED", "DRAFT"), "campaign_version_prepared"],
];

/** A draw in this state, with a seed; and the rows that come at its steps. */
const drawIn = (state: string) =>
  `INSERT INTO draw (id, code, state, definition, closes_at, seed_hash, created_by, created_at)
   VALUES ('drw_x', 'x', '${state}', '{}', now(), 'h', 'x', now()); INSERT INTO draw_seed VALUES ('drw_x', 's')`;
const holder = "INSERT INTO draw_holder VALUES ('drw_x', 1, 'mem_x', 1, 1)";
const winner = "INSERT INTO draw_winner VALUES ('drw_x', 1, 0, 1, 1)";
const exclusion = "INSERT INTO draw_exclusion VALUES ('drw_x', 'mem_x', 'x', 'x', now())";
const draws: Attempt[] = [
  ["a reviewed draw written at", `${drawIn("OPEN")}; UPDATE draw SET definition = '{"name":1}'`, "draw_is_committed"],
  ["a seed promised anew", `${drawIn("OPEN")}; UPDATE draw SET seed_hash = 'i'`, "draw_is_committed"],
  ["a draw thrown away", `${drawIn("OPEN")}; DELETE FROM draw`, "draw_is_kept"],
  ["a seed thrown again", `${drawIn("OPEN")}; UPDATE draw_seed SET seed = 't'`, "draw_seed_is_for_ever"],
  ["a holder while tickets are given", `${drawIn("OPEN")}; ${holder}`, "draw_holder_in_time"],
  [
    "a holder of another number",
    `${drawIn("CLOSED")}; ${holder}; UPDATE draw_holder SET tickets = 2`,
    "draw_holder_is_for_ever",
  ],
  ["a holder of nothing", `${drawIn("CLOSED")}; ${holder.replace("1, 1)", "0, 1)")}`, "draw_holder_holds"],
  ["a winner before the list is fixed", `${drawIn("CLOSED")}; ${winner}`, "draw_winner_in_time"],
  ["another winner", `${drawIn("COMMITTED")}; ${winner}; UPDATE draw_winner SET ticket = 2`, "draw_winner_is_for_ever"],
  ["an exclusion after the list is fixed", `${drawIn("COMMITTED")}; ${exclusion}`, "draw_exclusion_in_time"],
  [
    "an exclusion taken back",
    `${drawIn("OPEN")}; ${exclusion}; DELETE FROM draw_exclusion`,
    "draw_exclusion_is_for_ever",
  ],
  [
    "a reward for nothing",
    `INSERT INTO reward (id, partner_id, name, description, points, collect_days, created_by, created_at)
     VALUES ('rwd_x', 'x', '{}', '{}', 0, 1, 'x', now())`,
    "reward_costs",
  ],
  [
    "a goal reached twice at a time",
    `INSERT INTO challenge (id, definition, starts_at, created_by, created_at) VALUES ('chl_x', '{}', now(), 'x', now());
     INSERT INTO challenge_award (id, challenge_id, member_id, period, round, state, points, awarded_at)
     SELECT 'cha_' || n, 'chl_x', 'mem_x', 'EVER', n, 'AWARDED', 0, now() FROM generate_series(1, 2) n`,
    "challenge_award_standing",
  ],
];

const newSegment = `INSERT INTO segment (id, house, code, name, expression, created_by, created_at)
  VALUES ('seg_x', 'OPERATOR', 'x', '{"en":"X"}', 'true', 'x', now())`;
const segments: Attempt[] = [
  ["a segment that means others", `${newSegment}; UPDATE segment SET expression = 'false'`, "segment_is_for_ever"],
  ["a segment thrown away", `${newSegment}; DELETE FROM segment`, "segment_is_for_ever"],
  [
    "a partner's segment that others may address",
    "INSERT INTO segment (id, house, code, name, expression, shared, created_by, created_at) VALUES ('seg_x', 'ptn_x', 'x', '{}', 'true', true, 'x', now())",
    "segment_shared_is_the_coalitions",
  ],
  [
    "an entry into a segment that was not",
    "INSERT INTO segment_event (segment_id, member_id, kind, at) VALUES ('seg_x', 'mem_x', 'ENTERED', now()); DELETE FROM segment_event",
    "segment_event_append_only",
  ],
  [
    "a member of a segment that does not exist",
    "INSERT INTO segment_member (segment_id, member_id, entered_at) VALUES ('seg_x', 'mem_x', now())",
    "segment_member_of_a_segment",
  ],
  [
    "a customer who came less than never",
    "INSERT INTO customer (house, member_id, visits) VALUES ('x', 'x', -1)",
    "customer_counts",
  ],
];

const journeyWith = (...states: string[]) =>
  `INSERT INTO journey (id, house, name, created_by, created_at) VALUES ('jny_x', 'OPERATOR', 'x', 'x', now()); ${states
    .map(
      (state, nth) =>
        `INSERT INTO journey_version (id, journey_id, version, state, definition, created_at)
         VALUES ('jnv_${nth}', 'jny_x', ${nth}, '${state}', '{}', now())`,
    )
    .join("; ")}`;
const onJourney = (cause: string) =>
  `INSERT INTO journey_run (id, journey_id, version_id, member_id, cause, entered_at)
   VALUES ('jnr_${cause}', 'jny_x', 'jnv_0', 'mem_x', '${cause}', now())`;
const linked = (id: string) =>
  `INSERT INTO channel_link (id, member_id, channel, address, created_at) VALUES ('${id}', '${id}', 'TELEGRAM', '17', now())`;
const wished = (id: string) =>
  `INSERT INTO deletion_request (id, member_id, created_at) VALUES ('${id}', 'mem_x', now())`;
const journeys: Attempt[] = [
  [
    "a live journey written at",
    `${journeyWith("LIVE")}; UPDATE journey_version SET definition = '{"title":1}'`,
    "journey_version_is_reviewed",
  ],
  ["two versions of a journey that run", journeyWith("LIVE", "PAUSED"), "journey_version_running"],
  ["two versions of a journey that are prepared", journeyWith("IN_REVIEW", "DRAFT"), "journey_version_prepared"],
  [
    "a member on a journey twice at a time",
    `${journeyWith("LIVE")}; ${onJourney("one")}; ${onJourney("two")}`,
    "journey_run_once_at_a_time",
  ],
  ["one chat of two members", `${linked("lnk_one")}; ${linked("lnk_two")}`, "channel_link_in_use"],
  ["two open wishes to be deleted", `${wished("del_one")}; ${wished("del_two")}`, "deletion_request_open"],
];

const ladderWith = (id: string, version: number) =>
  `INSERT INTO tier_ladder (id, version, definition, reason, valid_from, approval_id)
   VALUES ('${id}', ${version}, '{}', 'x', now(), '${id}')`;
const newPlan = `INSERT INTO plan (id, code, version, name, about, benefits, price_e6, frozen_days, afterwards, approval_id, created_at)
  VALUES ('pln_x', 'x', 1, '{}', '{}', '[]', 1, 1, 'KEEP', 'x', now())`;
const subscription = (id: string) =>
  `INSERT INTO subscription (id, plan_id, member_id, started_at) VALUES ('${id}', 'pln_x', 'mem_x', now())`;
const newEvent = `INSERT INTO member_event (id, name, about, venue, starts_at, ends_at, places, created_by, created_at)
  VALUES ('mev_x', '{}', '{}', 'x', now(), now(), 1, 'x', now())`;
const booking = (code: string) =>
  `INSERT INTO event_booking (id, event_id, member_id, code, may_wait, asked_at)
   VALUES ('${code}', 'mev_x', 'mem_x', '${code}', false, now())`;
const privileges: Attempt[] = [
  [
    "a ladder with other tiers",
    `${ladderWith("tld_x", 1)}; UPDATE tier_ladder SET definition = '[]'`,
    "tier_ladder_is_agreed",
  ],
  ["two ladders in force", `${ladderWith("tld_x", 1)}; ${ladderWith("tld_y", 2)}`, "tier_ladder_in_force"],
  ["a plan with another price", `${newPlan}; UPDATE plan SET price_e6 = 2`, "plan_is_agreed"],
  ["a member with two plans", `${newPlan}; ${subscription("sub_x")}; ${subscription("sub_y")}`, "subscription_one"],
  ["a member with two places", `${newEvent}; ${booking("A")}; ${booking("B")}`, "event_booking_one"],
];

const brought = (id: string, friend: string) =>
  `INSERT INTO referral (id, advocate_id, friend_id, state, opened_at) VALUES ('${id}', 'mem_a', '${friend}', 'JOINED', now())`;
const pooled = (pool: string) =>
  `INSERT INTO pool (id, kind, name, state, opened_at) VALUES ('${pool}', 'HOUSEHOLD', 'x', 'OPEN', now())`;
const placed = (id: string, pool: string, state: string) =>
  `INSERT INTO pool_member (id, pool_id, member_id, kind, role, state, invited_by, invited_at)
   VALUES ('${id}', '${pool}', 'mem_a', 'HOUSEHOLD', 'MEMBER', '${state}', 'mem_a', now())`;
const claimed = (id: string) =>
  `INSERT INTO claim (id, member_id, partner_id, kind, state, receipt_number, bought_on, amount_e6, opened_at, deadline_at)
   VALUES ('${id}', 'mem_a', 'ptn_a', 'MISSING', 'WAITING', 'R-1', '2026-03-02', 1, now(), now())`;

/** What members do together. */
const community: Attempt[] = [
  ["a friend who brings themselves", brought("ref_one", "mem_a"), "referral_of_two"],
  ["a friend with two advocates", `${brought("ref_one", "mem_b")}; ${brought("ref_two", "mem_b")}`, "referral_friend"],
  [
    "two places of a member in one pool",
    `${pooled("pol_a")}; ${placed("plm_one", "pol_a", "INVITED")}; ${placed("plm_two", "pol_a", "INVITED")}`,
    "pool_member_place",
  ],
  [
    "a member of two households",
    `${pooled("pol_a")}; ${pooled("pol_b")}; ${placed("plm_one", "pol_a", "JOINED")}; ${placed("plm_two", "pol_b", "JOINED")}`,
    "pool_member_household",
  ],
  ["a receipt claimed twice", `${claimed("cla_one")}; ${claimed("cla_two")}`, "claim_receipt"],
];

const attempts = [
  ...privileges,
  ...community,
  ...journeys,
  ...entries,
  ...appendOnly,
  ...forEver,
  ...onlyOne,
  ...amounts,
  ...campaigns,
  ...draws,
  ...segments,
];

describe("the database refuses", () => {
  test.each(attempts)("%s", async (_what, sql, guard) => {
    expect(await refusalOf(sql)).toBe(guard);
  });
});

test("every guard in the database is shown to refuse", async () => {
  const { rows } = await client.query<{ guard: string }>(`
    SELECT conname AS guard FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
    UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgfoid NOT IN ('link_audit_event'::regproc, 'tell_standing'::regproc)
    UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indisunique AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND c.relnamespace = 'public'::regnamespace`);
  const shown = new Set(attempts.map(([, , guard]) => guard));
  expect(rows.map(({ guard }) => guard).filter((guard) => !shown.has(guard))).toEqual([]);
});

test("the accounts of points come first, as the guard of units has it", async () => {
  const { rows } = await client.query<{ account: AccountKind; points: boolean }>(
    "SELECT account::text, account <= 'DEBT' AS points FROM unnest(enum_range(NULL::account_kind)) account",
  );
  const points = rows.filter((row) => row.points).map(({ account }) => account);
  expect(points).toEqual(rows.map(({ account }) => account).filter(isPointsAccount));
});

test("an obligation of ten billion is within the guards", async () => {
  const amount = { opening_e6: "0", gross_credit_e6: "0", gross_debit_e6: "10000000000000001" };
  const net = { net_e6: "10000000000000001", amount_minor: "1000000000000", carried_e6: "1", direction: "'PAY_IN'" };
  expect(await refusalOf(copy("obligation", { id: "'x'", version: "9", ...amount, ...net }))).toBe("");
});

/** The name of the guard that stands in the way; empty: none. */
async function refusalOf(sql: string): Promise<string> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    return "";
  } catch (refusal) {
    const { constraint, message } = refusal as { constraint?: string; message: string };
    return constraint ?? message;
  } finally {
    await client.query("ROLLBACK");
  }
}

import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrokenRule, bookRules, errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { richBook, type Story } from "#api/test/story.ts";

let story: Story;
let client: PoolClient;

beforeAll(async () => {
  story = await richBook();
  client = await story.database.pool.connect();
});
afterAll(() => client.release());

test("a rich book made through the door breaks no rule", async () => {
  expect(await findBrokenRules(story.database.pool)).toEqual([]);
});

/** One line, one entry of an event; a lot of Ana's that never expires. */
const line = (event: string, account: string) =>
  `(SELECT l.entry_id, l.seq FROM line l JOIN entry e ON e.id = l.entry_id
    WHERE e.event = '${event}' AND l.account = '${account}' ORDER BY e.ord, l.seq LIMIT 1)`;
const entry = (event: string) => `(SELECT id FROM entry WHERE event = '${event}' ORDER BY ord LIMIT 1)`;
const lotOf = (event: string, account: string) =>
  `(SELECT lot_id FROM line WHERE (entry_id, seq) = ${line(event, account)})`;
const partner = (code: string) => `(SELECT id FROM partner WHERE code = '${code}')`;
const cycle = (seq: number) => `(SELECT id FROM cycle WHERE seq = ${seq})`;
const everlasting = "(SELECT id FROM lot WHERE expires_at IS NULL ORDER BY id LIMIT 1)";

const forgedEntry = `INSERT INTO entry (id, ord, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id)
  SELECT 'ent_forged', -1, deed_id, event, occurred_at, posted_at, cycle_id, cycle_id FROM entry WHERE id = ${entry("FEE")}`;
const forgedLines = (entryId: string, debit: string, credit: string) => `
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, cycle_id)
  VALUES ('${entryId}', 0, '${debit}', '', 'EUR', 5, ${cycle(1)}), ('${entryId}', 1, '${credit}', '', 'EUR', -5, ${cycle(1)})`;

const secondNet = `(SELECT id FROM entry WHERE event = 'NET' AND cycle_id = ${cycle(2)})`;

type Corruption = [what: string, sql: string, rules: string[]];

const inEntries: Corruption[] = [
  ["a fee grows by a millionth", "UPDATE line SET amount = amount - 1 WHERE account = 'FEES'", ["I01"]],
  ["an entry stands without lines", forgedEntry, ["I02"]],
  ["lines stand without an entry", forgedLines("ent_gone", "BANK_CHARGES", "FEES"), ["I02"]],
  ["an entry is about a cycle to come", `UPDATE entry SET origin_cycle_id = ${cycle(2)} WHERE event = 'FEE'`, ["I13"]],
  ["a deed vanishes", `DELETE FROM deed WHERE id = (SELECT deed_id FROM entry WHERE id = ${entry("FEE")})`, ["B10"]],
  ["a line slips into another cycle", `UPDATE line SET cycle_id = ${cycle(2)} WHERE account = 'FEES'`, ["B13"]],
];

const inLots: Corruption[] = [
  [
    "points are released before they were reserved",
    `UPDATE entry SET ord = ord * 1000 + 1000000;
     UPDATE entry SET ord = 1 + (SELECT max(entry.ord) FROM entry JOIN purchase p ON p.deed_id = entry.deed_id WHERE p.points_earned = 800)
     WHERE id = ${entry("RELEASE")}`,
    ["I03"],
  ],
  [
    "points are clawed back from another lot",
    `UPDATE lot SET clawed_back = clawed_back - 20 WHERE id = ${lotOf("CLAWBACK", "CLAWBACK")};
     UPDATE lot SET clawed_back = clawed_back + 20 WHERE id = ${everlasting};
     UPDATE line SET lot_id = ${everlasting} WHERE (entry_id, seq) = ${line("CLAWBACK", "CLAWBACK")}`,
    ["I04"],
  ],
  [
    "a lot had expired before it was spent",
    `UPDATE lot SET expires_at = '2026-03-01' WHERE id = ${lotOf("TRANSFER", "AVAIL")}`,
    ["I16"],
  ],
  [
    "a lot that was left alone expires first",
    `UPDATE lot SET expires_at = '2026-03-25' WHERE id = ${everlasting}`,
    ["I17"],
  ],
  ["a lot is lowered", `UPDATE lot SET available = available - 1 WHERE id = ${everlasting}`, ["B03"]],
  ["a lot is lost", `DELETE FROM lot WHERE id = ${everlasting}`, ["B03", "B09"]],
  ["a lot claims to have begun larger", `UPDATE lot SET original = original + 1 WHERE id = ${everlasting}`, ["B04"]],
  ["a child lot changes its root", "UPDATE lot SET root_lot_id = id WHERE parent_lot_id IS NOT NULL", ["B04", "I04"]],
  [
    "a lot changes hands without an entry",
    `UPDATE lot SET member_id = 'mem_nobody' WHERE id = ${everlasting}`,
    ["B05"],
  ],
  ["a reservation is let go without an entry", "UPDATE burn SET state = 'RELEASED' WHERE state = 'RESERVED'", ["B06"]],
];

const inWallets: Corruption[] = [
  ["a debt is forgiven on the side", "UPDATE member_debt SET recovered = points", ["I05"]],
  ["wallets are raised", "UPDATE wallet SET available = available + 1", ["B01"]],
  ["a wallet is lost", "DELETE FROM wallet WHERE member_id = (SELECT min(member_id) FROM wallet)", ["B01"]],
  ["wallet histories lose a change", "DELETE FROM wallet_change WHERE version = 2", ["B02"]],
  [
    "a balance is changed in the past",
    "UPDATE wallet_change SET available_after = available_after + 1 WHERE version = 2",
    ["B02"],
  ],
];

const inRedemptions: Corruption[] = [
  ["a redemption forgets what was returned", "UPDATE burn_slice SET restored = 0 WHERE restored = 100", ["I06", "I07"]],
  [
    "margin is booked as a fee",
    `UPDATE line SET account = 'FEES' WHERE (entry_id, seq) = ${line("CAPTURE", "MARGIN")}`,
    ["I07"],
  ],
  [
    "an issuer's money goes past its fund",
    `UPDATE line SET account = 'BREAKAGE', owner_id = '' WHERE (entry_id, seq) = ${line("MATURE", "FUND")}`,
    ["I08"],
  ],
  [
    "a reservation claims more than its lots",
    "UPDATE burn SET reserved = reserved + 1 WHERE state = 'RELEASED'",
    ["B07"],
  ],
  [
    "another issuer is charged for the points",
    `UPDATE line SET owner_id = ${partner("FUEL")} WHERE (entry_id, seq) = ${line("CAPTURE", "POSITION")};
     UPDATE exposure SET position_e6 = position_e6 + 3000000 WHERE partner_id = ${partner("FUEL")};
     UPDATE exposure SET position_e6 = position_e6 - 3000000 WHERE partner_id = ${partner("GROCER")}`,
    ["B08", "I09"],
  ],
  [
    "a receipt claims more points",
    "UPDATE purchase SET points_earned = points_earned + 1 WHERE points_spent > 0",
    ["B11", "B18"],
  ],
  [
    "less was paid in for a lot than its issuer is charged less",
    `UPDATE lot SET funded_rate_e6 = funded_rate_e6 + 1 WHERE funding = 'SPLIT'`,
    ["B07", "B08", "B09", "I08"],
  ],
  [
    "blocked points are no longer backed",
    `UPDATE lot SET available_at = NULL WHERE blocked_at IS NOT NULL`,
    ["I08", "I17"],
  ],
  [
    "prepaid money is booked past its account",
    `UPDATE line SET account = 'MARGIN', owner_id = '' WHERE (entry_id, seq) = ${line("PREPAID_PACK", "PREPAID")}`,
    ["I07", "I19"],
  ],
  [
    "a pack forgets a point",
    "UPDATE prepaid_pack SET issued = issued - 1 WHERE seq = (SELECT max(seq) FROM prepaid_pack)",
    ["B16", "I19"],
  ],
  [
    "a lot comes from another pack",
    "UPDATE lot SET pack_id = (SELECT max(id) FROM prepaid_pack) WHERE pack_id IS NOT NULL",
    ["B16"],
  ],
  ["a return claims fewer points", "UPDATE purchase_return SET points_restored = 0 WHERE points_restored > 0", ["B12"]],
  [
    "others paid less for a discount than its receipt says",
    "UPDATE purchase SET funded_e6 = funded_e6 + 1 WHERE funded_e6 > 0",
    ["B20"],
  ],
  [
    "the operator gets back more of a discount than it paid",
    `UPDATE line SET amount = amount - 1000000 WHERE (entry_id, seq) = ${line("DISCOUNT_RETURN", "OP_DISCOUNT_COST")};
     UPDATE line SET amount = amount + 1000000 WHERE (entry_id, seq) = (SELECT l.entry_id, l.seq FROM line l
       WHERE l.section = 'RETURN_DISCOUNT_CHARGE' LIMIT 1);
     UPDATE exposure SET position_e6 = position_e6 + 1000000 WHERE partner_id = ${partner("GROCER")}`,
    ["B20", "I09"],
  ],
  ["a budget forgets a point", "UPDATE counter SET value = value - 1", ["B17"]],
  ["a use of a budget vanishes", "DELETE FROM counter_change", ["B17"]],
  [
    "an account was written down wrong",
    `INSERT INTO ledger_piece SELECT max(ord), min(posted_at), max(posted_at) FROM entry;
     INSERT INTO account_balance SELECT 'MARGIN', '', max(ord), 'EUR', 5, 1 FROM entry`,
    ["B19"],
  ],
  [
    "a cycle was added up wrong",
    `SELECT turnover_add((SELECT max(ord) FROM entry)); UPDATE turnover SET paid_e6 = paid_e6 + 1 WHERE account = 'REDEEMED'`,
    ["B21"],
  ],
  ["a member spent less on a day", "UPDATE member_day SET spend_e6 = spend_e6 - 1", ["B18"]],
  ["a day's visits are forgotten", "DELETE FROM member_day", ["B18"]],
  ["a return ends what is still there", "UPDATE purchase_return SET last = true WHERE NOT last", ["B18"]],
];

const inSettlement: Corruption[] = [
  [
    "an obligation is raised by a cent",
    `UPDATE obligation SET gross_debit_e6 = gross_debit_e6 + 10000, net_e6 = net_e6 + 10000, amount_minor = amount_minor + 1
     WHERE direction = 'PAY_IN' AND cycle_id = ${cycle(1)}`,
    ["B14", "I09", "I10"],
  ],
  [
    "an obligation calls a charge a carry",
    "UPDATE obligation SET opening_e6 = opening_e6 + 1, gross_debit_e6 = gross_debit_e6 - 1 WHERE gross_debit_e6 > 0",
    ["I09"],
  ],
  ["an obligation is dropped", `DELETE FROM obligation WHERE cycle_id = ${cycle(2)}`, ["B14", "I09", "I10", "I11"]],
  [
    "netting posts a cent less than the obligation",
    `UPDATE line SET amount = amount - sign(amount) * 10000 WHERE cycle_id = ${cycle(2)} AND entry_id IN (SELECT id FROM entry WHERE event = 'NET')`,
    ["B09", "I10"],
  ],
  ["what is settled leaves a due behind", "UPDATE obligation SET state = 'SETTLED'", ["I11"]],
  [
    "collateral is booked on the settlement account",
    `UPDATE line SET account = 'BANK_SETTLEMENT' WHERE account = 'BANK_COLLATERAL' AND entry_id = ${entry("COLLATERAL_IN")}`,
    ["I12", "I14"],
  ],
  ["a receipt without an owner is spent", `${forgedEntry}; ${forgedLines("ent_forged", "UNAPPLIED", "FEES")}`, ["I12"]],
  [
    "a netting is undone and not done again",
    `INSERT INTO entry (id, ord, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id)
     SELECT 'ent_forged', -1, deed_id, 'NET_REVERSED', occurred_at, posted_at, cycle_id, cycle_id FROM entry WHERE id = ${secondNet};
     INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, cycle_id, section)
     SELECT 'ent_forged', seq, account, owner_id, unit, -amount, cycle_id, section FROM line WHERE entry_id = ${secondNet}`,
    ["B09", "I10"],
  ],
  [
    "more goes back to the segregated account than was recovered",
    `${forgedEntry}; UPDATE entry SET event = 'COLLATERAL_REFILLED' WHERE id = 'ent_forged';
     ${forgedLines("ent_forged", "BANK_COLLATERAL", "BANK_SETTLEMENT")}`,
    ["I12", "I14"],
  ],
  [
    "a claim for money is paid to another section",
    `UPDATE line SET section = 'ISSUER_CHARGE' WHERE account = 'POSITION' AND section = 'DISPUTE_UPHELD'
     AND owner_id = ${partner("PHARMACY")}`,
    ["B08"],
  ],
  [
    "a decided dispute gave more than it says",
    "UPDATE dispute SET upheld_e6 = upheld_e6 - 1 WHERE upheld_e6 > 0",
    ["I15"],
  ],
  ["bank lines are changed", "UPDATE bank_line SET amount_e6 = amount_e6 + 10000", ["I14"]],
  ["bank lines are explained by nothing", "UPDATE bank_line SET entry_id = NULL", ["I14"]],
  ["an open dispute is forgotten", "DELETE FROM dispute WHERE state = 'OPEN'", ["I15"]],
  ["a dispute holds more than it says", "UPDATE dispute SET held_e6 = held_e6 - 1 WHERE state = 'OPEN'", ["I15"]],
  ["an exposure counter drifts", "UPDATE exposure SET outstanding_e6 = outstanding_e6 + 1", ["B09"]],
  ["a published statement is changed", "UPDATE statement SET position_e6 = position_e6 + 1", ["B14"]],
  ["a cycle leaves a gap behind it", "UPDATE cycle SET opens_at = opens_at + interval '1 hour' WHERE seq = 2", ["B15"]],
];

const corruptions = [...inEntries, ...inLots, ...inWallets, ...inRedemptions, ...inSettlement];

describe("the rule that names a corruption", () => {
  test.each(corruptions)("%s", async (_what, sql, rules) => {
    expect(await brokenBy(sql)).toEqual(rules.toSorted());
  });

  test("is shown for every rule of the books; dearer points only warn", () => {
    const shown = new Set(corruptions.flatMap(([, , rules]) => rules));
    expect(Object.keys(bookRules).filter((rule) => !shown.has(rule))).toEqual(["I18"]);
  });
});

test("a pool gives back whose points they are, not what expires first; what has expired it does not give back", async () => {
  const gave = `UPDATE deed SET kind = 'giveBackFromPool' WHERE id = (SELECT deed_id FROM entry WHERE id = ${entry("TRANSFER")})`;
  const { rows } = await client.query<{ id: string }>(`SELECT ${entry("TRANSFER")} AS id`);
  const named = async (sql: string) =>
    (await withGuardsOff(sql)).filter(({ key }) => key === rows[0]?.id).map(({ rule }) => rule);
  const expired = `UPDATE lot SET expires_at = '2026-03-01' WHERE id = ${lotOf("TRANSFER", "AVAIL")}`;
  const leftAlone = `UPDATE lot SET expires_at = '2026-03-25' WHERE id = ${everlasting}`;
  expect([await named(expired), await named(leftAlone)]).toEqual([["I16"], ["I17"]]);
  expect([await named(`${gave}; ${expired}`), await named(`${gave}; ${leftAlone}`)]).toEqual([["I16"], []]);
});

test("points bought dearer than they were sold are a warning", async () => {
  const broken = await withGuardsOff("UPDATE burn SET redeem_rate_e6 = 20000 WHERE state = 'CAPTURED'");
  const warnings = broken.filter(({ severity }) => severity === "WARNING");
  expect(new Set(warnings.map(({ rule }) => rule))).toEqual(new Set(["I18"]));
});

describe("what the bank says and the books do not", () => {
  const last = "(SELECT max(id) FROM bank_statement)";
  test.each([
    ["a closing balance", `UPDATE bank_statement SET closing_e6 = closing_e6 + 1 WHERE id = ${last}`, "closes at"],
    ["a line too many", `UPDATE bank_statement SET line_count = 1 WHERE id = ${last}`, "2 of 1 lines"],
    ["a sum", `UPDATE bank_statement SET opening_e6 = opening_e6 + 1 WHERE id <> ${last}`, "5 of 5 lines"],
    [
      "a gap",
      `UPDATE bank_statement SET opening_e6 = opening_e6 - 7, closing_e6 = closing_e6 - 7 WHERE id = ${last}`,
      "the one before closed",
    ],
    [
      "an amount",
      "UPDATE bank_line SET amount_e6 = amount_e6 - 1 WHERE amount_e6 = 5000000",
      "the bank booked 4999999",
    ],
  ])("is named: %s", async (_what, sql, detail) => {
    const broken = errorsOf(await withGuardsOff(sql)).filter(({ rule }) => rule === "I14");
    expect(broken.map((one) => one.detail).join("; ")).toContain(detail);
  });

  test("is no error while the statement is being taken in", async () => {
    const sql = `UPDATE bank_statement SET finished_at = NULL WHERE id = ${last}; UPDATE bank_line SET entry_id = NULL WHERE statement_id = ${last}`;
    expect(errorsOf(await withGuardsOff(sql))).toEqual([]);
  });

  test("warns when it is left lying", async () => {
    const broken = await withGuardsOff(`INSERT INTO recon_item (id, source, state, unit, other_value, opened_at)
      VALUES ('rec_old', 'BANK', 'BREAK', 'EUR', 5, '2026-01-01'), ('rec_new', 'BANK', 'BREAK', 'EUR', 5, '2026-05-01 11:00Z')`);
    expect(broken.map(({ rule, severity, key }) => [rule, severity, key])).toEqual([["I14", "WARNING", "rec_old"]]);
  });
});

async function brokenBy(sql: string): Promise<string[]> {
  const errors = errorsOf(await withGuardsOff(sql));
  return [...new Set(errors.map(({ rule }) => rule))].toSorted();
}

/** What somebody with the keys to the database could do: in a transaction that is thrown away. */
async function withGuardsOff(sql: string): Promise<BrokenRule[]> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  try {
    await client.query(sql);
    return await findBrokenRules(client);
  } finally {
    await client.query("ROLLBACK");
  }
}

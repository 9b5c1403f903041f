import { type TestEntry, writeCamt053 } from "#api/formats/write-camt053.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { BankBook } from "#api/ledger/read/bank.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { importBankStatement } from "#api/use-cases/banking/import-statement.ts";
import { type ProposeBankAccount, proposeBankAccount } from "#api/use-cases/banking/propose-bank-account.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { demoPartners } from "./coalition.ts";
import type { Office, StagePartner } from "./stage.ts";

type Keys = (verb: string) => string;

/** Everybody's account at the demo's bank, by number. */
export const ibanOf = (number: number): string => {
  const bban = `ZGDA3012${String(number).padStart(16, "0")}`;
  const check = 98n - (asNumber(`${bban}BY00`) % 97n);
  return `BY${String(check).padStart(2, "0")}${bban}`;
};

const asNumber = (text: string) => BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)));

const ibans: Record<BankBook, string> = { SETTLEMENT: ibanOf(1), COLLATERAL: ibanOf(2) };

/** A partner's account: the number follows the order in which partners joined. */
export const payOutIban = (code: string): string => ibanOf(100 + demoPartners.findIndex((one) => one.code === code));

/** The operator opens its two accounts, every partner says where it is paid, and finance agrees to each. */
export async function openBankAccounts(
  deps: Deps,
  office: Office,
  { partners, key }: { partners: ReadonlyMap<string, StagePartner>; key: Keys },
): Promise<void> {
  const { id: partnerId } = await deps.db.partner.findFirstOrThrow({ where: { isOperator: true } });
  const open = async (actor: Actor, account: Omit<ProposeBankAccount, "idempotencyKey" | "reason">) => {
    const details = { ...account, reason: "Agreed in the contract", idempotencyKey: key("account") };
    const { approvalId } = await proposeBankAccount(deps, actor, details);
    await decideApproval(deps, office.finance, { approvalId: approvalId ?? "", decision: "APPROVE" });
  };
  for (const purpose of ["SETTLEMENT", "COLLATERAL"] as const) {
    await open(office.admin, { partnerId, purpose, holder: "Zgoda Operator", iban: ibans[purpose] });
  }
  for (const { code, entity } of demoPartners) {
    const partner = partners.get(code);
    if (!partner) continue;
    const account = { partnerId: partner.id, holder: entity.name, iban: payOutIban(code) };
    await open(partner.owner, { ...account, purpose: "PAYOUT" });
  }
}

export type BankDay = { book: BankBook; on: string; entries: readonly TestEntry[] };

/** The bank's statement of one day with movements, brought in by the clerk. */
export async function bringStatement(
  deps: Deps,
  { clerk }: Office,
  { book, on, entries }: BankDay,
  key: Keys,
): Promise<void> {
  if (entries.length === 0) return;
  const { currency } = await deps.db.programme.findFirstOrThrow();
  const last = await deps.db.bankStatement.findFirst({ where: { bankAccount: book }, orderBy: { id: "desc" } });
  const sequence = (last?.sequence ?? 0n) + 1n;
  const bankId = `${book}-${sequence}`;
  const opening = { amountE6: last?.closingE6 ?? 0n, on };
  const content = writeCamt053({
    messageId: bankId,
    createdAt: deps.clock.now(),
    statements: [{ bankId, sequence, iban: ibans[book], currency, opening, entries }],
  });
  const name = `${book.toLowerCase()}-${on}.xml`;
  await importBankStatement(deps, clerk, { name, content, idempotencyKey: key("statement") });
}

import type { PaperTable, StatementPaper } from "#api/formats/paper.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import type { Figures } from "#api/use-cases/reports/figures.ts";
import type { ReportToWrite } from "#api/use-cases/reports/write-report.ts";
import { endToEndId } from "#api/use-cases/settlement/end-to-end-id.ts";

/** A published statement with everything its reader needs to check and to pay it. */
export async function statementPaper(
  tx: Tx,
  { scope, language, programme }: ReportToWrite,
  figures: Figures,
): Promise<StatementPaper> {
  const { words } = figures;
  const facts = await factsOf(tx, scope.statementId ?? "");
  const { statement, partner, obligation, entity, contract, cycles } = facts;
  const { cycle } = statement;
  const lines = statement.lines as StatementLine[];
  const amount = (obligation?.amountMinor ?? 0n) * minorUnitE6(programme.minorDigits);
  return {
    language,
    sender: { name: programme.name, lines: facts.sender },
    recipient: {
      name: entity?.name ?? partner.name,
      lines: entity ? [partner.name, entity.address, `${entity.country} ${entity.taxNumber}`] : [],
    },
    title: `${words.statement}: ${partner.name}`,
    facts: [
      { label: words.cycle, value: String(cycle.seq) },
      { label: words.version, value: String(statement.version) },
      { label: words.period, value: `${figures.instant(cycle.opensAt)} – ${figures.instant(cycle.cutoffAt)}` },
      ...(contract ? [{ label: words.contract, value: String(contract.version) }] : []),
      { label: words.currency, value: programme.currency },
      { label: words.published, value: figures.instant(statement.publishedAt) },
      ...(statement.confirmedAt ? [{ label: words.confirmed, value: figures.instant(statement.confirmedAt) }] : []),
      ...(statement.supersededAt ? [{ label: words.superseded, value: figures.instant(statement.supersededAt) }] : []),
    ],
    tables: [
      itemsTable(
        figures,
        words.ownItems,
        lines.filter(({ originCycleId }) => originCycleId === null),
        cycles,
      ),
      itemsTable(
        figures,
        words.priorItems,
        lines.filter(({ originCycleId }) => originCycleId !== null),
        cycles,
      ),
    ].filter(({ rows }) => rows.length > 0),
    net: [
      { label: words.carryIn, value: figures.money(obligation?.openingE6 ?? 0n) },
      { label: words.position, value: figures.money(statement.positionE6) },
      { label: words.carryOut, value: figures.money(statement.positionE6 - amount) },
      { label: directionOf(figures, amount), value: figures.money(amount < 0n ? -amount : amount) },
    ],
    payment: obligation && amount !== 0n ? paymentOf(figures, { ...facts, obligation }) : null,
    footer: {
      subject: `${partner.name} · ${words.cycle} ${cycle.seq} · ${words.version} ${statement.version}`,
      page: words.page,
      hashLabel: words.hash,
      hash: statement.hash,
    },
    madeAt: statement.publishedAt,
  };
}

async function factsOf(tx: Tx, statementId: string) {
  const statement = await tx.statement.findUniqueOrThrow({ where: { id: statementId }, include: { cycle: true } });
  const { cycleId, partnerId, version, cycle } = statement;
  const partner = await tx.partner.findUniqueOrThrow({ where: { id: partnerId } });
  const obligation = await tx.obligation.findUnique({
    where: { cycleId_partnerId_version: { cycleId, partnerId, version } },
  });
  const entity = await tx.legalEntity.findFirst({ where: { partnerId }, orderBy: { createdAt: "asc" } });
  const operator = await tx.partner.findFirstOrThrow({ where: { isOperator: true } });
  const sender = await tx.legalEntity.findFirst({ where: { partnerId: operator.id }, orderBy: { createdAt: "asc" } });
  const contract = await tx.contract.findFirst({
    where: { partnerId, validFrom: { lt: cycle.cutoffAt } },
    orderBy: { version: "desc" },
  });
  const account = await tx.bankAccount.findFirst({
    where: { state: "ACTIVE", ...accountFor(obligation, operator.id) },
    orderBy: { createdAt: "desc" },
  });
  const cycles = new Map(
    (await tx.cycle.findMany({ select: { id: true, seq: true } })).map(({ id, seq }) => [id, seq]),
  );
  const senderLines = sender ? [sender.name, sender.address, `${sender.country} ${sender.taxNumber}`] : [];
  return { statement, partner, obligation, entity, contract, account, cycles, sender: senderLines };
}

/** Money goes to the operator's settlement account, or to the partner's own. */
function accountFor(obligation: Obligation | null, operatorId: string) {
  return obligation && obligation.amountMinor < 0n
    ? { partnerId: obligation.partnerId, purpose: "PAYOUT" as const }
    : { partnerId: operatorId, purpose: "SETTLEMENT" as const };
}

function itemsTable(
  { words, money, whole }: Figures,
  title: string,
  lines: readonly StatementLine[],
  cycles: ReadonlyMap<string, number>,
): PaperTable {
  return {
    title,
    note: words.signNote,
    columns: [
      { heading: words.item, weight: 4 },
      { heading: words.origin, align: "right" },
      { heading: words.entries, align: "right" },
      { heading: words.amount, align: "right", weight: 2 },
    ],
    rows: lines.map(({ section, originCycleId, entryCount, amountE6 }) => [
      words.sections[section],
      originCycleId === null ? "" : String(cycles.get(originCycleId) ?? ""),
      whole(BigInt(entryCount)),
      money(BigInt(amountE6)),
    ]),
    total: [words.sum, "", "", money(lines.reduce((sum, { amountE6 }) => sum + BigInt(amountE6), 0n))],
  };
}

const directionOf = ({ words }: Figures, amount: bigint) =>
  amount > 0n ? words.payIn : amount < 0n ? words.payOut : words.nothing;

type Payable = Awaited<ReturnType<typeof factsOf>> & { obligation: Obligation };

function paymentOf({ words, day }: Figures, { obligation, account, statement, partner }: Payable) {
  const direction = obligation.direction === "PAY_IN" ? "IN" : "OUT";
  return {
    title: words.payment,
    facts: [
      ...(obligation.dueOn ? [{ label: words.dueOn, value: day(obligation.dueOn) }] : []),
      ...(account ? [{ label: words.account, value: `${account.holder} · ${account.iban}` }] : []),
      { label: words.reference, value: endToEndId(statement.cycle.seq, partner.code, direction) },
    ],
  };
}

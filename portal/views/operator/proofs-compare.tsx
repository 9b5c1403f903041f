import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addedMoney, millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { ExportMenu } from "#portal/ui/export-menu.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import type { ProofList } from "#portal/views/operator/proofs-history.tsx";
import type { ledgerProof } from "#schema/documents.ts";

type Proof = NonNullable<AnswerOf<typeof ledgerProof>["ledgerProof"]>;
type Total = Proof["totals"][number];
type CompareProps = { earlier: Proof; later: Proof; days: ProofList };

/** Two proofs side by side: what stood on each kind of account, what moved between, and both roots. */
export async function ProofsCompare({ earlier, later, days }: CompareProps) {
  const t = await getTranslations("proofHistory");
  const proofs = await getTranslations("proofs");
  const texts = await getTexts();
  const choices = days.edges.map(({ node }) => ({ value: node.id, name: texts.instant(node.provedAt) }));
  const between = Number(later.lastEntry) - Number(earlier.lastEntry);
  return (
    <>
      <Trail crumbs={[{ name: proofs("title"), href: "/operator/proofs" }]} here={t("compareTitle")} />
      <PageHead
        title={t("compareTitle")}
        lead={t("compareLead")}
        actions={
          <ExportMenu
            report="LEDGER_PROOFS"
            filters={{ from: earlier.provedAt, until: new Date(Date.parse(later.provedAt) + 1).toISOString() }}
            formats={["CSV", "XLSX"]}
            filesHref="/operator/exports"
          />
        }
      />
      <Filters>
        <ChoiceFilter name="earlier" label={t("earlier")} all={t("theOneBefore")} choices={choices} />
        <ChoiceFilter name="later" label={t("later")} all={t("latest")} choices={choices} />
      </Filters>
      <div className="grid gap-6">
        <StatRow>
          <Stat label={t("newEntries")} value={texts.points(between)} />
          <Stat label={t("auditBetween")} value={texts.points(later.auditLength - earlier.auditLength)} />
        </StatRow>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Root title={t("earlier")} proof={earlier} />
          <Root title={t("later")} proof={later} />
        </div>
        <Totals earlier={earlier} later={later} />
      </div>
    </>
  );
}

async function Root({ title, proof }: { title: string; proof: Proof }) {
  const t = await getTranslations("proofHistory");
  const texts = await getTexts();
  const hashes = [
    [t("root"), proof.root],
    [t("rootBefore"), proof.rootBefore],
    [t("auditHash"), proof.auditHash],
  ] as const;
  return (
    <Panel
      title={`${title}: ${texts.instant(proof.provedAt)}`}
      aside={<Status state={proof.errorCount === 0 ? "OK" : "NOT_OK"} />}
    >
      {hashes.map(([name, hash]) => (
        <div key={name} className="border-line/70 border-t py-2.5 first:border-t-0">
          <p className="text-ink-faint">{name}</p>
          {hash ? (
            <code className="text-sm">
              <CopyText text={hash} />
            </code>
          ) : (
            "–"
          )}
        </div>
      ))}
      <p className={`text-sm ${proof.isSound ? "text-good" : "text-ink-faint"}`}>
        {proof.isSound ? t("sound") : proof.root ? t("unsound") : t("noRoot")}
      </p>
    </Panel>
  );
}

async function Totals({ earlier, later }: Pick<CompareProps, "earlier" | "later">) {
  const t = await getTranslations("proofHistory");
  const ledger = await getTranslations("ledger");
  const names = await getTranslations("accounts");
  const texts = await getTexts();
  const before = new Map(earlier.totals.map((total) => [total.account, total]));
  return (
    <Panel title={ledger("tabAccounts")} flush>
      <DataTable
        caption={t("compareTitle")}
        columns={[
          { id: "account", name: ledger("account") },
          { id: "earlier", name: t("earlier"), align: "end" },
          { id: "later", name: t("later"), align: "end" },
          { id: "moved", name: t("moved"), align: "end" },
          { id: "entries", name: ledger("entries"), align: "end" },
        ]}
        rows={later.totals.map((total) => {
          const then = before.get(total.account);
          return {
            id: total.account,
            href: `/operator/accounts/${total.account}`,
            cells: {
              account: names(total.account),
              earlier: then ? <Amount total={then} /> : null,
              later: <Amount total={total} />,
              moved: <Amount total={movedBetween(then, total)} moved={t("unchanged")} />,
              entries: texts.points(total.entryCount - (then?.entryCount ?? 0)),
            },
          };
        })}
        empty={<Empty title={t("emptyTotals")} />}
      />
    </Panel>
  );
}

type Figure = Pick<Total, "points" | "money">;

function movedBetween(then: Figure | undefined, now: Figure): Figure {
  if (!now.money) return { points: (now.points ?? 0) - (then?.points ?? 0), money: null };
  const { currencyCode } = now.money;
  const taken = moneyOf(-millionths(then?.money?.amount ?? "0"), currencyCode);
  return { points: null, money: addedMoney([now.money, taken]) };
}

/** As the books have it: debit above zero. `moved`: what to say when nothing did. */
function Amount({ total: { points, money }, moved }: { total: Figure; moved?: string }): ReactNode {
  const isZero = money ? millionths(money.amount) === 0n : points === 0;
  if (moved && isZero) return <span className="text-ink-faint">{moved}</span>;
  const sign = moved ? "always" : "negative";
  return money ? <Money value={money} sign={sign} /> : <Points value={points ?? 0} sign={sign} />;
}

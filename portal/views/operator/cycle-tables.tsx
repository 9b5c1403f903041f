import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { addedMoney } from "#portal/lib/added-money.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { Cycle } from "#portal/views/operator/cycle.tsx";

/** Each partner's position; a row leads to the entries it is made of. */
export async function Positions({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const nodes = cycle.positions.edges.map(({ node }) => node);
  const sum = (pick: (node: (typeof nodes)[number]) => (typeof nodes)[number]["net"]) => {
    const total = addedMoney(nodes.map(pick));
    return total ? <Money value={total} /> : null;
  };
  const columns: TableColumn[] = [
    { id: "partner", name: t("partner"), foot: t("total") },
    { id: "opening", name: t("opening"), align: "end", foot: sum(({ opening }) => opening) },
    { id: "debit", name: t("debits"), align: "end", foot: sum(({ debit }) => debit) },
    { id: "credit", name: t("credits"), align: "end", foot: sum(({ credit }) => credit) },
    { id: "net", name: t("position"), align: "end", foot: sum(({ net }) => net) },
  ];
  return (
    <Panel title={t("positionsTitle")} note={t("positionsNote")} flush>
      <DataTable
        caption={t("positionsTitle")}
        columns={columns}
        rows={nodes.map(({ partner, opening, debit, credit, net }) => ({
          id: partner.id,
          href: address("/operator/entries", { cycle: cycle.id, partner: partner.id }),
          cells: {
            partner: partner.name,
            opening: <Money value={opening} sign="always" tone="muted" />,
            debit: <Money value={debit} />,
            credit: <Money value={credit} />,
            net: (
              <b className="font-semibold">
                <Money value={net} sign="always" />
              </b>
            ),
          },
        }))}
        empty={<p className="px-5 py-8 text-center text-ink-soft">{t("entriesEmptyText")}</p>}
        exportHref={`/exports/positions?cycle=${cycle.id}`}
      />
    </Panel>
  );
}

/** What each partner pays or is paid. */
export async function Obligations({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const nodes = cycle.obligations.edges.map(({ node }) => node).filter(({ state }) => state !== "SUPERSEDED");
  if (nodes.length === 0) return null;
  const statements = new Map(
    cycle.statements.edges.filter(({ node }) => !node.supersededAt).map(({ node }) => [node.partner.id, node.id]),
  );
  const columns: TableColumn[] = [
    { id: "partner", name: t("partner") },
    { id: "direction", name: t("direction") },
    { id: "amount", name: t("amount"), align: "end" },
    { id: "paid", name: t("paid"), align: "end" },
    { id: "carried", name: t("carried"), align: "end" },
    { id: "due", name: t("due") },
    { id: "state", name: t("state") },
    { id: "statement", name: t("statement") },
  ];
  return (
    <div id="obligations">
      <Panel title={t("obligationsTitle")} note={t("obligationsNote")} flush>
        <DataTable
          caption={t("obligationsTitle")}
          columns={columns}
          rows={nodes.map((node) => ({
            id: node.id,
            href: address("/operator/entries", { cycle: cycle.id, partner: node.partner.id }),
            cells: {
              partner: node.partner.name,
              direction: t(node.direction),
              amount: (
                <b className="font-semibold">
                  <Money value={node.amount} sign="never" />
                </b>
              ),
              paid: <Money value={node.paid} tone="muted" />,
              carried: <Money value={node.carried} sign="always" tone="muted" />,
              due: node.dueOn ? <span className="whitespace-nowrap">{texts.businessDate(node.dueOn)}</span> : null,
              state: <Status state={node.state} />,
              statement: statements.has(node.partner.id) ? (
                <Link
                  href={`/operator/statements/${statements.get(node.partner.id)}`}
                  className="text-accent hover:underline"
                >
                  {t("statement")}
                </Link>
              ) : null,
            },
          }))}
          empty={null}
          exportHref={`/exports/obligations?cycle=${cycle.id}`}
        />
      </Panel>
    </div>
  );
}

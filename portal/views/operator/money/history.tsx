import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { sides } from "#portal/views/operator/ledger/sides.tsx";
import { ACCOUNTS } from "#portal/views/operator/ledger/tabs.tsx";
import type { OwnBook } from "#portal/views/operator/money.tsx";

/** What moved a bank account in the books last, each row opening its entry; all of it is in the ledger. */
export async function BookHistory({ book: { book, entries } }: { book: OwnBook }) {
  const t = await getTranslations("ownMoney");
  const ledger = await getTranslations("ledger");
  const events = await getTranslations("events");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const title = t(book === "COLLATERAL" ? "history" : "historySettlement");
  return (
    <Panel
      title={title}
      aside={
        <Link href={`${ACCOUNTS}/BANK_${book}/own`} className="text-accent hover:underline">
          {ledger("tabEntries")}
        </Link>
      }
      flush
    >
      <DataTable
        caption={title}
        columns={[
          { id: "when", name: t("when") },
          { id: "what", name: t("what") },
          { id: "debit", name: ledger("debit"), align: "end" },
          { id: "credit", name: ledger("credit"), align: "end" },
        ]}
        rows={entries.edges.map(({ node }) => {
          const move = book === "COLLATERAL" ? node.collateral : node.settlement;
          return {
            id: node.id,
            href: `/operator/entries/${node.id}`,
            cells: {
              when: <span className="whitespace-nowrap">{texts.instant(node.occurredAt)}</span>,
              what: events(node.kind),
              ...(move ? sides(move) : {}),
            },
          };
        })}
        empty={<Empty title={t("historyEmpty")}>{t("historyEmptyText")}</Empty>}
        count={table("shown", { shown: texts.points(entries.edges.length) })}
      />
    </Panel>
  );
}

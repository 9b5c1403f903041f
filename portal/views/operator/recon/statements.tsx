import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { bankStatementList } from "#schema/documents.ts";

type Page = AnswerOf<typeof bankStatementList>["bankStatements"];
type StatementsProps = { page: Page; search: Search; names: (actor: string | null) => string };

/** What the bank sent, newest first. */
export async function BankStatements({ page, search, names }: StatementsProps) {
  const t = await getTranslations("recon");
  const settlement = await getTranslations("settlement");
  const upload = await getTranslations("bankUpload");
  const texts = await getTexts();
  return (
    <Panel title={t("tabStatements")} note={t("statementsNote")} flush>
      <PagedTable
        caption={t("tabStatements")}
        columns={[
          { id: "id", name: t("statement") },
          { id: "book", name: settlement("account") },
          { id: "period", name: t("period") },
          { id: "opening", name: upload("opening"), align: "end" },
          { id: "closing", name: upload("closing"), align: "end" },
          { id: "lines", name: t("lines"), align: "end" },
          { id: "imported", name: t("imported") },
          { id: "sequence", name: t("sequence"), align: "end", hidden: true },
        ]}
        rows={page.edges.map(({ node }) => ({
          id: node.id,
          href: `${RECON}/statements/${node.id}`,
          cells: {
            id: node.bankId,
            book: t(node.book === "SETTLEMENT" ? "settlementBook" : "collateralBook"),
            period: (
              <span className="whitespace-nowrap">
                {texts.businessDate(node.openedOn)} – {texts.businessDate(node.closedOn)}
              </span>
            ),
            opening: <Money value={node.opening} />,
            closing: <Money value={node.closing} />,
            lines: texts.points(node.lineCount),
            imported: (
              <span className="whitespace-nowrap">
                {node.finishedAt ? texts.instant(node.importedAt) : t("booking")}
                <span className="block text-ink-faint text-sm">{names(node.importedBy)}</span>
              </span>
            ),
            sequence: node.sequence,
          },
        }))}
        empty={
          <Empty
            title={t("statementsEmptyTitle")}
            action={
              <ButtonLink href="/operator/settlement/upload" look="primary">
                {settlement("upload")}
              </ButtonLink>
            }
          >
            {t("statementsEmptyText")}
          </Empty>
        }
        path={`${RECON}/statements`}
        search={search}
        pageInfo={page.pageInfo}
        offer={{ report: "BANK_RECONCILIATION", filters: {}, formats: ["CSV", "XLSX"], filesHref: "/operator/exports" }}
      />
    </Panel>
  );
}

import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { ledgerProofList } from "#schema/documents.ts";

export type ProofList = AnswerOf<typeof ledgerProofList>["ledgerProofs"];
export const COMPARE = "/operator/proofs/compare";

/** The last proof of each day with its root; a row compares it with the day before. */
export async function ProofHistory({ proofs, search }: { proofs: ProofList; search: Search }) {
  const t = await getTranslations("proofHistory");
  const texts = await getTexts();
  const rows = proofs.edges.map(({ node }) => node);
  return (
    <Panel title={t("history")} note={t("historyNote")} flush>
      <PagedTable
        caption={t("history")}
        columns={[
          { id: "proved", name: t("proved") },
          { id: "result", name: t("result") },
          { id: "entries", name: t("entries"), align: "end" },
          { id: "audit", name: t("audit"), align: "end" },
          { id: "root", name: t("root") },
          { id: "took", name: t("took"), align: "end", hidden: true },
        ]}
        rows={rows.map((proof, index) => {
          const before = rows[index + 1];
          return {
            id: proof.id,
            href: address(COMPARE, { later: proof.id, earlier: before?.id }),
            cells: {
              proved: <span className="whitespace-nowrap">{texts.instant(proof.provedAt)}</span>,
              result: <Status state={proof.errorCount === 0 ? "OK" : "NOT_OK"} />,
              entries: texts.points(Number(proof.lastEntry)),
              audit: texts.points(proof.auditLength),
              root: (
                <>
                  <code className="text-sm">{proof.root ? `${proof.root.slice(0, 16)}…` : t("noRoot")}</code>
                  {proof.root && !proof.isSound ? <span className="block text-bad text-sm">{t("unsound")}</span> : null}
                </>
              ),
              took: t("seconds", { n: texts.decimal((proof.milliseconds / 1000).toFixed(1)) }),
            },
          };
        })}
        empty={<Empty title={t("empty")}>{t("emptyText")}</Empty>}
        path="/operator/proofs"
        search={search}
        pageInfo={proofs.pageInfo}
        offer={operatorOffer("LEDGER_PROOFS")}
      />
    </Panel>
  );
}

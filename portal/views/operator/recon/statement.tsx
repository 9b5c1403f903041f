import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { bankStatementPage } from "#schema/documents.ts";

type Statement = NonNullable<AnswerOf<typeof bankStatementPage>["bankStatement"]>;

/** One account statement with every line and how it compares. */
export async function BankStatementView({ statement, search }: { statement: Statement; search: Search }) {
  const t = await getTranslations("recon");
  const kinds = await getTranslations("reconKinds");
  const upload = await getTranslations("bankUpload");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const { lines } = statement;
  return (
    <>
      <Trail
        crumbs={[
          { name: sections("reconciliation"), href: RECON },
          { name: t("tabStatements"), href: `${RECON}/statements` },
        ]}
        here={statement.bankId}
      />
      <PageHead
        title={statement.bankId}
        lead={`${statement.bankAccount?.iban ?? ""} · ${texts.businessDate(statement.openedOn)} – ${texts.businessDate(statement.closedOn)}`}
      />
      <div className="grid gap-6">
        <StatRow>
          <Stat label={upload("opening")} value={texts.money(statement.opening)} />
          <Stat label={t("lines")} value={texts.points(statement.lineCount)} />
          <Stat label={upload("closing")} value={texts.money(statement.closing)} />
        </StatRow>
        <Panel flush>
          <PagedTable
            caption={upload("lines")}
            columns={[
              { id: "line", name: upload("line") },
              { id: "who", name: upload("who") },
              { id: "reference", name: upload("reference") },
              { id: "booked", name: t("bookedOn") },
              { id: "amount", name: t("amount"), align: "end" },
              { id: "state", name: t("state") },
              { id: "kind", name: t("kind") },
            ]}
            rows={lines.edges.map(({ node }) => ({
              id: node.id,
              ...(node.item ? { href: `${RECON}/${node.item.id}` } : {}),
              cells: {
                line: String(node.seq),
                who: node.counterpartyName,
                reference: node.endToEndId ?? node.remittance,
                booked: <span className="whitespace-nowrap">{texts.businessDate(node.bookedOn)}</span>,
                amount: <Money value={node.amount} sign="always" />,
                state: node.item ? <Status state={node.item.state} /> : null,
                kind: node.item?.kind ? kinds(node.item.kind) : null,
              },
            }))}
            empty={<Empty title={t("statementsEmptyTitle")} />}
            path={`${RECON}/statements/${statement.id}`}
            search={search}
            pageInfo={lines.pageInfo}
            offer={operatorOffer("BANK_RECONCILIATION")}
          />
        </Panel>
      </div>
    </>
  );
}

import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { reconItemList } from "#schema/documents.ts";

type Page = AnswerOf<typeof reconItemList>["reconItems"];
type Item = Page["edges"][number]["node"];
type ItemsProps = { page: Page; search: Search; names: (actor: string | null) => string };

export const itemStates = ["NEW", "SUGGESTED", "BREAK", "INVESTIGATING", "MATCHED", "RESOLVED", "WRITTEN_OFF"] as const;
export const itemKinds = [
  "UNKNOWN_RECEIPT",
  "MISSING_RECEIPT",
  "SHORT_RECEIPT",
  "AMOUNT_DIFF",
  "DUPLICATE",
  "BANK_FEE",
] as const;

/** Compared things one by one: first what waits for somebody. */
export async function ReconItems({ page, search, names }: ItemsProps) {
  const t = await getTranslations("recon");
  const states = await getTranslations("states");
  const kinds = await getTranslations("reconKinds");
  const row = async (item: Item) => {
    const texts = await getTexts();
    const value = item.bankLine?.amount ?? item.hubValue;
    return {
      id: item.id,
      href: `${RECON}/${item.id}`,
      cells: {
        what: <What item={item} />,
        kind: item.kind ? kinds(item.kind) : null,
        state: <Status state={item.state} />,
        amount: value ? <Money value={value} sign="always" /> : null,
        open: Number(item.unapplied.amount) === 0 ? null : <Money value={item.unapplied} sign="always" />,
        score: item.score === null ? null : texts.points(item.score),
        age: <span className="whitespace-nowrap">{texts.date(item.openedAt)}</span>,
        partner: item.partner?.name,
        owner: item.takenBy ? names(item.takenBy) : null,
      },
    };
  };
  return (
    <>
      <Filters>
        <ChoiceFilter
          name="state"
          label={t("state")}
          all={t("openItems")}
          choices={itemStates.map((state) => ({ value: state, name: states(state) }))}
        />
        <ChoiceFilter
          name="kind"
          label={t("kind")}
          all={t("all")}
          choices={itemKinds.map((kind) => ({ value: kind, name: kinds(kind) }))}
        />
      </Filters>
      <Panel flush>
        <PagedTable
          caption={t("tabItems")}
          columns={[
            { id: "what", name: t("what") },
            { id: "kind", name: t("kind") },
            { id: "state", name: t("state") },
            { id: "amount", name: t("amount"), align: "end" },
            { id: "open", name: t("openAmount"), align: "end" },
            { id: "score", name: t("score"), align: "end" },
            { id: "partner", name: t("partner") },
            { id: "age", name: t("age") },
            { id: "owner", name: t("owner") },
          ]}
          rows={await Promise.all(page.edges.map(({ node }) => row(node)))}
          empty={<Empty title={t("itemsEmptyTitle")}>{t("itemsEmptyText")}</Empty>}
          path={`${RECON}/items`}
          search={search}
          pageInfo={page.pageInfo}
          offer={{ report: "RECON_BREAKS", filters: {}, formats: ["CSV", "XLSX"], filesHref: "/operator/exports" }}
        />
      </Panel>
    </>
  );
}

async function What({ item: { bankLine, otherRef, partner } }: { item: Item }) {
  const texts = await getTexts();
  return (
    <>
      {bankLine?.counterpartyName ?? partner?.name ?? otherRef ?? "–"}
      <span className="block font-normal text-ink-faint text-sm [overflow-wrap:anywhere]">
        {[bankLine ? texts.businessDate(bankLine.bookedOn) : null, bankLine?.endToEndId ?? bankLine?.remittance]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}

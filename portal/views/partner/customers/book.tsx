import { getTranslations } from "next-intl/server";
import { partnerOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ChoiceFilter, Filters, SearchFilter } from "#portal/ui/filters.tsx";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { LookUp } from "#portal/views/partner/customers/look-up.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { CustomerTabs } from "#portal/views/shared/segments/tabs.tsx";
import type { customerBook } from "#schema/documents.ts";

type Answer = AnswerOf<typeof customerBook>;
type Customer = Answer["customers"]["edges"][number]["node"];

export const CUSTOMERS = "/partner/customers";
export const sorts = ["LAST_VISIT", "SPEND", "VISITS", "AVERAGE"] as const;
export const groups = ["CHAMPION", "LOYAL", "PROMISING", "SLIPPING", "FADING", "LOST", "NEVER"] as const;
const silences = ["30", "60", "90", "180"];

type BookProps = { answer: Answer; search: Search; mayLookUp: boolean };

/** The partner's own members, by its own receipts. */
export async function CustomerBook({ answer: { customers, segments }, search, mayLookUp }: BookProps) {
  const t = await getTranslations("customers");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const own = segments.edges.filter(({ node }) => node.isOwn);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={mayLookUp ? <LookUpIsland /> : null} />
      <CustomerTabs current="book" />
      <Filters>
        <ChoiceFilter
          name="sort"
          label={t("sort")}
          all={t("sort_LAST_VISIT")}
          choices={sorts.slice(1).map((value) => ({ value, name: t(`sort_${value}`) }))}
        />
        <ChoiceFilter
          name="group"
          label={t("group")}
          all={table("all")}
          choices={groups.map((value) => ({ value, name: t(`group_${value}`) }))}
        />
        <ChoiceFilter
          name="silent"
          label={t("silent")}
          all={table("all")}
          choices={silences.map((value) => ({ value, name: t("days", { days: value }) }))}
        />
        {own.length > 0 ? (
          <ChoiceFilter
            name="segment"
            label={t("segment")}
            all={table("all")}
            choices={own.map(({ node }) => ({ value: node.id, name: said(node.name, texts.locale) }))}
          />
        ) : null}
        <SearchFilter name="tag" label={t("tagField")} />
      </Filters>
      <Panel flush>
        <PagedTable
          caption={t("book")}
          columns={[
            { id: "member", name: t("member") },
            { id: "last", name: t("last") },
            { id: "visits", name: t("visits"), align: "end" },
            { id: "frequency", name: t("frequency"), align: "end" },
            { id: "average", name: t("average"), align: "end" },
            { id: "spend", name: t("spend"), align: "end" },
            { id: "group", name: t("group") },
            { id: "tags", name: t("tags") },
          ]}
          rows={await Promise.all(customers.edges.map(({ cursor, node }) => rowOf(cursor, node)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={CUSTOMERS}
          search={search}
          views={["sort"]}
          pageInfo={customers.pageInfo}
          offer={partnerOffer("CUSTOMERS")}
        />
      </Panel>
    </>
  );
}

function LookUpIsland() {
  return (
    <IslandTexts names={["customers"]}>
      <LookUp />
    </IslandTexts>
  );
}

/** For whoever works at a till and does not read the book. */
export async function LookUpAlone() {
  const t = await getTranslations("customers");
  return (
    <>
      <PageHead title={t("title")} lead={t("lookUpText")} />
      <LookUpIsland />
    </>
  );
}

async function rowOf(cursor: string, customer: Customer) {
  const t = await getTranslations("customers");
  const texts = await getTexts();
  const { member, group } = customer;
  return {
    id: cursor,
    ...(member ? { href: `${CUSTOMERS}/${member.id}` } : {}),
    cells: {
      member: member?.name ?? t("noName"),
      last: (
        <span className="whitespace-nowrap">{customer.lastOn ? texts.businessDate(customer.lastOn) : t("never")}</span>
      ),
      visits: texts.points(customer.visitCount),
      frequency: texts.points(customer.visitsYear),
      average: <Money column value={customer.averageReceipt} />,
      spend: <Money column value={customer.spend} />,
      group: group ? t(`group_${group}`) : null,
      tags: <TagList tags={customer.tags} />,
    },
  };
}

export function TagList({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <span key={tag} className="rounded-full bg-sunken px-2 py-0.5 text-ink-soft text-sm">
          {tag}
        </span>
      ))}
    </span>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { daysSince } from "#portal/lib/days.ts";
import { partnerOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import type { ExportOffer } from "#portal/ui/export-menu.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { partnerBreaks } from "#schema/documents.ts";

type Items = AnswerOf<typeof partnerBreaks>["partnerFileItems"];
type Item = Items["edges"][number]["node"];

export const itemKinds = [
  "MISSING_IN_HUB",
  "MISSING_IN_PARTNER",
  "POINTS_DIFF",
  "AMOUNT_DIFF",
  "STATUS_DIFF",
  "DUPLICATE",
  "LATE",
] as const;
export const itemStates = ["NEW", "BREAK", "INVESTIGATING", "RESOLVED", "MATCHED"] as const;

type ItemsProps = { items: Items; path: string; search: Search; title: string; offer?: ExportOffer };

/** Compared rows, ours beside the hub's, with what helps where they disagree. */
export async function ItemsTable({ items, path, search, title, offer }: ItemsProps) {
  const t = await getTranslations("ownFiles");
  const kinds = await getTranslations("reconKinds");
  const states = await getTranslations("states");
  const table = await getTranslations("table");
  return (
    <>
      <Filters>
        <ChoiceFilter
          name="kind"
          label={t("kind")}
          all={table("all")}
          choices={itemKinds.map((value) => ({ value, name: kinds(value) }))}
        />
        <ChoiceFilter
          name="state"
          label={t("state")}
          all={table("all")}
          choices={itemStates.map((value) => ({ value, name: states(value) }))}
        />
      </Filters>
      <Panel title={title} flush>
        <PagedTable
          caption={title}
          columns={[
            { id: "ref", name: t("reference") },
            { id: "event", name: t("event") },
            { id: "kind", name: t("kind") },
            { id: "ours", name: t("ours"), align: "end" },
            { id: "hub", name: t("hub"), align: "end" },
            { id: "state", name: t("state") },
            { id: "age", name: t("age"), align: "end" },
            { id: "next", name: t("next") },
          ]}
          rows={await Promise.all(items.edges.map(({ node }) => rowOf(node)))}
          empty={<Empty title={t("noItemsTitle")}>{t("noItemsText")}</Empty>}
          path={path}
          search={search}
          pageInfo={items.pageInfo}
          offer={partnerOffer("RECON_BREAKS")}
          {...(offer ? { offer } : {})}
        />
      </Panel>
    </>
  );
}

async function rowOf(item: Item) {
  const t = await getTranslations("ownFiles");
  const kinds = await getTranslations("reconKinds");
  const texts = await getTexts();
  const side = (points: number | null, amount: Item["hubAmount"]): ReactNode => (
    <>
      {points === null ? null : <span className="block">{texts.points(points)}</span>}
      {amount ? <span className="block text-ink-faint text-sm">{texts.money(amount)}</span> : null}
    </>
  );
  return {
    id: item.id,
    cells: {
      ref: (
        <>
          {item.clientRef ?? item.hubRef ?? "–"}
          {item.line === null ? null : (
            <span className="block text-ink-faint text-sm">{t("line", { line: String(item.line) })}</span>
          )}
        </>
      ),
      event: item.event ? t(item.event as "EARN" | "REDEMPTION" | "RETURN") : null,
      kind: item.kind ? kinds(item.kind) : null,
      ours: side(item.partnerPoints, item.partnerAmount),
      hub: side(item.hubPoints, item.hubAmount),
      state: <Status state={item.state} />,
      age:
        item.kind && item.state !== "MATCHED"
          ? t("days", { count: String(daysSince(item.openedAt, Date.now())) })
          : null,
      next: <Next item={item} />,
    },
  };
}

/** What helps: a dispute where one is possible, else who has to do what. */
async function Next({ item }: { item: Item }) {
  const t = await getTranslations("ownFiles");
  if (!item.kind || item.state === "MATCHED") return null;
  if (item.state === "RESOLVED") return t((item.resolution ?? "TURNED_UP") as "TURNED_UP" | "CORRECTED" | "DISPUTED");
  return (
    <div className="max-w-64">
      <span className="block text-sm">{t(`help_${item.kind}`)}</span>
      {item.disputeReason && item.hubRef?.startsWith("brn_") && item.state !== "NEW" ? (
        <ButtonLink
          href={`/partner/reconciliation/dispute?redemption=${item.hubRef}&item=${item.id}&reason=${item.disputeReason}`}
          size="small"
          className="mt-1.5"
        >
          {t("dispute")}
        </ButtonLink>
      ) : null}
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { FileItemDeeds } from "#portal/views/operator/recon/partner-file-deeds.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { partnerFileBreaks } from "#schema/documents.ts";

type Page = AnswerOf<typeof partnerFileBreaks>["partnerFileItems"];
export type FileItem = Page["edges"][number]["node"];

export const fileItemStates = ["NEW", "BREAK", "INVESTIGATING", "MATCHED", "RESOLVED"] as const;
export const fileItemKinds = [
  "MISSING_IN_HUB",
  "MISSING_IN_PARTNER",
  "POINTS_DIFF",
  "AMOUNT_DIFF",
  "STATUS_DIFF",
  "DUPLICATE",
  "LATE",
] as const;

type BreaksProps = {
  page: Page;
  search: Search;
  roles: readonly string[];
  names: (actor: string | null) => string;
  /** Rows whose correction waits for finance. */
  proposed: ReadonlySet<string>;
};

/** Rows of partners' own files that the hub does not agree with: both sides' word, and what puts each right. */
export async function PartnerFileBreaks({ page, search, roles, names, proposed }: BreaksProps) {
  const t = await getTranslations("recon");
  const kinds = await getTranslations("reconKinds");
  const states = await getTranslations("states");
  return (
    <>
      <Filters>
        <ChoiceFilter
          name="state"
          label={t("state")}
          all={t("openItems")}
          choices={fileItemStates.map((state) => ({ value: state, name: states(state) }))}
        />
        <ChoiceFilter
          name="kind"
          label={t("kind")}
          all={t("all")}
          choices={fileItemKinds.map((kind) => ({ value: kind, name: kinds(kind) }))}
        />
      </Filters>
      <Panel flush>
        <PagedTable
          caption={t("tabPartnerFiles")}
          columns={[
            { id: "what", name: t("what") },
            { id: "kind", name: t("kind") },
            { id: "theirs", name: t("partnerSays"), align: "end" },
            { id: "ours", name: t("hubSays"), align: "end" },
            { id: "state", name: t("state") },
            { id: "deed", name: t("nextStep") },
          ]}
          rows={await Promise.all(page.edges.map(({ node }) => rowOf(node, { roles, names, proposed })))}
          empty={<Empty title={t("itemsEmptyTitle")}>{t("partnerFilesEmptyText")}</Empty>}
          path={`${RECON}/partner-files`}
          search={search}
          pageInfo={page.pageInfo}
          offer={operatorOffer("RECON_BREAKS")}
        />
      </Panel>
    </>
  );
}

async function rowOf(item: FileItem, { roles, names, proposed }: Pick<BreaksProps, "roles" | "names" | "proposed">) {
  const t = await getTranslations("recon");
  const own = await getTranslations("ownFiles");
  const kinds = await getTranslations("reconKinds");
  const texts = await getTexts();
  const side = (points: number | null, money: FileItem["hubAmount"]): ReactNode =>
    points === null && !money ? (
      <span className="text-ink-faint">–</span>
    ) : (
      <span className="whitespace-nowrap">
        {points === null ? null : (
          <span className="block">{own("pointsOf", { count: points, n: texts.points(points) })}</span>
        )}
        {money ? <span className="block text-ink-faint text-sm">{texts.money(money)}</span> : null}
      </span>
    );
  return {
    id: item.id,
    cells: {
      what: (
        <>
          <span className="font-medium">{item.clientRef ?? item.hubRef ?? "–"}</span>
          <span className="block text-ink-faint text-sm">
            {[
              item.partner?.name,
              item.event ? own(item.event as "EARN" | "REDEMPTION" | "RETURN") : null,
              item.occurredAt ? texts.date(item.occurredAt) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
      kind: item.kind ? kinds(item.kind) : null,
      theirs: side(item.partnerPoints, item.partnerAmount),
      ours: side(item.hubPoints, item.hubAmount),
      state: (
        <>
          <Status state={item.state} />
          <span className="mt-1 block whitespace-nowrap text-ink-faint text-sm">
            {item.takenBy ? names(item.takenBy) : t("sinceDate", { date: texts.date(item.openedAt) })}
          </span>
        </>
      ),
      deed: <FileItemDeeds item={item} works={roles.includes("OPERATOR_CLERK")} waits={proposed.has(item.id)} />,
    },
  };
}

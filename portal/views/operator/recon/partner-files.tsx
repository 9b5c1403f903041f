import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { type partnerFileBreaks, takePartnerFileItem } from "#schema/documents.ts";

type Page = AnswerOf<typeof partnerFileBreaks>["partnerFileItems"];
type Item = Page["edges"][number]["node"];

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

/** Rows of partners' own files that the hub does not agree with: both sides' word, and who looks into it. */
export async function PartnerFileBreaks(props: { page: Page; search: Search; roles: readonly string[] }) {
  const { page, search, roles } = props;
  const t = await getTranslations("recon");
  const kinds = await getTranslations("reconKinds");
  const states = await getTranslations("states");
  const texts = await getTexts();
  const works = roles.includes("OPERATOR_CLERK");
  const value = (points: number | null, money: Item["hubAmount"]) =>
    money ? texts.money(money) : points === null ? "–" : texts.points(points);
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
            { id: "partner", name: t("partner") },
            { id: "kind", name: t("kind") },
            { id: "what", name: t("what") },
            { id: "theirs", name: t("partnerSays"), align: "end" },
            { id: "ours", name: t("hubSays"), align: "end" },
            { id: "state", name: t("state") },
            { id: "age", name: t("age") },
            { id: "deed", name: t("owner") },
          ]}
          rows={page.edges.map(({ node }) => ({
            id: node.id,
            cells: {
              partner: node.partner?.name,
              kind: node.kind ? kinds(node.kind) : null,
              what: [node.clientRef, node.event].filter(Boolean).join(" · "),
              theirs: value(node.partnerPoints, node.partnerAmount),
              ours: value(node.hubPoints, node.hubAmount),
              state: <Status state={node.state} />,
              age: <span className="whitespace-nowrap">{texts.date(node.openedAt)}</span>,
              deed: works && node.state === "BREAK" ? <Take id={node.id} /> : null,
            },
          }))}
          empty={<Empty title={t("itemsEmptyTitle")}>{t("partnerFilesEmptyText")}</Empty>}
          path={`${RECON}/partner-files`}
          search={search}
          pageInfo={page.pageInfo}
        />
      </Panel>
    </>
  );
}

async function Take({ id }: { id: string }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={takePartnerFileItem}
      input={{ itemId: id }}
      takes={{}}
      look="secondary"
      size="small"
      button={t("take")}
      title={t("take")}
      text={t("takeText")}
      confirm={t("take")}
      done={t("takeDone")}
    />
  );
}

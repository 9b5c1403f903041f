import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import {
  type Activity,
  type ActivityAnswer,
  activitiesPath,
  type House,
  mayRecord,
} from "#portal/views/shared/activities/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { reverseActivity } from "#schema/documents.ts";

type RecordedProps = { page: ActivityAnswer["activities"]; house: House; search: Search };

/** What was recorded, newest first, with what it gave. */
export async function Recorded({ page, house, search }: RecordedProps) {
  const t = await getTranslations("activities");
  const texts = await getTexts();
  const rows = page.edges.map(({ node }) => ({
    id: node.id,
    cells: {
      when: texts.instant(node.occurredAt),
      what: (
        <>
          {said(node.kind.name, texts.locale)}
          <span className="figures block text-ink-faint text-sm">{node.reference}</span>
        </>
      ),
      who: node.member?.name ?? "–",
      where: node.partner?.name ?? "–",
      amount: Number(node.amount.amount) === 0 ? "–" : texts.money(node.amount),
      gave: <Gave activity={node} />,
      deeds: mayRecord(house) && !node.reversedAt ? <Reverse activity={node} /> : null,
    },
  }));
  return (
    <Panel title={t("recorded")} note={t("recordedNote")} flush>
      <PagedTable
        caption={t("recorded")}
        columns={[
          { id: "when", name: t("when") },
          { id: "what", name: t("kind") },
          { id: "who", name: t("member") },
          ...(house.shell === "operator" ? [{ id: "where", name: t("where") }] : []),
          { id: "amount", name: t("amount"), align: "end" as const },
          { id: "gave", name: t("gave"), align: "end" as const },
          ...(mayRecord(house) ? [{ id: "deeds", name: t("deeds"), align: "end" as const }] : []),
        ]}
        rows={rows}
        empty={<Empty title={t("noneRecorded")}>{t("noneRecordedText")}</Empty>}
        path={activitiesPath(house)}
        search={search}
        pageInfo={page.pageInfo}
      />
    </Panel>
  );
}

async function Gave({ activity: { points, reversedAt } }: { activity: Activity }) {
  const t = await getTranslations("activities");
  const texts = await getTexts();
  if (points === null) return <span className="text-ink-faint">{t("undecided")}</span>;
  if (reversedAt) {
    return (
      <>
        <s className="text-ink-faint">{texts.points(points)}</s>
        <span className="block text-ink-faint text-sm">{t("reversedOn", { at: texts.date(reversedAt) })}</span>
      </>
    );
  }
  return points === 0 ? <span className="text-ink-faint">{t("nothing")}</span> : texts.points(points, "always");
}

async function Reverse({ activity: { id: activityId, points, kind } }: { activity: Activity }) {
  const t = await getTranslations("activities");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={reverseActivity}
      input={{ activityId }}
      takes={{ reason: "required" }}
      look="secondary"
      size="small"
      button={t("reverse")}
      title={said(kind.name, texts.locale)}
      text={t("reverseText", { count: points ?? 0, points: texts.points(points ?? 0) })}
      confirm={t("reverse")}
      done={t("wasReversed")}
    />
  );
}

import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PartnersTabs } from "#portal/views/operator/partners-tabs.tsx";
import { CaseDeeds } from "#portal/views/operator/velocity/case-deeds.tsx";
import { subjectOf } from "#portal/views/operator/velocity/subject.ts";
import { VELOCITY, VelocityTabs } from "#portal/views/operator/velocity/tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { velocityCaseList } from "#schema/documents.ts";

type Cases = AnswerOf<typeof velocityCaseList>["velocityCases"];
type Case = Cases["edges"][number]["node"];
type VelocityProps = { cases: Cases; search: Search; roles: readonly string[] };

/** Who went over which limit; those that wait, or those that are over. */
export async function VelocityView({ cases, search, roles }: VelocityProps) {
  const t = await getTranslations("velocity");
  const over = search["state"] === "over";
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <PartnersTabs current="/velocity" />
      <VelocityTabs current={over ? "over" : "waiting"} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "subject", name: t("subject") },
            { id: "rule", name: t("rule") },
            { id: "value", name: t("value"), align: "end" },
            { id: "limit", name: t("limit"), align: "end" },
            { id: "window", name: t("window") },
            { id: "state", name: t("state") },
            ...(over ? [] : [{ id: "deeds", name: (await getTranslations("velocityDesk"))("next") }]),
            { id: "opened", name: t("opened"), hidden: true },
          ]}
          rows={await Promise.all(cases.edges.map(({ node }) => rowOf(node, roles)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={VELOCITY}
          search={search}
          views={["state"]}
          pageInfo={cases.pageInfo}
          offer={operatorOffer("VELOCITY_CASES", {
            state: over ? "CONFIRMED,DISMISSED" : "OPEN,TAKEN",
            ...(search["subject"] ? { objectId: search["subject"] } : {}),
          })}
        />
      </Panel>
    </>
  );
}

async function rowOf(one: Case, roles: readonly string[]) {
  const t = await getTranslations("velocity");
  const texts = await getTexts();
  const { rule } = one;
  return {
    id: one.id,
    href: `${VELOCITY}/${one.id}`,
    cells: {
      subject: <span className="whitespace-nowrap">{subjectOf(one)}</span>,
      rule: (
        <>
          <span className="block whitespace-nowrap">{t(`kind_${rule.kind}`)}</span>
          <span className="block text-ink-faint text-sm">{t(`subject_${rule.subject}`)}</span>
        </>
      ),
      value: texts.points(one.value),
      limit: texts.points(rule.limit),
      window: (
        <>
          <span className="block whitespace-nowrap">{texts.instant(one.windowFrom)}</span>
          <span className="block whitespace-nowrap text-ink-faint">{texts.instant(one.windowUntil)}</span>
        </>
      ),
      state: <Status state={one.state === "CONFIRMED" ? "MISUSE" : one.state} />,
      deeds: <CaseDeeds velocityCase={one} roles={roles} small />,
      opened: <span className="whitespace-nowrap">{texts.instant(one.openedAt)}</span>,
    },
  };
}

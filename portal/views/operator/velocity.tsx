import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { PartnersTabs } from "#portal/views/operator/partners-tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { velocityCaseList } from "#schema/documents.ts";

type Cases = AnswerOf<typeof velocityCaseList>["velocityCases"];
type Case = Cases["edges"][number]["node"];

const PATH = "/operator/partners/velocity";

/** Who went over which limit; those that wait, or those that are over. */
export async function VelocityView({ cases, search }: { cases: Cases; search: Search }) {
  const t = await getTranslations("velocity");
  const over = search["state"] === "over";
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <PartnersTabs current="/velocity" />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: PATH, name: t("tabOpen"), current: !over },
          { href: address(PATH, { state: "over" }), name: t("tabOver"), current: over },
        ]}
      />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "rule", name: t("rule") },
            { id: "subject", name: t("subject") },
            { id: "value", name: t("value"), align: "end" },
            { id: "limit", name: t("limit"), align: "end" },
            { id: "window", name: t("window") },
            { id: "state", name: t("state") },
            { id: "opened", name: t("opened"), hidden: true },
          ]}
          rows={await Promise.all(cases.edges.map(({ node }) => rowOf(node, search)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={PATH}
          search={search}
          views={["state", "rule", "subject"]}
          pageInfo={cases.pageInfo}
        />
      </Panel>
    </>
  );
}

async function rowOf(one: Case, search: Search) {
  const t = await getTranslations("velocity");
  const texts = await getTexts();
  const { rule, subjectId } = one;
  const state = search["state"];
  const only = (narrowed: Search) => address(PATH, { ...(state ? { state } : {}), ...narrowed });
  return {
    id: one.id,
    cells: {
      rule: <Link href={only({ rule: rule.id })}>{t(`kind_${rule.kind}`)}</Link>,
      subject: (
        <Link href={only({ subject: subjectId })}>
          {t(`subject_${rule.subject}`)} <span className="text-ink-soft">{one.subjectName}</span>
        </Link>
      ),
      value: texts.points(one.value),
      limit: texts.points(rule.limit),
      window: (
        <span className="whitespace-nowrap">
          {texts.instant(one.windowFrom)} – {texts.instant(one.windowUntil)}
        </span>
      ),
      state: t(`state_${one.state}`),
      opened: <span className="whitespace-nowrap">{texts.instant(one.openedAt)}</span>,
    },
  };
}

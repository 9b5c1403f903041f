import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PartnersTabs } from "#portal/views/operator/partners-tabs.tsx";
import { ChangeRule, ProposeRule } from "#portal/views/operator/velocity/propose-rule.tsx";
import { VELOCITY, VelocityTabs } from "#portal/views/operator/velocity/tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { velocityRuleList } from "#schema/documents.ts";

type Rules = AnswerOf<typeof velocityRuleList>["velocityRules"];
export type Rule = Rules["edges"][number]["node"];
type RulesProps = {
  rules: Rules;
  caps: ReactNode;
  search: Search;
  roles: readonly string[];
  names: (actor: string | null) => string;
};

/** Every version of every rule, newest first, with who asked for it and who agreed. */
export async function VelocityRules({ rules, caps, search, roles, names }: RulesProps) {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const proposes = roles.includes("OPERATOR_RISK");
  return (
    <>
      <PageHead title={desk("rulesTitle")} lead={desk("rulesLead")} actions={proposes ? <ProposeRule /> : null} />
      <PartnersTabs current="/velocity" />
      <VelocityTabs current="rules" />
      <Panel flush>
        <PagedTable
          caption={desk("rulesTitle")}
          columns={[
            { id: "rule", name: t("rule") },
            { id: "limit", name: t("limit"), align: "end" },
            { id: "window", name: t("window") },
            { id: "action", name: desk("action") },
            { id: "valid", name: desk("valid") },
            { id: "agreed", name: desk("agreed") },
            { id: "reason", name: desk("reason"), hidden: true },
            ...(proposes ? [{ id: "change", name: desk("change") }] : []),
          ]}
          rows={await Promise.all(rules.edges.map(({ node }) => rowOf(node, proposes, names)))}
          empty={<Empty title={desk("rulesEmptyTitle")}>{desk("rulesEmptyText")}</Empty>}
          path={`${VELOCITY}/rules`}
          search={search}
          pageInfo={rules.pageInfo}
          offer={operatorOffer("VELOCITY_RULES")}
        />
      </Panel>
      <div className="mt-6">{caps}</div>
    </>
  );
}

async function rowOf(rule: Rule, proposes: boolean, names: RulesProps["names"]) {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const texts = await getTexts();
  const isOver = rule.validUntil !== null && Date.parse(rule.validUntil) <= Date.now();
  const from = texts.date(rule.validFrom);
  const { approval, replaces } = rule;
  return {
    id: rule.id,
    cells: {
      rule: (
        <>
          <Link href={address(VELOCITY, { rule: rule.id })} className="font-medium hover:underline">
            {t(`kind_${rule.kind}`)}
          </Link>
          <span className="block text-ink-faint text-sm">
            {rule.earnedAt && rule.redeemedAt
              ? `${rule.earnedAt.name} → ${rule.redeemedAt.name}`
              : t(`subject_${rule.subject}`)}
          </span>
        </>
      ),
      limit: (
        <>
          {texts.points(rule.limit)}
          {replaces ? (
            <span className="block whitespace-nowrap text-ink-faint text-sm">
              {desk("replaces", { limit: texts.points(replaces.limit) })}
            </span>
          ) : null}
        </>
      ),
      window: (
        <span className="whitespace-nowrap">
          {rule.windowHours === null
            ? desk("day")
            : desk("hours", { count: rule.windowHours, n: texts.points(rule.windowHours) })}
        </span>
      ),
      action: desk(`action_${rule.action}`),
      valid: (
        <>
          <Status state={isOver ? "REPLACED" : "IN_FORCE"} />
          <span className="mt-1 block whitespace-nowrap text-ink-faint text-sm">
            {rule.validUntil
              ? desk("validSpan", { from, until: texts.date(rule.validUntil) })
              : desk("validFrom", { from })}
          </span>
        </>
      ),
      agreed: approval ? (
        <>
          {desk("agreedBy", { asked: names(approval.requestedBy), agreed: names(approval.decidedBy) })}
          {approval.decidedAt ? (
            <span className="block text-ink-faint text-sm">{texts.instant(approval.decidedAt)}</span>
          ) : null}
        </>
      ) : null,
      reason: rule.reason,
      change: proposes && !isOver ? <ChangeRule rule={rule} /> : null,
    },
  };
}

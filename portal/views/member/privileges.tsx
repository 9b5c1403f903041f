import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { MemberClubs } from "#portal/views/member/privileges/clubs.tsx";
import { MemberEvents } from "#portal/views/member/privileges/events.tsx";
import { MemberPlans } from "#portal/views/member/privileges/plan.tsx";
import { TierCard } from "#portal/views/member/privileges/tier.tsx";
import type { memberPrivileges } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberPrivileges>;
type Member = MemberOf<typeof memberPrivileges>;

/** What belonging brings: the tier, events, clubs and the plan. */
export async function Privileges({ member, answer }: { member: Member; answer: Answer }) {
  const t = await getTranslations("privileges");
  const { tierLadder: ladder, memberEvents, clubs, plans } = answer;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {member.tier && ladder ? (
          <TierCard own={member.tier} ladder={ladder} />
        ) : (
          <Panel>
            <Empty title={t("noTiers")}>{t("noTiersText")}</Empty>
          </Panel>
        )}
        <MemberEvents events={memberEvents.edges.map(({ node }) => node)} />
        <MemberPlans own={member.plan} plans={plans.edges.map(({ node }) => node)} />
        <MemberClubs clubs={clubs.edges.map(({ node }) => node)} />
      </div>
    </>
  );
}

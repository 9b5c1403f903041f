import { ReceiptText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { WorkList } from "#portal/ui/work-list.tsx";
import type { partnerAlerts } from "#schema/documents.ts";

/** What waits for somebody of the partner; nothing is said where nothing waits. */
export async function PartnerAlerts({ claims }: AnswerOf<typeof partnerAlerts>) {
  const t = await getTranslations("partnerAlerts");
  const texts = await getTexts();
  const [first] = claims.edges.map(({ node }) => node.deadlineAt).toSorted();
  if (!first) return null;
  const late = Date.parse(first) < Date.now();
  const count = claims.edges.length;
  return (
    <Panel flush>
      <WorkList
        label={t("label")}
        works={[
          {
            id: "CLAIMS",
            icon: <ReceiptText className="size-[1.125rem]" aria-hidden="true" />,
            name: t("claims"),
            task: t("claims_task"),
            count,
            countText: texts.points(count),
            oldest: t(late ? "late" : "due", { at: texts.date(first) }),
            late,
            href: "/partner/claims",
          },
        ]}
      />
    </Panel>
  );
}

import { Gift, type LucideIcon, ReceiptText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { counted } from "#portal/lib/counted.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { type Work, WorkList } from "#portal/ui/work-list.tsx";
import type { Waiting } from "#portal/views/partner/waiting.ts";

type AlertsProps = { waiting: Waiting; otherwise?: ReactNode };

/** What waits for whoever looks, the kinds of which there is something; `otherwise`: what stands where nothing waits. */
export async function PartnerAlerts({ waiting: { claims, orders }, otherwise = null }: AlertsProps) {
  const t = await getTranslations("partnerAlerts");
  const works = [
    claims &&
      (await workOf(
        "claims",
        ReceiptText,
        claims,
        claims.edges.map(({ node }) => node.deadlineAt),
      )),
    orders &&
      (await workOf(
        "orders",
        Gift,
        orders,
        orders.edges.map(({ node }) => node.lapsesAt),
      )),
  ].filter((work) => work !== null);
  if (works.length === 0) return otherwise;
  return (
    <Panel flush>
      <WorkList label={t("label")} works={works} />
    </Panel>
  );
}

type Kind = "claims" | "orders";
type Page = Parameters<typeof counted>[0];

const hrefs = { claims: "/partner/claims", orders: "/partner/rewards" } as const;

/** `ends`: until when each of them can be seen to. */
async function workOf(kind: Kind, Icon: LucideIcon, page: Page, ends: string[]): Promise<Work | null> {
  const t = await getTranslations("partnerAlerts");
  const texts = await getTexts();
  const [first] = ends.toSorted();
  if (!first) return null;
  const late = Date.parse(first) < Date.now();
  return {
    id: kind.toUpperCase(),
    icon: <Icon className="size-[1.125rem]" aria-hidden="true" />,
    name: t(kind),
    task: t(`${kind}_task`),
    count: ends.length,
    countText: counted(page, (count) => texts.points(count)),
    oldest: t(late ? "late" : "due", { at: texts.date(first) }),
    late,
    href: hrefs[kind],
  };
}

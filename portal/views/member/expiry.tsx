import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { isoDate } from "#portal/lib/zone.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import type { memberPoints } from "#schema/documents.ts";

type Member = MemberOf<typeof memberPoints>;

/** Until when the points can be spent, month by month and day by day. */
export async function MemberExpiry({ member }: { member: Member }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  const expiring = member.pointsByExpiry ?? [];
  const pending = member.pendingPoints ?? [];
  const months = byMonth(expiring, texts);
  const [first] = months;
  return (
    <>
      <PageHead title={t("expiryTitle")} lead={t("expiryLead")} />
      <div className="grid gap-6">
        {first ? (
          <Panel title={t("expiryChart")}>
            <Bars
              title={t("expiryChart")}
              summary={t("expirySummary", {
                count: first.points,
                points: texts.points(first.points),
                month: texts.month(first.month),
              })}
              nameOf={t("month")}
              names={months.map(({ month }) => `${texts.monthShort(month)} ${month.slice(2, 4)}`)}
              series={[{ name: t("lotPoints"), values: months.map(({ points }) => points) }]}
              print={(value) => texts.points(value)}
              height={210}
            />
          </Panel>
        ) : null}
        <Panel title={t("expiresOn")}>
          {expiring.length === 0 ? (
            <Empty title={t("expiryEmptyTitle")}>{t("expiryEmptyText")}</Empty>
          ) : (
            <Facts facts={byDay(expiring, texts).map(({ day, points }) => [day ?? t("never"), texts.points(points)])} />
          )}
        </Panel>
        {pending.length > 0 ? (
          <Panel title={t("maturing")}>
            <Facts
              facts={pending.map(({ points, maturesAt }) => [
                maturesAt ? texts.date(maturesAt) : "–",
                texts.points(points),
              ])}
            />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

type Expiring = { points: number; expiresAt: string | null };

const sum = (points: readonly Expiring[]) => points.reduce((total, next) => total + next.points, 0);

function byMonth(expiring: readonly Expiring[], texts: Texts) {
  const dated = expiring.filter(({ expiresAt }) => expiresAt !== null);
  const groups = Map.groupBy(dated, ({ expiresAt }) => isoDate(texts.wallTime(expiresAt ?? "")).slice(0, 7));
  return [...groups].map(([month, points]) => ({ month, points: sum(points) }));
}

function byDay(expiring: readonly Expiring[], texts: Texts) {
  const groups = Map.groupBy(expiring, ({ expiresAt }) => (expiresAt ? texts.date(expiresAt) : null));
  return [...groups].map(([day, points]) => ({ day, points: sum(points) }));
}

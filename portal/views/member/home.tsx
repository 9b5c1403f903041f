import { CalendarClock, IdCard } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Points } from "#portal/ui/amount.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Sparkline } from "#portal/ui/charts/sparkline.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { LiveChip } from "#portal/ui/shell/live-chip.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { BestOffers } from "#portal/views/member/best-offers.tsx";
import { LockButton } from "#portal/views/member/card/lock-button.tsx";
import { expiringSoon } from "#portal/views/member/expiring.ts";
import { HistoryList } from "#portal/views/member/history-list.tsx";
import { lastMonths } from "#portal/views/member/months.ts";
import { TierStrip } from "#portal/views/member/tier-strip.tsx";
import type { bestOffers, memberHome } from "#schema/documents.ts";

type Member = MemberOf<typeof memberHome>;

export async function MemberHome({ member, best }: { member: Member; best: AnswerOf<typeof bestOffers> }) {
  const t = await getTranslations("member");
  const rows = member.history.edges.map(({ node }) => node);
  return (
    <div className="grid gap-6">
      <Balance member={member} />
      <TierStrip tier={member.tier} />
      <Expiring member={member} />
      <BestOffers best={best} />
      {rows.length > 0 ? (
        <>
          <Panel
            title={t("latest")}
            flush
            aside={
              <Link href="/me/history" className="font-medium text-accent hover:underline">
                {t("allHistory")}
              </Link>
            }
          >
            <HistoryList rows={rows} dated />
          </Panel>
          <Year member={member} />
        </>
      ) : (
        <Panel>
          <Empty title={t("emptyTitle")} action={<ButtonLink href="/me/card">{t("showCard")}</ButtonLink>}>
            {t("emptyText")}
          </Empty>
        </Panel>
      )}
    </div>
  );
}

async function Balance({ member: { balance, spendGuard } }: { member: Member }) {
  const t = await getTranslations("member");
  const lock = await getTranslations("homeLock");
  const texts = await getTexts();
  if (!balance) return null;
  const parts = [
    { name: t("pending"), note: t("pendingNote"), points: balance.pending },
    { name: t("reserved"), note: t("reservedNote"), points: balance.reserved },
    { name: t("debt"), note: t("debtNote"), points: balance.debt },
  ].filter(({ points }) => points !== 0);
  return (
    <section aria-labelledby="balance" className="panel relative overflow-hidden px-6 py-7 sm:px-8">
      <div className="flex items-start justify-between gap-4">
        <h1 id="balance" className="eyebrow">
          {t("balance")}
        </h1>
        <LiveChip />
      </div>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-3" data-balance={balance.available}>
        <span className="figures font-semibold text-6xl leading-none tracking-[-0.04em] sm:text-7xl">
          {texts.points(balance.available)}
        </span>
        <span className="text-ink-soft text-lg">{t("spendable")}</span>
      </p>
      <p className="mt-3 text-ink-soft">{t("worth", { money: texts.money(balance.value) })}</p>
      {parts.length > 0 ? (
        <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-4 border-line border-t pt-5">
          {parts.map(({ name, note, points }) => (
            <div key={name}>
              <dt className="eyebrow">{name}</dt>
              <dd className="mt-0.5 font-semibold text-xl tracking-[-0.02em]">
                <Points value={points} />
                <span className="mt-0.5 block font-normal text-ink-faint text-sm tracking-normal">{note}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink href="/me/card" look="primary" className="h-11">
          <IdCard className="size-[1.125rem]" aria-hidden="true" />
          {t("showCard")}
        </ButtonLink>
        {spendGuard ? <LockButton locked={spendGuard.locked} /> : null}
      </div>
      {spendGuard?.locked ? <p className="mt-3 text-sm text-warn">{lock("isLocked")}</p> : null}
    </section>
  );
}

async function Expiring({ member }: { member: Member }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  const soon = expiringSoon(member.pointsByExpiry ?? []);
  if (!soon) return null;
  return (
    <Link
      href="/me/expiry"
      className="flex items-center gap-3 rounded-xl bg-warn-soft px-5 py-3.5 text-warn hover:underline"
    >
      <CalendarClock className="size-5 shrink-0" aria-hidden="true" />
      <span className="grow">
        {t("expiring", { count: soon.points, points: texts.points(soon.points), date: texts.date(soon.expiresAt) })}
      </span>
      <span className="hidden font-medium text-sm sm:inline">{t("expiringAction")}</span>
    </Link>
  );
}

async function Year({ member }: { member: Member }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  const months = lastMonths(texts.wallTime(new Date().toISOString()), member.pointsByMonth ?? []);
  const sum = (values: number[]) => texts.points(values.reduce((total, value) => total + value, 0));
  const earned = months.map((month) => month.earned);
  const spent = months.map((month) => month.spent);
  return (
    <Panel title={t("year")}>
      <Sparkline
        title={t("year")}
        summary={t("yearSummary", { earned: sum(earned), spent: sum(spent) })}
        nameOf={t("month")}
        names={months.map(({ month }) => texts.monthShort(month))}
        up={{ name: t("earned"), values: earned }}
        down={{ name: t("spent"), values: spent }}
        print={(value) => texts.points(value)}
      />
    </Panel>
  );
}

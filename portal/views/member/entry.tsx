import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Points } from "#portal/ui/amount.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { Explanation } from "#portal/views/shared/explanation.tsx";
import { ReceiptLines } from "#portal/views/shared/receipt-lines.tsx";
import type { memberEntry } from "#schema/documents.ts";

export type MemberEntry = NonNullable<MemberOf<typeof memberEntry>["historyEntry"]>;

/** One entry in full: what, where, why, from which points, and what undid it. */
export async function MemberEntryPage({ entry }: { entry: MemberEntry }) {
  const t = await getTranslations("member");
  const sections = await getTranslations("sections");
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { purchase, lots } = entry;
  const moved = entry.points === 0 ? entry.available : entry.points;
  return (
    <>
      <Trail crumbs={[{ name: sections("wallet"), href: "/me/history" }]} here={events(entry.kind)} />
      <div className="grid gap-6">
        <section className="panel px-6 py-6">
          <div className="flex items-start justify-between gap-4">
            <h1 className="eyebrow">{events(entry.kind)}</h1>
            <Status state={entry.pending > 0 ? "PENDING" : "POSTED"} />
          </div>
          <p className="mt-2 font-semibold text-5xl tracking-[-0.035em]">
            <Points value={moved} sign="always" />
          </p>
          <div className="mt-5">
            <Facts facts={await factsOf(entry)} />
          </div>
        </section>
        {purchase ? (
          <Panel title={t("receiptLines")}>
            <ReceiptLines lines={purchase.lines} />
            <Facts
              facts={[
                [t("amount"), <b key="total">{texts.money(purchase.total)}</b>],
                ...(purchase.pointsSpent > 0
                  ? [
                      [t("paidWithPoints"), texts.points(purchase.pointsSpent)] as [ReactNode, ReactNode],
                      [t("paid"), texts.money(purchase.paid)] as [ReactNode, ReactNode],
                    ]
                  : []),
              ]}
            />
          </Panel>
        ) : null}
        {purchase && entry.kind === "EARN" ? (
          <Panel title={t("explanation")}>
            <Explanation steps={purchase.explanation.steps} />
          </Panel>
        ) : null}
        {lots && lots.length > 0 ? <Lots lots={lots} /> : null}
        {purchase && entry.kind === "EARN" ? <PointsWrong entry={entry} /> : null}
      </div>
    </>
  );
}

/** Too few points lead to a claim that already knows the receipt. */
async function PointsWrong({ entry: { purchase, partner } }: { entry: MemberEntry }) {
  const t = await getTranslations("receiptClaims");
  if (!purchase || !partner) return null;
  const facts = { purchase: purchase.id, partner: partner.id, number: purchase.receiptNumber };
  const query = new URLSearchParams({ ...facts, date: purchase.businessDate, amount: purchase.total.amount });
  return (
    <p className="text-center">
      <Link href={`/me/claims?${query}`} className="font-medium text-accent hover:underline">
        {t("somethingWrong")}
      </Link>
    </p>
  );
}

async function factsOf(entry: MemberEntry): Promise<[ReactNode, ReactNode][]> {
  const t = await getTranslations("member");
  const events = await getTranslations("events");
  const texts = await getTexts();
  const facts: [ReactNode, ReactNode | null][] = [
    [t("partner"), entry.partner?.name ?? null],
    [t("location"), entry.location?.name ?? null],
    [t("occurredAt"), texts.instant(entry.occurredAt)],
    [t("receipt"), entry.purchase?.receiptNumber ?? null],
    [t("reason"), entry.reason],
    [
      t("reverses"),
      entry.reverses ? (
        <Link key="reverses" href={`/me/entries/${entry.reverses.id}`} className="text-accent hover:underline">
          {events(entry.reverses.kind)}, {texts.date(entry.reverses.occurredAt)}
        </Link>
      ) : null,
    ],
    [t("balanceAfter"), texts.points(entry.availableAfter)],
    [t("postedAt"), texts.instant(entry.postedAt)],
  ];
  return facts.filter(([, value]) => value !== null);
}

async function Lots({ lots }: { lots: NonNullable<MemberEntry["lots"]> }) {
  const t = await getTranslations("member");
  const texts = await getTexts();
  return (
    <Panel title={t("lots")} note={t("lotsNote")}>
      <ul>
        {lots.map((lot) => (
          <li
            key={`${lot.issuer?.name}${lot.earnedAt}${lot.points}`}
            className="flex justify-between gap-4 border-line/70 border-b py-2.5 last:border-0"
          >
            <span>
              <span className="block">{lot.issuer?.name}</span>
              <span className="block text-ink-faint text-sm">
                {texts.date(lot.earnedAt)} · {t("lotExpires")}: {lot.expiresAt ? texts.date(lot.expiresAt) : t("never")}
              </span>
            </span>
            <Points value={lot.points} sign="always" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

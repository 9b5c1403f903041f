import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";
import { type Crumb, Trail } from "#portal/ui/trail.tsx";
import { Explanation } from "#portal/views/shared/explanation.tsx";
import { ReceiptLines } from "#portal/views/shared/receipt-lines.tsx";
import type { ledgerEntry } from "#schema/documents.ts";

type Entry = NonNullable<AnswerOf<typeof ledgerEntry>["entry"]>;
type Line = Entry["lines"]["edges"][number]["node"];
type LedgerEntryProps = {
  entry: Entry;
  shell: "partner" | "operator";
  crumb: Crumb;
  deeds?: ReactNode;
  /** Below the lines: what proves them. */
  proof?: ReactNode;
};

/** One entry of the books with its lines; a partner sees its own side of it. */
export async function LedgerEntryPage({ entry, shell, crumb, deeds, proof }: LedgerEntryProps) {
  const t = await getTranslations("partner");
  const operator = await getTranslations("operator");
  const events = await getTranslations("events");
  const { purchase } = entry;
  return (
    <>
      <Trail crumbs={[crumb]} here={events(entry.kind)} />
      <PageHead title={events(entry.kind)} lead={<code className="text-sm">{entry.id}</code>} actions={deeds} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_1.4fr]">
        <div className="grid gap-6">
          <Panel title={t("transaction")}>
            <Facts facts={await factsOf(entry, shell)} />
          </Panel>
          {purchase ? <Receipt purchase={purchase} /> : null}
        </div>
        <div className="grid gap-6">
          <Panel title={t("lines")} note={shell === "partner" ? t("linesNote") : operator("balanced")} flush>
            <Lines lines={entry.lines.edges.map(({ node }) => node)} />
          </Panel>
          {proof}
          {purchase && entry.kind === "EARN" ? (
            <Panel title={(await getTranslations("member"))("explanation")}>
              <Explanation steps={purchase.fullExplanation?.steps ?? []} inFull />
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}

async function factsOf(entry: Entry, shell: "partner" | "operator"): Promise<[ReactNode, ReactNode][]> {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  const cycle = (name: Entry["cycle"]) => t("cycleNumber", { number: String(name.seq) });
  const member = entry.member;
  const named = member ? (member.name ?? "–") : null;
  const facts: [ReactNode, ReactNode | null][] = [
    [t("occurredAt"), texts.instant(entry.occurredAt)],
    [t("postedAt"), texts.instant(entry.postedAt)],
    [t("outlet"), entry.location?.name ?? entry.partner?.name ?? null],
    [t("till"), entry.terminal?.code ?? null],
    [
      t("member"),
      member && shell === "operator" ? (
        <Link key="member" href={`/operator/members/${member.id}`} className="text-accent hover:underline">
          {named}
        </Link>
      ) : (
        named
      ),
    ],
    [t("receipt"), entry.purchase?.receiptNumber ?? null],
    [
      t("cycle"),
      shell === "operator" ? (
        <Link key="cycle" href={`/operator/cycles/${entry.cycle.id}`} className="text-accent hover:underline">
          {cycle(entry.cycle)}
        </Link>
      ) : (
        cycle(entry.cycle)
      ),
    ],
    [t("originCycle"), entry.originCycle.id === entry.cycle.id ? null : cycle(entry.originCycle)],
    [t("reason"), entry.reason],
  ];
  return facts.filter(([, value]) => value !== null);
}

async function Receipt({ purchase }: { purchase: NonNullable<Entry["purchase"]> }) {
  const t = await getTranslations("partner");
  const member = await getTranslations("member");
  const texts = await getTexts();
  return (
    <Panel title={`${t("openReceipt")} ${purchase.receiptNumber}`}>
      <ReceiptLines lines={purchase.lines} />
      <Facts
        facts={[
          [t("purchaseTotal"), <b key="total">{texts.money(purchase.total)}</b>],
          ...(purchase.pointsSpent > 0
            ? [
                [member("paidWithPoints"), texts.points(purchase.pointsSpent)] as [ReactNode, ReactNode],
                [member("paid"), texts.money(purchase.paid)] as [ReactNode, ReactNode],
              ]
            : []),
          [t("issued"), texts.points(purchase.pointsEarned)],
        ]}
      />
    </Panel>
  );
}

async function Lines({ lines }: { lines: Line[] }) {
  const t = await getTranslations("partner");
  const accounts = await getTranslations("accounts");
  const sectionNames = await getTranslations("sectionsOf");
  const head = "border-line border-y bg-sunken px-4 py-2 font-medium text-[0.8125rem] text-ink-soft";
  return (
    <ScrollRegion label={t("lines")} className="">
      <table className="w-full text-left">
        <caption className="sr-only">{t("lines")}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} pl-5`}>
              {t("account")}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {t("debit")}
            </th>
            <th scope="col" className={`${head} pr-5 text-right`}>
              {t("credit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq} className="border-line/70 border-b last:border-b-0">
              <th scope="row" className="py-2.5 pr-4 pl-5 font-normal">
                {accounts(line.account)}
                <span className="block text-ink-faint text-sm">
                  {[line.partner?.name ?? line.member?.name, line.section ? sectionNames(line.section) : null]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </th>
              <td className="px-4 py-2.5 text-right">{isDebit(line) ? <LineAmount line={line} /> : null}</td>
              <td className="py-2.5 pr-5 pl-4 text-right">{isDebit(line) ? null : <LineAmount line={line} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const isDebit = ({ points, money }: Line) => (points ?? Number(money?.amount ?? 0)) > 0;

async function LineAmount({ line: { points, money } }: { line: Line }) {
  const t = await getTranslations("partner");
  if (money) return <Money value={money} sign="never" />;
  return (
    <span>
      <Points value={points ?? 0} sign="never" /> <span className="text-ink-faint text-sm">{t("points")}</span>
    </span>
  );
}

import { getTranslations } from "next-intl/server";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import type { SettledCycle } from "#portal/views/operator/settlement.tsx";

type Part = SettledCycle["paymentProgress"][number];

/** Payments that a newer one took the place of count no more. */
const gone = ["CANCELLED", "REJECTED", "RETURNED"];

const shades: Record<string, string> = {
  BOOKED: "bg-good",
  RECEIVED: "bg-good",
  PROVISIONAL: "bg-[var(--chart-3)]",
  ACCEPTED: "bg-accent",
  EXPORTED: "bg-[var(--chart-1)]/70",
  APPROVED: "bg-[var(--chart-5)]",
  PENDING_APPROVAL: "bg-[var(--chart-2)]",
  PARTIAL: "bg-[var(--chart-2)]",
};

/** How much of the money has come where it should, by amount and not by number. */
export async function SettlementProgress({ cycle: { paymentProgress } }: { cycle: SettledCycle }) {
  const t = await getTranslations("settlement");
  const kinds = [
    ["PAY_IN", t("payIns"), t("doneIn")],
    ["PAY_OUT", t("payOuts"), t("doneOut")],
  ] as const;
  return (
    <Panel title={t("progress")}>
      <div className="grid gap-6 lg:grid-cols-2">
        {kinds.map(([kind, name, done]) => (
          <Direction
            key={kind}
            name={name}
            done={done}
            parts={paymentProgress.filter((part) => part.kind === kind && !gone.includes(part.state))}
          />
        ))}
      </div>
    </Panel>
  );
}

async function Direction({ name, done, parts }: { name: string; done: string; parts: Part[] }) {
  const t = await getTranslations("settlement");
  const texts = await getTexts();
  const total = parts.reduce((sum, { amount }) => sum + millionths(amount.amount), 0n);
  const arrived = parts.reduce((sum, part) => sum + arrivedOf(part), 0n);
  const print = (e6: bigint) => texts.money(moneyOf(e6, texts.currencyCode));
  const share = total === 0n ? 0 : Number(arrived) / Number(total);
  return (
    <section>
      <h3 className="flex items-baseline justify-between gap-4">
        <span className="font-medium">{name}</span>
        <span className="figures font-semibold text-xl">{texts.share(share)}</span>
      </h3>
      <div
        role="img"
        aria-label={`${name}: ${t("of", { done: print(arrived), total: print(total) })} ${done}`}
        className="my-2 flex h-3 overflow-hidden rounded-full bg-sunken"
      >
        {parts.map((part) => (
          <span
            key={part.state}
            className={shades[part.state] ?? "bg-transparent"}
            style={{ width: total === 0n ? 0 : `${(Number(shownOf(part)) / Number(total)) * 100}%` }}
          />
        ))}
      </div>
      <p className="text-ink-soft">
        <span className="figures">{t("of", { done: print(arrived), total: print(total) })}</span> {done}
      </p>
      <ul className="mt-2 grid gap-1">
        {parts.map((part) => (
          <li key={part.state} className="flex items-center justify-between gap-3 text-sm">
            <span className="flex items-center gap-2">
              <Status state={paymentState(part.state)} />{" "}
              <span className="figures text-ink-faint">{texts.points(part.count)}</span>
            </span>
            <span className="figures">{texts.money(part.amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const arrivedOf = (part: Part): bigint =>
  part.state === "BOOKED"
    ? millionths(part.amount.amount)
    : part.kind === "PAY_IN"
      ? millionths(part.received.amount)
      : 0n;

/** A part that came in fills only as much of the bar. */
const shownOf = (part: Part): bigint =>
  part.kind === "PAY_IN" ? millionths(part.received.amount) : millionths(part.amount.amount);

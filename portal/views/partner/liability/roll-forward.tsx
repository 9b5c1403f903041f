import { getTranslations } from "next-intl/server";
import { partnerOffer } from "#portal/lib/offer.ts";
import { address } from "#portal/lib/search-params.ts";
import { Points } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Liability } from "#portal/views/partner/liability.tsx";

/** The kinds of entries behind each step, as the report of the same name counts them. */
const kindsOf = {
  issued: ["OPENING", "EARN", "ADJUST_CREDIT"],
  redeemed: ["CAPTURE"],
  returned: ["BURN_RETURN", "BURN_RETURN_LATE", "DISPUTE_UPHELD"],
  expired: ["EXPIRE"],
  clawedBack: ["CLAWBACK", "ADJUST_DEBIT"],
  debtRecovered: ["DEBT_RECOVERY"],
  other: ["HAIRCUT"],
} as const;

const steps = [
  "opening",
  "issued",
  "redeemed",
  "returned",
  "expired",
  "clawedBack",
  "debtRecovered",
  "transferred",
  "other",
  "closing",
] as const;

type Named = keyof typeof kindsOf;

/** From what was unspent before the cycle to what is unspent after it, one row for each thing that can happen. */
export async function RollForward({ liability: { rollForward, cycle } }: { liability: Liability }) {
  const t = await getTranslations("liability");
  const funding = await getTranslations("operator");
  const many = rollForward.length > 1;
  const shown = steps.filter(
    (step) => step === "opening" || step === "closing" || rollForward.some((row) => row[step] !== 0),
  );
  return (
    <Panel title={t("rollForward")} note={t("rollForwardNote")} flush>
      <DataTable
        caption={t("rollForward")}
        columns={[
          { id: "step", name: t("what") },
          ...rollForward.map((row) => ({ id: row.funding, name: funding(row.funding), align: "end" as const })),
          ...(many ? [{ id: "all", name: t("all"), align: "end" as const }] : []),
        ]}
        rows={shown.map((step) => {
          const bold = step === "closing" ? "font-semibold" : "";
          const cell = (value: number) => (
            <span className={bold}>
              <Points value={value} sign={step === "opening" || step === "closing" ? "negative" : "always"} />
            </span>
          );
          return {
            id: step,
            ...(step in kindsOf
              ? {
                  href: address("/partner/entries", {
                    cycle: cycle.id,
                    ours: "1",
                    kinds: kindsOf[step as Named].join(),
                  }),
                }
              : {}),
            cells: {
              step: <span className={bold}>{t(step)}</span>,
              ...Object.fromEntries(rollForward.map((row) => [row.funding, cell(row[step])])),
              all: cell(rollForward.reduce((sum, row) => sum + row[step], 0)),
            },
          };
        })}
        empty={null}
        offer={partnerOffer("POINTS_LIABILITY", { cycleId: cycle.id })}
      />
    </Panel>
  );
}

import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import type { ContractRules, Terms } from "#portal/views/partner/contract.tsx";

const WHOLE_BPS = 10_000;

/** The terms in force as sentences: nobody has to know what a basis point is. */
export async function TermsInWords({ terms, rules }: { terms: Terms; rules: ContractRules }) {
  const t = await getTranslations("ownContract");
  const texts = await getTexts();
  const share = (bps: number) => texts.share(bps / WHOLE_BPS);
  const breakage = terms.breakageOperatorBps ?? rules?.breakageOperatorBps ?? null;
  const sentences: [string, string][] = [
    [t("earning"), t("earnText", { share: share(terms.earnBps), days: String(terms.pendingDays) })],
    [t("paying"), t(terms.funding, { price: texts.money(terms.issueRate), share: share(terms.fundedShareBps ?? 0) })],
    [t("redeeming"), t("redeemText", { price: texts.money(terms.redeemRate), share: share(terms.redeemShareMaxBps) })],
    [t("onUs"), t(terms.onUsPolicy)],
    [
      t("fees"),
      t("feesText", {
        cycle: texts.money(terms.feePerCycle),
        receipt: texts.money(terms.feePerReceipt),
        share: share(terms.feeBps),
      }),
    ],
    ...(breakage === null
      ? []
      : [
          [t("breakage"), t("breakageText", { operator: share(breakage), ours: share(WHOLE_BPS - breakage) })] as [
            string,
            string,
          ],
        ]),
    ...(terms.prepaidStopPoints === null
      ? []
      : [
          [
            t("packs"),
            t("packsText", {
              alert: terms.prepaidAlertPoints === null ? "–" : texts.points(terms.prepaidAlertPoints),
              stop: texts.points(terms.prepaidStopPoints),
            }),
          ] as [string, string],
        ]),
    [t("returns"), t(terms.takesForeignReturns ? "returnsYes" : "returnsNo")],
    [
      t("limit"),
      terms.exposureLimit
        ? t("limitText", { limit: texts.money(terms.exposureLimit), alarm: share(terms.exposureAlarmBps) })
        : t("noLimit"),
    ],
    [
      t("collateral"),
      terms.collateralRequired
        ? t("collateralText", { amount: texts.money(terms.collateralRequired) })
        : t("noCollateral"),
    ],
  ];
  return (
    <dl className="grid gap-x-10 lg:grid-cols-2">
      {sentences.map(([name, words]) => (
        <div key={name} className="border-line/70 border-b py-3">
          <dt className="text-ink-faint text-sm">{name}</dt>
          <dd className="mt-0.5">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

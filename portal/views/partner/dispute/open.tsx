import { Gavel } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { acceptedFiles } from "#portal/views/shared/dispute-evidence.tsx";
import { type disputeLimits, openDispute } from "#schema/documents.ts";

export type Limits = NonNullable<AnswerOf<typeof disputeLimits>["disputeLimits"]>;

type OpenDisputeProps = {
  limits: Limits;
  redemptionId: string;
  /** Where the wish came from: a break of the partner's file, which the dispute then takes over. */
  reconItemId?: string;
  /** For whom the operator opens it. */
  claimantId?: string;
  reason?: Limits["reasons"][number] | null;
  size?: "small" | "normal";
};

/** Challenges a redemption, with what is at most at stake; where one is open already, the way to it. */
export async function OpenDispute(props: OpenDisputeProps) {
  const { limits, redemptionId, reconItemId, claimantId, reason, size = "normal" } = props;
  const t = await getTranslations("ownDisputes");
  const texts = await getTexts();
  if (limits.openDisputeId)
    return (
      <ButtonLink href={`/${claimantId ? "operator" : "partner"}/disputes/${limits.openDisputeId}`} size={size}>
        <Gavel className="size-4" aria-hidden="true" />
        {t("toOpenOne")}
      </ButtonLink>
    );
  const nothing = limits.side === "ISSUER" ? limits.points <= 0 : limits.money.length === 0;
  if (nothing || Date.parse(limits.until) <= Date.now()) return null;
  return (
    <DeedDialog
      operation={openDispute}
      input={{ redemptionId, ...(reconItemId ? { reconItemId } : {}), ...(claimantId ? { claimantId } : {}) }}
      takes={{ key: true }}
      fields={[...(await fieldsOf(limits, reason ?? null)), ...(await evidenceFields())]}
      look="secondary"
      size={size}
      button={
        <>
          <Gavel className="size-4" aria-hidden="true" />
          {t("open")}
        </>
      }
      title={t("openTitle")}
      text={t("openText", { until: texts.date(limits.until) })}
      confirm={t("open")}
      done={t("openDone")}
    />
  );
}

async function fieldsOf(limits: Limits, reason: Limits["reasons"][number] | null): Promise<DeedField[]> {
  const t = await getTranslations("ownDisputes");
  const shared = await getTranslations("disputes");
  const names = await getTranslations("disputeReasons");
  const texts = await getTexts();
  const known = reason && limits.reasons.includes(reason) ? reason : undefined;
  const which: DeedField = {
    name: "reasonCode",
    label: shared("reason"),
    kind: "choice",
    required: true,
    value: known ?? limits.reasons[0] ?? "",
    choices: limits.reasons.map((value) => ({ value, name: `${value} · ${names(value)}` })),
  };
  if (limits.side === "ISSUER")
    return [
      which,
      {
        name: "points",
        label: shared("points"),
        kind: "whole",
        required: true,
        value: String(limits.points),
        hint: t("mostPoints", { points: texts.points(limits.points) }),
      },
    ];
  const most = limits.money
    .map(({ respondent, amount, returned }) =>
      t("mostMoney", { name: respondent.name, amount: texts.money(amount), returned: texts.money(returned) }),
    )
    .join("; ");
  return [
    which,
    {
      name: "respondentId",
      label: t("issuer"),
      kind: "choice",
      required: true,
      choices: limits.money.map(({ respondent }) => ({ value: respondent.id, name: respondent.name })),
    },
    { name: "amount", label: t("amount"), kind: "decimal", required: true, hint: most },
  ];
}

async function evidenceFields(): Promise<DeedField[]> {
  const t = await getTranslations("disputes");
  return [
    { name: "evidence.text", label: t("inWords"), kind: "words", required: true },
    { name: "evidence.file", label: t("file"), kind: "file", accept: acceptedFiles, hint: t("fileHint") },
  ];
}

import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { Dispute } from "#portal/views/shared/dispute.tsx";
import { AddEvidence, acceptedFiles } from "#portal/views/shared/dispute-evidence.tsx";
import {
  acceptDisputeAnswer,
  concedeDispute,
  escalateDispute,
  respondToDispute,
  withdrawDispute,
} from "#schema/documents.ts";

type DeedsProps = { dispute: Dispute; ownId: string; roles: readonly string[] };

/** What this person may say now, by whose turn it is. The gateway decides again. */
export async function PartnerDisputeDeeds({ dispute, ownId, roles }: DeedsProps) {
  const holds = (...some: string[]) => roles.some((role) => some.includes(role));
  if (dispute.state === "RESOLVED" || dispute.state === "WITHDRAWN") return null;
  const respondent = dispute.respondent.id === ownId;
  const claimant = dispute.claimant.id === ownId;
  const anybody = holds("PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_FINANCE");
  return (
    <>
      {anybody ? <AddEvidence disputeId={dispute.id} /> : null}
      {respondent && dispute.state === "OPEN" && holds("PARTNER_OWNER", "PARTNER_FINANCE") ? (
        <Concede dispute={dispute} />
      ) : null}
      {respondent && dispute.state === "OPEN" && holds("PARTNER_OWNER", "PARTNER_MANAGER") ? (
        <Respond dispute={dispute} />
      ) : null}
      {claimant && anybody ? <Withdraw dispute={dispute} /> : null}
      {claimant && dispute.state === "RESPONDED" && anybody ? <Accept dispute={dispute} /> : null}
      {claimant && dispute.state === "RESPONDED" && holds("PARTNER_OWNER", "PARTNER_FINANCE") ? (
        <Escalate dispute={dispute} />
      ) : null}
    </>
  );
}

type One = { dispute: Dispute };

async function Respond({ dispute }: One) {
  const t = await getTranslations("ownDisputes");
  const shared = await getTranslations("disputes");
  const brought = dispute.evidence.some(({ partner }) => partner?.id === dispute.respondent.id);
  return (
    <DeedDialog
      operation={respondToDispute}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "optional" }}
      fields={[
        { name: "evidence.text", label: shared("inWords"), kind: "words", required: !brought },
        {
          name: "evidence.file",
          label: shared("file"),
          kind: "file",
          accept: acceptedFiles,
          hint: shared("fileHint"),
        },
      ]}
      button={t("respond")}
      title={t("respondTitle")}
      text={t("respondText", { name: dispute.claimant.name })}
      confirm={t("respond")}
      done={t("respondDone")}
    />
  );
}

async function Concede({ dispute }: One) {
  const t = await getTranslations("ownDisputes");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={concedeDispute}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "optional" }}
      look="secondary"
      button={t("concede")}
      title={t("concedeTitle")}
      text={t("concedeText", { name: dispute.claimant.name, amount: texts.money(dispute.held) })}
      changes={[
        {
          name: t("heldFromUs"),
          before: texts.money(dispute.held),
          after: texts.money({ ...dispute.held, amount: "0.00" }),
        },
        { name: t("goesTo", { name: dispute.claimant.name }), before: "–", after: texts.money(dispute.held) },
      ]}
      confirm={t("concede")}
      done={t("over")}
    />
  );
}

async function Accept({ dispute }: One) {
  const t = await getTranslations("ownDisputes");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={acceptDisputeAnswer}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "optional" }}
      look="secondary"
      button={t("accept")}
      title={t("acceptTitle")}
      text={t("releases", { name: dispute.respondent.name, amount: texts.money(dispute.held) })}
      confirm={t("accept")}
      done={t("over")}
    />
  );
}

async function Withdraw({ dispute }: One) {
  const t = await getTranslations("ownDisputes");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={withdrawDispute}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "optional" }}
      look="secondary"
      button={t("withdraw")}
      title={t("withdrawTitle")}
      text={t("releases", { name: dispute.respondent.name, amount: texts.money(dispute.held) })}
      confirm={t("withdraw")}
      done={t("over")}
    />
  );
}

async function Escalate({ dispute }: One) {
  const t = await getTranslations("ownDisputes");
  return (
    <DeedDialog
      operation={escalateDispute}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "required" }}
      button={t("escalate")}
      title={t("escalateTitle")}
      text={t("escalateText")}
      confirm={t("escalate")}
      done={t("escalateDone")}
    />
  );
}

import { getTranslations } from "next-intl/server";
import type { CycleHead as Cycle, CycleProof } from "#portal/lib/cycle.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Correct, partnersToCorrect, Renet, Reopen } from "#portal/views/operator/cycle/corrections.tsx";
import { approveCycle, closeCycle } from "#schema/documents.ts";

const clerks = ["OPERATOR_CLERK"];
const approvers = ["OPERATOR_FINANCE"];
const netters = [...clerks, ...approvers];

type DeedsProps = { cycle: Cycle; proof: CycleProof; roles: readonly string[] };

/** What this person may do with the cycle now. The gateway decides again; this only spares useless buttons. */
export async function CycleDeeds({ cycle, proof, roles }: DeedsProps) {
  const holds = (some: string[]) => roles.some((role) => some.includes(role));
  const asked = (action: string) => proof.waitingRequests.some((request) => request.action === action);
  switch (cycle.state) {
    case "OPEN":
      return holds(clerks) && !asked("closeCycle") ? <Close cycle={cycle} /> : null;
    case "IN_REVIEW":
      return (
        <>
          {holds(clerks) && !asked("reopenCycle") ? <Reopen cycle={cycle} /> : null}
          {holds(approvers) ? <Approve cycle={cycle} /> : null}
        </>
      );
    case "CORRECTING":
      return holds(netters) ? (
        <>
          {holds(clerks) ? <Correct cycle={cycle} partners={await partnersToCorrect()} /> : null}
          <Renet cycle={cycle} />
        </>
      ) : null;
    case "APPROVED":
    case "SETTLING":
    case "SETTLED":
    case "SETTLED_WITH_DEFAULT":
      return <ToSettlement cycle={cycle} />;
    default:
      return null;
  }
}

async function ToSettlement({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("clearing");
  return (
    <ButtonLink
      href={`/operator/settlement?cycle=${cycle.id}`}
      look={cycle.state === "SETTLING" ? "primary" : "secondary"}
    >
      {t("toSettlement")}
    </ButtonLink>
  );
}

async function Close({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const number = String(cycle.seq);
  return (
    <DeedDialog
      operation={closeCycle}
      input={{ cycleId: cycle.id }}
      takes={{ reason: "required", key: true }}
      look="secondary"
      button={t("close")}
      title={t("closeTitle", { number })}
      text={t("closeText")}
      changes={[
        { name: t("changeState"), before: <Status state="OPEN" />, after: <Status state="IN_REVIEW" /> },
        {
          name: t("changeNext"),
          before: "–",
          after: `${t("cycleNumber", { number: String(cycle.seq + 1) })} ${t("opens")}`,
        },
        ...(cycle.totals
          ? [
              { name: t("changePayIns"), before: "–", after: texts.money(cycle.totals.payIn) },
              { name: t("changePayOuts"), before: "–", after: texts.money(cycle.totals.payOut) },
            ]
          : []),
      ]}
      confirm={t("closeConfirm")}
      done={t("closeDone")}
    />
  );
}

async function Approve({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const number = String(cycle.seq);
  return (
    <DeedDialog
      operation={approveCycle}
      input={{ cycleId: cycle.id }}
      takes={{ reason: "optional" }}
      button={t("approve")}
      title={t("approveTitle", { number })}
      text={t("approveText")}
      changes={[
        { name: t("changeState"), before: <Status state="IN_REVIEW" />, after: <Status state="APPROVED" /> },
        ...(cycle.totals
          ? [
              { name: t("changeObligations"), before: "–", after: texts.points(cycle.totals.partnerCount) },
              { name: t("changePayIns"), before: "–", after: texts.money(cycle.totals.payIn) },
              { name: t("changePayOuts"), before: "–", after: texts.money(cycle.totals.payOut) },
            ]
          : []),
      ]}
      confirm={t("approveConfirm")}
      done={t("approveDone", { number })}
    />
  );
}

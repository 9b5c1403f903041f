import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { Dispute } from "#portal/views/shared/dispute.tsx";
import { AddEvidence } from "#portal/views/shared/dispute-evidence.tsx";
import { proposeDisputeDecision } from "#schema/documents.ts";

const over = ["RESOLVED", "WITHDRAWN"];

/** What this person may do with the dispute now. The gateway decides again. */
export async function DisputeDeeds({ dispute, roles }: { dispute: Dispute; roles: readonly string[] }) {
  const holds = (...some: string[]) => roles.some((role) => some.includes(role));
  if (over.includes(dispute.state)) return null;
  return (
    <>
      {holds("OPERATOR_CLERK", "OPERATOR_FINANCE") ? <AddEvidence disputeId={dispute.id} /> : null}
      {dispute.state === "ARBITRATION" && !dispute.proposal && holds("OPERATOR_CLERK") ? (
        <Decide dispute={dispute} />
      ) : null}
    </>
  );
}

async function Decide({ dispute }: { dispute: Dispute }) {
  const t = await getTranslations("disputes");
  const texts = await getTexts();
  const split = { name: "decision", is: ["SPLIT"] };
  return (
    <DeedDialog
      operation={proposeDisputeDecision}
      input={{ disputeId: dispute.id }}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "decision",
          label: t("decision"),
          kind: "choice",
          required: true,
          choices: (["UPHOLD", "REJECT", "SPLIT"] as const).map((value) => ({ value, name: t(value) })),
        },
        dispute.points === null
          ? { name: "upheldAmount", label: t("upheldAmount"), kind: "decimal", required: true, when: split }
          : { name: "upheldPoints", label: t("upheldPoints"), kind: "whole", required: true, when: split },
      ]}
      button={t("decide")}
      title={t("decideTitle")}
      text={t("decideText")}
      changes={[
        { name: t("state"), before: <Status state={dispute.state} />, after: <Status state="RESOLVED" /> },
        { name: t("held"), before: texts.money(dispute.held), after: "–" },
      ]}
      confirm={t("decide")}
      done={t("decideDone")}
    />
  );
}

/** A decision that waits for its second person stands on top of everything else. */
export async function Proposal({ dispute, name }: { dispute: Dispute; name: (actor: string | null) => string }) {
  const t = await getTranslations("disputes");
  const texts = await getTexts();
  const { proposal } = dispute;
  if (proposal?.state !== "WAITING") return null;
  return (
    <div role="note" className="rounded-xl bg-warn-soft px-5 py-4 text-warn">
      <p className="font-semibold">{t("proposal")}</p>
      <p className="mt-1">
        {t("proposalBy", {
          reason: proposal.reason,
          name: name(proposal.requestedBy),
          at: texts.instant(proposal.requestedAt),
        })}
      </p>
      <Link href="/operator/approvals" className="mt-2 inline-block font-medium underline underline-offset-4">
        {t("openApprovals")}
      </Link>
    </div>
  );
}

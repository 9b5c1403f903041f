import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Moment, Timeline } from "#portal/ui/timeline.tsx";
import { type Crumb, Trail } from "#portal/ui/trail.tsx";
import { Deadline } from "#portal/views/shared/deadline.tsx";
import { DisputeEvidence } from "#portal/views/shared/dispute-evidence.tsx";
import type { disputePage } from "#schema/documents.ts";

export type Dispute = Extract<NonNullable<AnswerOf<typeof disputePage>["node"]>, { __typename: "Dispute" }>;

type DisputeProps = {
  dispute: Dispute;
  shell: "partner" | "operator";
  crumb: Crumb;
  deeds: ReactNode;
  aside?: ReactNode;
};

/** One dispute as both sides and the operator see it: what, why, what was shown, and whose word is due. */
export async function DisputeView({ dispute, shell, crumb, deeds, aside }: DisputeProps) {
  const t = await getTranslations("disputes");
  const reasons = await getTranslations("disputeReasons");
  const title = reasons(dispute.reason);
  return (
    <>
      <Trail crumbs={[crumb]} here={title} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {title} <Status state={dispute.state} />
          </span>
        }
        lead={`${dispute.claimant.name} → ${dispute.respondent.name}`}
        actions={deeds}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1.5fr_1fr]">
        <div className="grid gap-6">
          <NextWord dispute={dispute} />
          {aside}
          <DisputeEvidence dispute={dispute} />
        </div>
        <div className="grid gap-6">
          <Panel title={t("facts")}>
            <Facts facts={await factsOf(dispute, shell)} />
          </Panel>
          <Panel title={t("trail")}>
            <Timeline moments={await momentsOf(dispute)} label={t("trail")} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** Who has the word, until when, and what the clock decides if nothing is said. */
async function NextWord({ dispute }: { dispute: Dispute }) {
  const t = await getTranslations("disputes");
  const texts = await getTexts();
  const { state, deadlineAt, claimant, respondent } = dispute;
  if (!deadlineAt || (state !== "OPEN" && state !== "RESPONDED" && state !== "ARBITRATION")) return null;
  return (
    <p role="note" className="rounded-xl bg-warn-soft px-5 py-4 text-warn">
      {t(`next_${state}`, { claimant: claimant.name, respondent: respondent.name, at: texts.instant(deadlineAt) })}
    </p>
  );
}

/** Whose word is due. */
export function turnOf(dispute: Pick<Dispute, "state" | "claimant" | "respondent">, operator: string): string | null {
  const turns: Partial<Record<Dispute["state"], string>> = {
    OPEN: dispute.respondent.name,
    RESPONDED: dispute.claimant.name,
    ARBITRATION: operator,
  };
  return turns[dispute.state] ?? null;
}

async function factsOf(dispute: Dispute, shell: "partner" | "operator"): Promise<[ReactNode, ReactNode][]> {
  const t = await getTranslations("disputes");
  const partner = await getTranslations("partner");
  const outcomes = await getTranslations("disputeOutcomes");
  const texts = await getTexts();
  const { redemption, originCycle } = dispute;
  const member = redemption?.member;
  const facts: [ReactNode, ReactNode | null][] = [
    [t("rulebook"), <code key="code">{dispute.reason}</code>],
    [t("points"), dispute.points === null ? null : texts.points(dispute.points)],
    [t("returned"), dispute.returnedPoints > 0 ? texts.points(dispute.returnedPoints) : null],
    [t("held"), <Money key="held" value={dispute.held} />],
    [t("outcome"), dispute.outcome ? outcomes(dispute.outcome) : null],
    [t("upheld"), dispute.upheld ? <Money key="upheld" value={dispute.upheld} /> : null],
    [t("deadline"), dispute.deadlineAt ? <Deadline key="due" at={dispute.deadlineAt} /> : null],
    [t("who"), turnOf(dispute, t("operator"))],
    [t("redeemedAt"), dispute.redeemedAt ? texts.instant(dispute.redeemedAt) : null],
    [partner("outlet"), redemption?.location?.name ?? redemption?.partner.name ?? null],
    [
      partner("member"),
      member && shell === "operator" ? (
        <Link key="member" href={`/operator/members/${member.id}`} className="text-accent hover:underline">
          {member.name ?? "–"}
        </Link>
      ) : (
        (member?.name ?? null)
      ),
    ],
    [
      t("originCycle"),
      originCycle ? (
        <Link
          key="cycle"
          href={shell === "operator" ? `/operator/cycles/${originCycle.id}` : "/partner/statements"}
          className="text-accent hover:underline"
        >
          {partner("cycleNumber", { number: String(originCycle.seq) })}
        </Link>
      ) : null,
    ],
    [
      t("fromBreak"),
      dispute.reconItemId && shell === "operator" ? (
        <Link
          key="item"
          href="/operator/reconciliation/partner-files?state=RESOLVED"
          className="text-accent hover:underline"
        >
          {t("fromBreak")}
        </Link>
      ) : null,
    ],
  ];
  return facts.filter((fact): fact is [ReactNode, ReactNode] => fact[1] !== null);
}

async function momentsOf(dispute: Dispute): Promise<Moment[]> {
  const t = await getTranslations("disputes");
  const outcomes = await getTranslations("disputeOutcomes");
  const texts = await getTexts();
  const nameOf = (partner: { name: string } | null) => partner?.name ?? t("operator");
  const past = [
    { at: dispute.openedAt, title: t("trailOpened", { name: dispute.claimant.name }), note: null as ReactNode },
    ...dispute.evidence.map(({ addedAt, partner, fileName }) => ({
      at: addedAt,
      title: t("trailEvidence", { name: nameOf(partner) }),
      note: fileName,
    })),
    ...(dispute.decidedAt
      ? [
          {
            at: dispute.decidedAt,
            title: dispute.outcome ? `${t("trailDecided")}: ${outcomes(dispute.outcome)}` : t("trailDecided"),
            note: dispute.lapsed ? t("trailLapsed") : null,
          },
        ]
      : []),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const turn = turnOf(dispute, t("operator"));
  return [
    ...past.map(({ at, title, note }, index) => ({ id: String(index), title, when: texts.instant(at), note })),
    ...(turn && dispute.deadlineAt
      ? [{ id: "due", title: <b>{t("trailDue", { name: turn })}</b>, when: <Deadline at={dispute.deadlineAt} /> }]
      : []),
  ];
}

import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Challenge, challengesPath, type House, isOwn, mayDo } from "#portal/views/shared/challenges/types.ts";
import { decideApproval, setChallengeState, submitChallenge } from "#schema/documents.ts";

type DeedsProps = { challenge: Challenge; house: House };

/** What can be done next with one's own; the gateway says whether this person may. */
export async function ChallengeDeeds({ challenge, house }: DeedsProps) {
  if (!isOwn(challenge, house)) return null;
  const { state } = challenge;
  const drafts = mayDo(house, "draft");
  const runs = mayDo(house, "run");
  return (
    <>
      {state === "DRAFT" && drafts ? <OfDraft challenge={challenge} house={house} /> : null}
      {state === "IN_REVIEW" && drafts ? <To challenge={challenge} name="withdraw" to="DRAFT" /> : null}
      {state === "LIVE" && runs ? <To challenge={challenge} name="pause" to="PAUSED" /> : null}
      {state === "PAUSED" && runs ? <To challenge={challenge} name="resume" to="LIVE" /> : null}
      {(state === "LIVE" || state === "PAUSED") && runs ? <To challenge={challenge} name="end" to="ENDED" /> : null}
    </>
  );
}

async function OfDraft({ challenge, house }: DeedsProps) {
  const t = await getTranslations("challengeDesk");
  return (
    <>
      <To challenge={challenge} name="discard" to="ENDED" />
      <ButtonLink href={`${challengesPath(house)}/${challenge.id}/edit`}>{t("edit")}</ButtonLink>
      <DeedDialog
        operation={submitChallenge}
        input={{ challengeId: challenge.id }}
        takes={{ reason: "required", reasonField: "note" }}
        button={t("submit")}
        title={t("submit")}
        text={t("submitText")}
        confirm={t("submit")}
        done={t("submitted")}
      />
    </>
  );
}

const done = {
  withdraw: "withdrawn",
  discard: "discarded",
  pause: "paused",
  resume: "resumed",
  end: "ended",
} as const;

const texts = {
  withdraw: "withdrawText",
  discard: "discardText",
  pause: "pauseText",
  resume: "resumeText",
  end: "endText",
} as const;

type ToProps = { challenge: Challenge; name: keyof typeof done; to: "DRAFT" | "PAUSED" | "LIVE" | "ENDED" };

async function To({ challenge: { id: challengeId }, name, to }: ToProps) {
  const t = await getTranslations("challengeDesk");
  return (
    <DeedDialog
      operation={setChallengeState}
      input={{ challengeId, to }}
      takes={{ reason: "required" }}
      look="secondary"
      button={t(name)}
      title={t(name)}
      text={t(texts[name])}
      confirm={t(name)}
      done={t(done[name])}
    />
  );
}

/** The second person's answer, where the house waits for one. */
export async function ChallengeReview({ challenge, house }: DeedsProps) {
  const t = await getTranslations("challengeDesk");
  const campaigns = await getTranslations("campaigns");
  if (!challenge.request) return null;
  const approvalId = challenge.request.id;
  const shared = { operation: decideApproval, takes: { reason: "optional", reasonField: "note" } } as const;
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warn-soft px-4 py-3">
      <span className="mr-auto font-medium text-warn">{t("waits")}</span>
      {mayDo(house, "decide") ? (
        <>
          <DeedDialog
            {...shared}
            input={{ approvalId, decision: "APPROVE" }}
            size="small"
            button={campaigns("agree")}
            title={t("agreeTitle")}
            text={t("agreeText")}
            changes={[{ name: t("state"), before: <Status state="IN_REVIEW" />, after: <Status state="LIVE" /> }]}
            confirm={campaigns("agree")}
            done={t("agreed")}
          />
          <DeedDialog
            {...shared}
            takes={{ reason: "required", reasonField: "note" }}
            input={{ approvalId, decision: "REFUSE" }}
            look="secondary"
            size="small"
            button={campaigns("refuse")}
            title={t("refuseTitle")}
            text={t("refuseText")}
            confirm={campaigns("refuse")}
            done={t("refused")}
          />
        </>
      ) : null}
    </div>
  );
}

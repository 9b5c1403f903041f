import { PencilLine } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { shownState } from "#portal/views/shared/campaigns/words.ts";
import {
  type House,
  type Journey,
  journeysPath,
  mayRun,
  mayWrite,
  type Version,
} from "#portal/views/shared/journeys/types.ts";
import {
  decideApproval,
  discardJourneyDraft,
  draftJourneyVersion,
  pauseJourney,
  resumeJourney,
  stopJourney,
  submitJourney,
  withdrawJourney,
} from "#schema/documents.ts";

type DeedsProps = { journey: Journey; version: Version; house: House };

const moves = {
  discard: { operation: discardJourneyDraft, to: "STOPPED", look: "secondary" },
  withdraw: { operation: withdrawJourney, to: "DRAFT", look: "secondary" },
  pause: { operation: pauseJourney, to: "PAUSED", look: "secondary" },
  resume: { operation: resumeJourney, to: "LIVE", look: "primary" },
  stop: { operation: stopJourney, to: "STOPPED", look: "danger" },
} as const;
type Move = keyof typeof moves;

const movesIn: Record<Version["state"], readonly Move[]> = {
  DRAFT: ["discard"],
  IN_REVIEW: ["withdraw"],
  LIVE: ["stop", "pause"],
  PAUSED: ["stop", "resume"],
  STOPPED: [],
};

/** What can be done with the newest version, and with the one that runs. */
export async function JourneyDeeds({ journey, version, house }: DeedsProps) {
  const t = await getTranslations("journeys");
  const path = `${journeysPath(house)}/${journey.id}`;
  const running = journey.versions.find(
    ({ id, state }) => id !== version.id && (state === "LIVE" || state === "PAUSED"),
  );
  const isPrepared = version.state === "DRAFT" || version.state === "IN_REVIEW";
  const may = isPrepared ? mayWrite(house) : mayRun(house);
  return (
    <>
      {running && mayRun(house)
        ? movesIn[running.state].map((move) => <MoveDeed key={move} move={move} version={running} />)
        : null}
      {may ? movesIn[version.state].map((move) => <MoveDeed key={move} move={move} version={version} />) : null}
      {mayWrite(house) && version.state === "DRAFT" ? (
        <>
          <ButtonLink href={`${path}/edit`}>
            <PencilLine className="size-4" aria-hidden="true" />
            {t("edit")}
          </ButtonLink>
          <DeedDialog
            operation={submitJourney}
            input={{ journeyVersionId: version.id }}
            takes={{ reason: "required", reasonField: "note" }}
            button={t("submit")}
            title={t("submit")}
            text={t("submitText")}
            changes={[{ name: t("state"), before: <Status state="DRAFTED" />, after: <Status state="IN_REVIEW" /> }]}
            confirm={t("submit")}
            done={t("submitted")}
          />
        </>
      ) : null}
      {mayWrite(house) && !isPrepared ? (
        <DeedDialog
          operation={draftJourneyVersion}
          input={{ journeyId: journey.id }}
          takes={{ key: true }}
          look="secondary"
          button={t("newVersion")}
          title={t("newVersion")}
          text={t("newVersionText")}
          confirm={t("newVersion")}
          done={t("drafted")}
          leadsTo={`${path}/edit`}
        />
      ) : null}
      {version.reviewId ? <Decide approvalId={version.reviewId} /> : null}
    </>
  );
}

async function MoveDeed({ move, version }: { move: Move; version: Version }) {
  const t = await getTranslations("journeys");
  const { operation, to, look } = moves[move];
  return (
    <DeedDialog
      operation={operation}
      input={{ journeyVersionId: version.id }}
      takes={{ reason: "required" }}
      look={look}
      button={t(move)}
      title={t(move)}
      text={t(`${move}Text`)}
      changes={[
        {
          name: t("state"),
          before: <Status state={shownState(version.state)} />,
          after: <Status state={shownState(to)} />,
        },
      ]}
      confirm={t(move)}
      done={t("moved")}
    />
  );
}

async function Decide({ approvalId }: { approvalId: string }) {
  const t = await getTranslations("journeys");
  return (
    <>
      <DeedDialog
        operation={decideApproval}
        input={{ approvalId, decision: "REFUSE" }}
        takes={{ reason: "required", reasonField: "note" }}
        look="secondary"
        button={t("refuse")}
        title={t("refuse")}
        text={t("refuseText")}
        changes={[{ name: t("state"), before: <Status state="IN_REVIEW" />, after: <Status state="DRAFTED" /> }]}
        confirm={t("refuse")}
        done={t("moved")}
      />
      <DeedDialog
        operation={decideApproval}
        input={{ approvalId, decision: "APPROVE" }}
        takes={{ reason: "optional", reasonField: "note" }}
        button={t("agree")}
        title={t("agree")}
        text={t("agreeText")}
        changes={[{ name: t("state"), before: <Status state="IN_REVIEW" />, after: <Status state="LIVE" /> }]}
        confirm={t("agree")}
        done={t("moved")}
      />
    </>
  );
}

import { PencilLine } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import {
  type Campaign,
  campaignsPath,
  type House,
  isOwn,
  mayDo,
  type Version,
} from "#portal/views/shared/campaigns/types.ts";
import { shownState } from "#portal/views/shared/campaigns/words.ts";
import {
  discardCampaignDraft,
  draftCampaignVersion,
  duplicateCampaign,
  endCampaign,
  joinCampaign,
  leaveCampaign,
  pauseCampaign,
  resumeCampaign,
  submitCampaign,
  withdrawCampaign,
} from "#schema/documents.ts";

type DeedsProps = { campaign: Campaign; version: Version; house: House };

const moves = {
  withdraw: { operation: withdrawCampaign, to: "DRAFT", look: "secondary" },
  discard: { operation: discardCampaignDraft, to: "ENDED", look: "secondary" },
  pause: { operation: pauseCampaign, to: "PAUSED", look: "secondary" },
  resume: { operation: resumeCampaign, to: "LIVE", look: "primary" },
  end: { operation: endCampaign, to: "ENDED", look: "danger" },
} as const;
type Deed = keyof typeof moves;

/** What can be done with a version as it stands, most wanted last. */
function deedsFor({ campaign, version, house }: DeedsProps): Deed[] {
  const own = isOwn(campaign, house);
  const writes = own && mayDo(house, "draft");
  const pays = version.definition.funding.some((share) => share.partner?.id === house.partnerId && share.partner);
  const runs = mayDo(house, "run") && (own || pays || house.shell === "operator");
  const paused = version.pausedByOperator ? null : (version.pausedBy?.id ?? null);
  const resumes = house.shell === "operator" || (!version.pausedByOperator && paused === house.partnerId);
  const allowed: Record<Version["state"], Deed[]> = {
    DRAFT: writes ? ["discard"] : [],
    IN_REVIEW: writes ? ["withdraw"] : [],
    SCHEDULED: [...(runs ? (["end"] as const) : []), ...(writes ? (["withdraw"] as const) : [])],
    LIVE: runs ? ["end", "pause"] : [],
    PAUSED: runs ? (resumes ? ["end", "resume"] : ["end"]) : [],
    ENDED: [],
  };
  return allowed[version.state];
}

export async function CampaignDeeds({ campaign, version, house }: DeedsProps) {
  const t = await getTranslations("campaigns");
  const path = campaignsPath(house);
  const writes = isOwn(campaign, house) && mayDo(house, "draft");
  const isInPreparation = ["DRAFT", "IN_REVIEW", "SCHEDULED"].includes(campaign.versions[0]?.state ?? "");
  return (
    <>
      <Joining campaign={campaign} version={version} house={house} />
      {writes ? (
        <DeedDialog
          operation={duplicateCampaign}
          input={{ campaignVersionId: version.id }}
          takes={{ key: true }}
          look="secondary"
          button={t("duplicate")}
          title={t("duplicate")}
          text={t("duplicateText")}
          confirm={t("duplicate")}
          done={t("duplicateDone")}
          leadsTo={`${path}?state=drafts`}
        />
      ) : null}
      {writes && !isInPreparation ? (
        <DeedDialog
          operation={draftCampaignVersion}
          input={{ campaignId: campaign.id }}
          takes={{ key: true }}
          look="secondary"
          button={t("newVersion")}
          title={t("newVersion")}
          text={t("newVersionText")}
          confirm={t("newVersion")}
          done={t("newVersionDone")}
          leadsTo={`${path}/${campaign.id}/edit`}
        />
      ) : null}
      {deedsFor({ campaign, version, house }).map((deed) => {
        const { operation, to, look } = moves[deed];
        return (
          <DeedDialog
            key={deed}
            operation={operation}
            input={{ campaignVersionId: version.id }}
            takes={{ reason: "required" }}
            look={look}
            button={t(deed)}
            title={t(`${deed}Title`)}
            text={t(`${deed}Text`)}
            changes={[
              {
                name: t("state"),
                before: <Status state={shownState(version.state)} />,
                after: <Status state={shownState(to)} />,
              },
            ]}
            confirm={t(deed)}
            done={t(`${deed}Done`)}
          />
        );
      })}
      {writes && version.state === "DRAFT" ? (
        <>
          <ButtonLink href={`${path}/${campaign.id}/edit`}>
            <PencilLine className="size-4" aria-hidden="true" />
            {t("edit")}
          </ButtonLink>
          <SubmitCampaign versionId={version.id} />
        </>
      ) : null}
    </>
  );
}

/** Lays a draft before whoever has a say. */
export async function SubmitCampaign({ versionId, leadsTo }: { versionId: string; leadsTo?: string }) {
  const t = await getTranslations("campaigns");
  return (
    <DeedDialog
      operation={submitCampaign}
      input={{ campaignVersionId: versionId }}
      takes={{ reason: "required", reasonField: "note" }}
      button={t("submit")}
      title={t("submitTitle")}
      text={t("submitText")}
      changes={[{ name: t("state"), before: <Status state="DRAFTED" />, after: <Status state="IN_REVIEW" /> }]}
      confirm={t("submit")}
      done={t("submitDone")}
      {...(leadsTo ? { leadsTo } : {})}
    />
  );
}

/** A partner's yes to paying its share of a coalition-wide campaign at its own tills. */
async function Joining({ campaign, version, house }: DeedsProps) {
  const t = await getTranslations("campaigns");
  if (!version.needsJoining || house.shell === "operator" || campaign.partner || !mayDo(house, "join")) return null;
  const isIn = version.joinings.some(({ partner, leftAt }) => partner.id === house.partnerId && leftAt === null);
  if (!isIn && (version.state === "ENDED" || version.state === "DRAFT" || version.state === "IN_REVIEW")) return null;
  const deed = isIn ? "leave" : "join";
  return (
    <DeedDialog
      operation={isIn ? leaveCampaign : joinCampaign}
      input={{ campaignVersionId: version.id }}
      takes={{}}
      look={isIn ? "secondary" : "primary"}
      button={t(deed)}
      title={t(`${deed}Title`)}
      text={t(`${deed}Text`)}
      changes={[
        { name: t("atOurTills"), before: t(isIn ? "joined" : "notJoined"), after: t(isIn ? "notJoined" : "joined") },
      ]}
      confirm={t(deed)}
      done={t(`${deed}Done`)}
    />
  );
}

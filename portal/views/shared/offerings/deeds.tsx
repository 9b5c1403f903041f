import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { shownState } from "#portal/views/shared/campaigns/words.ts";
import { endOffering, pauseOffering, publishOffering, resumeOffering } from "#schema/documents.ts";

const moves = {
  publish: { operation: publishOffering, to: "ACTIVE", look: "primary" },
  pause: { operation: pauseOffering, to: "PAUSED", look: "secondary" },
  resume: { operation: resumeOffering, to: "ACTIVE", look: "primary" },
  end: { operation: endOffering, to: "ENDED", look: "danger" },
} as const;
type Deed = keyof typeof moves;

const deedsIn: Record<string, Deed[]> = {
  DRAFT: ["publish", "end"],
  ACTIVE: ["pause", "end"],
  PAUSED: ["resume", "end"],
  ENDED: [],
};

/** What can be done with an offering as it stands. */
export async function OfferingDeeds({ id, state, name }: { id: string; state: string; name: string }) {
  const t = await getTranslations("offerings");
  return (deedsIn[state] ?? []).map((deed) => {
    const { operation, to, look } = moves[deed];
    return (
      <DeedDialog
        key={deed}
        operation={operation}
        input={{ offeringId: id }}
        takes={{ reason: deed === "publish" || deed === "resume" ? "optional" : "required" }}
        look={look}
        size="small"
        button={t(deed)}
        title={t(`${deed}Title`, { name })}
        text={t(`${deed}Text`)}
        changes={[{ name: t("state"), before: <Status state={shownState(state)} />, after: <Status state={to} /> }]}
        confirm={t(deed)}
        done={t(`${deed}Done`)}
      />
    );
  });
}

import { getTranslations } from "next-intl/server";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { mayCount, mayDefine, mayShare, type Segment } from "#portal/views/shared/segments/types.ts";
import { recountSegments, retireSegment, shareSegment } from "#schema/documents.ts";

/** Count it, share it, retire it. */
export async function SegmentDeeds({ segment, house }: { segment: Segment; house: House }) {
  const t = await getTranslations("segments");
  const { id: segmentId, state, isShared } = segment;
  if (state === "RETIRED") return null;
  return (
    <>
      {mayCount(house) ? (
        <DeedDialog
          operation={recountSegments}
          input={{ segmentId }}
          takes={{ key: true }}
          look="secondary"
          button={t("recount")}
          title={t("recount")}
          text={t("recountText")}
          confirm={t("recount")}
          done={t("recountDone")}
        />
      ) : null}
      {house.shell === "operator" && mayShare(house) ? (
        <DeedDialog
          operation={shareSegment}
          input={{ segmentId, shared: !isShared }}
          takes={{}}
          look="secondary"
          button={t(isShared ? "unshare" : "share")}
          title={t(isShared ? "unshare" : "share")}
          text={t("shareText")}
          changes={[
            {
              name: t("whose"),
              before: t(isShared ? "shared" : "notShared"),
              after: t(isShared ? "notShared" : "shared"),
            },
          ]}
          confirm={t(isShared ? "unshare" : "share")}
          done={t("shareDone")}
        />
      ) : null}
      {mayDefine(house) ? (
        <DeedDialog
          operation={retireSegment}
          input={{ segmentId }}
          takes={{ reason: "required" }}
          look="danger"
          button={t("retire")}
          title={t("retire")}
          text={t("retireText")}
          changes={[{ name: t("state"), before: <Status state={state} />, after: <Status state="RETIRED" /> }]}
          confirm={t("retire")}
          done={t("retireDone")}
        />
      ) : null}
    </>
  );
}

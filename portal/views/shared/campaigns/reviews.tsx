import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type House, mayDo, type Version } from "#portal/views/shared/campaigns/types.ts";
import { decideApproval } from "#schema/documents.ts";

/** What each house that has a say answered; the viewer's own is answered here. */
export async function Reviews({ version, house }: { version: Version; house: House }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  return (
    <ul className="grid gap-4">
      {version.reviews.map((review) => {
        const isOurs = (review.partner?.id ?? null) === house.partnerId;
        return (
          <li key={review.approvalId}>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span className="font-medium first-letter:uppercase">{review.partner?.name ?? t("funder_OPERATOR")}</span>
              <Status state={review.state} />
            </div>
            {review.decidedAt ? <p className="text-ink-faint text-sm">{texts.instant(review.decidedAt)}</p> : null}
            {review.note ? <p className="mt-0.5 text-ink-soft">“{review.note}”</p> : null}
            {isOurs && review.state === "WAITING" && mayDo(house, "decide") ? (
              <Decide approvalId={review.approvalId} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

async function Decide({ approvalId }: { approvalId: string }) {
  const t = await getTranslations("campaigns");
  const shared = { operation: decideApproval, takes: { reason: "optional", reasonField: "note" } } as const;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <DeedDialog
        {...shared}
        input={{ approvalId, decision: "APPROVE" }}
        button={t("agree")}
        title={t("agreeTitle")}
        text={t("agreeText")}
        changes={[{ name: t("state"), before: <Status state="IN_REVIEW" />, after: <Status state="SCHEDULED" /> }]}
        confirm={t("agree")}
        done={t("agreed")}
      />
      <DeedDialog
        {...shared}
        takes={{ reason: "required", reasonField: "note" }}
        input={{ approvalId, decision: "REFUSE" }}
        look="secondary"
        button={t("refuse")}
        title={t("refuseTitle")}
        text={t("refuseText")}
        changes={[{ name: t("state"), before: <Status state="IN_REVIEW" />, after: <Status state="DRAFTED" /> }]}
        confirm={t("refuse")}
        done={t("refused")}
      />
      <span className="text-ink-faint text-sm">{t("authorsDoNot")}</span>
    </div>
  );
}

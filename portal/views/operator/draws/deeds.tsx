import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeskDraw } from "#portal/views/operator/draws/desk.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import {
  cancelDraw,
  drawWinners,
  excludeFromDraw,
  openDraw,
  publishDraw,
  submitDraw,
  withdrawDraw,
} from "#schema/documents.ts";

/** What can be done next; the gateway says whether this person may. */
export async function DrawDeeds({ draw }: { draw: DeskDraw }) {
  const { state, request } = draw;
  const t = await getTranslations("drawDesk");
  const { locale } = await getTexts();
  const input = { drawId: draw.id };
  const withNote = { reason: "required", reasonField: "note" } as const;
  return (
    <>
      {state === "DRAFT" ? <ButtonLink href={`/operator/draws/${draw.id}/edit`}>{t("edit")}</ButtonLink> : null}
      {state === "IN_REVIEW" || state === "REVIEWED" ? (
        <DeedDialog
          operation={withdrawDraw}
          input={input}
          takes={{ reason: "required" }}
          look="secondary"
          button={t("withdraw")}
          title={t("withdraw")}
          text={t("withdrawText")}
          confirm={t("withdraw")}
          done={t("withdrawn")}
        />
      ) : null}
      {state === "DRAFT" || state === "REVIEWED" ? (
        <DeedDialog
          operation={cancelDraw}
          input={input}
          takes={{ reason: "required" }}
          look="secondary"
          button={t("cancel")}
          title={t("cancel")}
          text={t("cancelText")}
          confirm={t("cancel")}
          done={t("cancelled")}
        />
      ) : null}
      {state === "OPEN" || state === "CLOSED" ? (
        <DeedDialog
          operation={excludeFromDraw}
          input={input}
          takes={{ reason: "required" }}
          look="secondary"
          button={t("exclude")}
          title={t("exclude")}
          text={t("excludeText")}
          fields={[{ kind: "text", name: "memberId", label: t("member"), required: true }]}
          confirm={t("exclude")}
          done={t("excluded")}
        />
      ) : null}
      {state === "DRAFT" ? (
        <DeedDialog
          operation={submitDraw}
          input={input}
          takes={withNote}
          button={t("submit")}
          title={t("submit")}
          text={t("submitText")}
          confirm={t("submit")}
          done={t("submitted")}
        />
      ) : null}
      {state === "REVIEWED" ? (
        <DeedDialog
          operation={openDraw}
          input={input}
          takes={{}}
          button={t("openDraw")}
          title={t("openDraw")}
          text={t("openText")}
          confirm={t("openDraw")}
          done={t("opened")}
        />
      ) : null}
      {state === "COMMITTED" && !request ? (
        <DeedDialog
          operation={drawWinners}
          input={input}
          takes={withNote}
          button={t("drawNow")}
          title={t("drawNow")}
          text={t("drawText")}
          fields={
            draw.publicSource
              ? [
                  {
                    kind: "text",
                    name: "publicValue",
                    label: t("publicValue"),
                    required: true,
                    hint: said(draw.publicSource, locale),
                  },
                ]
              : []
          }
          confirm={t("drawNow")}
          done={t("asked")}
        />
      ) : null}
      {state === "DRAWN" ? (
        <DeedDialog
          operation={publishDraw}
          input={input}
          takes={{}}
          button={t("publish")}
          title={t("publish")}
          text={t("publishText")}
          confirm={t("publish")}
          done={t("published")}
        />
      ) : null}
    </>
  );
}

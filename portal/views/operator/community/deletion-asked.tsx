import { UserX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { settleDeletion } from "#schema/documents.ts";

type DeletionAskedProps = { asked: { id: string; createdAt: string }; roles: readonly string[] };

/** A member's open wish to be deleted, and the word that it was seen to. */
export async function DeletionAsked({ asked, roles }: DeletionAskedProps) {
  const t = await getTranslations("deletionDesk");
  const texts = await getTexts();
  const works = roles.some((role) => role === "OPERATOR_CLERK" || role === "OPERATOR_ADMIN");
  return (
    <section
      aria-label={t("asked", { date: texts.date(asked.createdAt) })}
      className="flex flex-wrap items-center justify-between gap-4 rounded-xl bg-warn-soft px-5 py-4 text-warn"
    >
      <div className="flex max-w-[70ch] items-start gap-3">
        <UserX className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
        <div>
          <p className="font-medium">{t("asked", { date: texts.date(asked.createdAt) })}</p>
          <p className="mt-1 text-sm">{t("text")}</p>
        </div>
      </div>
      {works ? (
        <DeedDialog
          operation={settleDeletion}
          input={{ deletionRequestId: asked.id }}
          takes={{}}
          look="secondary"
          button={t("settle")}
          title={t("settle")}
          text={t("settleText")}
          confirm={t("settle")}
          done={t("settled")}
        />
      ) : null}
    </section>
  );
}

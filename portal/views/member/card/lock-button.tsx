import { Lock, LockOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { setSpendGuard } from "#schema/documents.ts";

/** The lock of a member's points, one press from Home. */
export async function LockButton({ locked }: { locked: boolean }) {
  const t = await getTranslations("homeLock");
  const Icon = locked ? Lock : LockOpen;
  return (
    <DeedButton
      operation={setSpendGuard}
      input={{ locked: !locked }}
      look="secondary"
      className="h-11"
      done={locked ? t("unlocked") : t("locked")}
    >
      <Icon className="size-[1.125rem]" aria-hidden="true" />
      {locked ? t("unlock") : t("lock")}
    </DeedButton>
  );
}

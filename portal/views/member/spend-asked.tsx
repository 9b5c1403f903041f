import { BellRing } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { readMember } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { memberAsked } from "#schema/documents.ts";

/** A till asks right now: seen on every page, a press away from the answer; but not above the question itself. */
export async function SpendAsked() {
  const { spendRequests } = await readMember(memberAsked, {});
  const t = await getTranslations("spendAsk");
  const texts = await getTexts();
  return (
    <div aria-live="polite" className="[main:has([data-asking])_&]:hidden">
      {(spendRequests ?? []).map(({ id, points, partner }) => (
        <Link
          key={id}
          href={`/me/confirm/${id}`}
          className="mb-4 flex items-center gap-3 rounded-xl bg-accent px-5 py-4 font-medium text-on-accent shadow-lg"
        >
          <BellRing className="size-5 shrink-0" aria-hidden="true" />
          <span className="grow">{t("asks", { partner: partner?.name ?? "", points: texts.points(points) })}</span>
          <span className="underline">{t("answer")}</span>
        </Link>
      ))}
    </div>
  );
}

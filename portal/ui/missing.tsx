import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#portal/ui/button.tsx";

/** There is nothing at this address, or nothing for this person. */
export function Missing() {
  const t = useTranslations("notFound");
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-full bg-sunken text-ink-faint">
        <SearchX className="size-5" aria-hidden="true" />
      </span>
      <h1 className="font-semibold text-lg">{t("title")}</h1>
      <p className="mt-1 text-ink-soft">{t("text")}</p>
      <ButtonLink href="/enter" className="mt-5">
        {t("action")}
      </ButtonLink>
    </div>
  );
}

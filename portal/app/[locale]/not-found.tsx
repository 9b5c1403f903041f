import { useTranslations } from "next-intl";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Mark } from "#portal/ui/mark.tsx";

export default function NotFound() {
  const t = useTranslations("notFound");
  return (
    <main className="mx-auto grid min-h-[70dvh] max-w-md place-content-center justify-items-center px-6 text-center">
      <Mark className="mb-6 size-10" />
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1.5 text-ink-soft">{t("text")}</p>
      <ButtonLink href="/" className="mt-6">
        {t("action")}
      </ButtonLink>
    </main>
  );
}

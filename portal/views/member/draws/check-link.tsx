import { ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";

/** The page where anyone checks the draw. */
export async function CheckLink({ id }: { id: string }) {
  const t = await getTranslations("draws");
  return (
    <ButtonLink href={`/draws/${id}`}>
      <ShieldCheck className="size-4" aria-hidden="true" />
      {t("check")}
    </ButtonLink>
  );
}

import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import type { OfferRow } from "#portal/views/shared/offerings/types.ts";

type ReachProps = { offer: OfferRow; figures: NonNullable<OfferRow["figures"]> };

/** From those it was made to, those who get nothing left out, down to those whose receipts it gave something. */
export async function Reach({ figures }: ReachProps) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const { made, control, seen, activated, used } = figures;
  const treated = made - control;
  const steps = [
    { name: t("made"), count: treated },
    { name: t("seen"), count: seen },
    { name: t("activatedBy"), count: activated },
    { name: t("usedBy"), count: used },
  ];
  return (
    <section aria-label={t("reach")}>
      <ol className="grid gap-2.5">
        {steps.map(({ name, count }, place) => {
          const share = treated > 0 ? Math.min(1, count / treated) : 0;
          const told = `${name}: ${texts.points(count)}`;
          return (
            <li key={name}>
              <div className="flex items-baseline justify-between gap-4 text-sm">
                <span className="text-ink-soft">{name}</span>
                <span className="figures">
                  <span className="font-semibold">{texts.points(count)}</span>
                  {treated > 0 && place > 0 ? <span className="ml-2 text-ink-faint">{texts.share(share)}</span> : null}
                </span>
              </div>
              <ShareBar share={share} label={told} />
            </li>
          );
        })}
      </ol>
      {control > 0 ? (
        <p className="mt-2 text-ink-faint text-sm">
          {t("controlNote", { count: control, control: texts.points(control) })}
        </p>
      ) : null}
    </section>
  );
}

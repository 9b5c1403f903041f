import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { funderName } from "#portal/views/shared/campaigns/rules.tsx";
import type { Share } from "#portal/views/shared/campaigns/types.ts";

/** Who pays, share by share. */
export async function FundingShares({ shares }: { shares: readonly Share[] }) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  return (
    <ul className="grid gap-3">
      {shares.map((share) => {
        const [name, part] = [funderName(t, share), texts.share(share.bps / 10_000)];
        return (
          <li key={`${share.kind}${share.partner?.id}`}>
            <span className="flex justify-between gap-4">
              <span className="first-letter:uppercase">{name}</span>
              <span className="figures font-medium">{part}</span>
            </span>
            <ShareBar share={share.bps / 10_000} label={`${name}: ${part}`} />
          </li>
        );
      })}
    </ul>
  );
}

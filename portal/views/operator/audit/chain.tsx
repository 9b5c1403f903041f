import { ShieldAlert, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Button } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import type { auditChain } from "#schema/documents.ts";

type Chain = AnswerOf<typeof auditChain>["auditChain"];

/** Whether the log is what was written, proved from its first row to its last while the page was made. */
export async function ChainCheck({ chain, kept }: { chain: Chain; kept: string | undefined }) {
  const t = await getTranslations("audit");
  const texts = await getTexts();
  const Sign = chain.isIntact ? ShieldCheck : ShieldAlert;
  return (
    <section
      data-chain={chain.isIntact ? "intact" : "broken"}
      className={classes(
        "panel mb-6 grid gap-x-8 gap-y-4 px-5 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]",
        !chain.isIntact && "border-bad",
      )}
    >
      <div className="flex gap-3.5">
        <Sign
          className={classes("mt-0.5 size-6 shrink-0", chain.isIntact ? "text-good" : "text-bad")}
          aria-hidden="true"
        />
        <div className="min-w-0">
          <h2 className="font-semibold">
            {chain.broken ? t("chainBroken", { number: chain.broken.number }) : t("chainIntact")}
          </h2>
          <p className="text-ink-soft">
            {chain.broken ? chain.broken.detail : t("chainLength", { count: texts.points(chain.length) })}
          </p>
          <p className="mt-1 text-ink-faint text-sm">
            {t("chainHead")} <code className="select-all [overflow-wrap:anywhere]">{chain.headHash}</code>
          </p>
        </div>
      </div>
      <form method="get" className="flex flex-wrap items-end gap-2">
        <label className="min-w-48 grow">
          <span className="mb-1 block text-[0.8125rem] text-ink-faint">{t("chainKept")}</span>
          <input
            name="kept"
            defaultValue={kept ?? ""}
            className="h-10 w-full rounded-lg border border-line bg-surface px-3 font-mono text-sm"
          />
        </label>
        <Button type="submit">{t("check")}</Button>
        {chain.keptFound === null ? null : (
          <p className={classes("w-full", chain.keptFound ? "text-good" : "text-bad")}>
            {chain.keptFound ? t("chainKeptFound") : t("chainKeptLost")}
          </p>
        )}
      </form>
    </section>
  );
}

import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { Countdown } from "#portal/ui/countdown.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Qr } from "#portal/ui/qr.tsx";
import type { memberSpendCode } from "#schema/documents.ts";

const WINDOW_SECONDS = 30;

type SpendCodeProps = { code: AnswerOf<typeof memberSpendCode>["spendCode"] | null; locked: boolean };

/** What a till reads to spend: new every half a minute, and good once. */
export async function SpendCode({ code, locked }: SpendCodeProps) {
  const t = await getTranslations("eCard");
  if (locked || !code) {
    return (
      <Panel>
        <div className="flex flex-col items-center py-8 text-center">
          <span className="mb-4 grid size-12 place-items-center rounded-full bg-warn-soft text-warn">
            <Lock className="size-5" aria-hidden="true" />
          </span>
          <p className="font-semibold">{t("lockedTitle")}</p>
          <p className="mt-1 max-w-sm text-ink-soft">{t("lockedText")}</p>
        </div>
      </Panel>
    );
  }
  return (
    <Panel>
      <div className="mx-auto flex max-w-xs flex-col items-center">
        <Qr text={code.payload} label={t("qr")} className="w-full" />
        <div className="mt-5 flex items-center gap-5">
          <Countdown key={code.until} until={code.until} seconds={WINDOW_SECONDS} label={t("nextCode")} />
          <p>
            <span className="block text-ink-faint text-sm">{t("digits")}</span>
            <span className="figures font-semibold text-2xl tracking-[0.08em]">
              {code.code.slice(0, 4)} {code.code.slice(4)}
            </span>
          </p>
        </div>
        <p className="mt-4 text-center text-ink-faint text-sm">{t("brightness")}</p>
      </div>
    </Panel>
  );
}

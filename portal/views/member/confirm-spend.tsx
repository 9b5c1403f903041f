import { Check, X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Countdown } from "#portal/ui/countdown.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Status } from "#portal/ui/status.tsx";
import { answerSpendRequest, type memberSpendRequest } from "#schema/documents.ts";

export type Asked = NonNullable<AnswerOf<typeof memberSpendRequest>["spendRequest"]>;

const ASKED_SECONDS = 60;

/** One question, one minute, two buttons. */
export async function ConfirmSpend({ asked }: { asked: Asked }) {
  const t = await getTranslations("spendAsk");
  const texts = await getTexts();
  const { id, partner, points, code, state, expiresAt, cause } = asked;
  const isOpen = state === "WAITING" && Date.parse(expiresAt) > Date.now();
  return (
    <section data-asking={isOpen ? id : undefined} className="panel mx-auto max-w-md px-6 py-8 text-center">
      <h1 className="eyebrow">{t("title", { partner: partner?.name ?? "" })}</h1>
      <p className="mt-3 font-semibold text-6xl tracking-[-0.04em]">{texts.points(points)}</p>
      <p className="mt-1 text-ink-soft">{t("points")}</p>
      <p className="mt-4 text-ink-soft">{t(`because_${cause}`)}</p>
      {isOpen ? (
        <>
          <div className="mt-6">
            <Countdown until={expiresAt} seconds={ASKED_SECONDS} label={t("left")} />
          </div>
          <div className="mt-6 grid grid-cols-2 gap-3">
            <DeedButton
              operation={answerSpendRequest}
              input={{ spendRequestId: id, answer: "REFUSE" }}
              done={t("refused")}
              className="min-h-12 justify-center"
            >
              <X className="size-4" aria-hidden="true" />
              {t("refuse")}
            </DeedButton>
            <DeedButton
              operation={answerSpendRequest}
              input={{ spendRequestId: id, answer: "APPROVE" }}
              look="primary"
              done={t("approved")}
              className="min-h-12 justify-center"
            >
              <Check className="size-4" aria-hidden="true" />
              {t("approve")}
            </DeedButton>
          </div>
          <p className="mt-6 border-line border-t pt-5 text-ink-soft text-sm">
            {t("orSay")}
            <span className="figures mt-1 block font-semibold text-2xl text-ink tracking-[0.2em]">{code}</span>
          </p>
        </>
      ) : (
        <p className="mt-6">{state === "WAITING" ? t("tooLate") : <Status state={state} />}</p>
      )}
    </section>
  );
}

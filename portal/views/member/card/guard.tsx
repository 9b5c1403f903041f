import { Lock, LockOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { CardMember } from "#portal/views/member/card.tsx";
import { type memberCards, setSpendGuard } from "#schema/documents.ts";

type Guard = NonNullable<CardMember["spendGuard"]>;
type GuardProps = { guard: Guard; policy: AnswerOf<typeof memberCards>["spendPolicy"] };

/** The lock, and what else stands between somebody's points and somebody else. */
export async function GuardPanel({ guard, policy }: GuardProps) {
  const t = await getTranslations("eCard");
  return (
    <Panel title={t("guard")} note={t("guardNote")}>
      <LockSwitch locked={guard.locked} />
      <div className="mt-4">
        <Facts facts={await factsOf({ guard, policy })} />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Limits guard={guard} />
        {guard.dayMost !== null || guard.confirmAbove !== null ? (
          <DeedButton
            operation={setSpendGuard}
            input={{ dayMost: null, confirmAbove: null }}
            look="quiet"
            done={t("limitsGone")}
          >
            {t("noLimits")}
          </DeedButton>
        ) : null}
      </div>
    </Panel>
  );
}

async function LockSwitch({ locked }: { locked: boolean }) {
  const t = await getTranslations("eCard");
  const Icon = locked ? Lock : LockOpen;
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-3 rounded-xl px-4 py-3.5 ${locked ? "bg-warn-soft text-warn" : "bg-sunken"}`}
    >
      <span className="flex items-center gap-3">
        <Icon className="size-5 shrink-0" aria-hidden="true" />
        <span>
          <span className="block font-medium">{locked ? t("isLocked") : t("isOpen")}</span>
          <span className="block text-sm">{locked ? t("isLockedText") : t("isOpenText")}</span>
        </span>
      </span>
      <DeedButton
        operation={setSpendGuard}
        input={{ locked: !locked }}
        look={locked ? "primary" : "secondary"}
        done={locked ? t("unlocked") : t("nowLocked")}
        className="min-h-11"
      >
        {locked ? t("unlock") : t("lock")}
      </DeedButton>
    </div>
  );
}

async function factsOf({ guard, policy }: GuardProps): Promise<[ReactNode, ReactNode][]> {
  const t = await getTranslations("eCard");
  const texts = await getTexts();
  const places = guard.allowedPartners.map(({ name }) => name).join(", ");
  const above = [guard.confirmAbove, policy?.confirmAbove ?? null].filter((one) => one !== null);
  const newPlaces = guard.confirmNewPlaces || policy?.confirmNewPlaces;
  return [
    [
      t("places"),
      <span key="places">
        {places || t("anywhere")}{" "}
        <Link href="/me/partners?pick=1" className="ml-1 whitespace-nowrap font-medium text-accent hover:underline">
          {t("choose")}
        </Link>
      </span>,
    ],
    [t("dayMost"), guard.dayMost === null ? t("noBound") : texts.points(guard.dayMost)],
    [t("confirmAbove"), above.length === 0 ? t("never") : texts.points(Math.min(...above))],
    [t("confirmNew"), newPlaces ? t("yes") : t("no")],
    [t("needsCode"), guard.needsCode || policy?.needsCode ? t("yes") : t("no")],
  ];
}

async function Limits({ guard }: { guard: Guard }) {
  const t = await getTranslations("eCard");
  const shown = (points: number | null) => (points === null ? {} : { value: String(points) });
  return (
    <DeedDialog
      operation={setSpendGuard}
      input={{}}
      takes={{}}
      look="secondary"
      button={t("limits")}
      title={t("limits")}
      text={t("limitsText")}
      fields={[
        { kind: "whole", name: "dayMost", label: t("dayMost"), hint: t("dayMostHint"), ...shown(guard.dayMost) },
        {
          kind: "whole",
          name: "confirmAbove",
          label: t("confirmAbove"),
          hint: t("confirmAboveHint"),
          ...shown(guard.confirmAbove),
        },
        { kind: "yesNo", name: "confirmNewPlaces", label: t("confirmNew"), value: String(guard.confirmNewPlaces) },
        { kind: "yesNo", name: "needsCode", label: t("needsCode"), value: String(guard.needsCode) },
      ]}
      confirm={t("save")}
      done={t("saved")}
    />
  );
}

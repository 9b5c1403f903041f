import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { ContractPartner, ContractRules } from "#portal/views/partner/contract.tsx";
import { givePartnerNotice, withdrawPartnerNotice } from "#schema/documents.ts";

type LeavingProps = { partner: ContractPartner; rules: ContractRules; roles: readonly string[] };

/** The way out: what notice would mean before it is given, and how far it is once it was. */
export async function Leaving({ partner, rules, roles }: LeavingProps) {
  const t = await getTranslations("ownContract");
  const risk = await getTranslations("risk");
  const texts = await getTexts();
  const { exit } = partner;
  const owner = roles.includes("PARTNER_OWNER");
  const days = { notice: String(rules?.exitNoticeDays ?? 0), runOff: String(rules?.exitRunOffDays ?? 0) };
  if (!exit)
    return (
      <Panel title={t("leaving")} aside={owner ? <Give partnerId={partner.id} days={days} /> : null}>
        <p className="max-w-[70ch] text-ink-soft">{t("leavingText", days)}</p>
      </Panel>
    );
  const obstacles = exit.obstacles ?? [];
  const facts: [ReactNode, ReactNode][] = [
    [risk("reason"), exit.reason],
    [risk("exitNotice"), texts.instant(exit.noticeAt)],
    [risk("exitEnds"), texts.instant(exit.endsAt)],
    [risk("exitRunOff"), texts.instant(exit.runOffUntil)],
    exit.releasedAt
      ? [risk("exitReleased"), texts.instant(exit.releasedAt)]
      : [
          risk("exitObstacles"),
          obstacles.length > 0 ? obstacles.map((one) => risk(one)).join(", ") : risk("exitNoObstacles"),
        ],
  ];
  return (
    <Panel
      title={
        <span className="flex items-center gap-3">
          {t("leaving")} <Status state={exit.state} />
        </span>
      }
      aside={owner && exit.state === "NOTICE" ? <Withdraw exitId={exit.id} /> : null}
    >
      <Facts facts={facts} />
    </Panel>
  );
}

async function Give({ partnerId, days }: { partnerId: string; days: { notice: string; runOff: string } }) {
  const t = await getTranslations("ownContract");
  return (
    <DeedDialog
      operation={givePartnerNotice}
      input={{ partnerId }}
      takes={{ reason: "required", key: true }}
      look="danger"
      size="small"
      button={t("give")}
      title={t("giveTitle")}
      text={t("leavingText", days)}
      confirm={t("give")}
      done={t("giveDone")}
    />
  );
}

async function Withdraw({ exitId }: { exitId: string }) {
  const t = await getTranslations("ownContract");
  return (
    <DeedDialog
      operation={withdrawPartnerNotice}
      input={{ partnerExitId: exitId }}
      takes={{ reason: "required" }}
      look="secondary"
      size="small"
      button={t("withdraw")}
      title={t("withdraw")}
      text={t("withdrawText")}
      confirm={t("withdraw")}
      done={t("withdrawDone")}
    />
  );
}

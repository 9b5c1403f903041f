import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { RiskPartner } from "#portal/views/operator/partner/risk.tsx";
import { givePartnerNotice, releaseSecured, withdrawPartnerNotice } from "#schema/documents.ts";

/** A partner's way out: notice, run-off of its points, release of what it put up. */
export async function ExitPanel({ partner, roles }: { partner: RiskPartner; roles: readonly string[] }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  const { exit } = partner;
  if (partner.isOperator) return null;
  if (!exit)
    return (
      <Panel title={t("exitTitle")} aside={roles.includes("OPERATOR_ADMIN") ? <Give partner={partner} /> : null}>
        <p className="text-ink-soft">{t("exitNone")}</p>
      </Panel>
    );
  const obstacles = exit.obstacles ?? [];
  const facts: [ReactNode, ReactNode | null][] = [
    [t("reason"), exit.reason],
    [t("exitNotice"), texts.instant(exit.noticeAt)],
    [t("exitEnds"), texts.instant(exit.endsAt)],
    [t("exitRunOff"), texts.instant(exit.runOffUntil)],
    [t("exitReleased"), exit.releasedAt ? texts.instant(exit.releasedAt) : null],
    [
      t("exitObstacles"),
      exit.releasedAt ? null : obstacles.length > 0 ? obstacles.map((one) => t(one)).join(", ") : t("exitNoObstacles"),
    ],
  ];
  return (
    <Panel
      title={
        <span className="flex items-center gap-3">
          {t("exitTitle")} <Status state={exit.state} />
        </span>
      }
      aside={<Deeds exit={exit} free={obstacles.length === 0} roles={roles} />}
    >
      <Facts facts={facts.filter((fact): fact is [ReactNode, ReactNode] => fact[1] !== null)} />
    </Panel>
  );
}

async function Give({ partner }: { partner: RiskPartner }) {
  const t = await getTranslations("risk");
  return (
    <DeedDialog
      operation={givePartnerNotice}
      input={{ partnerId: partner.id }}
      takes={{ reason: "required", key: true }}
      look="secondary"
      size="small"
      button={t("giveNotice")}
      title={`${t("giveNotice")}: ${partner.name}`}
      text={t("giveNoticeText")}
      confirm={t("giveNotice")}
      done={t("giveNoticeDone")}
    />
  );
}

type DeedsProps = { exit: NonNullable<RiskPartner["exit"]>; free: boolean; roles: readonly string[] };

async function Deeds({ exit, free, roles }: DeedsProps) {
  const t = await getTranslations("risk");
  if (exit.state === "NOTICE" && roles.includes("OPERATOR_ADMIN"))
    return (
      <DeedDialog
        operation={withdrawPartnerNotice}
        input={{ partnerExitId: exit.id }}
        takes={{ reason: "required" }}
        look="secondary"
        size="small"
        button={t("withdrawNotice")}
        title={t("withdrawNotice")}
        text={t("withdrawNoticeText")}
        confirm={t("withdrawNotice")}
        done={t("withdrawNoticeDone")}
      />
    );
  if (exit.state === "RUN_OFF" && free && roles.includes("OPERATOR_FINANCE"))
    return (
      <DeedDialog
        operation={releaseSecured}
        input={{ partnerExitId: exit.id }}
        takes={{ reason: "required", key: true }}
        size="small"
        button={t("release")}
        title={t("release")}
        text={t("releaseText")}
        confirm={t("release")}
        done={t("releaseDone")}
      />
    );
  return null;
}

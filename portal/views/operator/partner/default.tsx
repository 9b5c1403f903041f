import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { DefaultRow, Owed, Requests, RiskPartner } from "#portal/views/operator/partner/risk.tsx";
import { applyLotsRule, applyWaterfall, declareDefault, recordRecovery, reinstatePartner } from "#schema/documents.ts";

type DefaultProps = {
  partner: RiskPartner;
  obligations: Owed[];
  defaults: DefaultRow[];
  requests: Requests;
  roles: readonly string[];
};

/** From an overdue amount to the last coin recovered: one step after the other. */
export async function DefaultProcedure({ partner, obligations, defaults, requests, roles }: DefaultProps) {
  const t = await getTranslations("risk");
  const [risk, finance] = [roles.includes("OPERATOR_RISK"), roles.includes("OPERATOR_FINANCE")];
  const overdue = obligations.filter(({ state }) => state === "OVERDUE");
  const inDefault = partner.status === "DEFAULTED";
  return (
    <Panel
      title={t("defaultTitle")}
      note={t("defaultNote")}
      aside={inDefault && risk ? <AfterDefault partner={partner} requests={requests} /> : null}
    >
      {overdue.length === 0 && defaults.length === 0 ? <p className="text-ink-soft">{t("defaultNone")}</p> : null}
      <div className="grid gap-5">
        {overdue.map((obligation) => (
          <div
            key={obligation.id}
            className="flex flex-wrap items-center justify-between gap-4 rounded-xl bg-warn-soft px-4 py-3"
          >
            <Owing obligation={obligation} />
            <Unless asked={requests.get(`declareDefault ${obligation.id}`)}>
              {risk ? <Declare obligation={obligation} name={partner.name} /> : null}
            </Unless>
          </div>
        ))}
        {defaults.map((row) => (
          <section key={row.id} className="rounded-xl border border-line px-4 py-3">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-4">
              <Owing obligation={row} />
              <Next row={row} allowed={finance} />
            </div>
            {(row.defaultLayers ?? []).length > 0 ? <Layers row={row} /> : null}
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** Nobody asks for the same a second time while it waits: the request stands there instead. */
async function Unless({ asked, children }: { asked: ReturnType<Requests["get"]>; children: ReactNode }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  if (!asked) return children;
  return (
    <Link href="/operator/approvals" className="text-accent hover:underline">
      {t("requestWaits", { date: texts.instant(asked.requestedAt) })}
    </Link>
  );
}

type Shown = Pick<Owed, "state" | "dueOn" | "amount" | "paid" | "cycle">;

async function Owing({ obligation }: { obligation: Shown }) {
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <b className="font-semibold">{operator("cycleNumber", { number: String(obligation.cycle.seq) })}</b>
      <Status state={obligation.state} />
      <span className="figures">{texts.money(obligation.amount)}</span>
      <span className="text-ink-faint">
        {operator("paid")} {texts.money(obligation.paid)}
        {obligation.dueOn ? ` · ${operator("due")} ${texts.businessDate(obligation.dueOn)}` : ""}
      </span>
    </p>
  );
}

async function Declare({ obligation, name }: { obligation: Owed; name: string }) {
  const t = await getTranslations("risk");
  return (
    <DeedDialog
      operation={declareDefault}
      input={{ obligationId: obligation.id }}
      takes={{ reason: "required", key: true }}
      look="danger"
      size="small"
      button={t("declare")}
      title={`${t("declare")}: ${name}`}
      text={t("declareText")}
      changes={[{ name, before: <Status state="OVERDUE" />, after: <Status state="DEFAULTED" /> }]}
      confirm={t("declare")}
      done={t("declareDone")}
    />
  );
}

async function Next({ row, allowed }: { row: DefaultRow; allowed: boolean }) {
  const t = await getTranslations("risk");
  if (!allowed) return null;
  if (row.state === "DEFAULTED")
    return (
      <span className="flex flex-wrap gap-2">
        <Recover row={row} />
        <DeedDialog
          operation={applyWaterfall}
          input={{ obligationId: row.id }}
          takes={{ key: true }}
          size="small"
          button={t("cover")}
          title={t("cover")}
          text={t("coverText")}
          changes={[
            { name: row.partner.name, before: <Status state="DEFAULTED" />, after: <Status state="COVERED" /> },
          ]}
          confirm={t("cover")}
          done={t("coverDone")}
        />
      </span>
    );
  return row.state === "COVERED" ? <Recover row={row} /> : null;
}

async function Recover({ row }: { row: DefaultRow }) {
  const t = await getTranslations("risk");
  return (
    <DeedDialog
      operation={recordRecovery}
      input={{ obligationId: row.id }}
      takes={{ key: true }}
      fields={[{ name: "amount", label: t("recoverAmount"), kind: "decimal", required: true }]}
      look="secondary"
      size="small"
      button={t("recover")}
      title={t("recover")}
      text={t("recoverText")}
      confirm={t("recover")}
      done={t("recoverDone")}
    />
  );
}

async function Layers({ row }: { row: DefaultRow }) {
  const t = await getTranslations("risk");
  return (
    <DataTable
      caption={t("defaultTitle")}
      columns={[
        { id: "layer", name: t("layer") },
        { id: "available", name: t("available"), align: "end" },
        { id: "used", name: t("used"), align: "end" },
        { id: "left", name: t("left"), align: "end" },
        { id: "recovered", name: t("recovered"), align: "end" },
      ]}
      rows={(row.defaultLayers ?? []).map((layer) => ({
        id: `${layer.kind} ${layer.partner?.id ?? ""}`,
        cells: {
          layer: [t(layer.kind), layer.partner?.name].filter(Boolean).join(" · "),
          available: layer.available ? <Money value={layer.available} /> : "–",
          used: <Money value={layer.used} />,
          left: layer.left ? <Money value={layer.left} /> : "–",
          recovered: <Money value={layer.recovered} />,
        },
      }))}
      empty={null}
    />
  );
}

/** What becomes of its points, and its way back in. */
async function AfterDefault({ partner, requests }: { partner: RiskPartner; requests: Requests }) {
  const t = await getTranslations("risk");
  const shared = { input: { partnerId: partner.id }, takes: { reason: "required", key: true } as const };
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Unless asked={requests.get(`applyLotsRule ${partner.id}`)}>
        <DeedDialog
          {...shared}
          operation={applyLotsRule}
          look="secondary"
          size="small"
          button={t("lotsRule")}
          title={t("lotsRule")}
          text={t("lotsRuleText")}
          confirm={t("lotsRule")}
          done={t("lotsRuleDone")}
        />
      </Unless>
      <Unless asked={requests.get(`reinstatePartner ${partner.id}`)}>
        <DeedDialog
          {...shared}
          operation={reinstatePartner}
          size="small"
          button={t("reinstate")}
          title={t("reinstate")}
          text={t("reinstateText")}
          changes={[{ name: partner.name, before: <Status state="DEFAULTED" />, after: <Status state="ACTIVE" /> }]}
          confirm={t("reinstate")}
          done={t("reinstateDone")}
        />
      </Unless>
    </span>
  );
}

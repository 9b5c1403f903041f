import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Programme } from "#portal/views/operator/rules.tsx";
import { changeProgrammeRules } from "#schema/documents.ts";

export type Rules = NonNullable<Programme["rules"]>;
type RuleName = keyof Rules;

const changers = ["OPERATOR_ADMIN"];

const choices: Partial<
  Record<RuleName, readonly ("DAILY" | "WEEKLY" | "MONTHLY" | "HONOUR" | "HAIRCUT" | "BLOCK_LOTS")[]>
> = {
  cycleCalendar: ["DAILY", "WEEKLY", "MONTHLY"],
  defaultLotsRule: ["HONOUR", "HAIRCUT", "BLOCK_LOTS"],
};

const subjects = {
  ofPoints: ["pointsValidityMonths", "graceDays", "reservationSeconds", "breakageOperatorBps", "expectedRedemptionBps"],
  ofCycles: ["cycleCalendar", "reviewDays", "dueDays", "paymentGraceDays", "payOutTwoAbove"],
  ofBanks: ["bankDetailsCoolingDays", "matchWindowDays", "reconWindowDays", "writeOffMax", "writeOffCycleMax"],
  ofDisputes: ["disputeClaimDays", "disputeAnswerDays", "disputeEscalationDays", "disputeDecisionDays"],
  ofFailing: ["defaultLotsRule", "haircutBps", "operatorFirstLoss", "exitNoticeDays", "exitRunOffDays"],
} as const satisfies Record<string, readonly RuleName[]>;

const grouped = new Set<RuleName>(Object.values(subjects).flat());

type ProgrammeProps = { rules: Rules; roles: readonly string[]; waiting: ReadonlySet<string> };

/** Every rule that two people may change while the coalition runs, by what it is about; each is changed for itself. */
export async function ProgrammeRules({ rules, roles, waiting }: ProgrammeProps) {
  const t = await getTranslations("ruleBook");
  const changes = roles.some((role) => changers.includes(role));
  const others = (Object.keys(rules) as RuleName[]).filter((name) => !grouped.has(name));
  const groups: [string, readonly RuleName[]][] = [
    ...(Object.keys(subjects) as (keyof typeof subjects)[]).map((subject): [string, readonly RuleName[]] => [
      t(subject),
      subjects[subject],
    ]),
    ...(others.length > 0 ? ([[t("ofOthers"), others]] as [string, readonly RuleName[]][]) : []),
  ];
  return (
    <Panel
      title={t("programme")}
      aside={
        <Link href="/operator/audit?object=programme" className="text-accent hover:underline">
          {t("earlier")}
        </Link>
      }
    >
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-2">
        {groups.map(([subject, names]) => (
          <section key={subject}>
            <h3 className="border-line border-b pb-2 font-medium text-ink-soft text-sm">{subject}</h3>
            <dl>
              {names.map((name) => (
                <Rule key={name} name={name} value={rules[name]} changes={changes} waits={waiting.has(name)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  );
}

type RuleProps = { name: RuleName; value: Rules[RuleName]; changes: boolean; waits: boolean };

async function Rule({ name, value, changes, waits }: RuleProps) {
  const t = await getTranslations("ruleBook");
  const names = await getTranslations("ruleNames");
  return (
    <div className="flex items-center gap-4 border-line/70 border-b py-2 last:border-b-0">
      <dt className="min-w-0 grow">
        {names(name)}
        {waits ? (
          <Link href="/operator/approvals" className="block text-sm text-warn hover:underline">
            {t("waits")}
          </Link>
        ) : null}
      </dt>
      <dd className="figures text-right font-medium">{await shown(name, value)}</dd>
      {changes ? (
        <dd>
          <Change name={name} value={value} />
        </dd>
      ) : null}
    </div>
  );
}

async function shown(name: RuleName, value: Rules[RuleName]): Promise<ReactNode> {
  const t = await getTranslations("ruleBook");
  const names = await getTranslations("ruleNames");
  const texts = await getTexts();
  if (value === null) return <span className="font-normal text-ink-faint">{t("noneSet")}</span>;
  if (typeof value === "object") return texts.money(value);
  if (typeof value === "number") return name.endsWith("Bps") ? texts.share(value / 10_000) : texts.points(value);
  return names(value);
}

async function Change({ name, value }: { name: RuleName; value: Rules[RuleName] }) {
  const t = await getTranslations("ruleBook");
  const terms = await getTranslations("terms");
  const names = await getTranslations("ruleNames");
  const told = {
    name: `rules.${name}`,
    label: t("newValue"),
    required: true,
    ...(name.endsWith("Bps") ? { hint: terms("basisPointsHint") } : {}),
  };
  const offered = choices[name];
  const field: DeedField = offered
    ? {
        ...told,
        kind: "choice",
        choices: offered.map((one) => ({ value: one, name: names(one) })),
        value: String(value),
      }
    : typeof value === "number" || name === "pointsValidityMonths"
      ? { ...told, kind: "whole", value: value === null ? "" : String(value) }
      : { ...told, kind: "decimal", value: value !== null && typeof value === "object" ? value.amount : "" };
  return (
    <DeedDialog
      operation={changeProgrammeRules}
      input={{}}
      takes={{ reason: "required", key: true }}
      fields={[field]}
      look="quiet"
      size="small"
      button={
        <>
          {t("change")}
          <span className="sr-only">{`: ${names(name)}`}</span>
        </>
      }
      title={t("changeTitle", { rule: names(name) })}
      text={t("changeText")}
      confirm={t("change")}
      done={t("proposed")}
    />
  );
}

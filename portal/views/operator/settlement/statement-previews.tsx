"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatMoney } from "#portal/lib/format.ts";
import { wallDate } from "#portal/lib/zone.ts";
import { type Finding, Findings } from "#portal/ui/findings.tsx";
import type { previewBankFile } from "#schema/documents.ts";
import type { Operation } from "#schema/typed.ts";

type Answer = typeof previewBankFile extends Operation<infer Result, infer _> ? Result : never;
type Previewing = Answer extends { previewBankFile: infer Previewed } ? Previewed : never;
export type PreviewedFile = Extract<Previewing, { statements: unknown }>;
type Statement = PreviewedFile["statements"][number];
type Line = Statement["lines"][number];

/** Every statement of the file with each of its lines: would it match, and if not, why. */
export function StatementPreviews({ file }: { file: PreviewedFile }) {
  const t = useTranslations("bankUpload");
  return (
    <>
      {file.refusal ? (
        <p role="alert" className="rounded-xl bg-bad-soft px-5 py-4 text-bad">
          {t("wouldRefuse", { message: file.refusal.message })}
        </p>
      ) : null}
      {file.statements.map((statement) => (
        <Preview key={statement.bankId} statement={statement} />
      ))}
    </>
  );
}

function Preview({ statement }: { statement: Statement }) {
  const t = useTranslations("bankUpload");
  const locale = useLocale();
  const day = (date: string) => formatDate(locale, wallDate(date));
  const facts = [
    [t("opening"), formatMoney(locale, statement.opening)],
    [t("lines"), String(statement.lines.length)],
    [t("closing"), formatMoney(locale, statement.closing)],
  ];
  const findings = useFindings(statement.lines);
  return (
    <section className="panel px-5 py-4">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <div>
          <h2 className="font-semibold">{statement.bankId}</h2>
          <p className="text-ink-faint text-sm">
            {t("account", { iban: statement.account.iban })} ·{" "}
            {t("span", { from: day(statement.openedOn), until: day(statement.closedOn) })}
          </p>
        </div>
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="eyebrow">{name}</dt>
              <dd className="figures font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Findings
        caption={statement.bankId}
        columns={[t("line"), t("booked"), t("who"), t("reference"), t("amount")]}
        findings={findings}
      />
    </section>
  );
}

function useFindings(lines: Line[]): Finding[] {
  const t = useTranslations("bankUpload");
  const kinds = useTranslations("reconKinds");
  const rules = useTranslations("reconRules");
  const locale = useLocale();
  const ruleName = (rule: string) => {
    const known = rule as Parameters<typeof rules.has>[0];
    return rules.has(known) ? rules(known) : rule;
  };
  const wordsOf = ({ problem, suggestion, rule }: Line) =>
    [
      problem ? kinds(problem) : null,
      rule ? t("matches", { rule: ruleName(rule) }) : null,
      suggestion ? t("suggested", { score: String(suggestion.score) }) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  return lines.map((line) => ({
    id: String(line.seq),
    verdict: line.problem === "DUPLICATE" ? "skipped" : line.problem ? "open" : "good",
    words: wordsOf(line),
    cells: [
      String(line.seq),
      formatDate(locale, wallDate(line.bookedOn)),
      line.partner?.name ?? line.counterpartyName ?? "",
      line.endToEndId ?? line.remittance ?? "",
      <span key="amount" className="block whitespace-nowrap text-right">
        {formatMoney(locale, line.amount, "always")}
      </span>,
    ],
  }));
}

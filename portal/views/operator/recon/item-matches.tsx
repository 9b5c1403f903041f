import { Sparkles } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Names, ReconItem } from "#portal/views/operator/recon/item.tsx";
import { confirmSuggestion, refuseSuggestion } from "#schema/documents.ts";

/** What might explain it, the best first, with its score and what speaks for it. */
export async function Suggestions({ item, roles }: { item: ReconItem; roles: readonly string[] }) {
  const t = await getTranslations("recon");
  if (item.suggestions.length === 0) return null;
  const answers = item.state === "SUGGESTED" && roles.includes("OPERATOR_CLERK");
  return (
    <Panel title={t("suggestions")} note={t("suggestionsNote")} aside={answers ? <Refuse item={item} /> : null}>
      <ul className="grid gap-3">
        {item.suggestions.map((suggestion, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the deed counts suggestions from 0
          <li key={index} className="flex flex-wrap items-center gap-4 rounded-xl border border-line px-4 py-3">
            <Suggested suggestion={suggestion} />
            {answers ? <Confirm item={item} index={index} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function Suggested({ suggestion }: { suggestion: ReconItem["suggestions"][number] }) {
  const t = await getTranslations("recon");
  const board = await getTranslations("board");
  const reasons = await getTranslations("suggestionReasons");
  const texts = await getTexts();
  const score = board("score", { score: texts.points(suggestion.score) });
  return (
    <>
      <span className="w-24">
        <span className="figures font-semibold">{score}</span>
        <ShareBar share={suggestion.score / 100} label={score} />
      </span>
      <span className="min-w-0 grow">
        {suggestion.parts.map(({ payment, amount }) => (
          <span key={payment?.id ?? amount.amount} className="block">
            <b className="font-medium">{payment?.partner?.name}</b>{" "}
            <code className="text-ink-faint text-sm">{payment?.endToEndId}</code>{" "}
            <span className="figures">{texts.money(amount)}</span>
          </span>
        ))}
        <span className="mt-0.5 flex items-center gap-1.5 text-ink-soft text-sm">
          <Sparkles className="size-3.5 shrink-0" aria-hidden="true" />
          {suggestion.reasons.map((reason) => reasons(reason)).join(", ")}
          {suggestion.withItems.length > 0
            ? ` · ${t("withOthers", { count: texts.points(suggestion.withItems.length) })}`
            : ""}
        </span>
      </span>
    </>
  );
}

async function Confirm({ item, index }: { item: ReconItem; index: number }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={confirmSuggestion}
      input={{ itemId: item.id, suggestion: index }}
      takes={{}}
      size="small"
      button={t("confirm")}
      title={t("confirmTitle")}
      text={t("confirmText")}
      changes={[{ name: t("state"), before: <Status state="SUGGESTED" />, after: <Status state="MATCHED" /> }]}
      confirm={t("confirm")}
      done={t("confirmDone")}
    />
  );
}

async function Refuse({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={refuseSuggestion}
      input={{ itemId: item.id }}
      takes={{ reason: "required" }}
      look="secondary"
      size="small"
      button={t("refuse")}
      title={t("refuseTitle")}
      text={t("refuseText")}
      confirm={t("refuse")}
      done={t("refuseDone")}
    />
  );
}

/** What explains it, and what was taken back. */
export async function Matches({ item, names }: { item: ReconItem; names: Names }) {
  const t = await getTranslations("recon");
  const rules = await getTranslations("reconRules");
  const texts = await getTexts();
  if (item.matches.length === 0) return null;
  const ruleName = (rule: string) => {
    const known = rule as Parameters<typeof rules.has>[0];
    return rules.has(known) ? rules(known) : rule;
  };
  return (
    <Panel title={t("matches")} flush>
      <DataTable
        caption={t("matches")}
        columns={[
          { id: "what", name: t("what") },
          { id: "amount", name: t("amount"), align: "end" },
          { id: "rule", name: t("rule") },
          { id: "score", name: t("score"), align: "end" },
          { id: "by", name: t("by") },
        ]}
        rows={item.matches.map((match, index) => ({
          id: String(index),
          ...(match.entry ? { href: `/operator/entries/${match.entry.id}` } : {}),
          cells: {
            what: match.payment
              ? `${[match.payment.partner?.name, match.payment.endToEndId].filter(Boolean).join(" · ")}`
              : (match.reason ?? "–"),
            amount: <Money value={match.amount} sign="always" />,
            rule: ruleName(match.rule),
            score: texts.points(match.score),
            by: (
              <span className={match.undoneAt ? "text-ink-faint line-through" : ""}>
                {names(match.matchedBy)}, {texts.instant(match.matchedAt)}
              </span>
            ),
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}

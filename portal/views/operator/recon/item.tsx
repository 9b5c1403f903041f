import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { ItemDeeds } from "#portal/views/operator/recon/item-deeds.tsx";
import { Matches, Suggestions } from "#portal/views/operator/recon/item-matches.tsx";
import type { reconItemPage } from "#schema/documents.ts";

export type ReconItem = NonNullable<AnswerOf<typeof reconItemPage>["reconItem"]>;
export type Names = (actor: string | null) => string;
type ItemProps = { item: ReconItem; roles: readonly string[]; names: Names };

/** One compared thing: what the bank says, what the hub has, what might explain it, what can be done. */
export async function ReconItemView({ item, roles, names }: ItemProps) {
  const t = await getTranslations("recon");
  const kinds = await getTranslations("reconKinds");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const title = item.kind ? kinds(item.kind) : t("item");
  const value = item.bankLine?.amount ?? item.hubValue;
  return (
    <>
      <Trail
        crumbs={[
          { name: sections("reconciliation"), href: RECON },
          { name: t("tabItems"), href: `${RECON}/items` },
        ]}
        here={title}
      />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {title} <Status state={item.state} />
          </span>
        }
        lead={
          value ? <span className="figures font-semibold text-2xl text-ink">{texts.money(value, "always")}</span> : null
        }
        actions={<ItemDeeds item={item} roles={roles} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1.4fr_1fr]">
        <div className="grid gap-6">
          {roles.includes("OPERATOR_CLERK") || !["SUGGESTED", "BREAK", "INVESTIGATING"].includes(item.state) ? null : (
            <p className="text-ink-soft">{t("clerkConfirms")}</p>
          )}
          <Suggestions item={item} roles={roles} />
          <Matches item={item} names={names} />
          <ItemReturns item={item} />
        </div>
        <div className="grid gap-6">
          <Panel title={t("item")}>
            <Facts facts={await factsOf(item, names)} />
          </Panel>
          {item.bankLine ? (
            <Panel title={t("bankLine")}>
              <Facts facts={await lineFacts(item.bankLine)} />
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** The payments that were to send its money back, and how far each came. */
async function ItemReturns({ item: { returns } }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  const texts = await getTexts();
  if (returns.length === 0) return null;
  return (
    <Panel title={t("returns")}>
      <ul className="grid gap-3">
        {returns.map((payment) => (
          <li key={payment.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Status state={payment.state} />
            <Link href="/operator/settlement" className="text-accent hover:underline">
              <code className="text-sm">{payment.endToEndId}</code>
            </Link>
            <span className="figures font-semibold">{texts.money(payment.amount)}</span>
            <span>
              {payment.creditorName} <code className="text-ink-faint text-xs">{payment.creditorIban}</code>
            </span>
            {payment.bankAnswer ? <code className="text-sm">{payment.bankAnswer}</code> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Fact = [ReactNode, ReactNode];
const said = (facts: [ReactNode, ReactNode | null][]): Fact[] =>
  facts.filter((fact): fact is Fact => fact[1] !== null && fact[1] !== "");

async function factsOf(item: ReconItem, names: Names): Promise<Fact[]> {
  const t = await getTranslations("recon");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return said([
    [t("partner"), item.partner?.name ?? null],
    [
      t("cycle"),
      item.cycle ? (
        <Link key="cycle" href={`/operator/cycles/${item.cycle.id}`} className="text-accent hover:underline">
          {operator("cycleNumber", { number: String(item.cycle.seq) })}
        </Link>
      ) : null,
    ],
    [t("awaited"), item.hubValue ? texts.money(item.hubValue) : null],
    [t("openAmount"), <Money key="open" value={item.unapplied} sign="always" />],
    [t("score"), item.score === null ? null : texts.points(item.score)],
    [t("owner"), item.takenBy ? names(item.takenBy) : null],
    [t("age"), texts.instant(item.openedAt)],
    [t("resolution"), item.resolution],
  ]);
}

async function lineFacts(line: NonNullable<ReconItem["bankLine"]>): Promise<Fact[]> {
  const t = await getTranslations("recon");
  const texts = await getTexts();
  const code = (text: string | null) => (text ? <code className="text-sm">{text}</code> : null);
  return said([
    [t("bookedOn"), texts.businessDate(line.bookedOn)],
    [t("valueOn"), line.valueOn ? texts.businessDate(line.valueOn) : null],
    [t("counterparty"), [line.counterpartyName, line.counterpartyIban].filter(Boolean).join(", ")],
    [t("endToEndId"), code(line.endToEndId)],
    [t("creditorReference"), code(line.creditorReference)],
    [t("remittance"), line.remittance],
    [t("bankRef"), code(line.bankRef)],
    [t("bankCode"), code(line.bankCode)],
    [t("returnReason"), code(line.returnReason)],
    [
      t("statement"),
      line.statement ? (
        <Link key="statement" href={`${RECON}/statements/${line.statement.id}`} className="text-accent hover:underline">
          {line.statement.bankId}
        </Link>
      ) : null,
    ],
    [
      t("entry"),
      line.entry ? (
        <Link key="entry" href={`/operator/entries/${line.entry.id}`} className="text-accent hover:underline">
          {line.entry.id}
        </Link>
      ) : null,
    ],
  ]);
}

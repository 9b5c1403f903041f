import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { type ledgerProof, proveBooks } from "#schema/documents.ts";

type Proof = AnswerOf<typeof ledgerProof>["ledgerProof"];
type ProofsProps = { proof: Proof; roles: readonly string[]; history: ReactNode; children?: ReactNode };

const provers = ["OPERATOR_FINANCE", "OPERATOR_ADMIN", "OPERATOR_AUDITOR"];

/** What is compared with what, whether it agrees, and since when that is known. */
export async function ProofsView({ proof, roles, history, children }: ProofsProps) {
  const t = await getTranslations("proofs");
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={roles.some((role) => provers.includes(role)) ? <Run /> : null}
      />
      <div className="grid gap-6">
        <div className="grid gap-6 lg:grid-cols-2 xl:grid-cols-3">
          <BooksPolicy proof={proof} />
          {children}
        </div>
        {proof && proof.broken.length > 0 ? <Broken proof={proof} /> : null}
        {history}
      </div>
    </>
  );
}

type PolicyProps = { title: string; text: string; ok: boolean | null; children: ReactNode };

/** One thing that must hold: its name, its result, and what it was measured on. */
export async function Policy({ title, text, ok, children }: PolicyProps) {
  const t = await getTranslations("proofs");
  return (
    <section className="panel px-5 py-4" data-proof={ok === null ? "never" : ok ? "OK" : "NOT_OK"}>
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {ok === null ? (
          <span className="text-ink-faint text-sm">{t("neverRun")}</span>
        ) : (
          <Status state={ok ? "OK" : "NOT_OK"} />
        )}
      </div>
      <p className="mt-1 text-ink-soft text-sm">{text}</p>
      <div className="mt-3">{children}</div>
    </section>
  );
}

async function BooksPolicy({ proof }: { proof: Proof }) {
  const t = await getTranslations("proofs");
  const texts = await getTexts();
  return (
    <Policy title={t("books")} text={t("booksText")} ok={proof ? proof.errorCount === 0 : null}>
      {proof ? (
        <>
          <p className="figures font-semibold text-xl">
            {t("errors", { count: proof.errorCount, n: texts.points(proof.errorCount) })}
          </p>
          <p className="text-ink-faint text-sm">
            {t("warnings", { count: proof.warningCount, n: texts.points(proof.warningCount) })}
          </p>
          <p className="mt-1 text-ink-faint text-sm">
            {t("lastRun", {
              at: texts.instant(proof.provedAt),
              seconds: texts.decimal((proof.milliseconds / 1000).toFixed(1)),
            })}
          </p>
        </>
      ) : null}
    </Policy>
  );
}

async function Broken({ proof }: { proof: NonNullable<Proof> }) {
  const t = await getTranslations("proofs");
  return (
    <Panel title={t("broken")} flush>
      <DataTable
        caption={t("broken")}
        columns={[
          { id: "rule", name: t("rule") },
          { id: "promise", name: t("promise") },
          { id: "place", name: t("place") },
          { id: "detail", name: t("detail") },
        ]}
        rows={proof.broken.map(({ rule, promise, isError, key, detail }) => ({
          id: `${rule} ${key}`,
          cells: {
            rule: <b className={isError ? "text-bad" : "text-warn"}>{rule}</b>,
            promise,
            place: <code className="text-sm">{key}</code>,
            detail,
          },
        }))}
        empty={<Empty title={t("allHold")} />}
      />
    </Panel>
  );
}

async function Run() {
  const t = await getTranslations("proofs");
  return (
    <DeedDialog
      operation={proveBooks}
      input={{}}
      takes={{ reason: "required" }}
      button={t("run")}
      title={t("runTitle")}
      text={t("runText")}
      confirm={t("run")}
      done={t("runDone")}
    />
  );
}

import { Check, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { namesOf } from "#portal/lib/names.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { entryProof } from "#schema/documents.ts";

type Proof = NonNullable<NonNullable<AnswerOf<typeof entryProof>["entry"]>["proof"]>;

/** Rule by rule whether the entry is what it must be, and by what its content is known again. */
export async function EntryProofPanel({ proof }: { proof: Proof }) {
  const t = await getTranslations("ledger");
  const names = await namesOf([proof.actor]);
  const sound = proof.checks.every(({ holds }) => holds);
  const Sign = sound ? Check : TriangleAlert;
  return (
    <Panel title={t("proof")} note={t("proofNote")}>
      <p
        data-proof={sound ? "OK" : "NOT_OK"}
        className={`flex items-center gap-2 rounded-lg px-3.5 py-2.5 font-medium ${sound ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
      >
        <Sign className="size-4 shrink-0" aria-hidden="true" />
        {t(sound ? "sound" : "unsound")}
      </p>
      <ul className="mt-3 grid gap-1.5">
        {await Promise.all(proof.checks.map((check) => <Rule key={check.rule} {...check} />))}
      </ul>
      <div className="mt-4">
        <Facts
          facts={[
            [
              t("number"),
              <span key="number" className="figures">
                {proof.number}
              </span>,
            ],
            [
              t("deed"),
              proof.deed ? (
                <code key="deed" className="text-sm">
                  {proof.deed}
                </code>
              ) : (
                "–"
              ),
            ],
            [t("by"), names(proof.actor)],
          ]}
        />
        {[[t("requestHash"), proof.requestHash] as const, [t("entryHash"), proof.hash] as const].map(([name, hash]) => (
          <div key={name} className="border-line/70 border-t py-2.5">
            <p className="text-ink-faint">{name}</p>
            {hash ? (
              <code className="text-sm">
                <CopyText text={hash} />
              </code>
            ) : (
              "–"
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

async function Rule({ rule, promise, holds }: Proof["checks"][number]) {
  const t = await getTranslations("ledger");
  const known = `check_${rule}` as Parameters<typeof t.has>[0];
  const Sign = holds ? Check : TriangleAlert;
  return (
    <li className="flex items-start gap-2.5">
      <Sign className={`mt-1 size-4 shrink-0 ${holds ? "text-good" : "text-bad"}`} aria-hidden="true" />
      <span>
        {t.has(known) ? t(known) : promise} <span className="text-ink-faint text-sm">{rule}</span>
      </span>
    </li>
  );
}

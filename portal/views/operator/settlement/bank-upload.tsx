"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { type DeedOutcome, newKey, useDeed } from "#portal/lib/deeds.ts";
import { Button, ButtonLink } from "#portal/ui/button.tsx";
import { DropFile } from "#portal/ui/drop-file.tsx";
import { type PreviewedFile, StatementPreviews } from "#portal/views/operator/settlement/statement-previews.tsx";
import { importBankStatement, previewBankFile, uploadBankFile } from "#schema/documents.ts";

const MOST_BYTES = 10 * 1024 * 1024;

type Chosen = { name: string; content: string };
type Note = { tone: "good" | "bad"; text: ReactNode };

/** Choose, look at every line, and only then book: three steps, and nothing happens before the last. */
export function BankUpload() {
  const t = useTranslations("bankUpload");
  const router = useRouter();
  const preview = useDeed(previewBankFile);
  const book = useDeed(importBankStatement);
  const answer = useDeed(uploadBankFile);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [previewed, setPreviewed] = useState<PreviewedFile | null>(null);
  const [note, setNote] = useState<Note | null>(null);
  // One key for all tries with the same file: a second try cannot book it twice.
  const key = useRef("");

  const failed = (outcome: DeedOutcome<unknown>) => {
    if (outcome.kind === "done") return false;
    const text = outcome.kind === "refused" ? t("refused", { message: outcome.message }) : t("unreachable");
    setNote({ tone: "bad", text });
    return true;
  };

  const take = async (file: File) => {
    setNote(null);
    setPreviewed(null);
    if (file.size > MOST_BYTES) return setNote({ tone: "bad", text: t("tooLarge") });
    const content = await file.text();
    key.current = newKey();
    if (content.includes("pain.002")) return takeAnswer({ name: file.name, content });
    const outcome = await preview.run({ input: { content } });
    if (failed(outcome)) return;
    setChosen({ name: file.name, content });
    if (outcome.kind === "done") setPreviewed(outcome.success as PreviewedFile);
  };

  const takeAnswer = async (file: Chosen) => {
    const outcome = await answer.run({ input: { ...file, idempotencyKey: key.current } });
    if (failed(outcome) || outcome.kind !== "done") return;
    const { accepted, rejected, pending } = outcome.success as Record<"accepted" | "rejected" | "pending", number>;
    setNote({
      tone: "good",
      text: t("answered", { accepted: String(accepted), rejected: String(rejected), pending: String(pending) }),
    });
    router.refresh();
  };

  const apply = async () => {
    if (!chosen) return;
    const outcome = await book.run({ input: { ...chosen, idempotencyKey: key.current } });
    if (failed(outcome) || outcome.kind !== "done") return;
    const { statements } = outcome.success as { statements: unknown[] };
    setNote({ tone: "good", text: t("applied", { count: String(statements.length) }) });
    setPreviewed(null);
    setChosen(null);
    router.refresh();
  };

  const busy = preview.working || book.working || answer.working;
  return (
    <div className="grid gap-6">
      <DropFile
        label={chosen ? `${chosen.name} · ${t("again")}` : t("choose")}
        hint={t("hint")}
        accept=".xml,application/xml,text/xml"
        busy={busy}
        onFile={take}
      />
      <div role="status">{note ? <Noted note={note} /> : null}</div>
      {previewed ? (
        <>
          <StatementPreviews file={previewed} />
          {previewed.refusal ? null : (
            <div className="flex justify-end">
              <Button look="primary" onClick={apply} disabled={busy}>
                {t("apply")}
              </Button>
            </div>
          )}
        </>
      ) : null}
    </div>
  );
}

function Noted({ note }: { note: Note }) {
  const t = useTranslations("bankUpload");
  const good = note.tone === "good";
  const Sign = good ? CircleCheck : TriangleAlert;
  return (
    <div
      className={`flex flex-wrap items-center gap-3 rounded-xl px-5 py-4 ${good ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
    >
      <Sign className="size-5 shrink-0" aria-hidden="true" />
      <p className="grow">{note.text}</p>
      {good ? (
        <ButtonLink href="/operator/reconciliation" size="small">
          {t("toRecon")}
        </ButtonLink>
      ) : null}
    </div>
  );
}

"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { type DeedOutcome, newKey, useDeed } from "#portal/lib/deeds.ts";
import { dayAfter } from "#portal/lib/search-params.ts";
import { startOfDate } from "#portal/lib/zone.ts";
import { Button } from "#portal/ui/button.tsx";
import { DropFile } from "#portal/ui/drop-file.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import { Findings } from "#portal/ui/findings.tsx";
import { comparePartnerFile, previewPartnerFile, uploadPartnerFile } from "#schema/documents.ts";

type Preview = {
  rowCount: number;
  problemCount: number;
  takenId: string | null;
  events: { event: string; points: number; rows: number }[];
  problems: { line: number; column: string | null; problem: string }[];
};
type Chosen = { name: string; content: string; from: string; until: string };

/** The span, the file, every problem line by line, and only then it is taken and compared. */
export function FileUpload({ zone }: { zone: string }) {
  const t = useTranslations("ownFiles");
  const router = useRouter();
  const look = useDeed(previewPartnerFile);
  const take = useDeed(uploadPartnerFile);
  const compare = useDeed(comparePartnerFile);
  const [span, setSpan] = useState({ from: "", until: "" });
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  // One key for all tries with the same file: a second try cannot take it twice.
  const key = useRef("");
  const busy = look.working || take.working || compare.working;

  const failed = (outcome: DeedOutcome<unknown>) => {
    if (outcome.kind === "done") return false;
    setRefusal(outcome.kind === "refused" ? outcome.message : t("unreachable"));
    return true;
  };

  const lookAt = async (looked: File | null, days: typeof span) => {
    setRefusal(null);
    setPreview(null);
    setChosen(null);
    if (!looked) return;
    if (!days.from || !days.until) return setRefusal(t("spanMissing"));
    key.current = newKey();
    const sent = {
      name: looked.name,
      content: await looked.text(),
      from: startOfDate(days.from, zone),
      until: startOfDate(dayAfter(days.until), zone),
    };
    const outcome = await look.run({ input: sent });
    if (failed(outcome) || outcome.kind !== "done") return;
    setChosen(sent);
    setPreview((outcome.success as { preview: Preview }).preview);
  };

  // Whichever comes last, the file or its days, the file is looked at.
  const choose = (picked: File) => {
    setFile(picked);
    return lookAt(picked, span);
  };
  const changeSpan = (changed: Partial<typeof span>) => {
    const days = { ...span, ...changed };
    setSpan(days);
    return lookAt(file, days);
  };

  const apply = async () => {
    if (!chosen) return;
    const taken = await take.run({ input: { ...chosen, idempotencyKey: key.current } });
    if (failed(taken) || taken.kind !== "done") return;
    const { file: stored } = taken.success as { file: { id: string } };
    const compared = await compare.run({ input: { fileId: stored.id } });
    if (!failed(compared)) router.push(`/partner/reconciliation/${stored.id}`);
  };

  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-4">
        {(["from", "until"] as const).map((name) => (
          <label key={name} className="block">
            <span className="font-medium">{t(name)}</span>
            <input
              type="date"
              value={span[name]}
              onChange={({ currentTarget: { value } }) => changeSpan({ [name]: value })}
              className={fieldClass}
            />
          </label>
        ))}
      </div>
      <DropFile
        label={file ? `${file.name} · ${t("again")}` : t("choose")}
        hint={t("hint")}
        accept=".csv,text/csv"
        busy={busy}
        onFile={choose}
      />
      <div role="alert">
        {refusal ? (
          <p className="flex gap-3 rounded-xl bg-bad-soft px-5 py-4 text-bad">
            <TriangleAlert className="size-5 shrink-0" aria-hidden="true" />
            {refusal}
          </p>
        ) : null}
      </div>
      {preview ? <PreviewOf preview={preview} /> : null}
      {preview && preview.problemCount === 0 && !preview.takenId ? (
        <div className="flex justify-end">
          <Button look="primary" onClick={apply} disabled={busy}>
            {t("apply")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const t = useTranslations("ownFiles");
  return (
    <Findings
      caption={t("preview")}
      columns={[t("what"), t("rows"), t("points")]}
      findings={[
        ...preview.problems.map(({ line, column, problem }, index) => ({
          id: `p${index}`,
          verdict: "bad" as const,
          cells: [t("line", { line: String(line) }), column ?? "", ""],
          words: problem,
        })),
        ...(preview.takenId
          ? [{ id: "taken", verdict: "skipped" as const, cells: [t("taken"), String(preview.rowCount), ""] }]
          : []),
        ...preview.events.map(({ event, rows, points }) => ({
          id: event,
          verdict: "good" as const,
          cells: [t(event as "EARN" | "REDEMPTION" | "RETURN"), String(rows), String(points)],
        })),
      ]}
    />
  );
}
